"""Settings: the station, its users, back-ups, the look, the self-check, and what this program is and is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout

from models.station import Station
from ui.forms.record_editor import RecordEditor
from ui.settings.settings_about import AboutPart
from ui.settings.settings_backup import BackupPart
from ui.settings.settings_check import CheckPart
from ui.settings.settings_look import LookPart
from ui.settings.settings_users import UsersPart
from ui.theme import px
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _


class SettingsPage(Page):
    """The parts at the left, the one in hand at the right; a part is made when it is first shown."""

    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self.title = desk.store, desk, _("Settings")
        self.parts = {}
        self.makers = (
            (_("Station"), self._station),
            (_("Users and roles"), lambda: UsersPart(self.store, desk)),
            (_("Back-up"), lambda: BackupPart(self.store, desk)),
            (_("Look and text size"), lambda: LookPart(desk)),
            (_("Self-check"), lambda: CheckPart(self.store, desk)),
            (_("About"), lambda: AboutPart(self.store)),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(_("Parts of the settings"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(CellDelegate(self.list))
        for name, _make in self.makers:
            item = QListWidgetItem(name, self.list)
            item.setSizeHint(QSize(px(120), px(34)))
        self.stack = QStackedWidget()
        self._lay_out()
        self.list.currentRowChanged.connect(self.show_part)
        for key in ("Return", "Enter", "Right"):
            Shortcut(key, self.list, self._enter, context=Qt.ShortcutContext.WidgetShortcut)
        self.list.setCurrentRow(0)

    def _lay_out(self):
        card = QFrame(objectName="card")
        card.setFixedWidth(px(190))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(6), 1, px(6))
        inside.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(12))
        row.addWidget(card)
        row.addWidget(self.stack, 1)

    def _station(self):
        editor = RecordEditor(Station, self.desk.choosing, inside=True)
        editor.next_button.hide()
        editor.edit(Station.mine(), focus=False)
        editor.said.connect(self.said)
        editor.saved.connect(lambda _record: self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}")))
        editor.closed.connect(self.list.setFocus)
        return editor

    def show_part(self, place):
        if place not in self.parts:
            self.parts[place] = self.makers[place][1]()
            self.stack.addWidget(self.parts[place])
        part = self.parts[place]
        self.stack.setCurrentWidget(part)
        if hasattr(part, "shown"):
            part.shown()
        self.changed_state.emit()

    def state_line(self):
        return self.list.currentItem().text() if self.list.currentItem() else ""

    @property
    def editor(self):
        """The form of the station, whose draft is kept when the window goes."""
        return self.parts[0]

    def place(self):
        """Which part is shown, for the way back after another look or a lock."""
        return self.list.currentRow()

    def come_back(self, place):
        self.list.setCurrentRow(place)

    def _enter(self):
        part = self.stack.currentWidget()
        first = part.form if isinstance(part, RecordEditor) else part
        first.focus_first()

    def shown(self):
        part = self.stack.currentWidget()
        if hasattr(part, "shown"):
            part.shown()

    def focus_first(self):
        self.list.setFocus()
