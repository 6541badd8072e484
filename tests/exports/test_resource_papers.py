"""The papers of needs and resources: ledger, guiding list with rates, service list and menu with its code."""

from datetime import date

import pytest

from exports import prints
from exports.papers import resource_papers, service_menu
from models.linking.link import ResourceLink
from models.linking.need import Need
from models.linking.resource import Resource
from models.linking.service_item import ServiceItem
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

ZH = Language("zh_CN")
TODAY = date(2026, 9, 15)


@pytest.fixture
def said(store):
    return {"language": ZH, "station": "云岭镇社工站", "made": store.now()}


def item(code, name, **answers):
    about = {"content_kind": "comfort", "objects": ("elder",), "content": "上门陪聊 <b>", "modes": ("home",)} | answers
    ServiceItem.new(code=code, name=name, **about).save()


def test_the_ledger_of_a_resource_says_who_got_what_and_what_is_left(store, said, tmp_path):
    rice = Resource.new(
        name="大米", kind="goods", provider="超市", since=date(2026, 9, 1), quantity=10, unit="袋", value=100_00
    )
    rice.save()
    empty = text_of(prints.record_pdf(rice, **said), tmp_path)
    for count in (3, 2):
        ResourceLink.new(resource=rice.id, who="上村敬老院", quantity=count, signed_by="石有田").save()
    text = text_of(prints.record_pdf(Resource.get_by_id(rice.id), **said), tmp_path)
    assert "尚未发放" in empty
    assert "上村敬老院330.007本人签收石有田" in text and "上村敬老院220.005" in text and "550.00" in text
    assert text_of(prints.record_pdf(Resource, **said), tmp_path).startswith("资源登记表")


def test_the_guiding_list_ranks_needs_and_says_the_rates(store, said, tmp_path):
    for kind, count in (("elder_joy", 1), ("elder_health", 3)):
        for _ in range(count):
            Need.new(group="elder", kind=kind, what="需要", who="某某", day=date(2026, 9, 1)).save()
    Need.alive().first().move("meet")
    text = text_of(resource_papers.ranking_pdf(date(2026, 9, 1), TODAY, **said), tmp_path)
    assert "1老年人老有所医3" in text and "2老年人老有所乐1" in text
    assert "需求转化率25.0%" in text and "平均14.0天，中位14天" in text
    nothing = text_of(resource_papers.ranking_pdf(date(2025, 1, 1), date(2025, 2, 1), **said), tmp_path)
    assert "需求转化率—" in nothing


@pytest.mark.parametrize("large", [False, True])
def test_the_menu_is_a_poster_with_a_code(store, said, tmp_path, large):
    item("FW-1", "陪伴", charge="low", price=500, unit="次")
    item("FW-2", "内部", on_menu="no")
    data = service_menu.menu_pdf(TODAY, phone="0812-3456789", place="人民路 8 号", large=large, **said)
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) == 1
    assert "陪伴" in text and "上门陪聊<b>" in text and "低偿5.00元/次" in text and "0812-3456789" in text
    assert "内部" not in text


def test_the_code_holds_the_first_lines_of_the_menu_and_no_address(store):
    for number in range(60):
        item(f"FW-{number:02}", "一项名字相当长的服务")
    items = service_menu.offered(TODAY, menu=True)
    words = service_menu._in_code(items, "云岭镇社工站", "0812-3456789", "", ZH.text, ZH)
    assert len(words.encode()) <= 450 and "http" not in words
    assert words.startswith("云岭镇社工站 服务菜单\n0812-3456789\nFW-00 一项名字相当长的服务（免费）")


def test_a_long_menu_goes_on_over_pages(store, said, tmp_path):
    for number in range(60):
        item(f"FW-{number:02}", "一项名字相当长的服务", content="内容" * 100)
    assert pages_of(service_menu.menu_pdf(TODAY, **said), tmp_path) > 3


def test_the_service_list_has_all_that_is_offered(store, said, tmp_path):
    item("FW-1", "陪伴")
    item("FW-2", "内部", on_menu="no")
    item("FW-3", "旧的", until=date(2026, 9, 1))
    text = text_of(service_menu.list_pdf(TODAY, **said), tmp_path)
    assert "陪伴" in text and "内部" in text and "旧的" not in text


def test_an_empty_menu_and_an_empty_list_say_so(store, said, tmp_path):
    assert "这一天还没有提供的服务项目" in text_of(service_menu.list_pdf(TODAY, **said), tmp_path)
    assert "还没有服务项目" in text_of(service_menu.menu_pdf(TODAY, **said), tmp_path)
