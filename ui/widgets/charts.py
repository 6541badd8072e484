"""Figures as bars: how far the month has come, against how much of it has gone."""

from calendar import monthrange

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.figures import BY_NUMBER
from models.figures.figure import month_before, month_of
from resources.language import N_
from ui.theme import colour, font, px
from ui.widgets.labels import ElidedLabel, Label
from ui.words import _, spoken

_SHOWN = (
    ("8", N_("Home visits")), ("19", N_("Open cases")), ("29", N_("Groups")), ("33", N_("Activities")),
    ("44", N_("Hours of volunteers")),
)  # fmt: skip


class Bar(QWidget):
    """A part of a whole, `share` from 0 to 1; a thin mark stands where the time is (`gone`)."""

    def __init__(self, share=0.0, gone=None):
        super().__init__()
        self.share, self.gone = share, gone
        self.setFixedHeight(px(12))
        self.setMinimumWidth(px(60))

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - px(6)) / 2
        for share, token in ((1.0, "sunken"), (min(max(self.share, 0), 1), "primary")):
            painter.setBrush(QColor(colour(token)))
            painter.drawRoundedRect(QRectF(0, top, self.width() * share, px(6)), px(3), px(3))
        if self.gone is not None:
            painter.setBrush(QColor(colour("text2")))
            place = min(self.width() * self.gone, self.width() - px(2))
            painter.drawRect(QRectF(place, 0, px(2), self.height()))


class MonthCard(QFrame):
    """Five figures of the month that runs, each with a bar against last month's whole."""

    def __init__(self):
        super().__init__(objectName="card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(14), px(12), px(14), px(12))
        self.body = QWidget()
        self.column.addWidget(self.body)

    def show_month(self, store):
        today = store.today()
        gone = today.day / monthrange(today.year, today.month)[1]
        month = f"{today:%Y-%m}"
        now, before = month_of(month, today), month_of(month_before(month), today)
        self._renew()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._head(today, gone))
        for number, label in _SHOWN:
            figure = BY_NUMBER[number]
            value, last = (figure.count(store.unit, period) for period in (now, before))
            column.addLayout(self._line(_(label), figure, value, last, gone))

    def _renew(self):
        self.column.removeWidget(self.body)
        self.body.hide()
        self.body.deleteLater()
        self.body = QWidget()
        self.column.addWidget(self.body)

    @staticmethod
    def _head(today, gone):
        row = QHBoxLayout()
        row.addWidget(Label(_("This month, {month}", month=spoken().month(f"{today:%Y-%m}")), role="pane"))
        note = ElidedLabel(_("{percent} % of it is over", percent=round(gone * 100)), role="hint")
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(note, 1)
        return row

    @staticmethod
    def _line(label, figure, value, last, gone):
        """Name and figure above, the bar and last month's whole below."""
        grid = QGridLayout()
        grid.setContentsMargins(0, px(2), 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, px(96))
        figures = QHBoxLayout()
        figures.setSpacing(px(6))
        figures.addStretch(1)
        figures.addWidget(Label(figure.show(value, spoken()) or "0", role="figure"))
        unit = Label(_(figure.unit), role="secondary-small")
        descents = [QFontMetrics(font(size)).descent() for size in (19, 13.5)]
        unit.setContentsMargins(0, 0, 0, descents[0] - descents[1])  # the figure and its unit stand on one line
        figures.addWidget(unit, 0, Qt.AlignmentFlag.AlignBottom)
        share = (value or 0) / last if last else float(bool(value))
        below = Label(_("last month {count}", count=figure.show(last, spoken()) or "0"), role="secondary-small")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(Label(label, role="secondary"), 0, 0)
        grid.addLayout(figures, 0, 1)
        grid.addWidget(Bar(share, gone), 1, 0)
        grid.addWidget(below, 1, 1, right)
        return grid
