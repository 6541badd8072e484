"""Old age (高龄): who reaches one of the ages at which a region pays more, such as 80, 90 and 100."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from models import parameters
from models.due import Due
from models.people.assistance import Assistance
from models.people.person import Person

ALLOWANCE = "401"
_LOOKED_BACK = timedelta(30)


def reached(store, until: date) -> list[Due]:
    """Persons on file whose birthday of such an age lies within the last 30 days or comes by `until`.

    Those who have applied for the allowance since 30 days before it are left out. `day` of what is due is the birthday.
    """
    found = []
    for person, birthday in _turning(store, store.today() - _LOOKED_BACK, until):
        applied = Assistance.alive().where(
            Assistance.person == person.id, Assistance.kind == ALLOWANCE, Assistance.applied >= birthday - timedelta(30)
        )
        if not applied.exists():
            found.append(Due("person", person.id, person.name or "", person.village, person.risk, birthday))
    return sorted(found, key=lambda due: due.day)


def _turning(store, first, last):
    """(person, birthday) of each whole date of birth that makes one of the ages between two days."""
    ages = [int(row["age"]) for row in parameters.table("old_ages")]
    spans = [Person.birth.between(_before(first, age).isoformat(), _before(last, age).isoformat()) for age in ages]
    people = Person.alive().where(Person.station == store.unit, Person.state == "active", reduce(or_, spans))
    for person in people:
        if len(person.birth) == len("1946-05-06"):
            born = date.fromisoformat(person.birth)
            yield from ((person, day) for age in ages if first <= (day := _before(born, -age)) <= last)


def _before(day, years):
    """The same day so many years before; 28 February for the 29th in a year that has none."""
    year = day.year - years
    leap = day.month == 2 and day.day == 29 and (year % 4 or (year % 100 == 0 and year % 400))
    return day.replace(year=year, day=28) if leap else day.replace(year=year)
