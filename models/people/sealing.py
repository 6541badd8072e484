"""A sealed file is only kept (个人信息保护法 §47): to work on it, its state is changed first."""

from models import lookup
from models.casework.life import ENDED, NEVER
from models.database import current
from models.errors import Problem
from resources.language import N_

SEALED = "sealed"
_WHILE_SEALED = frozenset(("state", "ended", "seal_reason", "deleted", "birth_year", "match"))


def problems(person):
    """Yield what stands against changing answers of a file that is sealed, as Record.conflicts() does."""
    if person.state == SEALED and "state" in person.dirty and (count := _open_cases(person)):
        sentence = N_("Open cases: {count}. Close or transfer them first, a sealed file takes no new papers.")
        yield Problem("state", sentence, {"count": count}, blocks=False)
    changed = person.state == SEALED and person.dirty - _WHILE_SEALED and not person.is_new
    if changed and lookup.answers(type(person), person.id, "state") == (SEALED,):
        yield "state", N_("This file is sealed. Set its state to “on file” first, with the reason."), {}


def _open_cases(person):
    case = current().tables["case"]
    return case.alive().where(case.person == person.id, case.state.not_in((*ENDED, *NEVER))).count()
