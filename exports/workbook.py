"""Workbooks (XLSX): words as words, numbers as numbers, nothing as a formula, ready to be printed on A4."""

import io
from datetime import date, datetime

from models.files import whole_file


class Workbook:
    """Sheets written in memory; `keep()` puts the file on disk, whole or not at all."""

    def __init__(self, title: str, author: str = ""):
        import xlsxwriter  # 0.2 s, and most days nobody asks for a workbook

        self._file = io.BytesIO()
        never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(self._file, {"in_memory": True, **never})
        self._book.set_properties({"title": title, "author": author})
        self._formats = {}

    def sheet(self, name: str, *, widths=(), wide=False) -> "Sheet":
        """A new sheet; Excel allows 31 characters in its name and not all of them."""
        for forbidden in "[]:*?/\\":
            name = name.replace(forbidden, " ")
        sheet = self._book.add_worksheet(name.strip("'")[:31])
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        if wide:
            sheet.set_landscape()
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return Sheet(self, sheet)

    def style(self, **options):
        """A cell format, made once for each set of options."""
        key = tuple(sorted(options.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(
                {"font_name": "宋体", "font_size": 10, "valign": "vcenter", **options}
            )
        return self._formats[key]

    def data(self) -> bytes:
        self._book.close()
        return self._file.getvalue()

    def keep(self, path) -> None:
        """Write the file; raises DiskFull, ReadOnly, Pulled, NotFound and then leaves nothing behind."""
        data = self.data()
        with whole_file(path) as file:
            file.write(data)


class Sheet:
    """One sheet, filled from the top."""

    HEAD = {"bold": True, "border": 1, "align": "center", "text_wrap": True, "bg_color": "#EDEDEB"}
    BAND = {"bold": True, "border": 1, "bg_color": "#EDEDEB"}
    CELL = {"border": 1, "text_wrap": True}
    TITLE = {"bold": True, "font_size": 18, "align": "center"}

    def __init__(self, book: Workbook, sheet):
        self._book, self._sheet, self.row = book, sheet, 0

    def put(self, column: int, value, **style) -> None:
        """One cell of the current row: None is empty, dates are dates, int and float numbers, all else is text."""
        form = self._book.style(**style)
        if value is None or value == "":
            self._sheet.write_blank(self.row, column, None, form)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self._sheet.write_number(self.row, column, value, form)
        elif isinstance(value, date) and value.year > 1900:
            dated = self._book.style(**{"num_format": "yyyy-mm-dd", **style})
            self._sheet.write_datetime(self.row, column, datetime(*value.timetuple()[:3]), dated)
        else:
            self._sheet.write_string(self.row, column, str(value)[:32767], form)

    def line(self, values, **style) -> None:
        """A row of cells; a value may be (value, number format)."""
        for column, value in enumerate(values):
            if isinstance(value, tuple):
                self.put(column, value[0], **{**self.CELL, "num_format": value[1], **style})
            else:
                self.put(column, value, **{**self.CELL, **style})
        self.row += 1

    def across(self, text: str, columns: int, height: float | None = None, **style) -> None:
        """One text over several columns."""
        form = self._book.style(**style)
        if columns > 1:
            self._sheet.merge_range(self.row, 0, self.row, columns - 1, "", form)
        self._sheet.write_string(self.row, 0, text, form)
        if height:
            self._sheet.set_row(self.row, height)
        self.row += 1

    def heads(self, values) -> None:
        """The heading row: repeated on each printed page, kept in sight while scrolling."""
        self.line(values, **self.HEAD)
        self._head = self.row - 1, len(values)
        self._sheet.repeat_rows(self.row - 1)
        self._sheet.freeze_panes(self.row, 0)

    def filters(self) -> None:
        """A filter in each head, over the lines written since."""
        row, columns = self._head
        self._sheet.autofilter(row, 0, max(row, self.row - 1), columns - 1)
