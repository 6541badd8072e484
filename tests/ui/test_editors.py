from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models import codes, fields
from models.casework.intake import CaseIntake
from models.errors import Wrong
from models.people.person import Person
from models.services.visit import Visit
from ui.editors.choosing import choosing
from ui.editors.editors import EDITORS, editor_for
from ui.editors.link_editors import LinksButton, LinksEditor
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.finder import Offer


def test_every_kind_has_an_editor():
    assert set(EDITORS) == set(fields.KINDS) - {fields.Data}


def test_every_question_of_every_record_gets_an_editor(qtbot, store):
    for cls in store.tables.values():
        for question in cls.questions().values():
            if not isinstance(question, fields.Data):
                qtbot.addWidget(editor_for(question, choosing()))


def test_values_come_back_as_they_were_given(qtbot, store, person):
    for name, question in Person.questions().items():
        if isinstance(question, fields.Data):
            continue
        editor = editor_for(question, choosing())
        qtbot.addWidget(editor)
        editor.set_value(getattr(person, name))
        empty = question.is_empty(getattr(person, name))
        assert question.is_empty(editor.value()) if empty else editor.value() == getattr(person, name), name


def test_a_day_is_shown_as_it_was_understood_when_the_line_is_left(qtbot, store):
    editor = editor_for(Visit.questions()["day"], choosing())
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.line, "0903")
    editor.line.editingFinished.emit()
    assert editor.value() == date(2026, 9, 3)
    assert editor.line.text() == "2026-09-03"


def test_a_code_that_is_not_known_here_stays_what_it_is(qtbot, store):
    question = Person.questions()["nation"]
    editor = editor_for(question, choosing())
    qtbot.addWidget(editor)
    editor.set_value("of a newer program")
    assert editor.value() == "of a newer program"


def test_codes_not_known_here_stay_chosen_beside_those_ticked(qtbot, store):
    question = Visit.questions()["living"]
    editor = editor_for(question, choosing())
    qtbot.addWidget(editor)
    editor.set_value(("newer",))
    first = codes.choices(question.codes)[0].code
    editor.boxes[first].setChecked(True)
    assert set(editor.value()) == {"newer", first}


def test_an_offer_is_found_by_value_not_by_identity(qtbot, store, person):
    from uuid import UUID

    combo = ChoiceCombo([(person.id, "龙秀英")])
    qtbot.addWidget(combo)
    combo.show_code(UUID(person.id.hex))
    assert combo.currentText() == "龙秀英"


def test_typed_words_that_chose_nobody_are_refused_with_a_sentence(qtbot, store):
    editor = editor_for(Person.questions()["household"], choosing())
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor.finder, "zzz")
    with pytest.raises(Wrong):
        editor.value()


def test_those_found_for_one_record_are_not_offered_for_the_next(qtbot, store, person):
    editor = editor_for(Visit.questions()["seen"], choosing())
    qtbot.addWidget(editor)
    editor.set_value((person.id,))
    editor.set_value(())
    assert editor.boxes == {}


def test_members_of_a_household_are_ticked_where_they_are_offered(qtbot, store, person):
    editor = LinksEditor(Visit.questions()["seen"], choosing(), [Offer(person.id, "龙秀英 76")])
    qtbot.addWidget(editor)
    editor.boxes[person.id].setChecked(True)
    assert editor.value() == (person.id,)


def test_an_ampersand_in_a_name_is_a_letter_in_a_list_to_tick(qtbot, store):
    question, one = Visit.questions()["visitors"], store.user
    editor = LinksButton(question, replace(choosing(), all_of=lambda _table: [Offer(one, "甲&乙")]))
    qtbot.addWidget(editor)
    editor.set_value((one,))
    assert (editor.button.text(), editor.menu.actions()[0].text()) == ("甲&乙", "甲&&乙")


def test_radios_are_chosen_by_number_by_sound_and_by_arrows_and_enter_goes_on(qtbot, store):
    form = QWidget()
    column = QVBoxLayout(form)
    editor, after = editor_for(CaseIntake.questions()["abuse"], choosing()), QLineEdit()
    column.addWidget(editor)
    column.addWidget(after)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.group.button(0).hasFocus)
    for key, value in ((Qt.Key.Key_Right, "yes"), ("f", "no"), ("1", "yes")):
        qtbot.keyClick(form.focusWidget(), key)
        assert editor.value() == value
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.focusWidget() is after


def test_a_list_without_an_empty_entry_jumps_to_its_first_one_too(qtbot):
    combo = ChoiceCombo([])
    combo.clear()
    combo.addItems(["韦敏", "潘晓燕"])
    qtbot.addWidget(combo)
    found = []
    for key in ("2", "w", "1"):
        combo._ahead._still_typing.stop()
        qtbot.keyClicks(combo, key)
        found.append(combo.currentText())
    assert found == ["潘晓燕", "韦敏", "韦敏"]


def test_a_list_jumps_by_number_and_by_sound(qtbot):
    combo = ChoiceCombo([("door", "上门"), ("phone", "电话"), ("video", "视频")])
    qtbot.addWidget(combo)
    qtbot.keyClicks(combo, "dh")
    assert combo.currentData() == "phone"
    combo._ahead._still_typing.stop()
    qtbot.keyClicks(combo, "3")
    assert combo.currentData() == "video"
