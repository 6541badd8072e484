"""Papers looked at before they are printed: records, blank forms, lists, whole files."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtWidgets import QScrollArea

from exports.papers import signin
from models import access, read_log
from models.row_id import uuid7
from ui.pages import volunteer_prints
from ui.prints import printing
from ui.prints.print_preview import PrintPreview
from ui.widgets.sheet import Sheet
from ui.words import spoken


@pytest.fixture
def seen(monkeypatch):
    """The previews shown, which nobody has to close."""
    shown = []
    monkeypatch.setattr(PrintPreview, "exec", lambda preview: shown.append(preview))
    return shown


def test_a_record_and_its_blank_form_are_shown(desk, person, seen):
    printing.preview_record(desk, person)
    printing.preview_record(desk, type(person))
    assert ["龙秀英" in preview.windowTitle() for preview in seen] == [True, False]
    assert all(preview.data.startswith(b"%PDF") for preview in seen)


def test_a_page_on_its_side_is_shown_whole(desk, qtbot):
    data = signin.signin_pdf(signin.Event("义诊"), station="云岭镇社工站", language=spoken(), large=True)
    preview = PrintPreview(desk.window, "签到表", data, "签到表.pdf")
    qtbot.addWidget(preview)
    preview.show()
    area = preview.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.viewport().width() > 100)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_list_is_shown_as_a_register(desk, person, seen, qtbot):
    printing.preview_list(desk, type(person), type(person).alive(), under="河口村")
    qtbot.waitUntil(lambda: bool(seen))
    assert len(seen[0].document) == 1


def test_a_list_is_written_as_a_workbook(desk, person, tmp_path, qtbot):
    path, done = tmp_path / "people.xlsx", []
    printing.write_list(desk, path, type(person), type(person).alive(), done.append)
    qtbot.waitUntil(lambda: bool(done))
    words = [cell.value for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
    assert "龙秀英" in words


def test_a_whole_file_is_shown_and_its_printing_written_down(desk, store, person, seen, qtbot):
    household = person.linked("household")
    printing.preview_dossier(desk, household)
    qtbot.waitUntil(lambda: bool(seen))
    assert len(seen[0].document) >= 4
    assert any(line.action == "print" and line.row == household.id for line in read_log.lines(store))


def test_what_one_may_not_read_one_may_not_print(desk, store, person, seen, monkeypatch):
    told, report = [], store.tables["mandatory_report"](id=uuid7(), worker=store.user)
    monkeypatch.setattr(printing, "tell", lambda _window, error: told.append(type(error)))
    staff = store.tables["staff"]
    store.user = staff.get(staff.role == "worker").id
    printing.preview_record(desk, report)
    printing.preview_dossier(desk, report)
    assert told == [access.MayNotRead] * 2 and not seen


PAPERS = {
    "not visited": ("visits", lambda page: (page.show_rounds(), page.rounds.print_list())),
    "service list": ("service_item", lambda page: page.preview_list()),
    "service menu": ("service_item", lambda page: page.preview_menu(True)),
    "stars": ("volunteers", lambda page: volunteer_prints.preview_stars(page.desk)),
    "ledger of hours": ("volunteers", lambda page: volunteer_prints.preview_sheet(page.desk)),
    "state of the team": ("staff", lambda page: page.bar.preview()),
    "payments": ("pay_sheet", lambda page: page.preview_sums()),
    "census of organisations": ("agency", lambda page: page.bar.preview()),
    "month": ("report", lambda page: page.preview()),
}


@pytest.mark.parametrize(("name", "look"), PAPERS.values(), ids=list(PAPERS))
def test_a_paper_of_a_page_is_looked_at_under_its_own_name(desk, seen, name, look, monkeypatch):
    monkeypatch.setattr(Sheet, "ask", lambda self: 0)
    desk.window.go(name)
    look(desk.window.page)
    assert [preview.data[:4] for preview in seen] == [b"%PDF"]
    assert seen[0].windowTitle() and seen[0].name.endswith(".pdf")


@pytest.mark.parametrize("name", ["staff", "agency"])
def test_what_is_counted_is_taken_along_as_a_workbook_and_that_is_written_down(desk, store, tmp_path, name):
    desk.window.go(name)
    page, path = desk.window.page, tmp_path / "a.xlsx"
    assert page.bar.isVisibleTo(page)
    page.bar.write(str(path))
    words = [cell.value for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
    assert "在岗社工" in words or "合计" in words
    assert read_log.lines(store)[0].action == "export"
    page.new()
    assert not page.bar.isVisibleTo(page)


def test_above_the_file_of_a_worker_stands_how_far_the_study_has_come(desk, store):
    member = store.tables["staff"].get_by_id(store.user)
    desk.window.go("staff")
    page = desk.window.page
    page.show_file(member)
    assert not page.file.facts.isVisibleTo(page.file)
    certificate = store.tables["certificate"]
    certificate.new(staff=member.id, level="worker", obtained=date(2024, 1, 1), registered=date(2024, 2, 1)).save()
    page.file.shown()
    assert "90" in page.file.facts.text() and "落后" in page.file.facts.text()
