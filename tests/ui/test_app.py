"""The program from its first start to the lock and back, on a real encrypted station."""

import json
import os
import shutil
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from models import recovery_code, register, station
from models.key_slot import FLOOR
from models.keys import KeySlots
from ui import app as program_of
from ui import surroundings, theme
from ui.start.answers import Answers
from ui.start.first_run import FirstRun
from ui.unlock import UnlockCard
from ui.widgets.messages import Toast
from ui.window.main_window import MainWindow

PASSWORD = "河边的桂花开在十月里"


@pytest.fixture
def start(qapp, tmp_path, monkeypatch):
    """Starts the program on the same folder, as often as asked."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    started = []

    def begin():
        program = program_of.Program(qapp, tmp_path / "home")
        program.window.show()
        started.append(program)
        return program

    yield begin
    for program in started:
        program.close_store()
        program._idle.rest()
        program.window.close()
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what is left would be restyled by every test after


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A closed station, and its recovery code; made once, for keys take their time."""
    folder = tmp_path_factory.mktemp("founded") / "station"
    store, code = station.set_up(
        folder, tables=register.BY_TABLE, name="云岭镇社工站", short="0417", cost=FLOOR,
        users=[station.NewUser("韦敏", PASSWORD, "lead"), station.NewUser("潘晓燕", PASSWORD, "worker")],
    )  # fmt: skip
    store.close()
    return folder, code


@pytest.fixture
def ready(start, founded, tmp_path):
    """A program whose station is open at its desk."""
    shutil.copytree(founded[0], tmp_path / "home" / "station")
    program = start()
    unlock(program, PASSWORD)
    return program


def unlock(program, password):
    card = middle(program)
    card.password.setText(password)
    card.try_it()
    return card


def middle(program):
    return program.window.centralWidget()


def test_an_empty_computer_gets_the_wizard_and_nothing_is_written(start, tmp_path):
    program = start()
    assert isinstance(middle(program), FirstRun)
    assert not (tmp_path / "home" / "station").exists()


def test_setting_up_ends_at_the_desk(start):
    program = start()
    answers = Answers(name="云岭镇社工站", short="0417", division="110101001", user="韦敏", password=PASSWORD)
    middle(program).done.emit(answers)
    assert isinstance(middle(program), MainWindow)
    assert middle(program).name == "today"
    assert "云岭镇社工站" in program.window.windowTitle()


