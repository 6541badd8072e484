"""Papers for the way: stops under their village, telephones masked unless asked for; who was not visited."""

from datetime import date
from uuid import uuid4

import pytest

from exports.papers.route import place, route_pdf, unvisited_pdf
from models.services.rounds import Stop
from models.services.unvisited import Month, Unseen
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

ZH = Language("zh_CN")


def a_stop(head, village="河口村", **more):
    answers = {"group_no": "2组", "address": "12号 <b>", "phone": "13912346620", "members": ("龙秀英 76",), "risk": "3",
               "day": date(2026, 9, 14), "last": date(2026, 9, 1), "promise": "带助听器登记表"}  # fmt: skip
    return Stop(uuid4(), head, village, **(answers | more))


def a_route(stops, **options):
    return route_pdf(stops, date(2026, 9, 30), station="云岭镇社工站", language=ZH, **options)


def test_stops_stand_under_their_village_with_what_was_promised(tmp_path):
    data = a_route([a_stop("龙秀英"), a_stop("石有田"), a_stop("王𠮷明", "桃坞村", last=None, promise="")])
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path)
    assert "2户" in text and "1户" in text
    assert "带助听器登记表" in text and "12号<b>" in text and "未访" in text
    assert text.index("石有田") < text.index("桃坞村")


@pytest.mark.parametrize("whole", [False, True])
def test_telephones_are_masked_unless_asked_for(tmp_path, whole):
    text = text_of(a_route([a_stop("龙秀英")], whole=whole), tmp_path)
    assert ("13912346620" in text) == whole
    assert ("139****6620" in text) != whole


def test_a_long_round_goes_on_over_pages(tmp_path):
    data = a_route([a_stop(f"甲{n}", "村" * 40, promise="很长的话" * 40) for n in range(40)])
    assert pages_of(data, tmp_path) > 3
    assert all(f"甲{n}" in text_of(data, tmp_path) for n in range(40))


def test_who_was_not_visited_is_listed_with_the_rate(tmp_path):
    missing = (
        Unseen(uuid4(), None, "王𠮷明", "河口村", True, None, 30),
        Unseen(uuid4(), None, "莫小满", "桃坞村", False, date(2026, 8, 2), 7),
    )
    data = unvisited_pdf(Month(3, 2, missing), "2026-09", station="云岭镇社工站", language=ZH)
    text = text_of(data, tmp_path)
    assert "月探访率66.7%" in text and "王𠮷明" in text and "2026-08-02" in text and "30天" in text


@pytest.mark.parametrize(
    ("group", "address", "said"),
    [
        ("2", "2组50号", "2组50号"),
        ("2组", "2组50号", "2组50号"),
        ("3", "31号", "3 31号"),
        ("", "老街4号", "老街4号"),
        ("5社", "", "5社"),
    ],
)
def test_the_group_of_an_address_is_said_once(group, address, said):
    assert place(group, address) == said
