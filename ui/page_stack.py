"""The pages of the window: each is made when it is first opened; back and forward as in a browser."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """`turned` is emitted when another page has come to the front, `said` and `changed` for what pages report."""

    turned = Signal()
    said = Signal(str)
    changed = Signal()

    def __init__(self, entries):
        super().__init__()
        self.entries = {entry.name: entry for entry in entries}
        self.pages, self.visited, self.ahead, self.name = {}, [], [], None

    @property
    def page(self):
        return self.pages[self.name]

    def go(self, name, remember=True):
        """Open a page of the rail; it is made at the first visit."""
        if self.name and remember and self.name != name:
            self.visited.append(self.name)
            self.ahead.clear()
        if name not in self.pages:
            self._make(name)
        self.name = name
        self.setCurrentWidget(self.page)
        self.turned.emit()

    def _make(self, name):
        page = self.pages[name] = self.entries[name].make()
        self.addWidget(page)
        if hasattr(page, "said"):
            page.said.connect(self.said)
        if hasattr(page, "changed_state"):
            page.changed_state.connect(self.changed)

    def go_home(self):
        """Open the first page; called once whoever made the window is ready for it."""
        self.go(next(iter(self.entries)))

    def back(self):
        if self.visited:
            self.ahead.append(self.name)
            self.go(self.visited.pop(), remember=False)

    def forward(self):
        if self.ahead:
            self.visited.append(self.name)
            self.go(self.ahead.pop(), remember=False)

    def step(self, step):
        """To the page before or after in the rail, round at its ends."""
        names = list(self.entries)
        self.go(names[(names.index(self.name) + step) % len(names)])

    def badges(self) -> dict[str, int]:
        """What waits on each page that counts it."""
        return {name: entry.badge() for name, entry in self.entries.items() if entry.badge}
