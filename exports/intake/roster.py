"""A row of a roster as a person and a household."""

import re
from collections import defaultdict
from datetime import date

from exports.intake import answers, doubts, identity
from exports.intake.cells import joined_name, means_nothing, plain, said
from exports.intake.dates import agreed, readings, within
from exports.intake.ledger import Duplicate, LedgerRow
from models import id_number
from models.fields import Link, Links
from models.people.household import Household
from models.people.person import Person

_GONE = re.compile(r"转出|迁出|搬走|死亡|去世|已故|过世|销户|注销")
_OWN_WAY = frozenset(
    ("name", "id_number", "id_kind", "birth", "sex", "phone", "phone2", "relation", "head", "village", "address")
)
_QUESTIONS = {
    name: question
    for record in (Household, Person)
    for name, question in record.questions().items()
    if not question.derived and name not in _OWN_WAY and not isinstance(question, (Link, Links))
}


def read_roster(rows: list[LedgerRow], headings: dict[str, str], today: date) -> list[Duplicate]:
    """Fill the values of all entries; returns the persons who stand, or may stand, in two rows."""
    numbered = [(row, _number(row, today)) for row in rows]
    duplicates, shared = _same_numbers(numbered)
    for row, number in numbered:
        _read_person(row, None if identity.comparable(number) in shared else number, headings, today)
    return duplicates + _likely_same(rows)


def _number(row, today):
    number, found = identity.read_number(row.cells.get("id_number"), today)
    row.doubts += found
    return number


def _same_numbers(numbered) -> tuple[list[Duplicate], set[str]]:
    """One number in two rows: the same name is one person, another name makes the number worthless in both.

    Returns the pairs and the worthless numbers.
    """
    first, duplicates, shared = {}, [], set()
    for row, number in numbered:
        key = identity.comparable(number)
        if key is None or not _name(row):
            continue
        other = first.setdefault(key, row)
        if other is row:
            continue
        same = _name(other) == _name(row)
        duplicates.append(Duplicate(row, other, same))
        if same:
            row.doubt(doubts.ENTERED_TWICE, other=other.place)
        else:
            shared.add(key)
            row.doubt(doubts.NUMBER_SHARED, other=other.place, found=key)
            other.doubt(doubts.NUMBER_SHARED, other=row.place, found=key)
    return duplicates, shared


def _likely_same(rows) -> list[Duplicate]:
    """Name, birth and village equal, and not two numbers that tell them apart."""
    seen, duplicates = defaultdict(list), []
    for row in rows:
        birth = row.values.get("birth") or ""
        if not row.is_stored or len(birth) < 7:
            continue
        key = (plain(row.values["name"]), birth, row.values.get("village"))
        for other in seen[key]:
            if not (row.values.get("id_number") and other.values.get("id_number")):
                row.doubt(doubts.MAYBE_TWICE, other=other.place)
                duplicates.append(Duplicate(row, other, False))
                break
        seen[key].append(row)
    return duplicates


def _name(row) -> str:
    return plain(joined_name(said(row.cells.get("name"))))


def _read_person(row, number, headings, today):
    if not take_name(row, Person.name, today):
        return
    _read_papers(row, number)
    _read_birth(row, today)
    _read_sex(row, headings)
    answers.take_phones(row, Person.phone, today)
    _read_place(row, headings, today)
    _read_rest(row, headings, today)
    _read_head(row, headings)
    note = row.values.get("note") or ""
    if gone := _GONE.search(note):
        row.doubt(doubts.SAID_TO_BE_GONE, found=gone[0])


def take_name(row: LedgerRow, question, today: date) -> bool:
    """The name of the row, or the row refused: without a name there is nobody."""
    text = said(row.cells.get("name"))
    if means_nothing(text) or not any(char.isalpha() for char in text):
        row.doubt(doubts.NO_NAME)
        return False
    name = joined_name(text)
    if problem := next(iter(question.check(name, None, today)), None):
        row.doubt(doubts.NAME_UNUSABLE, reason=problem)
        return False
    if name != text:
        row.doubt(doubts.NAME_BLANKS)
    row.values["name"] = name
    return True


def _read_papers(row, number):
    written = said(row.cells.get("id_number"))
    if number:
        row.values |= {"id_number": number, "id_kind": "id"}
    elif written and means_nothing(written):
        row.values["id_kind"] = "none"


def _read_birth(row, today):
    """The birth column, held against the identity number where there is a sound one."""
    cell, number = row.cells.get("birth"), row.values.get("id_number")
    days = readings(cell, today)
    born = id_number.birth_of(number) if number else None
    if not days:
        if said(cell) and not means_nothing(said(cell)):
            row.doubt(doubts.BIRTH_UNREADABLE, found=said(cell)[:60])
        if born:
            row.values["birth"] = born.isoformat()
            row.doubt(doubts.BIRTH_FROM_NUMBER)
    elif born:
        _birth_by_number(row, cell, days, born.isoformat())
    else:
        row.values["birth"] = agreed(days)
        if len(days) > 1:
            row.doubt(doubts.BIRTH_OPEN, readings=" / ".join(days), found=said(cell))


def _birth_by_number(row, cell, days, born):
    if not any(within(day, born) for day in days):
        row.doubt(doubts.BIRTH_NOT_NUMBER, found=said(cell))
        return
    row.values["birth"] = born
    if born not in days:
        row.doubt(doubts.BIRTH_FROM_NUMBER)


def _read_sex(row, headings):
    number = row.values.get("id_number")
    said_by_number = id_number.sex_of(number) if number else None
    answers.take_code(row, "sex", "sex", headings.get("sex", ""))
    sex = row.values.get("sex")
    if sex is None and said_by_number:
        row.values["sex"] = said_by_number
        row.doubt(doubts.SEX_FROM_NUMBER)
    elif sex in ("1", "2") and said_by_number and sex != said_by_number:
        del row.values["sex"]
        row.doubt(doubts.SEX_NOT_NUMBER, found=said(row.cells.get("sex")))


def _read_place(row, headings, today):
    """Village, group and door; `7组28号` gives the group as well."""
    for name in ("village", "address", "door"):
        question = Person.village if name == "village" else Person.address
        answers.take(row, name, question, today, headings.get(name, ""))
    door = row.values.get("door") or ""
    if group := re.match(r"\s*([0-9一二三四五六七八九十]{1,3})\s*组", door):
        row.values["group_no"] = group[1] + "组"


def _read_rest(row, headings, today):
    """Every other question of a person or household that has a column."""
    for name, question in _QUESTIONS.items():
        if name in row.cells:
            answers.take(row, name, question, today, headings.get(name, ""))


def _read_head(row, headings):
    """The head of the household; 本人, a blank and a sheet without that column mean the person."""
    answers.take_code(row, "relation", "relation", headings.get("relation", ""))
    text = joined_name(said(row.cells.get("head")))
    own = means_nothing(text) or text in ("本人", "户主", "自己")
    if not own and (problem := next(iter(Household.head.check(text, None, None)), None)):
        row.doubt(doubts.VALUE_UNREADABLE, found=text[:60], heading=headings.get("head", ""), reason=problem)
        own = True
    row.values["head"] = row.values["name"] if own else text
    if own and row.values.get("relation") == "01":
        row.values["relation"] = "02"
