import pytest
from PySide6.QtWidgets import QLineEdit

from models import figures
from ui.widgets.sheet import Sheet

LEAD, WORKER = "lead", "worker"


@pytest.fixture
def page(desk):
    desk.window.go("report")
    return desk.window.page


@pytest.fixture
def asked(monkeypatch):
    """Every sheet is answered by its first verb; each reason asked for is given."""
    titles = []

    def ask(sheet):
        titles.append(sheet.windowTitle())
        for line in sheet.findChildren(QLineEdit):
            line.setText("人手不够")
        return 0

    monkeypatch.setattr(Sheet, "ask", ask)
    return titles


def at_the_desk(store, role):
    staff = store.tables["staff"]
    store.user = staff.get(staff.role == role).id


def test_the_lead_signs_a_month_with_the_reasons_given(page, store, asked):
    at_the_desk(store, LEAD)
    said, loose = [], [check.code for check in page.checks if not check.blocks]
    page.said.connect(said.append)
    page.sign()
    signed = figures.latest(store.unit, page.month)
    assert signed and all(code in (signed.reasons or "") for code in loose)
    assert len(asked) == 1
    assert len(said) == 1


def test_a_month_that_was_refused_is_not_said_to_be_signed(page, store, asked):
    at_the_desk(store, WORKER)
    said = []
    page.said.connect(said.append)
    page.sign()
    assert figures.latest(store.unit, page.month) is None
    assert len(asked) == 2 and not said


def test_a_month_is_not_signed_by_going_back(page, store, monkeypatch):
    at_the_desk(store, LEAD)
    monkeypatch.setattr(Sheet, "ask", lambda sheet: None)
    page.sign()
    assert figures.latest(store.unit, page.month) is None
