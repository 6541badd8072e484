"""How a cell of a list is painted: hairlines, the bar of the row in hand, chips for states, group rows as bands."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui import icons
from ui.theme import colour, font, px

CHIP = Qt.ItemDataRole.UserRole + 1
GROUP = Qt.ItemDataRole.UserRole + 2
STRONG = Qt.ItemDataRole.UserRole + 3
TOKEN = Qt.ItemDataRole.UserRole + 4
"""CHIP: (text, state, icon). GROUP: a band over the row. STRONG: Medium or Bold weight. TOKEN: colour of the text."""


class CellDelegate(QStyledItemDelegate):
    """Paints from roles, never from widgets in cells."""

    def paint(self, painter, option, index):
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        group = index.data(GROUP)
        painter.fillRect(option.rect, QColor(colour("sunken" if group else "selection" if selected else "surface")))
        if selected and index.column() == 0 and not group:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), px(3), option.rect.height()), QColor(colour("primary"))
            )
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inside = option.rect.adjusted(px(10), 0, -px(10), 0)
        if chip := index.data(CHIP):
            self._chip(painter, inside, *chip)
        else:
            self._text(painter, inside, index, selected, bool(group))
        painter.restore()

    def _text(self, painter, inside, index, selected, group):
        strong = index.data(STRONG)
        weight = (
            QFont.Weight.Bold if group or strong == "bold" else QFont.Weight.Medium if strong else QFont.Weight.Normal
        )
        painter.setFont(font(14.5, weight))
        painter.setPen(QColor(colour(index.data(TOKEN) or "text")))
        side = (
            index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag(side), shown)

    @staticmethod
    def _chip(painter, inside, text, state, icon):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(13.5))
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + px(14) + (px(19) if icon else 0)
        box = QRectF(inside.left(), inside.center().y() - px(11), min(width, inside.width() + px(10)), px(23))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour(f"{state}_soft")))
        painter.drawRoundedRect(box, px(3), px(3))
        left = box.left() + px(6)
        if icon:
            painter.drawPixmap(int(left), int(box.center().y() - px(7)), icons.pixmap(icon, state, 15))
            left += px(19)
        painter.setPen(QColor(colour(state)))
        painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
