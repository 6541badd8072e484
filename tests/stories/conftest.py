"""The real program for the roads."""

import pytest
from PySide6.QtWidgets import QFileDialog

from ui import app


@pytest.fixture
def begin(qapp, qtbot, monkeypatch):
    """Starts the program on a folder; the file dialogs are Qt's own, so that a path can be typed."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", _own(QFileDialog.getOpenFileName))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", _own(QFileDialog.getSaveFileName))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", _own(QFileDialog.getExistingDirectory))
    programs = []

    def begin(folder):
        program = app.Program(qapp, folder)
        programs.append(program)
        program.window.show()
        program.window.activateWindow()
        qtbot.waitExposed(program.window)
        return program

    yield begin
    for program in programs:
        program.close_store()
        program.window.close()
        qapp.removeEventFilter(program)


def _own(ask):
    return lambda *given: ask(*given, options=QFileDialog.Option.DontUseNativeDialog)
