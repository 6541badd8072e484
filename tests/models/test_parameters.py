"""Regional parameters are data; the strictest frequency wins."""

import pytest

from models import codes, parameters
from resources import FOLDER


def test_every_table_has_a_version():
    files = {path.stem for path in (FOLDER / "parameters").glob("*.csv")} - {"versions"}
    assert files == {row["table"] for row in parameters.table("versions")}


def test_the_codes_named_in_the_tables_exist():
    for row in parameters.table("visit_frequency"):
        assert codes.known({"risk": "risk_level", "category": "category"}[row["by"]], row["code"])
    for name in ("category_ages", "monthly_elders"):
        assert all(codes.known("category", row["category"]) for row in parameters.table(name))


@pytest.mark.parametrize(
    ("risk", "categories", "days"),
    [
        ("3", (), 7),
        ("2", (), 30),
        ("1", (), 90),
        (None, (), 180),
        ("0", ("101",), 90),
        ("1", ("101", "112"), 30),
        ("3", ("112",), 7),
    ],
)
def test_the_shortest_term_asked_for_holds(risk, categories, days):
    assert parameters.visit_days(risk, categories) == days


@pytest.mark.parametrize(("hours", "stars"), [(0, 0), (99, 0), (100, 1), (600, 3), (1500, 5), (9000, 5)])
def test_stars_go_by_hours(hours, stars):
    assert parameters.stars(hours * 60) == stars


def test_a_minute_short_of_a_star_is_no_star():
    assert parameters.stars(100 * 60 - 1) == 0


def test_a_value_that_nobody_set_is_a_bug():
    with pytest.raises(StopIteration):
        parameters.value("no such thing")
