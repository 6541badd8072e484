"""A sealed file is only kept (个人信息保护法 §47): to work on it, its state is changed first."""

from models import lookup
from resources.language import N_

SEALED = "sealed"
_WHILE_SEALED = frozenset(("state", "ended", "seal_reason", "deleted", "birth_year", "match"))


def problems(person):
    """Yield what stands against changing answers of a file that is sealed, as Record.conflicts() does."""
    changed = person.state == SEALED and person.dirty - _WHILE_SEALED and not person.is_new
    if changed and lookup.answers(type(person), person.id, "state") == (SEALED,):
        yield "state", N_("This file is sealed. Set its state to “on file” first, with the reason."), {}
