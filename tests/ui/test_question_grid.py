"""How the questions of a form stand beside each other."""

import pytest

from models.people.consent import Consent
from ui.editors.choosing import choosing
from ui.forms.record_form import RecordForm


@pytest.fixture
def form(store, qtbot):
    form = RecordForm(Consent, choosing())
    qtbot.addWidget(form)
    form.resize(1100, 700)
    form.show()
    form.show_record(Consent.new())
    return form


def _place(form, name):
    """Row and column of a question."""
    line, column, _, _ = form.grid.getItemPosition(form.grid.indexOf(form.rows[name]))
    return line, column


def test_questions_that_are_not_asked_leave_no_hole(form):
    by = _place(form, "by")
    assert form.rows["giver"].isHidden()
    assert _place(form, "method") == (by[0], by[1] + 2)


def test_a_question_that_comes_to_be_asked_stands_where_it_belongs(form):
    by = _place(form, "by")
    form.rows["by"].editor.set_value("guardian")
    form.rows["by"].editor.changed.emit()
    assert not form.rows["giver"].isHidden()
    assert by < _place(form, "giver") < _place(form, "method")
    form.rows["by"].editor.set_value("self")
    form.rows["by"].editor.changed.emit()
    assert _place(form, "method") == (by[0], by[1] + 2)
