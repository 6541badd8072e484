"""Which span a paper is about: this month, the last one, this year, the year before."""

from datetime import date, timedelta

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from ui.widgets.sheet import Sheet
from ui.words import _, spoken


def spans(today: date) -> list[tuple[str, date, date]]:
    """(words, first day, last day), the usual one first; nothing after today."""
    month = today.replace(day=1)
    before = (month - timedelta(1)).replace(day=1)
    year = today.replace(month=1, day=1)
    language = spoken()
    return [
        (language.month(f"{month:%Y-%m}"), month, today),
        (language.month(f"{before:%Y-%m}"), before, month - timedelta(1)),
        (_("This year so far"), year, today),
        (_("The year {year}", year=today.year - 1), year.replace(year=today.year - 1), year - timedelta(1)),
    ]


class SpanChoice(QFrame):
    """One of the spans, the one at `place` to begin with."""

    def __init__(self, today, place=0):
        super().__init__()
        self._spans = spans(today)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for number, (words, _first, _last) in enumerate(self._spans):
            button = QRadioButton(words)
            button.setChecked(number == place)
            self._group.addButton(button, number)
            column.addWidget(button)

    @property
    def span(self) -> tuple[date, date]:
        return self._spans[self._group.checkedId()][1:]


def ask_span(parent, today, title, sentence, place=0) -> tuple[date, date] | None:
    """The span the person chooses, or None."""
    choice = SpanChoice(today, place)
    return choice.span if Sheet(parent, title, sentence, [_("Look at it")], body=choice).ask() == 0 else None
