"""Scales are answered by digits; what an answer asks for is said at once and before it is saved."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.fields.answers import filled, sheet
from models.scales import definition
from models.scales.result import ScaleResult
from models.scales.scoring import DECLINED
from ui.widgets.labels import Label
from ui.widgets.messages import Toast


@pytest.fixture
def editor(desk, person):
    """The form of a fresh PHQ-9 of 龙秀英."""
    desk.window.go("scale_result")
    desk.window.page.new(person=person.id, scale="phq9")
    return desk.window.page.editor


@pytest.fixture
def answers(editor):
    """The editor of its answers, with the caret in it."""
    found = editor.form.rows["answers"].editor
    found.sheet.setFocus()
    return found


def typed(answers):
    return sheet(answers.value())[2]


def test_digits_answer_and_go_on(qtbot, answers):
    qtbot.keyClicks(answers.sheet, "0123")
    assert typed(answers) == {"1": 0, "2": 1, "3": 2, "4": 3}
    assert answers.sheet.at == 4


def test_a_digit_without_an_answer_does_nothing(qtbot, answers):
    qtbot.keyClicks(answers.sheet, "7")
    assert answers.value() is None and answers.sheet.at == 0


def test_enter_goes_to_the_next_item_and_from_the_last_to_the_next_question(qtbot, answers):
    qtbot.keyClick(answers.sheet, Qt.Key.Key_Return)
    assert answers.sheet.at == 1
    assert answers.sheet.keeps_enter()
    answers.sheet.go(9)
    assert not answers.sheet.keeps_enter()


def test_an_answer_is_taken_back_and_declined(qtbot, answers):
    qtbot.keyClicks(answers.sheet, "21")
    qtbot.keyClick(answers.sheet, Qt.Key.Key_Up)
    qtbot.keyClick(answers.sheet, Qt.Key.Key_Delete)
    assert typed(answers) == {"1": 2}
    qtbot.keyClicks(answers.sheet, "x")
    assert typed(answers) == {"1": 2, "2": DECLINED}


def test_the_mouse_answers_and_takes_back(qtbot, answers):
    button = answers.sheet._buttons["3", 2]
    button.click()
    assert typed(answers) == {"3": 2}
    button.click()
    assert answers.value() is None


def test_the_sum_is_said_while_typing_with_its_range_and_that_it_is_no_diagnosis(qtbot, answers):
    qtbot.keyClicks(answers.sheet, "111110000")
    assert "5" in answers.sum.text() and "非诊断" in answers.sum.text()


def test_an_alarming_answer_is_told_at_once_and_asks_what_was_done(qtbot, editor, answers):
    qtbot.keyClicks(answers.sheet, "00000000")
    assert answers.alarm.isHidden() and not editor.form.rows["done"].isVisibleTo(editor.form)
    qtbot.keyClicks(answers.sheet, "1")
    assert not answers.alarm.isHidden() and "12356" in answers.alarm.sentence.text()
    assert editor.form.rows["done"].isVisibleTo(editor.form)
    assert not editor.save()
    editor.form.rows["done"].editor.set_value(("lead", "stayed"))
    assert not editor.save()  # the notice is read first
    assert editor.save()
    assert ScaleResult.get_by_id(editor.record.id).alerts == ("suicide",)
    (toast,) = editor.window().findChildren(Toast)
    assert "Ctrl+G" in " ".join(label.text() for label in toast.findChildren(Label))


def test_another_scale_has_another_sheet_and_the_first_is_kept(qtbot, editor, answers):
    qtbot.keyClicks(answers.sheet, "12")
    scale = editor.form.rows["scale"].editor
    scale.set_value("cage")
    editor.form._on_change()
    assert len(answers.sheet._items) == 4 and answers.value() is None
    scale.set_value("phq9")
    editor.form._on_change()
    assert typed(answers) == {"1": 1, "2": 2}


def test_a_scale_without_items_asks_for_the_total(editor):
    editor.form.rows["scale"].editor.set_value("barthel")
    editor.form._on_change()
    assert editor.form.rows["typed_total"].isVisibleTo(editor.form)
    assert not editor.form.rows["answers"].isVisibleTo(editor.form)


def test_men_are_not_asked_what_is_asked_of_women(desk, editor, answers, person):
    person.sex = "1"
    person.save()
    editor.form.rows["scale"].editor.set_value("phq15")
    editor.form._on_change()
    assert "4" not in {item.code for item in answers.sheet._items}


def test_an_earlier_result_is_drawn_beside(qtbot, desk, person):
    scale = definition.scale("phq9")
    old = filled(scale, {str(n): 1 for n in range(1, 9)} | {"9": 0})
    ScaleResult.new(person=person.id, scale="phq9", day=date(2026, 3, 1), answers=old).save()
    desk.window.go("scale_result")
    desk.window.page.new(person=person.id, scale="phq9")
    answers = desk.window.page.editor.form.rows["answers"].editor
    assert answers.chart.isHidden()
    qtbot.keyClicks(answers.sheet, "000000000")
    assert [total for _day, total in answers.chart.points] == [8, 0]
    assert "-8" in answers.chart.words() and answers.chart.change == "better"
    answers.chart.grab()


def test_a_draft_of_answers_is_put_back(qtbot, desk, editor, answers, person):
    qtbot.keyClicks(answers.sheet, "12")
    editor.keep_draft()
    editor.edit(ScaleResult.new(person=person.id, scale="phq9"))
    assert typed(answers) == {"1": 1, "2": 2}


def test_what_a_newer_program_wrote_is_not_lost(answers, person):
    value = '{"answers":{"q1":4},"scale":"made_later","version":"2031-1"}'
    answers.set_value(value)
    answers.follow(ScaleResult(person=person.id, scale="made_later", answers=value))
    assert answers.value() == value and answers.sheet._items == []


def test_filling_in_again_keeps_person_and_scale(desk, person):
    both = filled(definition.scale("phq2"), {"1": 1, "2": 1})
    first = ScaleResult.new(person=person.id, scale="phq2", phase="before", answers=both)
    first.save()
    desk.window.go("scale_result")
    desk.window.page.again(first)
    record = desk.window.page.editor.record
    assert (record.person, record.scale, record.phase, record.answers) == (person.id, "phq2", "after", None)


def test_the_staff_come_first_among_the_pages_of_the_team(desk):
    team = [entry.name for entry in desk.pages.entries() if entry.shelf and entry.shelf[0] == "team"]
    assert team[0] == "staff" and {"supervision", "pay_sheet", "staff_training", "job_post"} <= set(team)


def test_the_crisis_report_begins_with_the_person_in_hand(desk, editor, person):
    desk.report_keys.begin("crisis_report")
    assert desk.window.page.editor.record.person == person.id
