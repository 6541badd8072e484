"""The number of a disability card (残疾人证): the identity number, kind, grade, and B with the count of renewals.

残疾人证管理办法 §5: 18 signs of the identity number, one digit for the kind (1 视力 2 听力 3 言语 4 肢体 5 智力 6 精神
7 多重), one for the grade (1–4); a card replaced or renewed has B and a number behind it.
"""

import re
from typing import NamedTuple

from models import id_number
from models.errors import Problem
from resources.language import N_

_SHAPE = re.compile(r"([0-9]{17}[0-9X])([1-7])([1-4])(?:B([1-9][0-9]?))?")


class Card(NamedTuple):
    """What the number of a card says."""

    papers: str
    kind: str
    grade: str
    renewals: int


def read(number: str | None) -> Card | None:
    """The parts of a card's number, however it is typed; None where it has not the shape of one."""
    found = _SHAPE.fullmatch(id_number.tidy(number)) if number else None
    return Card(found[1], found[2], found[3], int(found[4] or 0)) if found else None


def number_of(papers: str, kind: str, grade: str, renewals: int = 0) -> str:
    """The number of a card with these parts."""
    return f"{papers}{kind}{grade}" + (f"B{renewals}" if renewals else "")


def problems(person):
    """Warn where card, papers, kind and grade of a person do not fit each other; repairs follow the card."""
    if not person.disability_no:
        return
    card = read(person.disability_no)
    if card is None:
        yield _doubt(
            "disability_no",
            N_("A disability card has 20 digits: identity number, kind 1–7, grade 1–4; renewed cards have B and 1 …"),
        )  # fmt: skip
        return
    papers = id_number.tidy(person.id_number or "")
    if len(papers) == 18 and papers != card.papers:
        right = number_of(papers, card.kind, card.grade, card.renewals)
        yield _doubt("disability_no", N_("The card does not begin with this person's identity number."), right)
    if person.disability_kind and person.disability_kind != card.kind:
        yield _doubt("disability_kind", N_("The card's number says another kind of disability."), card.kind)
    if person.disability_grade and person.disability_grade != card.grade:
        yield _doubt("disability_grade", N_("The card's number says another grade."), card.grade)


def _doubt(question, sentence, repair=None):
    return Problem(question, sentence, blocks=False, repair=repair)
