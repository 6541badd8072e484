"""Roster rows held against the records and made into households and persons."""

from datetime import date

from exports.intake import doubts, on_file
from exports.intake.cells import plain, said
from exports.intake.doubts import Doubt
from exports.intake.ledger import Ledger, LedgerRow, household_key
from models import ages
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.row_id import uuid7


def make_people(ledger: Ledger, today: date, since: date | None = None) -> list[Record]:
    """The households and persons of all rows to be stored, households first.

    `since` is the first day of files whose row does not say it: else the day on which the ledger says it was filled
    in, else today.
    """
    register, staff = on_file.people(), on_file.staff()
    households: dict[tuple, Household] = {}
    persons = []
    for row in ledger.entries:
        if not row.is_stored or _is_on_file(row, register):
            continue
        household = _household_of(row, households)
        person = _person(row, household, staff, since or ledger.stated or today)
        key = household_key(row) or row.place
        if (key in households or is_allowed(row, household)) and is_allowed(row, person):
            households[key] = household
            persons.append(person)
            row.on_file += _odd_categories(person, today)
    return [*households.values(), *persons]


def is_allowed(row: LedgerRow, record: Record) -> bool:
    """Whether the record's own rules let it be saved; the first that does not is the row's reason to wait."""
    problem = next((problem for problem in record.problems() if problem.blocks), None)
    if problem:
        row.on_file.append(Doubt(doubts.NOT_SAVED, {"reason": problem}))
    return problem is None


def _odd_categories(person, today):
    for problem in ages.doubtful_categories(person, today):
        kind = doubts.CATEGORY_SEX if problem.code == doubts.CATEGORY_SEX.code else doubts.CATEGORY_AGE
        yield Doubt(kind, {"reason": problem})


def _is_on_file(row: LedgerRow, register) -> bool:
    """Whether the row's person is, or may well be, on file; nothing is merged, the row waits."""
    name, number = row.values["name"], row.values.get("id_number")
    for known in register.numbered(number):
        if plain(known.name or "") == plain(name):
            row.on_file.append(Doubt(doubts.ON_FILE))
            return True
        row.on_file.append(Doubt(doubts.NUMBER_ON_FILE, {"found": number}))
        return False
    for known in register.named(name, row.values.get("village")):
        if not (known.number and number) and _may_be_born(known.birth or "", row.values.get("birth") or ""):
            row.on_file.append(Doubt(doubts.MAYBE_ON_FILE))
            return True
    return False


def _may_be_born(one, other) -> bool:
    """Whether two partial births can be one; an unknown one can be any."""
    return one.startswith(other) or other.startswith(one)


def _household_of(row, households) -> Household:
    """A household of its own, unless village, door and head are those of an earlier row exactly (settled 27)."""
    household = households.get(household_key(row) or row.place)
    if household is None:
        household = Household(id=uuid7(), **_answers(Household, row), head=row.values["head"], risk="0")
        household.address = row.values.get("address") or row.values.get("door")
    elif household.count is None:
        household.count = row.values.get("count")
    return household


_SHARED_NAMES = frozenset(("head", "address", "phone", "note", "risk", "housing", "worker"))


def _answers(record, row) -> dict:
    """The row's values for questions of a record; what a person and a household both have is the person's."""
    names = record.questions().keys() - (_SHARED_NAMES if record is Household else set())
    return {name: value for name, value in row.values.items() if name in names and value is not None}


def _person(row, household, staff, since) -> Person:
    answers = {"since": since, "state": "active"} | _answers(Person, row)
    if any(doubt.kind is doubts.NUMBER_ON_FILE for doubt in row.on_file):
        answers.pop("id_number", None)
    if answers["state"] != "active" and not answers.get("ended"):
        row.on_file.append(Doubt(doubts.END_UNKNOWN, {"found": said(row.cells.get("state"))}))
        answers["state"] = "active"
    answers["address"] = answers.get("address") or row.values.get("door")
    worker = plain(said(row.cells.get("worker")))
    if worker and len(staff.get(worker, ())) == 1:
        answers["worker"] = staff[worker][0]
    elif worker:
        row.on_file.append(Doubt(doubts.NOBODY_ON_STAFF, {"name": said(row.cells.get("worker"))[:50]}))
    return Person(id=uuid7(), household=household.id, **answers)
