import io
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.intake import refusals, worker
from exports.intake.bounded import _environment
from exports.intake.sheets import read_sheets
from models.errors import Cancelled
from models.files import NotFound

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"


def book(path, fill):
    made = xlsxwriter.Workbook(str(path))
    fill(made)
    made.close()
    return path


@pytest.mark.parametrize(
    "name, rows",
    [
        ("服务对象台账.xlsx", 2012),
        ("走访记录.xls", 503),
        ("志愿服务时长.ods", 152),
        ("gb18030.csv", 5),
        ("utf8-bom.csv", 5),
    ],
)
def test_each_format_is_read_by_its_content(name, rows, tmp_path):
    disguised = tmp_path / "台账.et"
    disguised.write_bytes((WORKBOOKS / name).read_bytes())
    assert len(read_sheets(disguised).sheets[0].rows) == rows


def test_both_spellings_of_a_csv_say_the_same():
    first, second = (read_sheets(WORKBOOKS / name).sheets[0].rows for name in ("gb18030.csv", "utf8-bom.csv"))
    assert first == second and first[1][1] == "王𠮷明"


def test_cells_keep_their_kind_and_their_place(tmp_path):
    def fill(made):
        sheet = made.add_worksheet("一")
        sheet.write_string("B3", "甲")
        sheet.write_number("C3", 1.5)
        sheet.write_datetime("D3", date(1953, 5, 6), made.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_datetime("E3", timedelta(hours=9), made.add_format({"num_format": "h:mm"}))
        sheet.write_boolean("F3", True)
        sheet.write_string("G3", "=1+1")
        sheet.merge_range("A5:A7", "平地村")

    sheet = read_sheets(book(tmp_path / "a.xlsx", fill)).sheets[0]
    assert sheet.rows[2] == [None, "甲", 1.5, date(1953, 5, 6), timedelta(hours=9), True, "=1+1"]
    assert sheet.merged == [(4, 0, 6, 0)]


@pytest.mark.parametrize(
    "name, refusal",
    [
        ("encrypted.xlsx", refusals.Encrypted),
        ("bomb.xlsx", refusals.Bomb),
        ("not-a-workbook.xlsx", refusals.NotAWorkbook),
    ],
)
def test_a_bad_file_is_refused_with_its_code(name, refusal):
    with pytest.raises(refusal) as raised:
        read_sheets(WORKBOOKS / name)
    assert raised.value.values == {"name": name}


def zipped(entries, **options):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as package:
        for name, content in entries:
            package.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    "data, refusal",
    [
        (b"", refusals.Empty),
        (b"\r\n\r\n", refusals.Empty),
        (b"PK\x03\x04 cut", refusals.Damaged),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), refusals.NotAWorkbook),
        (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", refusals.NotAWorkbook),
        (b"<html><table><tr><td>1</td></tr></table></html>", refusals.NotAWorkbook),
        ("姓名\n王".encode() + b"\xff\xfe\xff", refusals.NotAWorkbook),
        (b"a,b\0c\n", refusals.NotAWorkbook),
        (zipped([("word/document.xml", "x")]), refusals.NotAWorkbook),
        (zipped([("xl/workbook.bin", "x")]), refusals.OtherFormat),
        (zipped([("Index/Document.iwa", "x")]), refusals.OtherFormat),
        (zipped([("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "x")]), refusals.Macros),
        (zipped([("xl/workbook.xml", "<x")]), refusals.Damaged),
        (zipped([("content.xml", "x"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")]), refusals.Encrypted),
        (zipped([(f"xl/{at}", "") for at in range(worker.ENTRIES + 1)]), refusals.Bomb),
        (b"," * 300, refusals.Empty),
        (b"a," * 300, refusals.TooLarge),
        (b'"' + b"x" * (worker.FIELD + 1) + b'"', refusals.Damaged),
        (b"a\n" * (worker.ROWS + 1), refusals.TooLarge),
    ],
)
def test_what_is_no_ledger_is_refused(data, refusal, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(refusal):
        read_sheets(path)


def test_a_small_sheet_of_repeated_cells_is_no_bomb(tmp_path):
    def fill(made):
        sheet = made.add_worksheet()
        for row in range(30):
            sheet.write_string(row, 0, "长" * 20_000 + str(row))

    made = book(tmp_path / "a.xlsx", fill)
    sizes = {entry.filename: entry for entry in zipfile.ZipFile(made).infolist()}["xl/sharedStrings.xml"]
    assert sizes.file_size > worker.RATIO * sizes.compress_size
    assert len(read_sheets(made).sheets[0].rows[0][0]) == 20_001


def test_an_entry_that_claims_to_be_smaller_than_it_is_counts_as_a_bomb(tmp_path):
    data = bytearray(zipped([("xl/workbook.xml", "x" * 90_000)]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(refusals.Bomb):
        read_sheets(path)


def test_a_small_file_that_claims_the_whole_sheet_is_refused(tmp_path):
    def fill(made):
        sheet = made.add_worksheet()
        sheet.write("A1", 1)
        sheet.write("XFD1048576", 1)

    with pytest.raises(refusals.TooLarge):
        read_sheets(book(tmp_path / "a.xlsx", fill))


def test_a_file_over_twenty_megabytes_is_not_opened(tmp_path):
    path = tmp_path / "a.csv"
    with open(path, "wb") as file:
        file.truncate(worker.FILE + 1)
    with pytest.raises(refusals.TooLarge):
        read_sheets(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(NotFound):
        read_sheets(tmp_path / "a.xlsx")


def test_cancelling_ends_the_reading(tmp_path):
    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_sheets(WORKBOOKS / "服务对象台账.xlsx", cancel)


def test_the_reading_process_is_given_no_password(monkeypatch):
    monkeypatch.setenv("TAIZHANG_PASSWORD", "secret")
    assert "TAIZHANG_PASSWORD" not in _environment()


def test_the_reading_process_imports_nothing_of_the_program():
    code = f"import runpy, sys; runpy.run_path({worker.__file__!r}); print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"models", "exports", "resources", "peewee", "sqlcipher3", "cryptography"} & set(names)


@given(st.binary(max_size=400))
@settings(max_examples=100)
def test_any_bytes_are_read_or_refused(data):
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "姓名,".encode()):
        try:
            worker.read(start + data)
        except worker.Refused as refusal:
            assert str(refusal) in refusals.BY_CODE


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_workbook_is_read_or_refused(data):
    whole = bytearray((WORKBOOKS / "two-row-heading.xlsx").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        worker.read(bytes(whole[: data.draw(st.integers(10, len(whole)))]))
    except worker.Refused as refusal:
        assert str(refusal) in refusals.BY_CODE
