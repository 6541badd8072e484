"""The table of a small table inside a form: any key edits, Enter and Tab go to the next cell, lines move with Alt."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QTableView

from models import fields
from models.errors import Wrong
from ui.line_edit import TextEdit
from ui.theme import colour, font, px

_LINE, _MOST_HEIGHT, _MOST_WRAPPED = 34, 10, 3
_WIDTHS = (
    ((fields.Count, fields.Time, fields.Duration), 5, 1),
    ((fields.Money,), 6.5, 1),
    ((fields.Day, fields.PartialDay), 7, 1),
    ((fields.YesNo, fields.Choice), 6.5, 1),
    ((fields.Link, fields.Name, fields.Phone), 7.5, 2),
    ((fields.Notes,), 10, 5),
)
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class LinesView(QTableView):
    """`pasted(text)` for what is to be put in; `leaves(forward)` where a key goes beyond the first or last cell."""

    pasted = Signal(str)
    leaves = Signal(bool)
    typed = Signal()

    def __init__(self, rows, editor_of):
        """`editor_of(column)` makes the editor of a cell."""
        super().__init__()
        self.setModel(rows)
        self.cells = _Cells(rows, self, editor_of)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("lines")
        for signal in (rows.dataChanged, rows.rowsInserted, rows.rowsRemoved, rows.modelReset):
            signal.connect(self._grow)

    # --- room ---

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.fit()

    def fit(self):
        """Share the width by kinds, and take the height of the lines, up to ten of them."""
        widths = [_width_of(column) for column in self.model().columns]
        least = [max(px(15 * ems), self._heading(place)) for place, (ems, _share) in enumerate(widths)]
        spare = max(self.viewport().width() - sum(least), 0)
        shares = sum(share for _ems, share in widths)
        for place, (_ems, share) in enumerate(widths):
            self.setColumnWidth(place, least[place] + spare * share // shares)
        self._grow()

    def _heading(self, place):
        text = self.model().headerData(place, Qt.Orientation.Horizontal)
        return QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(text) + px(24)

    def _grow(self, *_change):
        for row in range(self.model().rowCount()):
            high = max(self.cells.height(row, column) for column in range(self.model().columnCount()))
            self.setRowHeight(row, high)
        lines = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        wide = self.horizontalScrollBar()
        bar = wide.sizeHint().height() if wide.maximum() > 0 else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(
            head + bar + min(max(lines, px(_LINE)), px(_LINE) * _MOST_HEIGHT) + 2 * self.frameWidth() + 2
        )

    # --- keys ---

    def go_to(self, row, column):
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()

    def focusInEvent(self, event):
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event):
        back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _KEYS:
            self.leaves.emit(not back) if control else self.move_on(-1 if back else 1)
        elif event.key() == Qt.Key.Key_V and control:
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Backspace and not control:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self):
        index = self.currentIndex()
        if index.isValid() and not self.model().fixed:
            self.model().answer(index.row(), self.model().names[index.column()], None)

    def move_on(self, step=1):
        """The next cell; from the end of a line to the next; beyond the empty last line, out of the table."""
        rows, last, index = self.model(), self.model().columnCount(), self.currentIndex()
        place = max(index.row(), 0) * last + max(index.column(), 0) + step
        beyond = step > 0 and index.row() == rows.rowCount() - 1 and (rows.fixed or rows.entries[-1].is_empty)
        if place < 0 or place >= last * rows.rowCount() or (beyond and index.column() == 0):
            self.leaves.emit(step > 0)
        else:
            self.go_to(place // last, place % last)

    def commit_open(self):
        """Take what is being typed in the open cell."""
        editor = self.cells.open
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.setFocus()

    def open_cell(self):
        """(row, name, answer as far as it can be read) of the cell being typed in, or None."""
        editor, index = self.cells.open, self.cells.open_at
        if editor is None or not index.isValid():
            return None
        return index.row(), self.model().names[index.column()], editor.readable()


def _width_of(column):
    """(least width in ems, share of what is left) of a column."""
    for kinds, ems, share in _WIDTHS:
        if isinstance(column, kinds):
            return ems, share
    return 8, 4


class _Cells(QStyledItemDelegate):
    """Makes the editor of a cell by the kind of its column, and paints answers, wrapped to three lines."""

    def __init__(self, rows, view, editor_of):
        super().__init__(view)
        self.rows, self.view, self.editor_of, self.open, self.open_at = rows, view, editor_of, None, None

    def createEditor(self, parent, option, index):
        editor = self.editor_of(self.rows.columns[index.column()])
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        self.open, self.open_at = editor, index
        editor.changed.connect(self.view.typed)
        for part in (editor.focusProxy(), *getattr(editor, "boxes", {}).values()):
            if part is not None:
                part.installEventFilter(self)
        return editor

    def destroyEditor(self, editor, index):
        if editor is self.open:
            self.open = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor, option, index):
        cell = QRect(option.rect)
        if editor.wide:
            editor.open_over(cell)
            cell.setWidth(max(cell.width(), px(280)))
            cell.moveRight(min(cell.right(), max(self.view.viewport().width() - 1, cell.width())))
        editor.setGeometry(cell)

    def setEditorData(self, editor, index):
        entry, name = self.rows.entries[index.row()], self.rows.names[index.column()]
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.set_value(entry.answers.get(name))
            if name in entry.typed and hasattr(editor.focusProxy(), "setText"):
                editor.focusProxy().setText(entry.typed[name][0])

    def setModelData(self, editor, model, index):
        name = model.names[index.column()]
        try:
            value = editor.value()
        except Wrong as wrong:
            model.keep_typed(index.row(), name, editor.focusProxy().text(), wrong)
        else:
            model.answer(index.row(), name, value)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.KeyPress and self.open is not None and self.open.isAncestorOf(watched):
            return self._key(watched, event)
        return False

    def _key(self, watched, event):
        if getattr(watched, "composing", lambda: False)():
            return False
        offers = getattr(watched, "_list", None)
        if offers is not None and offers.isVisible():
            return False
        written = isinstance(watched, TextEdit) and event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if event.key() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and not written:
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.view.commit_open()
            self.view.move_on(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.view.closeEditor(self.open, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.view.setFocus()
            return True
        return False

    # --- painting ---

    def height(self, row, column):
        """The height a cell wants at the width it has."""
        text = str(self.rows.index(row, column).data() or "")
        if not text:
            return px(_LINE)
        metrics = QFontMetrics(font(14.5))
        room = QRect(0, 0, max(self.view.columnWidth(column) - px(16), px(20)), 10_000)
        wanted = metrics.boundingRect(room, Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap, text).height()
        return max(px(_LINE), min(wanted, _MOST_WRAPPED * metrics.lineSpacing()) + px(12))

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
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(px(8), px(2), -px(8), -px(2)), flags, str(index.data() or ""))
        if bad or chosen:
            painter.setPen(QPen(QColor(colour("danger" if bad and not chosen else "focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
