"""A filled scale: the answers of one person on one day, its total and band worked out."""

from datetime import timedelta

from models import ages, lookup
from models.casework.case import Case
from models.database import current
from models.errors import Problem
from models.fields import Answers, Choice, Choices, Count, Day, Lines, Link, Notes, Text, YesNo
from models.fields.answers import sheet
from models.people.person import Person
from models.records import Record
from models.scales import advice, definition, scoring
from models.scales.scale import Whose
from models.services.group_member import GroupMember
from models.team.staff import Staff
from resources.language import N_


def _only_total(result):
    found = definition.scale(result.scale)
    return bool(found and found.only_total) and result.refused != "yes"


def _has_items(result):
    return bool(result.scale) and not _only_total(result) and result.refused != "yes"


def _alarmed(result):
    return bool(result.score() and result.score().alerts)


def _whose(result):
    """The person of the case or of the member of a group in whose file the scale is begun."""
    case, member = lookup.answers(Case, result.case, "person"), lookup.answers(GroupMember, result.member, "person")
    return (case or member or (None,))[0]


class ScaleResult(Record):
    """One scale filled in (量表结果): a screening aid for social work, never a diagnosis (精神卫生法 §23)."""

    title, plural, letters = N_("Scale"), N_("Scales"), "LBP"
    part_of, shelf = ("person", "case", "member"), "persons"
    signers = (N_("Filled in by:"), N_("Assessor:"), N_("Date:"))

    person = Link(
        Person, N_("Person"), heading=N_("Scale"), listed=True, index=True, suggest=_whose,
        synonyms=("姓名", "服务对象"),
    )  # fmt: skip
    case = Link(Case, N_("Case"), index=True, synonyms=("个案编号",))
    member = Link(GroupMember, N_("Group member"), index=True)
    scale = Choice(N_("Name of the scale"), "scale", required=True, listed=True, synonyms=("量表", "量表名称"))
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda one: current().today(),
        synonyms=("日期", "评估日期"),
    )  # fmt: skip
    phase = Choice(
        N_("Before or after"), "scale_phase", listed=True, suggest="screening", synonyms=("前测/后测", "测量时点")
    )
    mode = Choice(N_("How it was filled in"), "scale_mode", suggest="interview", synonyms=("填写方式",))
    worker = Link(Staff, N_("Assessor"), listed=True, suggest=lambda one: current().user, synonyms=("评估人", "社工"))
    helper = Text(N_("Who helped to fill it in"), limit=100, synonyms=("协助人",))
    refused = YesNo(N_("Refused to answer"), suggest="no", synonyms=("拒绝填写",))
    goals = Lines(
        N_("Goals measured"), room=5, most=5, asked_if=lambda one: one.scale == "gas",
        columns={
            "goal": Text(N_("Goal"), limit=300, required=True),
            "weight": Count(N_("Weight"), most=10),
            "expected": Text(N_("What is expected"), limit=300),
        },
    )  # fmt: skip
    answers = Answers(N_("Answers"), heading=N_("Answers"), sensitive=True, asked_if=_has_items, synonyms=("作答",))
    typed_total = Count(
        N_("Total score as counted"), most=1000, asked_if=_only_total, sensitive=True, synonyms=("总分", "得分")
    )
    total = Count(N_("Total score"), heading=N_("Result"), derived=True, printed=True, listed=True, sensitive=True)
    band = Choice(N_("Range of the score"), "scale_band", derived=True, printed=True, listed=True, sensitive=True)
    alerts = Choices(N_("To act on at once"), "scale_alert", derived=True, printed=True, listed=True, sensitive=True)
    version = Text(N_("Version of the scale"), limit=20, derived=True, printed=True, upward=False)
    done = Choices(
        N_("Done at once"), "scale_action", heading=N_("Safety"), required=True, asked_if=_alarmed, sensitive=True,
        synonyms=("当场处置",),
    )  # fmt: skip
    handled = Notes(N_("What was seen and arranged"), asked_if=_alarmed, sensitive=True)
    observed = Notes(N_("What was observed"), heading=N_("Remarks"), sensitive=True, synonyms=("观察情况",))
    repeat_on = Day(N_("Repeat on"), may_be_future=True, listed=True, synonyms=("复测日期",))

    def definition(self):
        """The scale in the version that was answered; None for one this program does not know."""
        name, version, _answers = sheet(self.answers)
        return definition.scale(self.scale, version if name == self.scale else None)

    def score(self) -> scoring.Score | None:
        """The score of the answers; None where there are none to score."""
        scale = self.definition()
        name, _version, answers = sheet(self.answers)
        if scale is None or scale.only_total or name != self.scale or self.refused == "yes":
            return None
        weights = tuple(line.get("weight") for line in self.goals or ()) if scale.total == "gas" else ()
        return scoring.score(scale, answers, self.whose(), weights)

    def whose(self) -> Whose:
        """What is on file of the person: some items and ranges depend on sex, age on the day, or education."""
        sex, birth, education = lookup.answers(Person, self.person, "sex", "birth", "education") or (None,) * 3
        return Whose(sex, ages.full_years(birth, self.day or current().today()), education)

    def derive(self):
        self.person = self.person or _whose(self)
        scale, found = self.definition(), self.score()
        if scale is None:
            return  # made by a newer program: what it worked out stays
        self.version = scale.version
        self.total = found.total if found else self.typed_total
        band = found.band if found else scoring.band_of(scale, self.total, self.whose())
        self.band, self.alerts = band and band.code, found.alerts if found else ()
        if self.repeat_on is None and scale.repeat_days and self.day and self.is_new:
            self.repeat_on = self.day + timedelta(scale.repeat_days)

    def conflicts(self):
        scale, found = self.definition(), self.score()
        if scale is None:
            return
        if not (self.person or self.case or self.member or scale.anonymous):
            yield "person", N_("Say whose answers these are."), {}
        if self.refused != "yes":
            yield from self._unscored(scale, found)
        if self.total is not None and scale.bands and not scoring.bands_for(scale, self.whose()):
            sentence = N_("The ranges of this scale go by sex, age or education: fill them in on the person's file.")
            yield Problem("person", sentence, blocks=False)
        if found:
            yield from advice.doubts(found, scoring.unanswered_critical(scale, sheet(self.answers)[2]))
        if self.repeat_on and self.day and self.repeat_on <= self.day:
            yield "repeat_on", N_("The repetition is not later than this day."), {}

    def _unscored(self, scale, found):
        if scale.only_total:
            if self.typed_total is None:
                yield "typed_total", N_("This has to be answered."), {}
            elif not scale.low <= self.typed_total <= scale.high or self.typed_total % scale.step:
                said = N_("The total of this scale lies from {low} to {high}.")
                yield "typed_total", said, {"low": scale.low, "high": scale.high}
        elif found is None:
            yield "answers", N_("This has to be answered."), {}
        elif found.total is None:
            sentence = N_("Only {answered} of {asked} items are answered: there is no total.")
            yield Problem("answers", sentence, {"answered": found.answered, "asked": found.asked}, blocks=False)

    def caption(self):
        scale = definition.scale(self.scale)
        return f"{scale.short} {self.day or ''}".strip() if scale else self.scale or ""
