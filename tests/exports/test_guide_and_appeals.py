"""The purchase guide of a year, and how fast appeals were answered, from the records themselves."""

from datetime import date, time

import pypdfium2
import pytest

from exports.papers.appeal_table import appeal_statement
from exports.papers.guide_paper import guide_pdf
from models.office.appeal import Appeal
from models.partners.purchase_guide import PurchaseGuide
from resources.language import Language

ZH = Language("zh_CN")


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def text_of(data):
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data))


def test_the_guide_on_paper_begins_with_what_is_needed_most(store):
    for name, needs in (("居家养老", 12), ("留守儿童关爱", 40)):
        made(PurchaseGuide, year="2026", name=name, field="elderly", needs=needs, price=5_000_000, content="每月探访")
    made(PurchaseGuide, year="2025", name="去年的服务", field="elderly")
    text = text_of(guide_pdf("2026", language=ZH, station="云岭镇社工站"))
    assert text.index("留守儿童关爱") < text.index("居家养老") and "50,000.00" in text
    assert "去年的服务" not in text
    assert "Noneonfile" in text_of(guide_pdf("2027", language=Language("en"), station="Station"))


@pytest.fixture
def appeals(store):
    made(
        Appeal, kind="appeal", about="路灯", received=date(2026, 9, 1), received_at=time(9), due=date(2026, 9, 5),
        responded=date(2026, 9, 1), responded_at=time(10, 30), state="received",
    )  # fmt: skip
    late = made(Appeal, kind="complaint", about="服务", received=date(2026, 8, 1), due=date(2026, 8, 5))
    late.responded, late.answer, late.solved, late.result = date(2026, 8, 9), "已说明", date(2026, 8, 11), "已致歉"
    late.move("solve")
    made(Appeal, kind="appeal", about="去年", received=date(2025, 12, 31))


def test_the_statement_of_appeals_counts_shares_hours_and_days_by_hand(store, appeals):
    statement = appeal_statement(store, ZH)
    (_all, lines), *_kinds = statement.parts
    assert [line.said(ZH) for line in lines] == ["2", "1", "50.0 %", "50.0 %", "2.0", "4.0", "10.0"]
    assert [heading for heading, _lines in statement.parts] == ["All kinds", "群众诉求", "投诉"]
    text = text_of(statement.pdf(language=ZH, station="云岭镇社工站", day=store.today()))
    assert "50.0%" in text and "首次回应" in text


def test_nothing_received_is_no_share(store):
    ((_all, lines),) = appeal_statement(store, ZH).parts
    assert [line.said(ZH) for line in lines] == ["0", "0", "—", "—", "—", "—", "—"]
