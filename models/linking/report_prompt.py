"""When a record just saved gives cause to think of a mandatory report."""

import re

from models import ages, parameters
from models.database import current
from models.fields import Choices, Link, Links, Text
from resources.language import N_

_TICKED = {
    "case_problem": frozenset(("guardian", "violence", "bullied", "abused")),
    "crisis_kind": frozenset(("abuse", "neglect", "lost")),
    "living_risk": frozenset(("guardian",)),
    "visit_care": frozenset(("harm", "none")),
    "mood": frozenset(("danger",)),
    "scale_alert": frozenset(("protect",)),
    "child_guarding": frozenset(("unreported", "improper", "entrust")),
    "child_trouble": frozenset(("absent", "street")),
    "guardianship": frozenset(("none",)),
    "guardianship_grade": frozenset(("danger",)),
}
_SAID = re.compile(
    "性侵|猥亵|强奸|怀孕|流产|家暴|家庭暴力|欺凌|霸凌|殴打|毒打|虐待|遗弃|拐卖|拐骗|失踪|乞讨|自杀|自残|轻生|"
    "无人照料|无人监护|独自生活|单独居住|不履行监护|麻醉|营养不良"
)
_VIOLENCE = re.compile("家暴|家庭暴力|殴打|毒打|虐待|遗弃")
_WITHOUT_CAPACITY = frozenset(("403",))
_OF_THE_MIND = frozenset(("5", "6"))
MINOR = N_("This may have to be reported at once (law on the protection of minors §11): Ctrl+M begins the report.")
ADULT = N_(
    "Violence against somebody without full capacity has to be reported to the police at once (law against domestic "
    "violence §14): Ctrl+M begins the report."
)


def suggests_report(record) -> str | None:
    """The sentence to show after `record` was saved, or None; nothing is decided for the worker."""
    if record.restricted or not (_ticks(record) or _says(record, _SAID)):
        return None
    people = list(persons(record))
    today, grown = current().today(), parameters.value("adult_age")
    ages_known = [ages.full_years(person.birth, today) for person in people]
    if any(age is not None and age < grown for age in ages_known):
        return MINOR
    if any(map(_may_lack_capacity, people)) and (
        _says(record, _VIOLENCE) or "violence" in (getattr(record, "problems_met", None) or ())
    ):
        return ADULT
    return None


def _may_lack_capacity(person) -> bool:
    """Ill of mind by category, or with a card of intellectual or mental disability (反家庭暴力法 §14)."""
    return bool(_WITHOUT_CAPACITY & set(person.categories or ())) or person.disability_kind in _OF_THE_MIND


def _ticks(record) -> bool:
    for name, question in record.questions().items():
        wanted = _TICKED.get(getattr(question, "codes", None))
        value = getattr(record, name)
        if wanted and value:
            given = value if isinstance(question, Choices) else (value,)
            if wanted & set(given):
                return True
    return False


def _says(record, pattern) -> bool:
    words = (getattr(record, name) for name, question in record.questions().items() if isinstance(question, Text))
    return any(value and pattern.search(value) for value in words)


def persons(record):
    """The persons a record is about: itself, those it names, those of its case, else those of its household."""
    Person = current().tables["person"]
    if isinstance(record, Person):
        return [record]
    rows, household = set(), None
    for name, question in record.questions().items():
        if not isinstance(question, (Link, Links)) or not (value := getattr(record, name)):
            continue
        if question.table == "person":
            rows |= set(value if question.multiple else (value,))
        elif question.table == "case" and (case := record.linked(name)):
            rows.add(case.person)
        elif question.table == "household":
            household = value
    where = Person.id.in_(list(rows)) if rows else Person.household == household
    return list(Person.alive().where(where)) if rows or household else []
