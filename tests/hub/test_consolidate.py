"""The county's table: signed figures beside each other, missing stations missing, persons counted once."""

import json
from datetime import date, datetime
from uuid import uuid4

import pytest

from exports.bundle import sending
from exports.bundle.key_file import trust, write_key
from hub.consolidate import DISTINCT, NONE, SHARE, SUM, UNREPORTED, county_table
from hub.receive import take_in
from models.clock import SHANGHAI
from models.figures import snapshot
from models.records import save_all
from tests.hub.conftest import make

SHARED = "11010519491231002X"


@pytest.fixture
def hub(tmp_path):
    """(county, [three townships]) that trust each other."""
    county = make(tmp_path / "county", "示例县", "county", short="0001")
    key = write_key(county, tmp_path / "county.tzkey")
    townships = []
    for number, name in enumerate(("云岭镇", "大湾乡", "青石镇"), 1):
        township = make(tmp_path / f"station{number}", f"{name}社工站", short=f"000{number}")
        trust(township, key)
        trust(county, write_key(township, tmp_path / f"{number}.tzkey"))
        townships.append(township)
    (tmp_path / "stick").mkdir()
    yield county, townships
    for store in (county, *townships):
        store.close()


def work(township, persons, visits, shared=False):
    """Persons on file and home visits in September; one of the persons may be on file elsewhere, too."""
    with township:
        person, visit = township.tables["person"], township.tables["visit"]
        on_file = {"state": "active", "since": date(2026, 8, 1), "village": "李家村"}
        found = [person.new(name=f"王{i}", **on_file) for i in range(persons)]
        if shared:
            found[0].id_number = SHARED
        save_all(found)
        staff = township.tables["staff"].get().id
        common = {"visitors": (staff,), "way": "door", "kind": "regular", "village": "李家村"}
        days = [(i, date(2026, 9, 1 + i)) for i in range(visits)]
        save_all([visit.new(household=uuid4(), seen=(found[i % persons].id,), day=day, **common) for i, day in days])


def work_on(township, day):
    """One more home visit."""
    with township:
        staff = township.tables["staff"].get().id
        township.tables["visit"].new(household=uuid4(), day=day, visitors=(staff,), way="door").save()


def sign(township):
    with township:
        return snapshot(township, "2026-09")


def sign_by_hand(township, figures):
    """A signed month that says what nobody counted."""
    with township:
        staff = township.tables["staff"].get().id
        months = township.tables["month"]
        answers = {"month": "2026-09", "digest": "ab" * 32, "signer": staff, "day": date(2026, 10, 1)}
        months.new(figures=figures, **answers).save(kind="month")


def bring(township, county, tmp_path):
    found = take_in(county, sending.send(township, tmp_path / "stick"))
    assert {one.verdict for one in found} == {"taken"}


def test_signed_figures_stand_beside_each_other_and_are_summed(hub, tmp_path):
    county, (first, second, _) = hub
    for township, persons, visits in ((first, 3, 2), (second, 5, 4)):
        work(township, persons, visits)
        sign(township)
        bring(township, county, tmp_path)
    table = county_table(county, "2026-09")
    visits = table.row("8")
    assert [cell.value for cell in visits.cells] == [2, 4, None]
    assert (visits.total, visits.how) == (6, SUM)
    assert not any(row.differs for row in table.rows)
    assert all(column.whole for column in table.columns)


def test_a_station_that_has_not_reported_is_not_a_zero(hub, tmp_path):
    county, (first, _, third) = hub
    work(first, 1, 1)
    work(third, 9, 9)
    sign(first)
    for township in (first, third):
        bring(township, county, tmp_path)
    table = county_table(county, "2026-09")
    assert (table.reported, table.expected) == (1, 3)
    assert table.missing == ("大湾乡社工站", "青石镇社工站")
    assert table.row("8").cells[2].state == UNREPORTED
    assert table.row("8").total == 1


def test_a_person_at_two_stations_counts_once_in_the_county(hub, tmp_path):
    county, townships = hub
    for township in townships[:2]:
        work(township, 3, 2, shared=True)
        sign(township)
        bring(township, county, tmp_path)
    table = county_table(county, "2026-09")
    assert [cell.value for cell in table.row("3").cells][:2] == [3, 3]
    assert table.persons == 5
    assert (table.row("10").total, table.row("10").how) == (3, DISTINCT)


def test_a_signed_figure_that_the_records_do_not_bear_out_is_marked(hub, tmp_path):
    county, (first, *_) = hub
    work(first, 2, 2)
    sign_by_hand(first, json.dumps({"figures": [{"number": "8", "value": 20, "state": "number"}]}))
    bring(first, county, tmp_path)
    table = county_table(county, "2026-09")
    cell = table.row("8").cells[0]
    assert (cell.value, cell.recount, cell.differs) == (20, 2, True)
    assert table.row("8").total == 20


def test_what_happened_after_the_last_signed_day_is_no_difference(hub, tmp_path, monkeypatch):
    county, (first, *_) = hub
    work(first, 1, 2)
    monkeypatch.setattr(first, "clock", lambda: datetime(2026, 9, 15, 12, tzinfo=SHANGHAI))
    sign(first)
    monkeypatch.undo()
    work_on(first, date(2026, 9, 20))
    bring(first, county, tmp_path)
    table = county_table(county, "2026-09")
    assert table.columns[0].until == date(2026, 9, 15)
    assert (table.row("8").cells[0].recount, table.row("8").differs) == (2, False)
    work_on(first, date(2026, 9, 10))
    bring(first, county, tmp_path)
    cell = county_table(county, "2026-09").row("8").cells[0]
    assert (cell.value, cell.recount, cell.differs) == (2, 3, True)


def test_a_correction_replaces_what_was_signed_before(hub, tmp_path):
    county, (first, *_) = hub
    work(first, 1, 1)
    sign(first)
    bring(first, county, tmp_path)
    work(first, 1, 2)
    sign(first)
    bring(first, county, tmp_path)
    table = county_table(county, "2026-09")
    assert table.columns[0].version == 2
    assert table.row("8").cells[0].value == 3


def test_what_needs_a_withheld_answer_is_not_recounted(hub, tmp_path):
    county, (first, *_) = hub
    with first:
        staff = first.tables["staff"].get().id
        group = first.tables["group"].new(name="小组", kind="support", started=date(2026, 9, 1), worker=staff)
        group.save()
        session = first.tables["group_session"].new(group=group.id, number=1, day=date(2026, 9, 2), worker=staff)
        session.save()
        first.tables["attendance"].new(session=session.id, name="新来的", state="present").save()
    sign(first)
    bring(first, county, tmp_path)
    row = county_table(county, "2026-09").row("31")
    assert (row.cells[0].value, row.cells[0].recount, row.total, row.how) == (1, None, None, NONE)


def test_shares_are_taken_of_all_stations_together(hub, tmp_path):
    county, (first, *_) = hub
    work(first, 1, 1)
    sign(first)
    bring(first, county, tmp_path)
    assert county_table(county, "2026-09").row("12").how in (SHARE, NONE)


def test_a_signed_month_that_cannot_be_read_is_reported_without_figures(hub, tmp_path):
    county, (first, *_) = hub
    sign_by_hand(first, '{"figures":[{"number":"8","value":"x"}]}')
    bring(first, county, tmp_path)
    table = county_table(county, "2026-09")
    assert table.reported == 1 and table.row("8").total is None
    assert not table.columns[0].whole
