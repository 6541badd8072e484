"""The mandatory report in the window: one key from anywhere, a reminder after saving, closed to others."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit

from models import read_log
from models.casework.case import Case
from models.linking.mandatory_report import MandatoryReport
from models.people.consent import Consent
from models.people.person import Person
from models.team.staff import Staff
from tests.exports import samples
from ui.forms import mandatory
from ui.widgets.messages import Toast
from ui.widgets.sheet import Sheet


@pytest.fixture
def child(store):
    child = Person.new(name="蒙小花", birth="2016-05-06", id_kind="none")
    child.save()
    return child


def report(store, person, worker=None):
    one = MandatoryReport.new(
        person=person.id, situation=("4",), found_on=date(2026, 9, 14), found_at=time(9), worker=worker or store.user
    )
    one.save()
    return one


def worker_of(store):
    return Staff.get(Staff.role == "worker").id


def form_of(desk):
    return desk.window.page.editor


def test_from_a_persons_list_the_person_is_filled_in(desk, store, child):
    desk.window.go("persons")
    desk.window.page.list.reload()
    desk.report_keys.begin("mandatory_report")
    assert form_of(desk).isVisible() and form_of(desk).record.person == child.id
    assert isinstance(form_of(desk).record, MandatoryReport)


def test_from_a_page_without_a_record_the_form_is_empty(desk, store):
    desk.window.go("today")
    desk.report_keys.begin("mandatory_report")
    assert form_of(desk).record.person is None


def test_after_saving_what_sounds_like_it_a_word_reminds(desk, store, child):
    case = Case.new(person=child.id, source="01", worker=store.user, problems_met=("bullied",))
    case.save()
    mandatory.remind(desk.window, case)
    (toast,) = desk.window.findChildren(Toast)
    toast.close()
    case.problems_met = ("money",)
    mandatory.remind(desk.window, case)
    assert not [one for one in desk.window.findChildren(Toast) if one is not toast]


def answer(monkeypatch, place):
    asked = []
    monkeypatch.setattr(Sheet, "ask", lambda self: asked.append(self.windowTitle()) or place)
    return asked


def test_whoever_reads_it_says_why_but_not_right_after_writing(desk, store, child, noon, monkeypatch):
    one = report(store, child)
    assert desk.may_open(one)
    store.clock = lambda: noon + timedelta(hours=1)
    answer(monkeypatch, 1)
    assert desk.may_open(one)
    answer(monkeypatch, None)
    assert not desk.may_open(one)
    assert [line.why for line in read_log.lines(store)] == ["站长审核", "刚刚填写"]


def test_others_are_told_and_see_no_row(desk, store, child, monkeypatch):
    one = report(store, child)
    store.user = worker_of(store)
    asked = answer(monkeypatch, 0)
    assert not desk.may_open(one) and len(asked) == 1
    page = desk.pages.page_of("mandatory_report")
    desk.window.go(page)
    assert desk.window.page.list.table.rowCount() == 0
    assert desk.choosing.name("mandatory_report", one.id) == "限知情人查看"


def test_a_consent_is_found_by_the_name_of_its_person(desk, store, child):
    consent = Consent.new(person=child.id, kind="referral", by="guardian", giver="龙秀英", receiver="县人民医院")
    consent.save()
    (offer,) = desk.choosing.find("consent", "mxh")
    assert offer.id == consent.id and "县人民医院" in offer.detail


def test_the_clock_stands_above_the_file_until_it_is_reported(desk, store, child):
    one = report(store, child)
    desk.window.go(desk.pages.page_of("mandatory_report"))
    page = desk.window.page
    page.show_file(one)
    said = page.file.facts.text()
    assert "27" in said and "还没有报告" in said
    other = MandatoryReport.get_by_id(one.id)
    other.reported_on, other.reported_at, other.observed, other.police = one.found_on, time(9, 20), "瘀青", "派出所"
    other.move("report")
    page.file.shown()
    assert "20" in page.file.facts.text() and "报告" in page.file.facts.text()


def test_no_ledger_of_them_is_taken_in(desk):
    """The report of an intake lies beside the ledger, open to whoever finds it."""
    desk.window.go(desk.pages.page_of("mandatory_report"))
    assert desk.window.page.secondary is None


def test_from_the_list_and_the_open_record_of_every_form_one_chord_begins_the_report(desk, store, qtbot, monkeypatch):
    """Two keys held together, Ctrl and M, wherever somebody stands; what was being typed stays as a draft."""
    monkeypatch.setattr(Sheet, "ask", lambda self: 0)
    made = samples.fill_all(store)
    own = desk.pages.page_of("mandatory_report")
    for table, name in sorted(desk.pages.by_table.items()):
        for opens in (False, True):
            desk.window.go(name)
            if opens:
                desk.open_row(table, made[table].id)
            QTest.keyClick(desk.window.focusWidget() or desk.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
            where = f"{table}, {'open' if opens else 'list'}"
            assert desk.window.name == own, where
            form = desk.window.page.editor
            assert isinstance(form.record, MandatoryReport) and form.record.is_new and form.isVisible(), where


def words_on(widget):
    """All that stands on a page or window: labels, buttons, fields, and the cells of its lists."""
    found = [part.text() for kind in (QLabel, QAbstractButton, QLineEdit) for part in widget.findChildren(kind)]
    found += [part.toPlainText() for part in widget.findChildren(QPlainTextEdit)]
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            rows, columns = model.rowCount(), model.columnCount()
            found += [str(model.index(row, column).data()) for row in range(rows) for column in range(columns)]
    return "\n".join(found)


@pytest.mark.parametrize("role", ["worker", "lead"])
def test_no_page_shows_anything_of_a_report_to_a_colleague(store, child, request, role):
    """The lead finds it on its own page, and its number on Today; a colleague nowhere."""
    one = MandatoryReport.new(
        person=child.id, situation=("4",), found_on=date(2026, 9, 14), found_at=time(9), worker=store.user,
        observed="雀强报左臂瘀青", police="雀强报派出所", where="雀强报",
    )  # fmt: skip
    one.save()
    Case.new(person=child.id, source="01", worker=worker_of(store), problems_met=("money",)).save()
    if role == "worker":
        store.user = worker_of(store)
    desk = request.getfixturevalue("desk")
    shown = set()
    for name in ["today", "report", *desk.pages.by_table.values()]:
        desk.window.go(name)
        page = desk.window.page
        if getattr(page, "list", None) is not None:
            page.list.reload()
        said = words_on(page)
        assert "雀强报" not in said, name
        if one.number in said:
            shown.add(name)
    assert shown == ({"today", "mandatory_report"} if role == "lead" else set())
    assert (one.number in words_on(desk.window)) == (role == "lead")
