"""Ages in full years, and the categories that ask for an age or a sex."""

from datetime import date

from models import parameters
from models.errors import Problem
from resources.language import N_


def full_years(birth: str | None, day: date) -> int | None:
    """周岁 on `day` of one born on a partial date; with only the year known, as if born on its first day."""
    if not birth:
        return None
    year, month, number = (int(part) for part in (birth + "-01-01")[:10].split("-"))
    return day.year - year - ((day.month, day.day) < (month, number))


def doubtful_categories(person, today: date):
    """Warn of each category that the person's age or sex does not fit, such as a child left behind of 17."""
    age = full_years(person.birth, today)
    for row in parameters.table("category_ages"):
        if row["category"] not in (person.categories or ()):
            continue
        if age is not None and row["below"] and age >= int(row["below"]):
            yield _doubt(N_("This category is for those under {years}; the person is {age}."), row["below"], age)
        if age is not None and row["from"] and age < int(row["from"]):
            yield _doubt(N_("This category is for those of {years} or more; the person is {age}."), row["from"], age)
        if row["sex"] and person.sex in ("1", "2") and person.sex != row["sex"]:
            yield Problem("categories", N_("This category does not go with the sex given."), blocks=False, code="L-18")


def _doubt(sentence, years, age):
    return Problem("categories", sentence, {"years": int(years), "age": age}, blocks=False, code="L-17")
