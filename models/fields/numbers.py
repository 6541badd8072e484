"""Answers that are counted: whole numbers, money in fen, lengths in minutes."""

import re

from models.errors import Wrong
from models.fields.question import Question, half_width
from resources.language import N_


class _Number(Question):
    field_type = "INTEGER"
    most = 2**53 - 1

    def unpack(self, packed):
        if packed is not None and (type(packed) is not int or abs(packed) > 2**53 - 1):
            raise Wrong(N_("This is not a whole number."))
        return packed


class Count(_Number):
    """A whole number, zero or more; `year`: one that is written without a comma."""

    def __init__(self, label, *, most=1_000_000_000, year=False, **options):
        super().__init__(label, **options)
        self.most, self.year = most, year

    def read(self, text, today):
        digits = half_width(text).replace(",", "")
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit()) or len(digits) > 15:
            raise Wrong(N_("Type a whole number, such as 12."))
        return int(digits)

    def check(self, value, record, today):
        if not 0 <= value <= self.most:
            yield self.problem(N_("From 0 to {most}."), most=self.most)

    def show(self, value, language):
        if value is None:
            return ""
        return str(value) if self.year else language.number(value)


class Money(_Number):
    """An amount in fen (分), so that sums are exact; typed and shown in yuan with two decimals."""

    def read(self, text, today):
        typed = half_width(text).replace(",", "").lstrip("¥￥").removesuffix("元")
        if not typed:
            return None
        found = re.fullmatch(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?", typed)
        if not found:
            raise Wrong(N_("Type an amount in yuan, such as 120 or 120.50."))
        return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))

    def check(self, value, record, today):
        if value < 0:
            yield self.problem(N_("An amount is not less than zero."))

    def show(self, value, language):
        return "" if value is None else language.money(value)


class Duration(_Number):
    """Minutes; typed as minutes (`90`), hours and minutes (`1:30`) or hours (`1.5小时`)."""

    def __init__(self, label, *, most=60 * 24 * 31, **options):
        super().__init__(label, **options)
        self.most = most

    def read(self, text, today):
        typed = half_width(text)
        if not typed:
            return None
        if found := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", typed):
            return int(found[1]) * 60 + int(found[2])
        if found := re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]))?(?:小时|时|h)", typed):
            return int(found[1]) * 60 + int(found[2] or 0) * 6
        if found := re.fullmatch(r"([0-9]{1,5})(?:分钟|分|min)?", typed):
            return int(found[1])
        raise Wrong(N_("Type minutes such as 90, or 1:30."))

    def check(self, value, record, today):
        if not 0 <= value <= self.most:
            yield self.problem(N_("From 0 to {most}."), most=self.most)

    def show(self, value, language):
        return "" if value is None else f"{value // 60}:{value % 60:02}"
