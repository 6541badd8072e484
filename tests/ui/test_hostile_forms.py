"""Every form on the screen: hostile answers are shown as words and given back to the letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models import fields
from models.register import RECORDS
from models.row_id import uuid7
from tests.exports import samples
from tests.exports.hostile import HOSTILE, Filler
from ui.editors.choosing import choosing
from ui.forms.record_form import RecordForm

_OF_OTHERS = (fields.Link, fields.Links, fields.Answers)
"""What stands or falls with another answer: a row that is here, the scale that is chosen."""
EVERY_FORM = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)


@EVERY_FORM
def test_what_is_shown_is_given_back_to_the_letter(store, qtbot, cls):
    form = RecordForm(cls, choosing())
    qtbot.addWidget(form)
    for first in range(0, len(HOSTILE), 7):
        record = samples.filled(cls, Filler(first))
        form.show_record(record)
        again = cls(id=uuid7())
        form.fill(again)
        for name in form.rows:
            if not isinstance(cls.questions()[name], _OF_OTHERS):
                assert getattr(again, name) == getattr(record, name), name
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in form.findChildren(QLabel) if label.text())
