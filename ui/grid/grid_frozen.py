"""The first columns of a grid stay in sight while the others scroll sideways: a second view on the same lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.theme import colour


class FrozenColumns(QTableView):
    """Shows the first `count` columns of `view` above its left edge as soon as it is scrolled; nobody edits here.

    When the cell in hand is one of these columns the view has scrolled back to it, and this one is not needed.
    """

    def __init__(self, view, count):
        super().__init__(view)
        self.view, self.count = view, count
        self.setModel(view.model())
        self.setSelectionModel(view.selectionModel())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.viewport().update())
        self.setItemDelegate(view.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(view.verticalScrollMode())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName("")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(view.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(view.horizontalHeader().defaultAlignment())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self.place())
        view.horizontalHeader().geometriesChanged.connect(self.place)
        self.clicked.connect(lambda index: view.go_to(index.row(), index.column()))
        self.hide()

    def breadth(self) -> int:
        return sum(self.view.columnWidth(column) for column in range(self.count))

    def place(self):
        """Lie over the left edge while the view is scrolled to the right and the room allows it."""
        scrolled = self.view.horizontalScrollBar().value() > 0
        shown = scrolled and self.breadth() < self.view.viewport().width() * 2 // 3
        if shown:
            for column in range(self.model().columnCount()):
                self.setColumnHidden(column, column >= self.count)
                if column < self.count:
                    self.setColumnWidth(column, self.view.columnWidth(column))
            self.setGeometry(self._room())
            self.horizontalHeader().setFixedHeight(self.view.horizontalHeader().height())
            self.verticalScrollBar().setValue(self.view.verticalScrollBar().value())
            self.raise_()
        self.setVisible(shown)

    def _room(self):
        area = self.view.viewport().geometry()
        head = self.view.horizontalHeader().height()
        return QRect(area.left(), area.top() - head, self.breadth(), area.height() + head)

    def uncover(self, index):
        """Scroll on so far that a cell is not hidden behind the frozen ones."""
        if self.isHidden() or index.column() < self.count:
            return
        over = self.breadth() - self.view.visualRect(index).left()
        if over > 0:
            bar = self.view.horizontalScrollBar()
            bar.setValue(bar.value() - over)

    def wheelEvent(self, event):
        self.view.wheelEvent(event)

    def paintEvent(self, event):
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(colour("control")), 1))
        edge = self.viewport().width() - 1
        painter.drawLine(edge, 0, edge, self.viewport().height())
