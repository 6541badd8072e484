"""How a record goes through the steps of its process: no other change of its state passes `save()`."""

from models import access, lookup
from models.database import current
from models.errors import InvalidRecord, Problem, UserError
from models.process import NoSuchStep, NotYourStep
from resources.language import N_


class Stepping:
    """The part of a record that has to do with its `process`; a form without one has no steps."""

    def steps(self):
        """The moves that lead on from where the record stands."""
        found = self.process.moves_from(getattr(self, self.process.question)) if self.process else []
        return [move for move in found if self.offers(move)]

    def offers(self, move) -> bool:
        """Whether a step of the process is one for this record as it is."""
        return True

    def lacking(self, move) -> list[Problem]:
        """What has to be there before a step is taken."""
        unanswered = [
            self.questions()[name].problem(N_("This has to be answered first."))
            for name in move.needs
            if self.questions()[name].is_empty(getattr(self, name))
        ]
        return unanswered + list(map(as_problem, self.missing(move)))

    def missing(self, move):
        """Yield like conflicts() what a step needs beyond answers of this record."""
        return iter(())

    def move(self, name, *, why=None, batch=None):
        """Take a step and save. Raises InvalidRecord with what is lacking, NotYourStep, NoSuchStep."""
        move = self.process.named(name)
        if move not in self.steps() or (move.why and not why):
            raise NoSuchStep(name)
        if not move.is_for(_role()):
            raise NotYourStep()
        if problems := [problem for problem in self.lacking(move) if problem.blocks]:
            raise InvalidRecord(problems, self.labels())
        names = (self.process.question, *move.stamps)
        before = {name: getattr(self, name) for name in names}
        setattr(self, self.process.question, move.end)
        for question, what in move.stamps.items():
            setattr(self, question, {"user": current().user, "today": current().today()}.get(what))
        try:
            return self.save(why=why, batch=batch)
        except UserError:  # it stands where it stood, so that the step can be taken once the answers are mended
            for name, value in before.items():
                setattr(self, name, value)
            raise

    def steps_taken(self):
        """A problem where the state was changed by another way than a step."""
        if self.process is None or self.process.question not in self._dirty:
            return
        question = self.questions()[self.process.question]
        after, role = getattr(self, question.name), _role()
        before = lookup.answers(type(self), self.id, question.name)
        if before is None:
            if after and not self.process.may_begin(after, role, self.offers):
                yield question.problem(N_("A record that begins in this state is entered by the station lead."))
        elif before[0] != after and not self.process.allows(before[0], after, role, self.offers):
            yield question.problem(N_("There is no step that leads to this state; use the steps of the file."))


def _role():
    """The role of who is at work; None for the program itself."""
    store = current()
    return access.role_of(store, store.user) if store.user else None


def as_problem(conflict) -> Problem:
    """What conflicts() and missing() yield: a Problem, or (question, sentence[, values])."""
    return conflict if isinstance(conflict, Problem) else Problem(conflict[0], conflict[1], *conflict[2:])