def test_a_damaged_training_station_gets_a_sentence(start, tmp_path):
    folder = tmp_path / "home" / "station"
    store, _code = station.set_up(folder, tables=register.BY_TABLE, name="演示站", training=True)
    store.close()
    (folder / "station.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    program = start()
    assert "D-" in middle(program).sentence.text()


def test_a_damaged_station_gets_a_sentence(start, founded, tmp_path):
    shutil.copytree(founded[0], tmp_path / "home" / "station")
    (tmp_path / "home" / "station" / "station.db").write_bytes(b"x" * 9000)
    program = start()
    card = unlock(program, PASSWORD)
    assert "D-" in card.problem.sentence.text() and isinstance(middle(program), UnlockCard)


def test_lost_keys_get_a_sentence(start, founded, tmp_path, qtbot):
    folder = tmp_path / "home" / "station"
    shutil.copytree(founded[0], folder)
    for name in ("keyslots.json", "keyslots.1"):
        if (folder / name).exists():
            (folder / name).write_text("{", encoding="utf-8")
    program = start()
    qtbot.waitUntil(lambda: "K-" in middle(program).problem.sentence.text())


def test_locking_drops_the_desk_and_the_key(ready):
    program = ready
    QApplication.clipboard().setText("519923194903124523")
    program.lock()
    assert isinstance(middle(program), UnlockCard)
    assert program.store is None and program.desk is None
    assert QApplication.clipboard().text() == ""


def test_somebody_who_goes_away_is_locked_out(ready):
    program = ready
    assert 4 * 60 * 1000 < program._idle.left < 6 * 60 * 1000  # a coarse timer may add a twentieth
    program._idle.passed.emit()
    assert isinstance(middle(program), UnlockCard) and program._idle.left == -1


def test_a_training_station_says_why_it_is_not_locked(start, tmp_path):
    folder = tmp_path / "home" / "station"
    store, _code = station.set_up(folder, tables=register.BY_TABLE, name="演示站", training=True)
    store.close()
    program = start()
    program.lock()
    assert isinstance(middle(program), MainWindow) and program.window.findChildren(Toast)
    assert program._idle.left == -1


def test_a_wrong_password_gets_a_sentence_and_the_right_one_the_page_left(ready):
    program = ready
    program.desk.window.go("persons")
    program.lock()
    card = unlock(program, "nicht das richtige")
    assert isinstance(middle(program), UnlockCard) and "K-101" in card.problem.sentence.text()
    unlock(program, PASSWORD)
    assert isinstance(middle(program), MainWindow) and middle(program).name == "persons"


def test_too_many_wrong_passwords_count_down(ready):
    program = ready
    program.lock()
    for _try in range(6):
        card = unlock(program, "nicht das richtige")
    assert "K-102" in card.problem.sentence.text() and not card.open.isEnabled()
    card.forgotten.click()
    assert card.open.isEnabled()


def test_the_sheet_opens_what_the_password_does_not(ready, founded):
    program = ready
    program.lock()
    card = middle(program)
    card.forgotten.click()
    unlock(program, " ".join(recovery_code.groups(founded[1])).lower())
    assert isinstance(middle(program), MainWindow)


def test_the_next_start_names_who_may_open_and_offers_the_last_user(ready, start, qtbot):
    program = ready
    users = KeySlots(program.folder / "station" / station.SLOTS).users()
    program.settings.keep(user=next(slot.user for slot in users if slot.label == "潘晓燕"))
    program.close_store()
    who = middle(start()).user
    qtbot.waitUntil(lambda: who.count() == 2)
    assert {who.itemText(row) for row in range(2)} == {"韦敏", "潘晓燕"}
    assert who.currentText() == "潘晓燕"


def test_caps_lock_is_said(ready, qtbot):
    program = ready
    program.lock()
    card = middle(program)
    qtbot.keyClick(card.password, Qt.Key.Key_A)
    assert card.problem.property("state") == "info"
    qtbot.keyClicks(card.password, "A", Qt.KeyboardModifier.NoModifier)
    assert card.problem.property("state") == "warn"


def test_text_size_is_changed_at_once_and_remembered(ready, start, tmp_path):
    program = ready
    program.change_size(1)
    assert theme.size() == 110 and middle(program).header.height() == theme.px(56)
    assert json.loads((tmp_path / "home" / "look.json").read_text())["size"] == 110
    program.change_size(0)
    assert theme.size() == 100


def test_changing_the_look_stays_on_the_page(ready):
    program = ready
    program.desk.window.go("households")
    program.change_look(theme="dark")
    assert program.desk.window.name == "households" and theme.theme() == "dark"


def test_a_form_left_half_written_is_there_after_the_lock(ready):
    program = ready
    program.desk.window.go("households")
    program.desk.window.page.new()
    form = program.desk.window.page.editor.form
    form.show_answers({"head": "龙秀英"})
    program.lock()
    unlock(program, PASSWORD)
    again = program.desk.window.page.editor
    assert program.desk.window.name == "households" and again.isVisibleTo(program.desk.window)
    assert again.form.trial().head == "龙秀英"


def test_a_form_stays_open_when_letters_grow(ready):
    program = ready
    program.desk.window.go("households")
    program.desk.window.page.new()
    program.desk.window.page.editor.form.show_answers({"head": "龙秀英"})
    program.change_size(1)
    assert program.desk.window.page.editor.form.trial().head == "龙秀英"


@pytest.mark.parametrize("text", ["", "{", '{"size": 1000}', '{"theme": "pink"}', "[1]", '{"size": "150"}', "\x00\xff"])
def test_odd_settings_fall_back_to_what_is_usual(tmp_path, text):
    file = tmp_path / "look.json"
    file.write_text(text, encoding="utf-8")
    values = program_of.Settings(file).values
    assert values["size"] in theme.SIZES and values["theme"] in theme.THEMES


def test_the_log_and_the_settings_hold_nothing_personal(ready, tmp_path):
    program = ready
    program.lock()
    unlock(program, PASSWORD)
    program.close_store()
    for name in ("look.json", "log.txt"):
        file = tmp_path / "home" / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert "韦敏" not in text and PASSWORD not in text and "云岭" not in text


@pytest.mark.parametrize(
    "asked, expected", [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", None), ("xim", "xim")]
)
def test_chinese_can_be_typed_where_the_plugin_of_fcitx_is_missing(monkeypatch, asked, expected):
    monkeypatch.delenv("XMODIFIERS", raising=False)
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)
    monkeypatch.setenv("QT_IM_MODULE", asked) if asked else monkeypatch.delenv("QT_IM_MODULE", raising=False)
    surroundings.choose_input_method()
    assert os.environ.get("QT_IM_MODULE") == expected
    assert (os.environ.get("IBUS_USE_PORTAL") == "1") is (asked.startswith("fcitx"))


def test_x_modifiers_alone_ask_for_fcitx_too(monkeypatch):
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    monkeypatch.setenv("XMODIFIERS", "@im=fcitx")
    surroundings.choose_input_method()
    assert os.environ.get("QT_IM_MODULE") == "ibus"
