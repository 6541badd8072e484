"""The annexes agree with the main table, line by line and in their totals."""

import json
from datetime import date

from models import figures
from models.casework.case import Case
from models.casework.session import CaseSession
from models.figures.packed import as_kept
from models.people.household import Household
from models.people.person import Person
from models.services.activity import Activity
from models.services.visit import Visit
from models.team.staff import Staff
from resources.language import Language

MONTH = "2026-09"


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def annex(store, number):
    return {one.number: one for one in figures.annexes(store.unit, MONTH)}[number]


def column(one, number):
    place = [c.figure.number for c in one.columns].index(number)
    return {line.code: line.values[place] for line in one.lines} | {"total": one.total[place]}


def visited(store):
    worker = Staff.alive().first()
    places = (("甲", "上村"), ("乙", "下村"), ("丙", None))
    homes = [made(Household, head=head, village=village) for head, village in places]
    first = date(2026, 9, 1)
    people = [
        made(Person, name="一", household=homes[0].id, village="上村", categories=("101", "110"), since=first),
        made(Person, name="二", household=homes[1].id, village="下村", since=first),
    ]
    for home, seen in ((homes[0], people[:1]), (homes[0], people[:1]), (homes[1], people), (homes[2], [])):
        made(
            Visit, household=home.id, seen=[p.id for p in seen], day=date(2026, 9, 3), way="door", visitors=(worker.id,)
        )


def test_villages_stand_with_their_household_visits_and_people(store):
    visited(store)
    one = annex(store, "3")
    assert column(one, "8") == {"上村": 2, "下村": 1, None: 1, "total": 4}
    assert column(one, "10") == {"上村": 1, "下村": 2, None: 0, "total": 2}


def test_the_sum_of_lines_is_the_total_only_where_the_column_says_so(store):
    visited(store)
    for one in figures.annexes(store.unit, MONTH):
        for place, col in enumerate(one.columns):
            if col.additive:
                assert sum(line.values[place] for line in one.lines) == one.total[place]
    assert annex(store, "1").total_label == "Total"
    assert annex(store, "3").total_label == "Total (without doubles)"


def test_a_person_stands_in_each_of_their_categories_but_once_in_the_total(store):
    visited(store)
    assert column(annex(store, "2"), "3") == {"101": 1, "110": 1, None: 1, "total": 2}
    assert column(annex(store, "2"), "10") == {"101": 1, "110": 1, None: 1, "total": 2}


def test_all_service_fields_stand_in_the_first_annex(store):
    made(Activity, name="义诊", kind="clinic", day=date(2026, 9, 5), field="elderly", unnamed=12)
    made(Activity, name="座谈", kind="council", day=date(2026, 9, 5), unnamed=3)
    found = column(annex(store, "1"), "34")
    assert (found["elderly"], found["relief"], found[None], found["total"]) == (12, 0, 3, 15)


def test_totals_repeat_the_main_table(store):
    visited(store)
    table = figures.month_table(store.unit, MONTH).by_number
    for one in figures.annexes(store.unit, MONTH):
        assert [table[c.figure.number].value for c in one.columns] == list(one.total)


def in_words(store):
    table, annexes = figures.month_table(store.unit, MONTH), figures.annexes(store.unit, MONTH)
    return json.loads(json.dumps(figures.as_json(table, annexes, Language("en"))))


def test_the_json_holds_every_figure_with_its_state(store):
    visited(store)
    found = in_words(store)
    assert [f["number"] for f in found["figures"]] == [f.number for f in figures.FIGURES]
    assert {f["state"] for f in found["figures"]} <= {"number", "blank", "na", "not_kept"}
    assert all((f["value"] is not None) == (f["state"] == "number") for f in found["figures"])
    assert found["annexes"]["3"]["total"][1] == 4


def test_the_json_says_each_value_in_the_unit_beside_it_as_it_is_printed(store):
    visited(store)
    elders = [made(Person, name=name, since=date(2026, 1, 1), categories=("105",)) for name in "甲乙丙"]
    home, worker = Household.alive().first(), Staff.alive().first()
    seen = [one.id for one in elders[:2]]
    made(Visit, household=home.id, seen=seen, day=date(2026, 9, 4), way="phone", visitors=(worker.id,))
    file = made(Case, person=elders[0].id, opened=date(2026, 9, 1), source="01", worker=worker.id)
    for number in (4, 5):
        made(CaseSession, case=file.id, day=date(2026, 9, number), minutes=50, worker=worker.id)
    found = in_words(store)
    lines = {line["number"]: line for line in found["figures"]}
    told = {number: (lines[number]["value"], lines[number]["unit"]) for number in ("12", "20", "21")}
    assert told == {"12": (66.7, "%"), "20": (2, "sessions"), "21": (1.7, "hours")}
    assert (lines["21"]["last"], lines["21"]["year"]) == (0, 1.7)
    assert found["annexes"]["2"]["total"][-1] == 66.7


def test_every_json_value_is_the_printed_one(store):
    visited(store)
    for line in figures.month_table(store.unit, MONTH).lines:
        for value in (0, 7, 100, 153, 667):
            printed = float(line.figure.show(value, Language("en")).replace(",", ""))
            assert line.figure.in_unit(value) == printed


def test_a_signed_month_keeps_minutes_and_tenths(store):
    kept = as_kept(figures.month_table(store.unit, MONTH), figures.annexes(store.unit, MONTH))
    numbers = [side for line in kept["figures"] for side in line.values()]
    numbers += [value for annex in kept["annexes"].values() for value in annex["total"]]
    assert not any(type(number) is float for number in numbers)
