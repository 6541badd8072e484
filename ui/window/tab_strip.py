"""The tabs of a page on which several lists stand: one row, Ctrl+1 … 9; what has no room is in a list at its end."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton

from ui.theme import font, px
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext

_KEYS = 9


class TabStrip(QFrame):
    """`show_tabs([(name, label)], front)`; `chosen(name)` when one was picked. One stop of Tab, arrows inside."""

    chosen = Signal(str)

    def __init__(self):
        super().__init__(objectName="tabs")
        self.tabs: dict[str, Tab] = {}
        self.front = ""
        self.more = Tab("")
        self.more.setParent(self)
        self.more.setCheckable(False)
        self.more.clicked.connect(self._show_more)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.keys = []
        for number in range(1, _KEYS + 1):
            key = Shortcut(f"Ctrl+{number}", self, lambda place=number - 1: self._pick(place))
            key.setEnabled(False)
            self.keys.append(key)
        self.hide()

    def sizeHint(self):
        return QSize(px(200), px(42))

    def minimumSizeHint(self):
        return QSize(px(60), px(42))

    def show_tabs(self, tabs, front):
        """Show these; nothing where there is only one."""
        self.front = front
        if [name for name, _label in tabs] != list(self.tabs):
            self._make(tabs)
        for name, tab in self.tabs.items():
            tab.setChecked(name == front)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == front else Qt.FocusPolicy.ClickFocus)
        self.setVisible(len(tabs) > 1)
        for place, key in enumerate(self.keys):
            key.setEnabled(1 < len(tabs) > place)
        self._place()

    def _make(self, tabs):
        for tab in self.tabs.values():
            tab.hide()
            tab.deleteLater()
        self.tabs = {}
        for place, (name, label) in enumerate(tabs, 1):
            tab = self.tabs[name] = Tab(label)
            tab.setParent(self)
            tab.setToolTip(_("{page}  {key}", page=label, key=f"Ctrl+{place}") if place <= _KEYS else label)
            tab.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))

    def _pick(self, place):
        if place < len(self.tabs):
            self.chosen.emit(list(self.tabs)[place])

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._place()

    def _place(self):
        """As many as there is room for, the one in front always among them."""
        room, left, gap = self.width() - px(16), px(12), px(4)
        widths = {name: min(tab.sizeHint().width(), room // 2) + gap for name, tab in self.tabs.items()}
        shown, hidden = list(widths), []
        if sum(widths.values()) > room - left:
            self.more.setText(ngettext("{n} more", "{n} more", len(widths)))
            room -= self.more.sizeHint().width() + gap
        while len(shown) > 1 and sum(widths[name] for name in shown) > room - left:
            out = shown[-1] if shown[-1] != self.front else shown[-2]
            shown.remove(out)
            hidden.insert(0, out)
        for name, tab in self.tabs.items():
            tab.setVisible(name in shown)
            if name in shown:
                tab.setGeometry(left, px(8), widths[name] - gap, px(34))
                left += widths[name]
        self.hidden = hidden
        self.more.setText(ngettext("{n} more", "{n} more", len(hidden)) + " ▾")
        self.more.setVisible(bool(hidden))
        self.more.setGeometry(left, px(8), self.more.sizeHint().width(), px(34))

    def _show_more(self):
        menu = QMenu(self)
        for name in self.hidden:
            menu.addAction(self.tabs[name].text(), lambda name=name: self.chosen.emit(name))
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def keyPressEvent(self, event):
        shown = [tab for tab in (*self.tabs.values(), self.more) if not tab.isHidden()]
        here = next((place for place, tab in enumerate(shown) if tab.hasFocus()), None)
        if here is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            shown[(here + (1 if event.key() == Qt.Key.Key_Right else -1)) % len(shown)].setFocus()
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shown[here].click()
        else:
            super().keyPressEvent(event)


class Tab(QToolButton):
    """One tab; the sheet paints it."""

    def __init__(self, label):
        super().__init__(objectName="tab")
        self.setText(label)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAccessibleName(label)

    def setText(self, text):
        super().setText(text.replace("&", "&&"))

    def sizeHint(self):
        return QSize(QFontMetrics(font(15)).horizontalAdvance(self.text()) + px(26), px(34))
