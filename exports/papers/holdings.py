"""All that a station holds about one person, for that person to have (个人信息查询打印件; 个人信息保护法 §45).

The file, every record that names the person or the household, what was agreed to and with whom it was shared. What is
restricted is left out: the law forbids to tell it where that would hinder a report or an inquiry (§45, §18). So are
the notes of worker and supervisor on their own work; the paper says both, and whom to ask.
"""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.answers import Answers, shown
from exports.layout.document import BODY, CELL, SMALL, Paper, Signatures, gap, heading, pdf, title
from exports.layout.form_rows import form
from exports.layout.forms import PRIVATE
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models import fields
from models.database import current
from models.files import silent
from resources.language import N_, Language

_SIGNERS = (N_("Handed over by:"), N_("Taken home by:"), N_("Date:"))
_LEFT_OUT = frozenset(("person", "household", "consent"))
_SHARED = ("day", "direction", "agency", "purpose", "handed", "way", "basis")
_REPORTS = {
    "visit_leads": "report", "child_service": "report", "consultation_result": "report", "scale_action": "report",
    "handing_basis": "report", "case_source": "08",
}  # fmt: skip
"""Code list → the code that would tell of a mandatory report, which is restricted itself."""
_OF_OTHERS = frozenset(("relatives", "supporters"))
"""Tables of a household that tell of its other members and of relatives elsewhere."""
_AGREED = ("kind", "state", "by", "method", "day", "until", "withdrawn")


def holdings_pdf(
    person, *, language: Language, station: str, whole: bool = True, made: datetime | None = None, tick=silent
) -> bytes:
    """What is held about a person; numbers in full, for it is their own. The store of the person has to be in force."""
    say = language.text
    paper = Paper(language, say(N_("What we hold about you")), station, made=made)
    story = [
        *title(say(N_("What we hold about you")), station),
        Prose(say(N_("For {name}. If something is wrong, ask for it to be corrected."), name=person.name), BODY),
        gap(), *_form(person, language, whole, paper.width), *_household(person, language, whole, paper.width),
        *_records(person, language, whole, paper.width), *_shared(person, language, paper.width),
        gap(), Prose(say(_UPWARD), BODY), gap(1 * mm), Prose(say(_NOT_HERE), BODY),
        Signatures([(say(label), "") for label in _SIGNERS]), gap(2 * mm),
        Prose(say(PRIVATE), SMALL),
    ]  # fmt: skip
    return pdf(paper, story, tick)


_UPWARD = N_(
    "To the civil affairs department above go counts and, for each person, sex, year of birth, village, categories and "
    "a key that is no ID document number; no name, no telephone and no story."
)


_NOT_HERE = N_(
    "Not on this paper: what worker and supervisor wrote on their own work (reflection, supervision), what concerns "
    "the others in the family, and what the law tells to keep secret. Whoever thinks that something about themselves "
    "stands there asks the station lead, who looks it through and answers."
)


def _household(person, language, whole, width):
    household = person.linked("household")
    if household is None:
        return []
    return [*heading(language.text(household.title)), *_form(household, language, whole, width, _OF_OTHERS)]


def _form(record, language, whole, width, left_out=frozenset()):
    """The answers that are there."""
    empty = {name for name, question in record.questions().items() if question.is_empty(getattr(record, name))}
    return form(Answers(record, language, whole), width, skip=empty | left_out)


def records_about(person):
    """(form, records) for all that names a person or the household of that person, and what stands in their files,
    such as the sessions of their case; nothing that is restricted."""
    found = {}
    for cls in current().tables.values():  # parents first
        table = cls._meta.table_name
        if cls.restricted or table in ("person", "household", "consent", "referral"):
            continue
        if (condition := _about(cls, person, found)) is not None:
            records = list(cls.alive().where(condition).order_by(cls.id))
            found[table] = [record.id for record in records]
            yield cls, records


def _about(cls, person, found):
    """The condition by which rows of a form are about a person; `found`: table → rows already known to be."""
    condition = None
    for name in cls.part_of:
        question = cls.questions()[name]
        if found.get(question.table) and not isinstance(question, fields.Links):
            one = question.in_(found[question.table])
            condition = one if condition is None else condition | one
    for question in cls.questions().values():
        row = person.id if getattr(question, "table", "") == "person" else None
        if getattr(question, "table", "") == "household":
            row = person.household
        if row is None or question.derived:
            continue
        one = question.contains(f'"{row.hex}"') if isinstance(question, fields.Links) else question == row
        condition = one if condition is None else condition | one
    return condition


def _records(person, language, whole, width):
    for cls, records in records_about(person):
        if records:
            yield from heading(language.text(cls.plural))
            for number, record in enumerate(records, 1):
                yield Prose(f"{number}. " + _said(record, language, whole), CELL, after=1.2 * mm)


def _said(record, language, whole):
    """One record in a paragraph: each answer with its label."""
    answers, parts = Answers(record, language, whole), []
    for name, question in record.questions().items():
        if name in _LEFT_OUT or question.of_work or not question.printed or isinstance(question, fields.Data):
            continue
        if said := _answer(answers, name, question).rstrip("。"):
            parts.append(language.text(N_("{label}: {said}"), label=language.text(question.label), said=said))
    return language.text(N_("; ")).join(parts)


def _answer(answers, name, question):
    """What was answered, without a word of a mandatory report."""
    value, secret = getattr(answers.record, name), _REPORTS.get(getattr(question, "codes", ""))
    if secret is None or question.is_empty(value):
        return answers.say(name)
    if not question.multiple:
        return "" if value == secret else answers.say(name)
    return shown(question, tuple(code for code in value if code != secret), answers.language)


def _shared(person, language, width):
    tables = current().tables
    for table, name, names in (
        ("consent", N_("What was agreed to"), _AGREED),
        ("referral", N_("With whom it was shared"), _SHARED),
    ):
        cls = tables[table]
        rows = [row for row in cls.alive().where(cls.person == person.id).order_by(cls.day) if not _is_report(row)]
        yield from heading(language.text(name))
        if not rows:
            yield Prose(language.text(N_("None on file.")), CELL)
            continue
        heads = [language.text(cls.questions()[one].label) for one in names]
        lines = [[Answers(row, language).say(one) for one in names] for row in rows]
        yield grid([heads, *lines], [width / len(names)] * len(names))


def _is_report(row):
    """Whether data were handed over for a mandatory report."""
    return getattr(row, "basis", None) == _REPORTS["handing_basis"]
