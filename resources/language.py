"""The languages of the program: its words and its ways of writing dates, numbers and money."""

from datetime import date
from functools import cached_property, lru_cache

from resources import FOLDER
from resources.catalogue import Catalogue

DOMAIN = "taizhang"
LANGUAGES = ("zh_CN", "en")

_MONTH = {"zh_CN": "y年M月", "en": "MMMM y"}
_DAY = {"zh_CN": "M月d日 EEEE", "en": "EEEE, d MMMM"}


def N_(message: str) -> str:
    """Mark a text for the catalogues where it is declared; it is translated where it is shown."""
    return message


@lru_cache
def _catalogue(name: str) -> Catalogue:
    return Catalogue(FOLDER / "locale" / name / "LC_MESSAGES" / f"{DOMAIN}.mo")


class Language:
    """Words and formats of one language; what the catalogue lacks is said in English, the language of the source."""

    def __init__(self, name: str = "zh_CN"):
        if name not in LANGUAGES:
            raise ValueError(f"no such language: {name}")
        self.name = name

    @cached_property
    def locale(self):
        from babel import Locale  # with its tables, which the first window does not need

        return Locale.parse(self.name)

    def __eq__(self, other):
        return isinstance(other, Language) and other.name == self.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Language({self.name!r})"

    def text(self, message: str, **values) -> str:
        """The message in this language, its {names} filled with the values."""
        if not message:
            return ""  # the catalogue would answer with its head
        said = _catalogue(self.name).text(message)
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, n: int, **values) -> str:
        """The form that n asks for; {n} is known in it besides the values."""
        return _catalogue(self.name).plural(one, many, n).format(**{"n": self.number(n), **values})

    def day(self, day: date, year: int | None = None) -> str:
        """11-20 in the year named, otherwise 2025-11-20."""
        return f"{day:%m-%d}" if day.year == year else day.isoformat()

    def long_day(self, day: date) -> str:
        """With its weekday, as in titles: 11月20日 星期五."""
        return self._date(day, _DAY[self.name])

    def month(self, month: str) -> str:
        """A month written YYYY-MM, said as 2026年9月."""
        year, number = month.split("-")
        return self._date(date(int(year), int(number), 1), _MONTH[self.name])

    def _date(self, day, pattern):
        from babel.dates import format_date

        return format_date(day, pattern, locale=self.locale)

    def number(self, n: int) -> str:
        """12,345."""
        from babel.numbers import format_decimal

        return format_decimal(n, "#,##0", locale=self.locale)

    def money(self, fen: int) -> str:
        """Whole fen as yuan: 1,234.50."""
        yuan, rest = divmod(abs(fen), 100)
        return f"{'-' if fen < 0 else ''}{self.number(yuan)}.{rest:02d}"

    def hours(self, minutes: int) -> str:
        """Minutes as hours with one decimal, halves upwards: 150 is 2.5."""
        tenths = (abs(minutes) + 3) // 6
        return f"{'-' if minutes < 0 and tenths else ''}{self.number(tenths // 10)}.{tenths % 10}"
