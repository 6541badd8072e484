"""How a cell of a list is painted: hairlines, the bar of the row in hand, chips for states, group rows as bands."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui import icons
from ui.theme import colour, font, px
from ui.widgets.buttons import paint_cap

CHIP = Qt.ItemDataRole.UserRole + 1
GROUP = Qt.ItemDataRole.UserRole + 2
STRONG = Qt.ItemDataRole.UserRole + 3
TOKEN = Qt.ItemDataRole.UserRole + 4
MARK = Qt.ItemDataRole.UserRole + 5
ACTION = Qt.ItemDataRole.UserRole + 6
TINT = Qt.ItemDataRole.UserRole + 7
"""CHIP: (text, state, icon). GROUP: a band over the row, its name or (name, count, note). STRONG: Medium, or "bold".
TOKEN: colour of the text. MARK: (icon, state) in front of the text, in its colour. ACTION: (text, key), a button on the
row in hand. TINT: a column with a ground of its own."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Paints from roles, never from widgets in cells. `pressed(index)` is a click on the painted button of a row."""

    pressed = Signal(object)
    acts = True

    def paint(self, painter, option, index):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = index.data(GROUP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and not group
        self._ground(painter, option.rect, index, selected, group)
        inside = option.rect.adjusted(px(10 if index.column() else 12), 0, -px(10), 0)
        if group:
            self._group(painter, inside, index, group)
        elif chip := index.data(CHIP):
            self._chip(painter, inside, *chip)
        else:
            if selected and index.data(ACTION):
                inside.setRight(self._action(painter, option.rect, *self._offered(option.rect, index)).left() - px(8))
            self._text(painter, inside, index, selected)
        painter.restore()

    # --- grounds ---

    @staticmethod
    def _ground(painter, box, index, selected, group):
        tint = "selection" if selected else "window" if group or index.data(TINT) else "surface"
        painter.fillRect(box, QColor(colour(tint)))
        if selected and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(colour("primary")))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @staticmethod
    def _group(painter, inside, index, group):
        name, count, note = group if isinstance(group, tuple) else (*group.partition("　")[::2], "")
        painter.setFont(font(15, QFont.Weight.Bold))
        painter.setPen(QColor(colour("text")))
        painter.drawText(inside.adjusted(-px(2), 0, 0, 0), _LEFT, name)
        left = inside.left() + QFontMetrics(painter.font()).horizontalAdvance(name) + px(5)
        painter.setFont(font(13.5))
        if count:
            width = QFontMetrics(painter.font()).horizontalAdvance(count) + px(14)
            pill = QRectF(left, inside.center().y() - px(9), width, px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("sunken")))
            painter.drawRoundedRect(pill, px(10), px(10))
            painter.setPen(QColor(colour("text2")))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, count)
        painter.setPen(QColor(colour("text2")))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)

    # --- contents ---

    @staticmethod
    def _text(painter, inside, index, selected):
        token = index.data(TOKEN) or "text"
        if mark := index.data(MARK):
            icon, token = mark
            painter.drawPixmap(inside.left(), inside.center().y() - px(7), icons.pixmap(icon, token, 15))
            inside = inside.adjusted(px(20), 0, 0, 0)
        strong = index.data(STRONG)
        weight = QFont.Weight.Bold if strong == "bold" else QFont.Weight.Medium if strong else QFont.Weight.Normal
        painter.setFont(font(14.5, weight))
        painter.setPen(QColor(colour("text2" if selected and token == "text3" else token)))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEFT
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag(side), shown)

    @staticmethod
    def _chip(painter, inside, text, state, icon):
        painter.setFont(font(13.5))
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(text) + px(14) + (px(18) if icon else 0)
        box = QRectF(inside.left(), inside.center().y() - px(11), min(width, inside.width() + px(10)), px(23))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour(f"{state}_soft")))
        painter.drawRoundedRect(box, px(3), px(3))
        left = box.left() + px(7)
        if icon:
            painter.drawPixmap(int(left), int(box.center().y() - px(7)), icons.pixmap(icon, state, 15))
            left += px(18)
        painter.setPen(QColor(colour(state)))
        room = QRectF(left, box.top(), box.right() - left, box.height())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    # --- the button of the row in hand ---

    def _offered(self, cell, index):
        """What stands on the button and its key, which is left out where it would cut what the cell says."""
        text, key = index.data(ACTION)
        says = QFontMetrics(font(14.5)).horizontalAdvance(str(index.data() or ""))
        button, _cap = self._action_boxes(cell, text, key)
        return text, key if button.left() - cell.left() >= says + px(18) else ""

    @staticmethod
    def _action_boxes(cell, text, key):
        """(button, cap) at the right of a cell."""
        cap_width = QFontMetrics(font(12.5)).horizontalAdvance(key) + px(10) if key else 0
        cap = QRect(cell.right() - cap_width - px(8), cell.center().y() - px(9), cap_width, px(19))
        width = QFontMetrics(font(14.5)).horizontalAdvance(text) + px(20)
        right = cap.left() - px(4) if key else cell.right() - px(8)
        return QRect(right - width, cell.center().y() - px(13), width, px(27)), cap

    def _action(self, painter, cell, text, key=""):
        button, cap = self._action_boxes(cell, text, key)
        painter.setPen(QPen(QColor(colour("text2")), 1))
        painter.setBrush(QColor(colour("surface")))
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setPen(QColor(colour("text")))
        painter.setFont(font(14.5))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, text)
        if key:
            paint_cap(painter, cap, key)
        return button

    def editorEvent(self, event, model, option, index):
        if event.type() == QEvent.Type.MouseButtonRelease and index.data(ACTION):
            in_hand = self.parent().currentIndex().row() == index.row()  # the option does not say what is selected
            button, _cap = self._action_boxes(option.rect, *self._offered(option.rect, index))
            if self.acts and in_hand and button.contains(event.position().toPoint()):
                self.pressed.emit(index)
                return True
        return super().editorEvent(event, model, option, index)
