"""The frame of the open station: rail, header, the page in hand, status strip. It knows pages, not what is in them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from resources.language import N_
from ui.theme import px, size
from ui.widgets.messages import Toast
from ui.widgets.progress import Running
from ui.widgets.shortcut import Shortcut
from ui.window.header import Header
from ui.window.key_help import KeyHelp
from ui.window.page_stack import PageStack
from ui.window.rail import ICONS, NARROW, WIDE, Rail
from ui.window.status_strip import StatusStrip
from ui.window.tab_strip import TabStrip
from ui.words import _

_DRAFT = N_("Draft kept, not saved yet")
_OPENS = {"station": "settings", "user": "staff", "saved": "today", "backup": "settings", "receipt": "sync"}


class MainWindow(QWidget):
    """`entries` are the pages (PageEntry); the first is the home. `status()` gives the items of the strip."""

    lock_wanted = Signal()
    size_wanted = Signal(int)
    found = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, entries, station_name, find, status):
        super().__init__()
        self.status, self.folded = status, False
        self.rail = Rail(list(dict.fromkeys(entry.rail for entry in entries)), _("Taizhang"), station_name)
        self.header = Header(find)
        self.tabs = TabStrip()
        self.stack = PageStack(entries)
        self.entries, self.pages = self.stack.entries, self.stack.pages
        self.go, self.go_home = self.stack.go, self.stack.go_home
        self.strip = StatusStrip()
        self.running = Running(self.strip, self)
        self._lay_out()
        self._connect()

    @property
    def page(self):
        """The page in front, and its `name`."""
        return self.stack.page

    @property
    def name(self):
        return self.stack.name

    def _lay_out(self):
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.tabs)
        right.addWidget(self.stack, 1)
        right.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _connect(self):
        self.rail.chosen.connect(self.stack.go_shelf)
        self.tabs.chosen.connect(self.go)
        self.stack.turned.connect(self._turned)
        self.stack.said.connect(self.say_saved)
        self.stack.changed.connect(self.refresh)
        self.header.found.connect(self.found)
        self.header.wants_new.connect(self.new_wanted)
        self.header.left.connect(lambda: self.page.focus_first())
        self.strip.pressed.connect(self._strip_pressed)
        for key, slot in (
            ("Ctrl+K", self._search), ("Ctrl+L", self.lock_wanted.emit), ("Ctrl+N", self._primary_new),
            ("Ctrl++", lambda: self.size_wanted.emit(1)), ("Ctrl+=", lambda: self.size_wanted.emit(1)),
            ("Ctrl+-", lambda: self.size_wanted.emit(-1)), ("Ctrl+0", lambda: self.size_wanted.emit(0)),
            ("Ctrl+PgUp", lambda: self.stack.step(-1)), ("Ctrl+PgDown", lambda: self.stack.step(1)),
            ("Alt+Left", self.stack.back), ("Alt+Right", self.stack.forward), ("Ctrl+B", self._fold),
            ("F1", self._help), ("F6", lambda: self._pane(1)), ("Shift+F6", lambda: self._pane(-1)),
            ("F11", self._full_screen),
        ):  # fmt: skip
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WindowShortcut)

    # --- room ---

    def minimumSizeHint(self):
        """Small: what does not fit hides or folds, and may not keep the window from getting there."""
        return QSize(px(400), px(300))

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self):
        """Widths are judged in ems of the text: a wide window, one that drops what is least needed, icons only."""
        ems = self.width() / px(15)
        narrow = ems < 70
        self.rail.fit(ICONS if ems < 56 or self.folded else NARROW if narrow else WIDE)
        self.header.fit(narrow)
        self.strip.fit(narrow)
        if self.name and hasattr(self.page, "fit"):
            self.page.fit(narrow)

    # --- pages ---

    def _turned(self):
        self.rail.show_page(self.stack.rail_of(self.name))
        self._fit()
        self.page.shown()
        self.refresh()
        self.page.focus_first()

    def refresh(self):
        """Title, buttons, strip and badges as they stand now."""
        page = self.page
        self._show_tabs()
        self.header.show_page(page.title, page.state_line(), page.primary, page.secondary)
        for name, (text, state) in self.status().items():
            self.strip.say(name, text, state)
        self.strip.say("size", _("{size} %", size=size()))
        self._order_tab()
        self.rail.set_badges(self.stack.badges())

    def _show_tabs(self):
        """Tabs stand above a list; a form or a file takes their room."""
        tabs = self.stack.tabs() if getattr(self.page, "shows_tabs", True) else []
        self.tabs.show_tabs(tabs, self.name)

    def _order_tab(self):
        """Pages come and grow at the end of the order of Tab: put strip and head behind them again."""
        tail = [*self.strip.items.values(), self.strip.stop, self.header.search, *self.header.buttons]
        last = self.window().previousInFocusChain()
        while last in tail:
            last = last.previousInFocusChain()
        for widget in tail:
            QWidget.setTabOrder(last, widget)
            last = widget

    def say_saved(self, text):
        """What became of the last entry. A draft is no saving, and is said in its own colour."""
        self.strip.say("saved", text, "draft" if text == _(_DRAFT) else "ok")

    def toast(self, text):
        Toast(self, text)

    def _strip_pressed(self, name):
        if name == "lock":
            self.lock_wanted.emit()
        elif name == "size":
            self.size_wanted.emit(0)
        elif (target := _OPENS.get(name)) in self.entries:
            self.go(target)

    # --- keys ---

    def _search(self):
        self.header.search.setFocus()
        self.header.search.selectAll()

    def _primary_new(self):
        action = self.page.primary
        if action and action[1] == "Ctrl+N":
            action[2]()

    def _help(self):
        KeyHelp(self, self.page).exec()

    def _fold(self):
        self.folded = not self.folded
        self._fit()

    def _full_screen(self):
        window = self.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _pane(self, step):
        """F6: from the rail to the page to the search, and round."""
        panes = [self.rail.items[self.stack.rail_of(self.name)], self.page, self.header.search]
        focused = QApplication.focusWidget()
        here = next(
            (p for p, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), 0
        )
        target = panes[(here + step) % len(panes)]
        target.focus_first() if target is self.page else target.setFocus()

    def run(self, job, done, failed=None):
        """Start a job with its progress in the strip; one at a time."""
        self.running.start(job, done, failed)
