"""What a cell says as text, and the spellings that stand for nothing or for the cell above."""

import re
from datetime import date, datetime, timedelta

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ABOVE = frozenset(("同上", "同前", "上同", "〃", "″", '"', "''", "″″", "“", "”", "ditto", "同"))
_NOTHING = frozenset(
    ("无", "没有", "-", "--", "—", "——", "/", "／", "\\", "暂无", "不详", "无号", "未知", "null", "none", "n/a", "#n/a")
)
_HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af·•‧∙・"
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")


def said(cell) -> str:
    """The text of a cell as a person sees it, outer blanks gone; whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(cell)


def narrow(text: str) -> str:
    """Full-width digits and signs as half-width; for numbers, dates and comparing, never for what is kept."""
    return text.translate(_NARROW)


def plain(text: str) -> str:
    """`text` for comparing: no blanks, narrow, lower case."""
    return "".join(narrow(text).split()).casefold()


def means_above(cell) -> bool:
    """Whether the cell says 同上 in one of its spellings."""
    return isinstance(cell, str) and len(cell) <= 12 and plain(cell) in _ABOVE


def means_nothing(text: str) -> bool:
    """Whether the text says that there is nothing to say: 无, —, / …"""
    return not text or plain(text) in _NOTHING


def joined_name(text: str) -> str:
    """A name without the blanks that pad two-character names (`史  婷婷`); blanks between Latin words stay."""
    return _BETWEEN_HAN.sub("", " ".join(text.split()))
