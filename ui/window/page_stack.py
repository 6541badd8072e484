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
        self.tab_of = {}

    @property
    def page(self):
        return self.pages[self.name]

    def rail_of(self, name) -> str:
        """The item of the rail under which a page stands."""
        return self.entries[name].rail[0]

    def tabs(self):
        """The pages that stand together with the one in front: name and label of each."""
        here = self.rail_of(self.name)
        return [(entry.name, entry.label) for entry in self.entries.values() if entry.rail[0] == here]

    def go_shelf(self, name):
        """Open an item of the rail: the tab that was in front there last, else its first."""
        first = next(entry.name for entry in self.entries.values() if entry.rail[0] == name)
        self.go(self.tab_of.get(name, first))

    def go(self, name, remember=True):
        """Open a page; it is made at the first visit."""
        if self.name and remember and self.name != name:
            self.visited.append(self.name)
            self.ahead.clear()
        if name not in self.pages:
            self._make(name)
        self.name = name
        self.tab_of[self.rail_of(name)] = name
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
        names = list(dict.fromkeys(entry.rail[0] for entry in self.entries.values()))
        self.go_shelf(names[(names.index(self.rail_of(self.name)) + step) % len(names)])

    def badges(self) -> dict[str, int]:
        """What waits under each item of the rail that counts it."""
        return {entry.rail[0]: entry.badge() for entry in self.entries.values() if entry.badge}
