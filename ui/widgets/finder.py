"""A line in which a record is found: type a name, its sound, initials or the end of a number; arrows and Enter choose.

The list is a window of its own that never takes the focus, because a completer's pop-up would take the keys away from
an input method while it composes. Letters being composed are searched for already, as pinyin.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from ui.theme import colour, font, px
from ui.widgets.line_edit import LineEdit

_MOST_SHOWN = 12


@dataclass(frozen=True)
class Offer:
    """A record to choose: its id, what it is called, and a few words that tell it from others."""

    id: UUID | None
    title: str
    detail: str = ""


class Finder(LineEdit):
    """`find(text)` gives the offers; `chosen` is emitted when one was taken, `chosen_id` holds it.

    `empty` is said under the list when nothing was found, with {text} for what was typed.
    """

    takes_the_only_one = True  # when it is left with one offer standing
    chosen = Signal()
    wants_new = Signal(str)

    def __init__(self, find: Callable[[str], list[Offer]], parent=None, empty=""):
        super().__init__(parent)
        self.find, self.offers, self.chosen_id, self.empty = find, [], None, empty
        self._list = None
        self.textEdited.connect(self._look)

    @property
    def list(self):
        """The list under the line; made when something is looked for, as forms have many finders and few are used."""
        if self._list is None:
            self._list = _OfferList(self)
            self._list.clicked.connect(lambda index: self._choose(index.row()))
        return self._list

    def hide_list(self):
        if self._list is not None:
            self._list.hide()

    def is_offering(self):
        """Whether the list is open, so that keys go to it."""
        return self._list is not None and self._list.isVisible()

    def show_chosen(self, identity, title):
        """Show a record that is chosen already, or nothing."""
        self.chosen_id = identity
        self.setText(title)
        self.hide_list()

    def _look(self, text):
        self.chosen_id = None
        text = text.strip()
        self.offers = self.find(text) if text else []
        self.list.show_offers(self.offers, self.empty.format(text=text) if text and not self.offers else "")

    def inputMethodEvent(self, event):
        super().inputMethodEvent(event)
        letters = self.preedit.replace("'", "").replace(" ", "")
        if letters.isascii() and letters:
            self._look(self.text() + letters)

    def _choose(self, place):
        if 0 <= place < len(self.offers):
            offer = self.offers[place]
            self.show_chosen(offer.id, offer.title)
            self.chosen.emit()

    def keyPressEvent(self, event):
        if self.is_offering() and not self.composing() and self._key_for_list(event):
            return
        super().keyPressEvent(event)

    def _key_for_list(self, event) -> bool:
        key, place = event.key(), self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.choose_row((place + step) % max(len(self.offers), 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.list.hide()
                self.wants_new.emit(self.text().strip())
            else:
                self._choose(place)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        event.accept()
        return True

    def focusOutEvent(self, event):
        self.hide_list()
        if self.takes_the_only_one and self.chosen_id is None and len(self.offers) == 1:
            self._choose(0)
        super().focusOutEvent(event)


class _OfferList(QListView):
    def __init__(self, line):
        super().__init__(line)
        self.line = line
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(QStringListModel(self))
        self.setItemDelegate(_OfferDelegate(self))
        self.setObjectName("offers")

    def show_offers(self, offers, sentence=""):
        self.offers = offers[:_MOST_SHOWN]
        rows = [f"{offer.title}　{offer.detail}".rstrip("　") for offer in self.offers] or [sentence] * bool(sentence)
        self.model().setStringList(rows)
        if not rows:
            self.hide()
            return
        if self.offers:
            self.choose_row(0)
        self.resize(max(self.line.width(), px(452)), len(rows) * px(32) + px(12))
        self.move(self._place())
        self.show()

    def _place(self):
        """Under the line, within the screen; above it where there is no room below."""
        below = self.line.mapToGlobal(QPoint(0, self.line.height() + px(2)))
        room = self.line.screen().availableGeometry()
        below.setX(max(room.left(), min(below.x(), room.right() - self.width())))
        if below.y() + self.height() > room.bottom():
            below.setY(self.line.mapToGlobal(QPoint(0, -self.height() - px(2))).y())
        return below

    def choose_row(self, row):
        self.setCurrentIndex(self.model().index(row, 0))


class _OfferDelegate(QStyledItemDelegate):
    """The name in front, what tells it apart behind it, or one sentence when nothing was found."""

    def sizeHint(self, option, index):
        return QSize(px(100), px(32))

    def paint(self, painter, option, index):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offers = self.parent().offers
        if not offers:
            self._sentence(painter, option.rect, index.data())
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour("selection")))
                painter.drawRoundedRect(option.rect, px(3), px(3))
            self._offer(painter, option.rect.adjusted(px(8), 0, -px(8), 0), offers[index.row()])
        painter.restore()

    @staticmethod
    def _sentence(painter, box, sentence):
        painter.setPen(QPen(QColor(colour("text2"))))
        painter.setFont(font(14.5))
        painter.drawText(box.adjusted(px(8), 0, -px(8), 0), Qt.AlignmentFlag.AlignVCenter, sentence)

    @staticmethod
    def _offer(painter, box, offer):
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(14.5, QFont.Weight.Medium))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(offer.title, Qt.TextElideMode.ElideRight, box.width() * 2 // 3)
        width = max(metrics.horizontalAdvance(title) + px(14), px(74))
        painter.setPen(QColor(colour("text")))
        painter.drawText(box, left, title)
        painter.setFont(font(13.5))
        painter.setPen(QColor(colour("text2")))
        rest = QRect(box.left() + width, box.top(), box.width() - width, box.height())
        detail = " · ".join(filter(None, offer.detail.split("　")))
        shown = QFontMetrics(painter.font()).elidedText(detail, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, left, shown)
