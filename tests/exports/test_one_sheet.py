"""Papers that a station knows as one sheet come out on one sheet, and say nothing twice."""

from datetime import date

import pytest
from reportlab.lib.units import mm

from exports.layout.answers import Blank
from exports.layout.form_rows import form
from exports.prints import record_pdf
from models.partners.contact import Contact
from models.people.left_behind import LeftBehindChild
from models.people.person import Person
from models.register import BY_TABLE
from models.team.staff import Staff
from resources.language import Language
from tests.exports.paper import pages_of, text_of

SAYS = {"language": Language(), "station": "云岭镇社工站"}
ONE_SHEET = (
    "left_behind_child", "agency", "project_evaluation", "data_incident", "emergency", "document", "meeting",
    "supervision", "survey", "home_modification", "assistance", "guardianship", "self_care", "impact_assessment",
)  # fmt: skip


@pytest.mark.parametrize("table", ONE_SHEET)
def test_a_blank_form_that_is_one_sheet_prints_on_one(store, tmp_path, table):
    assert pages_of(record_pdf(BY_TABLE[table], **SAYS), tmp_path) == 1


def test_the_day_a_form_asks_for_stands_in_its_head_and_not_again(store, tmp_path):
    child = Person.new(name="次仁·卓玛", birth="2015-05-06", village="上村")
    child.save()
    sheet = LeftBehindChild.new(person=child.id, day=date(2026, 3, 5), both_away="yes", grade="good")
    sheet.save()
    said = text_of(record_pdf(sheet, **SAYS), tmp_path)
    assert "填表日期：2026-03-05" in said
    assert said.count("填表日期") == 1
    assert text_of(record_pdf(LeftBehindChild, **SAYS), tmp_path).count("填表日期") == 1


def test_father_and_mother_stand_side_by_side(store):
    names = list(LeftBehindChild.questions())
    assert names.index("mother") == names.index("father") + 1
    assert names.index("mother_number") == names.index("father_number") + 1


def test_the_role_in_the_program_stands_on_no_paper(store, tmp_path):
    assert "用户角色" not in text_of(record_pdf(Staff, **SAYS), tmp_path)


def test_a_liaison_who_has_left_still_stands_on_the_own_paper(store, tmp_path):
    left = Contact.new(unit="县民政局", area="朝天", role="liaison", name="莫先生", until=date(2026, 1, 1))
    left.save()
    assert "莫先生" in text_of(record_pdf(left, **SAYS), tmp_path)


def test_even_where_room_is_short_a_row_is_high_enough_to_write_in(store):
    tables = form(Blank(BY_TABLE["household"], Language()), 500, room=0.4)
    rows = [high for table in tables for high in getattr(table, "_minRowHeights", None) or () if high]
    assert rows and min(rows) >= 7 * mm
