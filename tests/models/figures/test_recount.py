"""Any month counted twice: by the figures, and by the plainest counting in Python that follows the rules as written."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import figures, register, station
from models.clock import SHANGHAI
from tests.models.figures.invented import World
from tests.models.figures.naive import Naive

MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
SHARES = [figure.number for figure in figures.FIGURES if figure.is_share]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One training station for all generated months; rows are put past the journal, for counting only."""
    now = datetime(2026, 10, 10, 12, tzinfo=SHANGHAI)
    store, _ = station.set_up(
        tmp_path_factory.mktemp("recount") / "station", tables=register.BY_TABLE, name="站",
        users=[station.NewUser("韦敏", "")], training=True, clock=lambda: now,
    )  # fmt: skip
    with store:
        yield store
    store.close()


worlds = st.integers(0, 2**32)
months = st.sampled_from(MONTHS)


def invented(store, seed):
    world = World(seed, store.unit)
    world.write(store)
    return world


@settings(max_examples=60)
@given(seed=worlds, month=months)
def test_the_figures_are_what_plain_counting_gives(store, seed, month):
    world = invented(store, seed)
    table = figures.month_table(store.unit, month).by_number
    expected = Naive(world, month).values()
    assert {number: table[number].value for number in expected} == expected


@settings(max_examples=20)
@given(seed=worlds, month=months)
def test_the_records_behind_a_figure_make_the_figure(store, seed, month):
    invented(store, seed)
    for line in figures.month_table(store.unit, month).lines:
        rows = figures.rows_of(line.number, store.unit, month)
        if line.number in SHARES and rows:
            assert figures.Figure.value_of(line.figure, len(rows), sum(r.counted for r in rows), None) == line.value
        elif line.number == "24":
            assert not rows  # mandatory reports are counted and never listed
        elif line.state == "number":
            assert sum(row.counted for row in rows) == line.value
        else:
            assert not any(row.counted for row in rows or ())


@settings(max_examples=20)
@given(seed=worlds)
def test_cases_carry_over_and_balance(store, seed):
    invented(store, seed)
    tables = [figures.month_table(store.unit, month).by_number for month in MONTHS]
    for table in tables:
        start, opened, closed, transferred, end = (table[n].value for n in ("15", "16", "17", "18", "19"))
        assert end == start + opened - closed - transferred
    for before, table in zip(tables, tables[1:], strict=False):
        assert table["15"].value == before["19"].value


@settings(max_examples=20)
@given(seed=worlds)
def test_the_year_so_far_is_the_sum_of_its_months(store, seed):
    invented(store, seed)
    tables = [figures.month_table(store.unit, f"2026-{number:02}").lines for number in range(1, 11)]
    for months in zip(*tables, strict=True):
        values = [line.value for line in months if line.value is not None]
        if months[-1].year_state == "number":
            assert months[-1].year == sum(values)
        else:
            assert months[-1].year is None


@settings(max_examples=20)
@given(seed=worlds, month=months)
def test_whatever_was_recorded_fits_and_the_annexes_make_the_main_table(store, seed, month):
    invented(store, seed)
    table, annexes = figures.month_table(store.unit, month), figures.annexes(store.unit, month)
    assert [check for check in figures.broken(figures.checks(table, annexes)) if check.blocks] == []


def test_last_month_is_last_months_figure(store):
    invented(store, 7)
    now, last = (figures.month_table(store.unit, month) for month in ("2026-09", "2026-08"))
    assert [line.last for line in now.lines] == [line.value for line in last.lines]
