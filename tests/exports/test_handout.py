"""The list of goods handed out: blank, filled in, summed by page; only the last four of a number stand on it."""

from datetime import date

from exports.papers.handout import Given, Occasion, given_of, handout_pdf
from models.people.person import Person
from models.services.activity import Activity
from models.services.hand_out import HandOut
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

EN = Language("en")
OCCASION = Occasion("中秋慰问 <b>", date(2026, 9, 10), "千佛山社区", "韦敏")
LONG = "阿卜杜热合曼·买买提依明·艾合买提江·吐尔逊" * 2


def a_list(rows=(), **options):
    return handout_pdf(OCCASION, rows, station="云岭镇社工站", language=EN, **options)


def test_a_blank_list_is_one_clean_page(tmp_path):
    data = a_list()
    assert pages_of(data, tmp_path) == 1 and is_clean(data, tmp_path)
    assert "中秋慰问<b>" in text_of(data, tmp_path)


def test_blank_pages_go_on_counting(tmp_path):
    data = a_list(pages=2)
    assert pages_of(data, tmp_path) == 2
    assert "40" in text_of(data, tmp_path)


def test_people_and_worth_are_summed_by_page_and_in_all(tmp_path):
    text = text_of(a_list([Given(f"甲{n}", "4707", "大米", "1 袋", 5000) for n in range(25)]), tmp_path)
    assert "25people,1,250.00yuan" in text
    assert text.count("Totalonthispage") == 2


def test_long_names_stay_whole_on_their_page(tmp_path):
    data = a_list([Given(LONG, goods="食用油") for _ in range(20)])
    assert text_of(data, tmp_path).count(LONG) == 20
    assert text_of(data, tmp_path).count("Totalonthispage") == pages_of(data, tmp_path)


def test_lines_are_taken_from_the_records_with_who_received_on_behalf(store, tmp_path):
    activity = Activity.new(name="慰问", kind="charity", day=date(2026, 9, 10))
    activity.save()
    person = Person.new(name="王𠮷明", id_number="510411198312164707")
    person.save()
    first = {"activity": activity.id, "goods": "大米", "quantity": 2, "unit": "袋", "value": 10000}
    HandOut.new(person=person.id, **first).save()
    HandOut.new(
        name="次仁·卓玛", **first, sign="proxy", proxy="石有田", relation="11", note="病中"
    ).save()  # fmt: skip
    assert given_of(store, activity.id, EN) == [
        Given("王𠮷明", "4707", "大米", "2 袋", 10000),
        Given("次仁·卓玛", "", "大米", "2 袋", 10000, "石有田 (relation: Husband)"),
    ]
    text = text_of(a_list(given_of(store, activity.id, EN)), tmp_path)
    assert "王𠮷明" in text and "4707" in text and "510411198312164707" not in text
