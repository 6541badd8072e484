"""The file of a person served (服务对象档案) on paper: person, household, categories with proofs, last visits."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.answers import Answers
from exports.layout.document import CELL, gap, heading
from exports.layout.form_rows import form
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models.database import current
from models.files import silent
from resources.language import N_, Language

_VISITS, _MOST = 10, 120
_SIGNERS = (N_("Filed by:"), N_("Station lead:"), N_("Person served or guardian:"))
_HOUSEHOLD_SHOWN = ("head", "count", "village", "group_no", "address", "phone", "housing", "minder", "risk", "worker")
_WIDTH = 176 * mm


def person_pdf(
    person, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The sheet of a person; `whole` prints numbers of papers and telephones in full, else masked.

    The store of the person has to be in force. With the class Person it is the blank form.
    """
    more = [] if isinstance(person, type) else _about(person, language, whole)
    return record_pdf(
        person, language=language, station=station, name=N_("Person's file"), signers=_SIGNERS, more=more,
        whole=whole, made=made, tick=tick,
    )  # fmt: skip


def _about(person, language, whole):
    household = person.linked("household")
    story = []
    if household:
        story.append(gap())
        left_out = set(household.questions()) - set(_HOUSEHOLD_SHOWN)
        story += form(Answers(household, language, whole), _WIDTH, skip=left_out)
        others = [member for member in household.members() if member.id != person.id]
        names = ("name", "relation", "sex", "birth", "categories", "phone")
        story += _listing(N_("Members of the household"), others, names, (30, 24, 12, 26, 52, 32), language, whole)
    category = current().tables["category"]
    dated = category.alive().where(category.person == person.id).order_by(category.since)
    names = ("category", "since", "until", "proof")
    story += _listing(N_("Categories and their proof"), dated, names, (60, 30, 30, 56), language, whole)
    names = ("day", "way", "visitors", "found", "problem", "next_day")
    found = _visits(household)
    return story + _listing(N_("Last visits"), found, names, (22, 16, 28, 54, 34, 22), language, whole)


def _visits(household):
    if household is None:
        return []
    visit = current().tables["visit"]
    return visit.alive().where(visit.household == household.id).order_by(visit.day.desc()).limit(_VISITS)


def _listing(name, records, names, widths, language, whole):
    """Records as a table of the questions named."""
    records = list(records)
    if not records:
        return [*heading(language.text(name)), Prose(language.text(N_("None on file.")), CELL)]
    questions = records[0].questions()
    heads = [language.text(questions[one].label) for one in names]
    rows = [[_short(Answers(record, language, whole).say(one)) for one in names] for record in records]
    return [*heading(language.text(name)), grid([heads, *rows], [width * mm for width in widths])]


def _short(said):
    """What fits a table: the whole stands on the record's own print."""
    said = " ".join(said.split("\n"))
    return said if len(said) <= _MOST else said[:_MOST] + "…"
