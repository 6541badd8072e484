"""Records as forms: every question asked, answers as typed, numbers masked unless asked for whole."""

from datetime import date

import pytest

from exports.layout.forms import record_pdf, visit_pdf
from exports.papers.person_sheet import person_pdf
from models import codes, fields, register
from models.people.category import Category
from models.people.household import Household
from models.people.person import Person
from models.services.visit import Visit
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, shown, text_of

EN = Language("en")
SAYS = {"language": EN, "station": "云岭镇社工站"}
NUMBER = "370102195305063513"


@pytest.fixture
def person(store):
    home = Household.new(head="王𠮷明", village="上村", address='<img src="/etc/passwd"> & 3 号', phone="13912346620")
    home.save()
    person = Person.new(
        name="王𠮷明", household=home.id, id_number=NUMBER, phone="13912346620", note="=1+1 <b>粗</b>", village="上村"
    )
    person.save()
    Person.new(name="次仁·卓玛措姆", household=home.id).save()
    Category.new(person=person.id, category=next(iter(codes.code_list("category").entries)), proof="低保2024").save()
    visit(store, home, person)
    return person


def visit(store, home, person, found="用电安全", day=date(2026, 9, 2)):
    record = Visit.new(
        household=home.id, seen=(person.id,), met="yes", day=day, visitors=(store.user,), way="door", found=found
    )
    record.save()
    return record


@pytest.mark.parametrize("kind", register.RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_has_a_blank_form_with_all_its_questions(shared_store, kind, tmp_path):
    data = record_pdf(kind, **SAYS)
    text = "".join(shown(data, tmp_path, "-raw").split())
    state = kind.process and kind.process.question
    for name, question in kind.questions().items():
        if question.printed and name != state and not isinstance(question, fields.Data):
            assert "".join(question.label.split()) in text
    assert is_clean(data, tmp_path)


def test_a_blank_form_has_boxes_to_tick(store, tmp_path):
    assert "□" in text_of(visit_pdf(Visit, **SAYS), tmp_path)


def test_the_sheet_tells_person_household_category_and_visits(person, tmp_path):
    text = text_of(person_pdf(person, **SAYS), tmp_path)
    for words in ("王𠮷明", "次仁·卓玛措姆", "低保2024", "用电安全", "2026-09-02", "韦敏"):
        assert words in text


def test_numbers_are_masked_unless_asked_for(person, tmp_path):
    masked, whole = (
        text_of(person_pdf(person, **SAYS), tmp_path),
        text_of(person_pdf(person, whole=True, **SAYS), tmp_path),
    )
    assert NUMBER not in masked and "13912346620" not in masked
    assert "3701**********13" in masked and "139****6620" in masked
    assert NUMBER in whole and "13912346620" in whole


def test_text_that_looks_like_markup_prints_as_it_is(person, tmp_path):
    data = person_pdf(person, **SAYS)
    text = text_of(data, tmp_path)
    assert '<imgsrc="/etc/passwd">&3号' in text and "=1+1<b>粗</b>" in text
    assert is_clean(data, tmp_path)


def test_a_note_of_twenty_thousand_characters_goes_over_pages(store, person, tmp_path):
    record = visit(store, person.linked("household"), person, "走访内容很长很长。" * 2222, date(2026, 9, 3))
    data = visit_pdf(record, **SAYS)
    assert text_of(data, tmp_path).count("很长很长") >= 2190
    assert pages_of(data, tmp_path) > 8


def test_the_table_of_visits_shortens_what_the_record_tells_whole(store, person, tmp_path):
    visit(store, person.linked("household"), person, "走访内容很长很长。" * 2222, date(2026, 9, 3))
    assert pages_of(person_pdf(person, **SAYS), tmp_path) <= 3


def test_what_was_not_sent_says_so(person, tmp_path):
    person.withheld = ("phone",)
    person.phone = None
    assert "notsent" in text_of(person_pdf(person, **SAYS), tmp_path)


def test_names_of_fifty_characters_print_whole(store, tmp_path):
    name = "阿卜杜热合曼·买买提依明·艾合买提江·吐尔逊·玉素甫江·伊敏江·热合曼江·阿布拉江"[:50]
    person = Person.new(name=name)
    person.save()
    assert name in text_of(person_pdf(person, **SAYS), tmp_path)


def test_a_sum_of_a_year_says_so_on_paper(tmp_path):
    text = shown(record_pdf(Household, language=Language("zh_CN"), station="云岭镇社工站"), tmp_path)
    assert "元/年" in text
