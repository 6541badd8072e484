"""What the rules ask of those in extreme hardship and of children in fact without support: doubts, never verdicts.

特困人员认定办法 §5 (无劳动能力): 60 years or more, under 16, or gravely disabled. 民发〔2019〕62号: both parents in one
of the situations listed, or one of them with the other dead or missing.
"""

from models import ages
from models.errors import Problem
from models.terms import months_later
from resources.language import N_

DESTITUTE, UNSUPPORTED = "103", "120"
_OLD, _YOUNG, _LOST_MONTHS = 60, 16, 6
# Kind of disability → the grades with which the rule takes somebody to be unable to work.
_GRAVE = {"5": "123", "6": "123", "4": "12", "1": "1"}


def may_be_unable_to_work(person, day) -> bool | None:
    """Whether age or disability is one that the rule names; None where the birth is not known."""
    if person.disability_grade and person.disability_grade in _GRAVE.get(person.disability_kind, ""):
        return True
    age = ages.full_years(person.birth, day)
    return None if age is None else age >= _OLD or age < _YOUNG


def doubts(assistance):
    """Yield what an application for one of these kinds does not fit, as Record.conflicts() does."""
    person, day = assistance.linked("person"), assistance.applied
    if assistance.kind == DESTITUTE and person and day and may_be_unable_to_work(person, day) is False:
        sentence = N_("Between 16 and 60 and without such a disability: is this person unable to work (特困 §5)?")
        yield Problem("person", sentence, blocks=False)
    if assistance.kind == UNSUPPORTED:
        yield from _doubts_about_parents(assistance, day)


def missing(assistance):
    """Yield what has to be known before a child is confirmed, as Record.missing() does."""
    for name in ("father", "mother"):
        if assistance.kind == UNSUPPORTED and getattr(assistance, name) is None:
            yield name, N_("This has to be answered first."), {}


def _doubts_about_parents(assistance, day):
    parents = ("father", "mother")
    if able := next((name for name in parents if getattr(assistance, name) == "able"), None):
        yield Problem(able, N_("A parent who can support the child excludes it (民发〔2019〕62号)."), blocks=False)
    if assistance.lost_since and day and day < months_later(assistance.lost_since, _LOST_MONTHS):
        yield Problem("lost_since", N_("Not to be reached means six months or more."), blocks=False)
    if {getattr(assistance, name) for name in parents} <= {"dead", "missing"}:
        yield Problem("kind", N_("With both parents dead or missing the child is an orphan."), blocks=False)
