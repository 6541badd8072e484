"""The purchase guide filled by one click, and the line above the appeals."""

from models.linking.need import Need
from models.partners.purchase_guide import PurchaseGuide
from ui.pages.appeal_page import AppealPage
from ui.pages.guide_page import GuidePage


def test_one_click_fills_the_guide_and_says_how_much(desk, store, qtbot):
    Need.new(object="community", who="桃坞村", group="poor", kind="living", what="米面").save()
    page = GuidePage(desk)
    qtbot.addWidget(page)
    page.draw()
    assert [item.needs for item in PurchaseGuide.alive()] == [1]
    assert page.list.table.rows()[0].name == "基本生活"
    page.draw()
    assert PurchaseGuide.alive().count() == 1


def test_the_appeals_say_how_fast_they_were_answered(desk, qtbot, tmp_path):
    page = AppealPage(desk)
    qtbot.addWidget(page)
    page.bar.write(str(tmp_path / "appeals.xlsx"))
    assert (tmp_path / "appeals.xlsx").stat().st_size > 1000
