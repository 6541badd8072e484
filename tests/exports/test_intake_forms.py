"""A ledger of any form: its own labels as headings, its answers as people write them into a sheet."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.intake import apply, dry_run, plan
from exports.intake.kinds import kind_named
from exports.intake.sheets import Sheet, Sheets
from models import batches, codes, proof
from models.fields import (
    Answers,
    Choice,
    Choices,
    Count,
    Day,
    Division,
    Duration,
    IdNumber,
    Link,
    Links,
    Money,
    Name,
    Notes,
    PartialDay,
    Phone,
    Text,
    Time,
)  # fmt: skip
from models.people.household import Household
from models.register import RECORDS
from models.team.staff import Staff
from resources.language import Language

ZH = Language("zh_CN")
TODAY = date(2026, 9, 15)
FORMS = [form for form in RECORDS if form._meta.table_name not in ("station", "month")]
_LETTERS = st.text("春江花月夜云岭河口桃坞abcXYZ", min_size=2, max_size=12)
_ANSWERS = {
    Answers: st.none(),  # shown as sentences, typed as digits: test_results.py
    Text: _LETTERS, Name: _LETTERS, Notes: _LETTERS, Count: st.integers(0, 50), Money: st.integers(0, 10**9),
    Day: st.dates(date(2000, 1, 1), date(2026, 9, 1)), PartialDay: st.sampled_from(("1953", "1953-05", "1953-05-06")),
    Time: st.times().map(lambda t: time(t.hour, t.minute)), Duration: st.integers(1, 600),
    IdNumber: st.just("510411198312164707"), Phone: st.just("13912345678"), Division: st.just("510411103"),
}  # fmt: skip


def _answer(question):
    """An answer of that kind; None for links, which are names in a ledger."""
    if isinstance(question, Choices):
        offered = [code.code for code in codes.choices(question.codes, TODAY)]
        return st.lists(st.sampled_from(offered), unique=True, min_size=1, max_size=3).map(sorted).map(tuple)
    if isinstance(question, Choice):
        return st.sampled_from([code.code for code in codes.choices(question.codes, TODAY)])
    if isinstance(question, (Link, Links)):
        return st.none()
    return _ANSWERS[type(question)]


def _written(question, value):
    """As somebody types it into a cell."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(question, Choices):
        return "、".join(codes.label(question.codes, code, ZH) for code in value)
    return question.show(value, ZH)


def _table(form, heads, *rows):
    return plan(
        Sheets("台账.xlsx", [Sheet("", [list(heads), *map(list, rows)])]), kind=form._meta.table_name, today=TODAY
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_under_a_forms_own_labels_is_read_as_its_answers(form, data):
    asked = {name: form.questions()[name] for name in kind_named(form._meta.table_name).words}
    labels = [ZH.text(question.label) for question in asked.values()]
    answers = {
        name: value
        for (name, question), label in zip(asked.items(), labels, strict=True)
        if labels.count(label) == 1 and (value := data.draw(_answer(question), label=name)) is not None
    }
    heads = [ZH.text(asked[name].label) for name in answers]
    if len(heads) < 2:
        return
    ledger = _table(form, heads, [_written(asked[name], value) for name, value in answers.items()])
    (row,) = ledger.entries
    unread = {name: row.values.get(name) for name in answers if row.values.get(name) != answers[name]}
    assert not {name: found for name, found in unread.items() if found is not None}
    assert not unread or row.doubts  # what a question itself refuses is said, never dropped in silence


def test_names_become_links_where_one_on_file_bears_them(store):
    Staff.new(name="潘晓燕", role="worker").save()
    ledger = _table(
        Household, ["户主", "村（社区）", "负责社工"], ["石有田", "桃坞村", "潘晓燕"], ["龙秀英", "桃坞村", "王五"]
    )
    report = apply(ledger, store)
    made = {one.head: one for one in Household.alive()}
    assert made["石有田"].worker == Staff.get(Staff.name == "潘晓燕").id
    assert made["龙秀英"].worker is None
    assert report.counts["L-40"] == 1
    assert proof.check(store) == []


def test_what_stands_already_waits_and_an_intake_can_be_taken_back(store):
    heads = ["户主", "村（社区）"]
    first = apply(_table(Household, heads, ["石有田", "桃坞村"], ["石有田", "桃坞村"]), store)
    assert first.made == {"household": 1} and first.counts["L-44"] == 1
    again = apply(_table(Household, heads, ["石有田", "桃坞村"]), store)
    assert again.made == {}
    batches.undo(store, first.batch)
    assert Household.alive().count() == 0


def test_a_row_that_breaks_a_rule_of_the_form_waits(store):
    report = dry_run(_table(Staff, ["姓名", "入职日期", "离职日期"], ["潘晓燕", "2024-05-01", "2020-01-01"]), store)
    assert report.counts["L-29"] == 1 and report.made == {}


def test_a_row_in_which_nothing_can_be_read_is_refused(store):
    report = dry_run(_table(Household, ["户主", "家庭人口"], ["石有田", "3"], ["无", "许多"]), store)
    assert report.made == {"household": 1}
    assert [row.findings[0].code for row in report.refused] == ["L-45"]
