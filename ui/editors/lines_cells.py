"""The cells of a small table inside a form: their editors by the kind of the column, their answers wrapped."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QStyle

from models import fields
from ui.editors.cell_editing import CellEditing
from ui.theme import colour, font, px

LINE = 34
_MOST_WRAPPED = 3
_WRAPPED = Qt.TextFlag.TextWordWrap


class LinesCells(CellEditing):
    """Makes the editor of a cell by the kind of its column, and paints answers, wrapped to three lines."""

    enter_writes = True

    def __init__(self, rows, view, editor_of):
        super().__init__(rows, view)
        self.editor_of = editor_of

    def made(self, index):
        editor = self.editor_of(self.rows.columns[index.column()])
        editor.changed.connect(self.view.typed)
        return editor

    def fill(self, editor, index):
        entry, name = self.rows.entries[index.row()], self.rows.names[index.column()]
        editor.set_value(entry.answers.get(name))
        if name in entry.typed and hasattr(editor.focusProxy(), "setText"):
            editor.focusProxy().setText(entry.typed[name][0])

    def updateEditorGeometry(self, editor, option, index):
        cell = QRect(option.rect)
        if editor.wide:
            editor.open_over(cell)
            cell.setWidth(max(cell.width(), px(280)))
            cell.moveRight(min(cell.right(), max(self.view.viewport().width() - 1, cell.width())))
        editor.setGeometry(cell)

    # --- painting ---

    def height(self, row, column):
        """The height a cell wants at the width it has."""
        text = str(self.rows.index(row, column).data() or "")
        if not text:
            return px(LINE)
        metrics = QFontMetrics(font(14.5))
        room = QRect(0, 0, max(self.view.columnWidth(column) - px(16), px(20)), 10_000)
        wanted = metrics.boundingRect(room, _WRAPPED, text).height()
        return max(px(LINE), min(wanted, _MOST_WRAPPED * metrics.lineSpacing()) + px(12))

    def sizeHint(self, option, index):
        return QSize(px(60), self.height(index.row(), index.column()))

    def paint(self, painter, option, index):
        box, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected) and self.view.hasFocus()
        bad = self.rows.marked == (index.row(), index.column())
        bad = bad or self.rows.names[index.column()] in self.rows.entries[index.row()].typed
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(colour("danger_soft" if bad else "selection" if chosen else "surface")))
        painter.setPen(QPen(QColor(colour("line")), 0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(font(14.5, QFont.Weight.Normal))
        painter.setPen(QColor(colour("text")))
        number = isinstance(self.rows.columns[index.column()], (fields.Count, fields.Money, fields.Duration))
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        inside, text = box.adjusted(px(8), px(4), -px(8), -px(4)), str(index.data() or "")
        wanted = painter.boundingRect(inside, _WRAPPED, text).height()
        high = Qt.AlignmentFlag.AlignTop if wanted > inside.height() else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, side | high | _WRAPPED, text)
        if bad or chosen:
            painter.setPen(QPen(QColor(colour("danger" if bad and not chosen else "focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
