"""The head of every page: title, one line of state, the search for everything, at most two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui import icons
from ui.theme import font, px
from ui.widgets.buttons import KeyButton, paint_cap
from ui.widgets.finder import Finder
from ui.widgets.labels import ElidedLabel
from ui.widgets.line_edit import LineEdit
from ui.words import _


class Header(QFrame):
    """`find(text)` gives offers; `found(id)` is what was chosen, `wants_new(text)` Ctrl+Enter on nothing found."""

    found = Signal(object)
    wants_new = Signal(str)
    left = Signal()

    def __init__(self, find):
        super().__init__(objectName="header")
        self.setFixedHeight(px(56))
        self.narrow = False
        self.title = ElidedLabel("", role="title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.state = ElidedLabel("", role="secondary-small")
        self.state.setContentsMargins(0, px(5), 0, 0)
        self.search = SearchBox(find)
        self.search.chosen.connect(self._chosen)
        self.search.wants_new.connect(self.wants_new)
        self.search.left.connect(self.left)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(16), 0, px(16), 0)
        self.row.setSpacing(px(10))
        self.row.addWidget(self.title)
        self.row.addWidget(self.state, 1)
        self.row.addWidget(self.search)
        self.buttons = []

    def _chosen(self):
        identity = self.search.chosen_id
        self.search.show_chosen(None, "")
        self.found.emit(identity)

    def show_page(self, title, state, primary, secondary):
        """`primary` and `secondary` are (text, key, slot) or (text, key, slot, icon) or None."""
        self.title.setText(title)
        self.state.setText(state)
        for button in self.buttons:
            self.row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for action, main in ((secondary, False), (primary, True)):
            if action:
                self._add_button(action, main)
        self.fit(self.narrow)

    def _add_button(self, action, main):
        text, key, slot, *icon = action
        picture = icon[0] if icon else "plus" if main and key == "Ctrl+N" else ""
        button = KeyButton(text, key, icon=picture, primary=main)
        button.clicked.connect(lambda _checked=False: slot())
        self.buttons.append(button)
        self.row.addWidget(button)

    def fit(self, narrow):
        """In a narrow window keys stand in tooltips only, and of the second button only its picture."""
        self.narrow = narrow
        self.search.show_key(not narrow)
        for button in self.buttons:
            primary = button.property("kind") == "primary"
            button.setVisible(primary or not narrow or len(self.buttons) == 1 or bool(button.icon_name))
            button.set_bare(narrow and not primary and len(self.buttons) > 1)
            button.show_key(not narrow)


class SearchBox(Finder):
    """The one box that finds people, records and pages; paints its own glass and key. Esc leaves it (`left`)."""

    left = Signal()

    takes_the_only_one = False  # leaving the search may not lead to another page

    def __init__(self, find):
        super().__init__(find, empty=_("“{text}” was not found. Ctrl+Enter registers somebody new."))
        self.key_shown = True
        self.setPlaceholderText(_("Name, pinyin, number"))
        self.setAccessibleName(_("Search everything"))
        self.setFixedWidth(px(296))
        self.show_key(True)

    def show_key(self, shown):
        self.key_shown = shown
        self.setFixedWidth(px(296 if shown else 228))
        self.setTextMargins(px(24), 0, px(54) if shown else 0, 0)
        self.update()

    def paintEvent(self, event):
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(px(10), (self.height() - px(16)) // 2, icons.pixmap("search", "text2", 16))
        if self.hasFocus() or not self.key_shown:
            return
        width = QFontMetrics(font(12.5)).horizontalAdvance("Ctrl+K") + px(10)
        paint_cap(painter, self.rect().adjusted(self.width() - width - px(8), px(7), -px(8), -px(7)), "Ctrl+K")

    def focusInEvent(self, event):
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape and not self.list.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event):
        """What was looked for is nobody else's business."""
        self.hide_list()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.show_chosen(None, "")
        LineEdit.focusOutEvent(self, event)
