"""Visits in the window: the next visit by rule, what a visit leads to, who was not visited, the route list."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from models.services.visit import Visit
from tests.exports.paper import text_of
from ui.pages.visit_leads import person_of
from ui.pages.visit_rounds import RouteChoice, route_data


@pytest.fixture
def elder(person, store):
    person.categories, person.since, person.phone = ("108",), date(2026, 1, 5), "13912346620"
    person.save()
    return person


@pytest.fixture
def page(desk):
    desk.window.go("visits")
    return desk.window.page


def a_visit(store, person, **answers):
    visit = Visit.new(
        household=person.household, day=store.today(), visitors=(store.user,), seen=(person.id,), **answers
    )  # fmt: skip
    visit.save()
    return visit


def test_the_next_visit_is_proposed_in_the_form_and_what_was_agreed_stays(page, elder, store):
    page.new()
    form = page.records.editor.form
    form.rows["household"].editor.set_value(elder.household)
    form.rows["household"].editor.changed.emit()
    assert form.trial().next_day == store.today() + timedelta(30)
    form.rows["met"].editor.set_value("no")
    assert form.trial().next_day == store.today() + timedelta(7)
    form.rows["next_day"].editor.set_value(store.today() + timedelta(3))
    form.rows["met"].editor.set_value("yes")
    assert form.trial().next_day == store.today() + timedelta(3)


def test_only_a_visit_on_file_leads_on(page, elder, store):
    page.new(household=elder.household)
    assert page.leads.isHidden()
    page.open(a_visit(store, elder))
    assert not page.leads.isHidden()
    page.records.show_list()
    assert page.leads.isHidden() and not page.bar.isHidden()


def test_one_key_opens_the_case_with_the_person_and_notes_it_in_the_visit(desk, page, elder, store, qtbot):
    visit = a_visit(store, elder, wish="想有人陪", problem="夜里无人")
    page.open(visit)
    qtbot.keyClick(page.records.editor.form, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.page.records.cls._meta.table_name == "case"
    case = desk.window.page.records.editor.form.trial()
    assert (case.person, case.household, case.source) == (elder.id, elder.household, "02")
    assert Visit.get_by_id(visit.id).leads == ("case",)


@pytest.mark.parametrize(("code", "table"), [("need", "need"), ("referral", "referral")])
def test_what_follows_knows_the_person(desk, page, elder, store, code, table):
    page.open(a_visit(store, elder, wish="想有人陪"))
    page.leads.go(code)
    fresh = desk.window.page.editor.form.trial()
    assert (type(fresh)._meta.table_name, fresh.person) == (table, elder.id)


def test_what_follows_is_about_whom_one_saw_else_the_head(store, elder):
    other = store.tables["person"].new(name="甲", household=elder.household)
    other.save()
    visit = Visit.new(household=elder.household, day=store.today(), visitors=(store.user,))
    assert person_of(visit).id == elder.id
    visit.seen = (other.id, elder.id)
    assert person_of(visit).id == other.id


def test_who_was_not_visited_this_month_is_listed_until_visited(desk, page, elder, store):
    page.show_rounds()
    assert page.rounds.items.index(0, 0).data() == "龙秀英"
    assert "月探访率 0.0 %" in page.rounds.sentence.text()
    page.rounds.visit()
    assert page.records.editor.form.trial().household == elder.household
    a_visit(store, elder)
    page.show_rounds()
    assert page.rounds.items.rowCount() == 0
    assert "月探访率 100.0 %" in page.rounds.sentence.text()


def test_escape_goes_back_to_the_list(desk, page, elder, qtbot):
    page.show_rounds()
    qtbot.keyClick(page.rounds.view, Qt.Key.Key_Escape)
    assert page.front is page.records


def test_the_route_list_holds_the_villages_ticked(desk, page, elder, store, tmp_path):
    home = store.tables["household"].new(head="卢满仓", village="桃坞村")
    home.save()
    store.tables["person"].new(name="卢满仓", household=home.id, risk="3", since=date(2026, 1, 5)).save()
    choice = RouteChoice(store)
    assert set(choice.boxes) == {"河口村", "桃坞村"}
    text = text_of(route_data(store, choice, "云岭镇社工站"), tmp_path)
    assert "龙秀英" in text and "卢满仓" in text and "139****6620" in text
    choice.boxes["桃坞村"].setChecked(True)
    choice.whole.setChecked(True)
    text = text_of(route_data(store, choice, "云岭镇社工站"), tmp_path)
    assert "卢满仓" in text and "龙秀英" not in text


def test_ctrl_n_on_the_list_of_visits_names_who_is_at_the_desk_as_visitor(desk, store):
    desk.window.go("visits")
    page = desk.window.page
    _label, key, begin = page.primary
    begin()
    assert key == "Ctrl+N" and page.records.editor.form.trial().visitors == (store.user,)
