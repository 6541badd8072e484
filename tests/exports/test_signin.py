"""Sign-in sheets: blank and filled, in two sizes; sums by page; telephones masked."""

from datetime import date

import pytest

from exports.papers.signin import Event, Guest, guest, signin_pdf
from models.people.person import Person
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

EN = Language("en")
EVENT = Event("重阳节活动 <b>", date(2026, 10, 18), "千佛山社区", "韦敏", "09:00")
LONG = "阿卜杜热合曼·买买提依明·艾合买提江·吐尔逊" * 2


def sheet(guests=(), **options):
    return signin_pdf(EVENT, guests, station="云岭镇社工站", language=EN, **options)


def many(count):
    return [Guest(f"甲{n}", "男", "70", "上村", "13912346620") for n in range(count)]


@pytest.mark.parametrize("large", [False, True])
def test_a_blank_sheet_is_one_clean_page(tmp_path, large):
    data = sheet(large=large)
    assert pages_of(data, tmp_path) == 1
    assert is_clean(data, tmp_path)
    assert "重阳节活动<b>" in text_of(data, tmp_path)


@pytest.mark.parametrize("large", [False, True])
def test_whoever_signs_for_another_has_a_box_to_tick(tmp_path, large):
    assert text_of(sheet(large=large), tmp_path).count("□proxy") == (8 if large else 22)


def test_more_blank_pages_go_on_counting(tmp_path):
    data = sheet(pages=3)
    assert pages_of(data, tmp_path) == 3
    assert "66" in text_of(data, tmp_path)


def test_sums_stand_on_every_page(tmp_path):
    text = text_of(sheet(many(30), others=12), tmp_path)
    assert text.count("Onthispage") == 2 and "22" in text
    assert all(f"甲{n}" in text for n in range(30))
    assert "30" in text and "12" in text


def test_telephones_are_masked_even_when_given_whole(tmp_path):
    text = text_of(sheet([Guest("王𠮷明", phone="13912346620")]), tmp_path)
    assert "139****6620" in text and "13912346620" not in text
    assert "王𠮷明" in text


@pytest.mark.parametrize("large", [False, True])
def test_long_names_make_higher_rows_and_stay_on_their_page(tmp_path, large):
    data = sheet([Guest(LONG) for _ in range(12)], large=large)
    assert text_of(data, tmp_path).count(LONG) == 12
    assert text_of(data, tmp_path).count("Onthispage") == pages_of(data, tmp_path)


def test_a_guest_on_file_is_as_old_as_on_the_day_and_a_newcomer_has_a_name_alone(store):
    person = Person.new(name="王𠮷明", sex="1", birth="1953-05", village="上村", phone="13912346620")
    assert guest(person, date(2026, 9, 3), EN) == Guest("王𠮷明", "Male", "73", "上村", "13912346620")
    newcomer = guest(None, date(2026, 9, 3), EN, "次仁·卓玛措姆", "石有田")
    assert newcomer == Guest("次仁·卓玛措姆", note="on behalf: 石有田")


def test_a_sheet_with_names_can_be_signed_for_another_too(tmp_path):
    assert text_of(sheet([Guest("王𠮷明"), Guest("次仁卓玛", note="on behalf: 石有田")]), tmp_path).count("□proxy") == 1


def test_a_sheet_on_the_table_does_not_say_who_is_ill_of_mind_corrected_or_addicted(store):
    person = Person.new(name="王𠮷明", categories=("101", "403", "404", "405"))
    person.save()
    assert guest(person, EVENT.day, Language("zh_CN")).categories == "低保对象"


def test_the_sheet_of_a_session_names_the_group(tmp_path):
    data = signin_pdf(Event("夕阳红", under="session 2"), station="云岭镇社工站", language=EN)
    assert "Nameofthegroup:夕阳红session2" in text_of(data, tmp_path)


def test_a_blank_sheet_in_large_print_is_one_page_under_a_long_name_too(tmp_path):
    data = signin_pdf(Event("携手同行" * 12, EVENT.day), station="云岭镇社工站", language=EN, large=True)
    assert pages_of(data, tmp_path) == 1
