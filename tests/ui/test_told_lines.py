"""Lines that a record fills in itself, such as the shifts of a proof, stand in its form to be read."""

from datetime import date, time

import pytest

from models.volunteering.certificate import VolunteerCertificate
from models.volunteering.hours import VolunteerHours
from models.volunteering.volunteer import Volunteer
from ui.editors.choosing import choosing
from ui.forms.record_form import RecordForm
from ui.words import spoken


@pytest.fixture
def volunteer(store):
    volunteer = Volunteer.new(name="何桂香")
    volunteer.save()
    for start in (8, 10):
        VolunteerHours.new(volunteer=volunteer.id, day=date(2026, 9, 3), start=time(start), end=time(start + 1),
                           content="助老", state="confirmed").save()  # fmt: skip
    return volunteer


@pytest.fixture
def form(store, qtbot):
    form = RecordForm(VolunteerCertificate, choosing())
    qtbot.addWidget(form)
    return form


def test_the_shifts_of_a_proof_are_read_in_its_form(form, volunteer):
    proof = VolunteerCertificate.new(volunteer=volunteer.id)
    proof.save()
    form.show_record(kept := VolunteerCertificate.get_by_id(proof.id))
    told = form.told["lines"]
    assert not told.isHidden() and told.editor.rows.fixed
    assert told.editor.value() == kept.lines and len(kept.lines) == 2


def test_what_a_record_fills_in_itself_is_neither_asked_nor_written_back(form, volunteer):
    form.show_record(fresh := VolunteerCertificate.new(volunteer=volunteer.id))
    assert form.told["lines"].isHidden() and form.told["lines"].label.isHidden()
    form.set_read_only(False)
    form.fill(fresh)
    assert "lines" not in form.rows and form.told["lines"].editor.rows.fixed and fresh.lines == ()


def test_what_else_its_paper_shows_is_read_in_the_form_too(form, volunteer):
    proof = VolunteerCertificate.new(volunteer=volunteer.id)
    proof.save()
    form.show_record(proof)
    number, minutes = form.told["number"], form.told["minutes"]
    assert not number.isHidden() and number.editor.words.text() == proof.number
    assert minutes.editor.words.text() == VolunteerCertificate.minutes.show(120, spoken())
    assert form.told["void_on"].isHidden() and form.told["void_on"].label.isHidden()


def test_a_linked_record_is_said_by_its_name(store, qtbot):
    form = RecordForm(VolunteerHours, choosing())
    qtbot.addWidget(form)
    shift = VolunteerHours.new(day=date(2026, 9, 3))
    shift.entered_by = store.user
    form.show_record(shift)
    assert form.told["entered_by"].editor.words.text() == "韦敏"
