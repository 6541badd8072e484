"""The register of liaisons (联络员登记表, 附件2): unit and day in the head, two lines an area, blank and filled."""

from datetime import datetime
from itertools import groupby

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, Paper, Signatures, pdf, title
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose
from models import codes
from models.files import silent
from models.partners.contact import Contact
from resources.language import N_, Language

NAME = N_("Register of liaison officers")
HEADS = (N_("County or district"), N_("Role of the contact"), N_("Name"), N_("Telephone number"), N_("Email or WeChat"))
_WIDTHS = [width * mm for width in (34, 26, 32, 36, 48)]
_CENTRE = CELL.but(align="centre", size=10, leading=14)
_ROLES = ("head", "liaison")
_BLANK_AREAS = 8


def contacts_pdf(
    contact, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """All liaisons of the unit of `contact`; with the class the blank form.

    Telephones stand there whole whatever `whole` says: they are those of offices, and the paper serves to reach them.
    """
    blank = isinstance(contact, type)
    say = language.text
    rows = [("", role) for _ in range(_BLANK_AREAS) for role in _ROLES] if blank else _of_unit(contact)
    unit = "" if blank else contact.unit
    day = (
        say(N_("{gap}year{gap}month{gap}day"), gap="　　")
        if blank or not contact.filled
        else _long(contact.filled, language)
    )
    paper = Paper(language, say(NAME), station, made=made)
    kinds = [BODY.but(size=11), BODY.but(size=11, align="right")]
    head = [[say(N_("Unit: {name}"), name=unit), say(N_("Time of filling in: {day}"), day=day)]]
    story = [
        Prose(say(N_("Annex 2")), BODY.but(face="medium", size=12, leading=18)),
        *title(say(NAME)),
        plain(head, [paper.width * 0.6, paper.width * 0.4], kinds, padding=3),
        _table(rows, blank, language),
        Signatures([(say(N_("Filled in by:")), ""), (say(N_("Unit (seal):")), "")], 2),
    ]
    return pdf(paper, story, tick)


def _long(day, language):
    return f"{day.year}年{day.month}月{day.day}日" if language.name == "zh_CN" else day.isoformat()


def _of_unit(contact):
    """(area, role, name, telephone, mail) of the unit's liaisons in office and of `contact`, by area, heads first."""
    shown = Contact.until.is_null() | (Contact.id == contact.id)
    rows = Contact.alive().where(Contact.unit == contact.unit, shown).order_by(Contact.id)
    areas = list(dict.fromkeys(row.area for row in rows))
    ordered = sorted(rows, key=lambda row: (areas.index(row.area), _ROLES.index(row.role) if row.role in _ROLES else 2))
    return [(row.area, row.role, row.name, row.phone, row.mail) for row in ordered]


def _table(rows, blank, language):
    lines, style, at = [[language.text(head) for head in HEADS]], [], 1
    for _area, group in groupby(enumerate(rows), key=lambda one: one[0] // 2 if blank else one[1][0]):
        group = [row for _, row in group]
        style += [("SPAN", (0, at), (0, at + len(group) - 1))] if len(group) > 1 else []
        at += len(group)
        lines += [_line(row, place, language) for place, row in enumerate(group)]
    return grid(lines, _WIDTHS, kinds=[_CENTRE] * 5, style=style, least=9.5 * mm, head_size=10.5)


def _line(row, place, language):
    area, role, name, phone, mail = (*row, "", "", "")[:5]
    number = phone or ""
    label = codes.label("contact_role", role, language)
    return ["" if place else area, label, name or "", number, mail or ""]
