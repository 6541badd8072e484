"""Which columns a list shows and by which it is sorted; kept for each user in the station's own file."""

import json

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from models import fields
from ui.sheet import Sheet
from ui.shortcut import Shortcut
from ui.theme import px
from ui.words import _

_NOT_SHOWN = (fields.Data, fields.Lines, fields.Pictures, fields.Answers)


def possible(cls) -> list[str]:
    """The questions that may be columns: nothing told in confidence, nothing that is a table itself.

    Of records that few may read the columns are those declared.
    """
    if cls.restricted:
        return [name for name, question in cls.questions().items() if question.listed]
    return [
        name
        for name, question in cls.questions().items()
        if not isinstance(question, _NOT_SHOWN) and not (question.sensitive and isinstance(question, fields.Text))
    ]


def kept(store, cls) -> dict:
    """What was chosen: {"names": [...], "sort": name or None, "down": bool}; {} where nothing was."""
    try:
        found = json.loads(store.kept(_key(store, cls)) or b"{}")
    except ValueError:
        found = {}
    known = set(possible(cls))
    sound = isinstance(found, dict) and set(found.get("names") or ()) <= known
    return found if sound and found.get("sort") in {*known, None} else {}


def keep(store, cls, **chosen) -> None:
    """Keep a choice beside what was chosen before."""
    store.keep(_key(store, cls), json.dumps(kept(store, cls) | chosen).encode())


def _key(store, cls):
    return f"list:{cls._meta.table_name}:{store.user.hex if store.user else ''}"


def ask_columns(parent, cls, names) -> list[str] | None:
    """Let columns be ticked and moved; None where nothing is to be changed. At least one stays."""
    chooser = ColumnList(cls, names)
    sentence = _("Space ticks a column, Alt+↑ ↓ moves it. Those further right hide first where there is little room.")
    sheet = Sheet(parent, _("Columns of this list"), sentence, [_("Show these"), _("As at first")], chooser)
    chooser.setFocus()
    choice = sheet.ask()
    if choice == 1:
        return []
    return chooser.chosen() or None if choice == 0 else None


class ColumnList(QListWidget):
    """The columns shown come first, in their order; the others below can be ticked."""

    def __init__(self, cls, names):
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(px(320))
        self.setAccessibleName(_("Columns of this list"))
        for name in (*names, *(one for one in possible(cls) if one not in names)):
            item = QListWidgetItem(_(cls.questions()[name].label))
            item.setSizeHint(QSize(px(200), px(32)))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in names else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            Shortcut(key, self, lambda step=step: self.move_line(step), context=Qt.ShortcutContext.WidgetShortcut)

    def move_line(self, step):
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)

    def chosen(self) -> list[str]:
        """The names ticked, from top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
