"""Workbooks: words stay words, numbers stay numbers, and a full disk leaves nothing behind."""

import openpyxl
import pytest

from exports.workbook import Sheet, Workbook
from models.files import NotFound

PAYLOADS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x")',
    "http://x.cn",
    "{=1}",
    "37010219530506351X",
)


def _written(tmp_path, fill):
    book = Workbook("试表", "云岭镇社工站")
    fill(book)
    book.keep(tmp_path / "a.xlsx")
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def test_what_looks_like_a_formula_is_text(tmp_path):
    def fill(book):
        sheet = book.sheet("一")
        for payload in PAYLOADS:
            sheet.line([payload])

    found = _written(tmp_path, fill).active
    assert [cell.value.strip() for (cell,) in found.iter_rows()] == [one.strip() for one in PAYLOADS]
    assert all(cell.data_type == "s" and cell.hyperlink is None for (cell,) in found.iter_rows())


def test_numbers_are_numbers_with_their_format(tmp_path):
    found = _written(tmp_path, lambda book: book.sheet("一").line([12, (2.5, "0.0"), None, "王𠮷明"])).active
    assert [cell.value for cell in found[1]] == [12, 2.5, None, "王𠮷明"]
    assert found["B1"].number_format == "0.0"


def test_heads_repeat_and_the_page_is_a4(tmp_path):
    found = _written(tmp_path, lambda book: book.sheet("一", wide=True).heads(["序号"])).active
    assert found.print_title_rows == "$1:$1"
    assert found.page_setup.paperSize == 9 and found.page_setup.orientation == "landscape"
    assert found.freeze_panes == "A2"


def test_a_name_of_a_sheet_that_excel_refuses_is_mended(tmp_path):
    found = _written(tmp_path, lambda book: book.sheet("附表3 按村[社区]/居:" + "长" * 40))
    assert len(found.sheetnames[0]) <= 31


def test_a_text_longer_than_a_cell_holds_is_cut(tmp_path):
    found = _written(tmp_path, lambda book: book.sheet("一").line(["字" * 40_000])).active
    assert len(found["A1"].value) == 32_767


def test_a_title_goes_across(tmp_path):
    found = _written(tmp_path, lambda book: book.sheet("一").across("月报表", 4, **Sheet.TITLE)).active
    assert str(next(iter(found.merged_cells.ranges))) == "A1:D1"


def test_a_folder_that_is_gone_is_said_in_words(tmp_path):
    book = Workbook("试表")
    book.sheet("一")
    with pytest.raises(NotFound):
        book.keep(tmp_path / "away" / "a.xlsx")
