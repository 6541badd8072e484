"""The dated categories of persons: which, from when to when, by which proof.

A person's file ticks the categories of today; these rows say since when, until when and why. Where there are rows of a
category they decide, and the ticks follow each time a row is saved; a category without rows stands as it was ticked.
"""

import json
from collections import defaultdict
from datetime import date
from uuid import UUID

from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Day, Link, Notes, Text
from models.people.person import Person
from models.records import Record, save_all
from resources.language import N_


class Category(Record):
    """A category of a person, with its days and its proof: 低保 since 2024-03-01, certificate 123."""

    title, plural, letters = N_("Category"), N_("Categories"), "LB"
    part_of = ("person",)

    person = Link(Person, N_("Person"), heading=N_("Category"), required=True, listed=True, index=True)
    category = Choice(N_("Category"), "category", required=True, listed=True)
    since = Day(N_("From"), listed=True)
    until = Day(N_("Until"), may_be_future=True, listed=True)
    proof = Text(N_("Certificate number"), limit=100, sensitive=True, listed=True, synonyms=("证号", "证件编号"))
    office = Text(N_("Confirmed by"), synonyms=("认定单位",))
    note = Notes(N_("Remarks"), sensitive=True)

    def in_force(self, day) -> bool:
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The last day is before the first."), {}

    def save(self, *, why=None, batch=None, kind="edit"):
        """As Record.save(); the ticks of the person's file follow in the same transaction."""
        person = self.linked("person")
        if person is None or person.withheld or kind != "edit":
            return super().save(why=why, batch=batch, kind=kind)
        ticks = settled(person, current().today(), self)
        if ticks == tuple(person.categories or ()):
            return super().save(why=why, batch=batch, kind=kind)
        person.categories = ticks
        return save_all([self, person], why=why, batch=batch, kind=kind)

    @staticmethod
    def doubts(person):
        """Warn where the ticks of a person's file and the dated categories differ; the repair follows the dates."""
        ticks = settled(person, current().today())
        if ticks != tuple(person.categories or ()):
            yield Problem("categories", N_("The dated categories say otherwise."), blocks=False, repair=ticks)

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""


def settled(person, day, changed: Category | None = None) -> tuple[str, ...]:
    """The categories a person's file should tick on `day`: those ticked, corrected by the dated rows.

    `changed` is a row about to be saved, which counts as it stands now.
    """
    rows = list(Category.alive().where(Category.person == person.id))
    if changed is not None:
        rows = [row for row in rows if row.id != changed.id] + ([] if changed.deleted else [changed])
    dated = {row.category for row in rows} | ({changed.category} if changed is not None else set())
    held = {row.category for row in rows if row.in_force(day)}
    return tuple(sorted(set(person.categories or ()) - dated | held))


def note(person, kind, since, until=None, proof=None, office=None) -> Category:
    """Write what was granted, or has ended, into a person's dated categories: the row that runs, or a fresh one."""
    rows = Category.alive().where(Category.person == person, Category.category == kind)
    row = rows.order_by(Category.since.desc()).first() or Category.new(person=person, category=kind)
    if row.since is None or since > (row.until or date.max):
        row.since = since
    row.until, row.proof, row.office = until, proof or row.proof, office or row.office
    row.save()
    return row


_ROWS = "SELECT person, category, since, until FROM category WHERE deleted = 0 AND person IS NOT NULL"
_TICKS = "SELECT id, categories FROM person WHERE deleted = 0 AND state = 'active' AND station = ?"


def drifted(store) -> list[Person]:
    """Persons on file whose ticks and dated categories differ, as on the day after a category has ended."""
    today = store.today().isoformat()
    dated, held = defaultdict(set), defaultdict(set)
    for person, category, since, until in store.db.execute_sql(_ROWS):
        dated[bytes(person)].add(category)
        if (since or "") <= today <= (until or "9999"):
            held[bytes(person)].add(category)
    rows = []
    for person, stored in store.db.execute_sql(_TICKS, (store.unit.bytes,)):
        ticks, row = set(json.loads(stored or "[]")), bytes(person)
        if row in dated and ticks - dated[row] | held[row] != ticks:
            rows.append(UUID(bytes=row))
    return [
        person
        for at in range(0, len(rows), 500)
        for person in Person.select().where(Person.id.in_(rows[at : at + 500]))
    ]


def ending(store, until) -> list:
    """Categories that end by `until` and whose persons are on file (due.Due)."""
    rows = Category.alive().where(
        Category.station == store.unit, Category.until >= store.today(), Category.until <= until
    )
    found = [(row, row.linked("person")) for row in rows.order_by(Category.until)]
    return [
        Due("category", row.id, person.name, person.village, person.risk, row.until, row.since)
        for row, person in found
        if person and person.state == "active"
    ]


def not_followed(store) -> list:
    """Persons whose file still ticks a category that has ended, or not yet one that has begun (due.Due)."""
    today = store.today()
    return [Due("person", one.id, one.name or "", one.village, one.risk, today) for one in drifted(store)]
