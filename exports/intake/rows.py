"""The rows under a heading: which are entries, which are not, and what is taken from the row above."""

import re

from exports.intake import doubts
from exports.intake.cells import means_above, narrow, plain, said
from exports.intake.headings import Mapped
from exports.intake.ledger import LedgerRow
from exports.intake.sheets import Sheet

_SUM = re.compile(
    r"(本页|本村|本社区|本组|全村|全镇|全乡|全街道|.{0,12}[村区组镇乡])?"
    r"(小计|合计|总计|共计|累计|总合计|合计数)([:(]?.{0,12})?"
)
_FOOT = re.compile(r"(制表|填表|填报|审核|审批|负责人|单位|盖章|联系电话|注|说明|备注|日期|签字|签名|经办|复核)人?[:(]")


def rows_of(sheet: Sheet, mapped: Mapped) -> list[LedgerRow]:
    """Every row from the first of the sheet to its last: entries with their cells, the others with why not."""
    spread(sheet, mapped.heading.last + 1)
    above: dict = {}
    return [_row(sheet, mapped, index, above) for index in range(len(sheet.rows))]


def spread(sheet: Sheet, first: int) -> None:
    """Give each cell of an area merged downwards, from row `first` on, the value written at its top."""
    for top, left, bottom, right in sheet.merged:
        inside = first <= top < len(sheet.rows) and left == right < len(sheet.rows[top])
        if not inside:
            continue
        for row in sheet.rows[top + 1 : bottom + 1]:
            row.extend([None] * (left + 1 - len(row)))
            row[left] = sheet.rows[top][left]


def _row(sheet, mapped, index, above) -> LedgerRow:
    row = LedgerRow(sheet.name, index + 1)
    raw = [None if isinstance(cell, str) and not cell.strip() else cell for cell in sheet.rows[index]]
    cells = {
        column.question: raw[column.index]
        for column in mapped.columns
        if column.question and column.index < len(raw) and raw[column.index] is not None
    }
    if why := _no_entry(raw, cells, mapped, index):
        row.doubt(why)
    else:
        row.cells = cells
        _carry(row, mapped, above)
    return row


def _no_entry(raw, cells, mapped, index):
    """Why a row is no entry; None when it is one."""
    words = [said(cell) for cell in raw if cell is not None]
    if not words:
        return doubts.BLANK
    if index <= mapped.heading.last:
        return doubts.HEADING_AGAIN if index >= mapped.heading.first else doubts.FOOT
    if _is_sum(raw, cells):
        return doubts.SUBTOTAL
    if _is_heading_again(raw, mapped):
        return doubts.HEADING_AGAIN
    if "name" not in cells and len(words) <= 4 and any(_FOOT.match(narrow(word)) for word in words):
        return doubts.FOOT
    return None


def _is_sum(raw, cells) -> bool:
    """小计 or 合计 in one of the first cells of a row that has neither identity number nor birth."""
    if "id_number" in cells or "birth" in cells or "day" in cells:
        return False
    return any(_SUM.fullmatch(plain(said(cell))) for cell in raw[:4] if isinstance(cell, str))


def _is_heading_again(raw, mapped) -> bool:
    there = [(cell, mapped.spellings[index]) for index, cell in enumerate(raw[: mapped.width]) if cell is not None]
    alike = sum(isinstance(cell, str) and len(cell) <= 40 and plain(cell) in spelled for cell, spelled in there)
    return alike >= 2 and alike * 2 > len(there)


def _carry(row, mapped, above):
    """同上 means the cell above, in any column; in a roster a blank village does too."""
    for column in mapped.columns:
        question = column.question
        if question is None:
            continue
        cell = row.cells.get(question)
        blank_village = cell is None and question == "village" and mapped.kind.name == "roster"
        if means_above(cell) or (blank_village and question in above):
            _take_from_above(row, question, column.heading, above)
        elif cell is not None:
            above[question] = cell
        else:
            above.pop(question, None)


def _take_from_above(row, question, heading, above):
    if question in above:
        row.cells[question] = above[question]
        row.doubt(doubts.FROM_ABOVE, heading=heading)
    else:
        row.cells.pop(question, None)
        row.doubt(doubts.NOTHING_ABOVE, heading=heading)
