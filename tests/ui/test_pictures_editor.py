import io

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from models import pictures
from models.fields import Pictures
from ui.editors.choosing import choosing
from ui.editors.editors import editor_for


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    """What stays on the clipboard outlives the interpreter that made it, and Qt falls over it at the end."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def editor(qtbot, store):
    question = Pictures("Photographs", most=2)
    question.name = "photographs"
    editor = editor_for(question, choosing())
    qtbot.addWidget(editor)
    editor.set_value(())
    editor.show()
    return editor


def photograph(colour):
    file = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(file, "JPEG")
    return file.getvalue()


def test_a_picture_file_is_kept_and_its_number_is_the_answer(editor, store, tmp_path):
    (tmp_path / "a.jpg").write_bytes(photograph("red"))
    editor.add([str(tmp_path / "a.jpg")])
    (number,) = editor.value()
    assert pictures.read(store, number).startswith(b"\xff\xd8")
    assert list(editor.thumbs) == [number]


def test_what_is_no_picture_is_refused_with_a_sentence_and_the_others_are_taken(editor, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"no picture at all")
    (tmp_path / "b.jpg").write_bytes(photograph("red"))
    editor.add([str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")])
    assert len(editor.value()) == 1
    assert "L-121" in editor.doubt.text()


def test_every_refusal_is_said_and_scrolled_to(editor, qtbot, tmp_path):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"no picture at all")
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    column.addSpacing(900)
    column.addWidget(editor)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(400, 300)
    area.show()
    editor.add([str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")])
    assert "a.jpg" in editor.doubt.text() and "b.jpg" in editor.doubt.text()
    qtbot.waitUntil(lambda: not editor.doubt.visibleRegion().isEmpty())
    editor.setParent(None)


def test_a_copied_image_is_pasted(editor):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    editor.paste()
    assert len(editor.value()) == 1


def test_copied_files_are_pasted(editor, tmp_path):
    (tmp_path / "a.jpg").write_bytes(photograph("blue"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    QGuiApplication.clipboard().setMimeData(data)
    editor.paste()
    assert len(editor.value()) == 1


def dropped(editor, *files):
    """Files dragged in from another program, with all that it offers; returns both events."""
    data, mouse = QMimeData(), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter, drop = QDragEnterEvent(QPoint(9, 9), offered, data, *mouse), QDropEvent(QPointF(9, 9), offered, data, *mouse)
    for event in (enter, drop):
        event.setDropAction(Qt.DropAction.MoveAction)
        event.ignore()
        QApplication.sendEvent(editor, event)
    return enter, drop


def test_photographs_dropped_from_another_program_are_copied_in_never_moved(editor, store, tmp_path):
    for colour in ("red", "green"):
        (tmp_path / f"{colour}.jpg").write_bytes(photograph(colour))
    (tmp_path / "note.txt").write_text("no picture")
    enter, drop = dropped(editor, tmp_path / "red.jpg", tmp_path / "note.txt", tmp_path / "green.jpg")
    assert enter.isAccepted() and drop.isAccepted()
    assert {enter.dropAction(), drop.dropAction()} == {Qt.DropAction.CopyAction}
    assert len(editor.value()) == 2 and "note.txt" in editor.doubt.text()
    assert all(pictures.read(store, number).startswith(b"\xff\xd8") for number in editor.value())


def test_nothing_is_dropped_where_the_form_only_shows(editor, tmp_path):
    (tmp_path / "a.jpg").write_bytes(photograph("red"))
    editor.set_read_only(True)
    enter, _drop = dropped(editor, tmp_path / "a.jpg")
    assert not enter.isAccepted() and editor.value() == ()


def test_no_more_than_the_form_takes(editor):
    editor.add([photograph("red"), photograph("green"), photograph("blue")])
    assert len(editor.value()) == 2
    assert editor.add_button.isHidden()
    assert "2" in editor.doubt.text()


def test_a_picture_is_taken_out(qtbot, editor):
    editor.add([photograph("red"), photograph("green")])
    first = editor.numbers[0]
    with qtbot.waitSignal(editor.changed):
        editor.remove(first)
    assert first not in editor.value() and len(editor.value()) == 1


def test_a_picture_that_is_not_here_is_said_and_stays_in_the_record(editor):
    editor.set_value(("0" * 64,))
    assert editor.value() == ("0" * 64,)
    assert "D-131" in editor.doubt.text()


def test_nothing_is_added_or_removed_where_the_form_only_shows(editor):
    editor.add([photograph("red")])
    before = editor.value()
    editor.set_read_only(True)
    editor.remove(before[0])
    assert editor.value() == before
    assert editor.add_button.isHidden()
