"""Which columns a list shows, how wide, and by which it is sorted; kept for each user on this computer, never sent."""

import json

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from models import fields
from ui.theme import px
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext

LEAST, MOST = 3, 60
"""Widths a column or the preview may have, in ems of the text."""
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


class ListLook:
    """How a user left a list: `names` of the columns ([] the usual ones), `widths` by name in ems, `sort` and `down`,
    and how wide the preview beside it is, `side` in ems (0 as at first).

    What was kept and is not understood, such as the column of a newer program, is left aside as a whole.
    """

    def __init__(self, store, cls, usual=()):
        self.store, self._key = store, f"list:{cls._meta.table_name}:{store.user.hex if store.user else ''}"
        self._known = [*possible(cls), *usual]
        self._take(self._read())

    def _read(self):
        try:
            found = json.loads(self.store.kept(self._key) or b"{}")
        except ValueError:
            return {}
        return found if self._is_sound(found) else {}

    def _is_sound(self, found):
        if not isinstance(found, dict):
            return False
        names, widths = found.get("names", []), found.get("widths", {})
        if not isinstance(names, list) or not isinstance(widths, dict):
            return False
        known = all(name in self._known for name in (*names, *widths)) and found.get("sort") in (*self._known, None)
        return known and all(_is_width(width) for width in (*widths.values(), found.get("side") or LEAST))

    def _take(self, found):
        self.names, self.widths = list(found.get("names", ())), dict(found.get("widths", {}))
        self.sort, self.down, self.side = found.get("sort"), bool(found.get("down")), found.get("side") or 0

    def keep(self, **chosen) -> None:
        """Keep `names`, `widths`, `sort`, `down` or `side` beside what was chosen before."""
        found = {name: getattr(self, name) for name in ("names", "widths", "sort", "down", "side")} | chosen
        self._take(found)
        self.store.keep(self._key, json.dumps(found).encode())

    def forget(self) -> None:
        """As at first."""
        self.keep(names=[], widths={}, sort=None, down=False, side=0)


def _is_width(width):
    return isinstance(width, int | float) and LEAST <= width <= MOST


def ask_columns(parent, cls, names, widths) -> tuple[list[str], dict[str, float]] | None:
    """Let columns be ticked, moved, made wider: their names and the widths chosen; ([], {}) for all as at first.

    None where nothing is to be changed. At least one column stays.
    """
    chooser = ColumnList(cls, names, widths)
    sentence = _(
        "Space ticks a column, Alt+↑ ↓ moves it, Alt+← → makes it narrower or wider; in the list the headings can be "
        "dragged. Columns further right hide first where there is little room."
    )
    sheet = Sheet(parent, _("Columns of this list"), sentence, [_("Show these"), _("As at first")], chooser)
    chooser.setFocus()
    choice = sheet.ask()
    if choice == 1:
        return [], {}
    return (chooser.chosen(), chooser.widths) if choice == 0 and chooser.chosen() else None


class ColumnList(QListWidget):
    """The columns shown come first, in their order; the others below can be ticked. `widths` are those chosen."""

    def __init__(self, cls, names, widths=None):
        super().__init__()
        self.cls, self.widths = cls, dict(widths or {})
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(px(320))
        self.setAccessibleName(_("Columns of this list"))
        for name in (*names, *(one for one in possible(cls) if one not in names)):
            item = QListWidgetItem(self._said(name))
            item.setSizeHint(QSize(px(200), px(32)))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in names else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)
        for key, slot in (
            ("Alt+Up", lambda: self.move_line(-1)), ("Alt+Down", lambda: self.move_line(1)),
            ("Alt+Left", lambda: self.widen(-1)), ("Alt+Right", lambda: self.widen(1)),
        ):  # fmt: skip
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WidgetShortcut)

    def _said(self, name):
        label = _(self.cls.questions()[name].label)
        if name not in self.widths:
            return label
        wide = ngettext("{n} character wide", "{n} characters wide", round(self.widths[name]))
        return f"{label}　{wide}"

    def move_line(self, step):
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)

    def widen(self, step):
        """The column in hand wider or narrower by a character."""
        item = self.currentItem()
        name = item.data(Qt.ItemDataRole.UserRole)
        self.widths[name] = min(max(round(self.widths.get(name, 8)) + step, LEAST), MOST)
        item.setText(self._said(name))

    def chosen(self) -> list[str]:
        """The names ticked, from top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
