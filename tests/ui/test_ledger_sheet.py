import pytest

from models.people.person import Person
from ui.ledger.ledger_sheet import LedgerSheet

ROSTER = """序号,姓名,性别,出生年月,身份证号码,户主,村
1,龙秀英,女,1950-03-21,,龙秀英,河口村
2,石有田,男,1967-05-02,,石有田,桃坞村
3,,男,1970-01-01,,,桃坞村
"""


@pytest.fixture
def sheet(desk, tmp_path, qtbot):
    path = tmp_path / "台账.csv"
    path.write_text(ROSTER, encoding="utf-8")
    seen = []
    sheet = LedgerSheet(desk, path, lambda: seen.append("done"))
    sheet.seen = seen
    sheet.begin()
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    return sheet


def test_reading_writes_nothing_and_says_how_many(sheet):
    assert not Person.alive().exists()
    assert sheet.report.rows == 3
    assert sheet.take.isEnabled()
    assert "3" in sheet.counts.text()


def test_rows_refused_stand_with_number_and_reason(sheet):
    places = [sheet.found.rows.index(row, 0).data() for row in range(sheet.found.rows.rowCount())]
    assert "4" in places
    assert any("L-08" in sheet.found.rows.index(row, 3).data() for row in range(sheet.found.rows.rowCount()))


def test_what_is_taken_in_can_be_taken_back(sheet, qtbot):
    sheet.take_in()
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    assert Person.alive().count() == 2
    assert sheet.seen == ["done"]
    assert not sheet.undo.isHidden()
    sheet.take_back()
    assert sheet.back.text() == "取消"
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    assert not Person.alive().exists()
    assert sheet.back.text() == "关闭" and not sheet.columns.isEnabled()


def test_a_column_left_out_is_read_without_and_remembered_when_taken(sheet, qtbot, store):
    from exports import intake

    sheet.columns.changed.emit("性别", "")
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    sheet.take_in()
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    assert {one.sex for one in Person.alive()} == {None}
    assert intake.remembered(store) == {"性别": ""}


def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(desk, tmp_path, qtbot):
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0" * 100)
    sheet = LedgerSheet(desk, path, lambda: None)
    sheet.begin()
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    assert not sheet.notice.isHidden()
    assert not sheet.take.isEnabled()


def test_the_report_is_a_workbook(sheet, tmp_path, monkeypatch):
    target = tmp_path / "结果.xlsx"
    monkeypatch.setattr("ui.ledger.ledger_sheet.QFileDialog.getSaveFileName", lambda *_asked: (str(target), ""))
    sheet.save_report()
    assert target.read_bytes()[:2] == b"PK"


def test_it_closes_when_all_is_taken_in(sheet, qtbot):
    sheet.take_in()
    qtbot.waitUntil(lambda: sheet.job is None, timeout=30000)
    sheet.back.click()
    assert not sheet.isVisible()
