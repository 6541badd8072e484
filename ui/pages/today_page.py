"""Today: what to do next, in groups by reason; Enter does it. At the side the month and what is unfinished."""

from collections import Counter
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models import access, approvals, codes, drafts, dues, register
from models import today as due_today
from models.people.person import Person
from ui.forms.file_lines import state_of
from ui.pages.first_day import FirstSteps
from ui.pages.today_items import MORE, Item, TodayItems
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.charts import MonthCard
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken

_AHEAD = 3
_SHOWN = 12  # of a group, so that the next group is in sight on a small screen
_STEP = 100  # more of it, when asked for
_COLUMNS = (Column(7.9, 0.2, 0), Column(8, 2.6, 0), Column(7, 1.5, 4), Column(9, 2, 2), Column(12.5, 1, 1))


class TodayPage(Page):
    visit_wanted = Signal(object)
    open_wanted = Signal(str, object)
    page_wanted = Signal(str)
    batch_wanted = Signal()

    def __init__(self, store):
        super().__init__()
        self.store, self.title = store, _("Today")
        self.primary = (_("Record a visit"), "Ctrl+N", lambda: self.visit_wanted.emit(None))
        self.secondary = (_("Many visits at once"), "", self.batch_wanted.emit)
        self.items, self.count, self.room = TodayItems(), 0, Counter()
        self.view = self._make_view()
        self.first_steps = FirstSteps(self.page_wanted)
        self.month = MonthCard()
        self.unfinished = QFrame(objectName="card")
        self._lay_out()
        self.view.doubleClicked.connect(lambda _index: self.act())
        for key in ("Return", "Enter"):
            Shortcut(key, self.view, self.act, context=Qt.ShortcutContext.WidgetShortcut)
        Shortcut("F5", self, self.shown)

    def _make_view(self):
        view = FittedTable(_COLUMNS)
        view.setModel(self.items)
        view.delegate.pressed.connect(lambda _index: self.act())
        view.horizontalHeader().hide()
        view.setAccessibleName(_("What is to be done today"))
        return view

    def _lay_out(self):
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.first_steps, 1)
        self.side = QWidget()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(12))
        self.month.setFixedWidth(px(300))
        self.unfinished.setFixedWidth(px(300))
        side.addWidget(self.month)
        side.addWidget(self.unfinished)
        side.addStretch(1)
        self.unfinished_column = QVBoxLayout(self.unfinished)
        self.unfinished_column.setContentsMargins(px(14), px(12), px(14), px(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(12))
        row.addWidget(card, 1)
        row.addWidget(self.side)

    # --- reading ---

    def shown(self):
        self._read()
        if self.items.rowCount() > 1:
            self.view.selectRow(1)
        self.month.show_month(self.store)
        self._show_unfinished()

    def _read(self):
        self.items.show_items(self._items())
        self.view.clearSpans()
        for place, item in enumerate(self.items.items):
            if item.is_heading:
                self.view.setSpan(place, 0, 1, self.items.columnCount())
        empty = not Person.alive().exists()
        self.view.setVisible(not empty)
        self.first_steps.setVisible(empty)

    def fit(self, narrow):
        self.side.setVisible(not narrow)

    def state_line(self):
        today = spoken().long_day(self.store.today())
        count = self.count
        return _("{today} · {count} to do", today=today, count=count) if count else today

    def _items(self):
        today = self.store.today()
        found = due_today.found(self.store)
        visits = dues.visits(self.store, today + timedelta(_AHEAD))
        groups = (
            self._group(due_today.AT_ONCE, found, today),
            (_("To approve"), self._waiting(), self._approval),
            (_("Visits due"), visits, lambda one: self._visit(one, today)),
            *(self._group(name, found, today) for name in due_today.GROUPS if name != due_today.AT_ONCE),
        )
        self.count = sum(len(lines) for _name, lines, _made in groups)
        for name, lines, made in groups:
            if lines:
                shown = _SHOWN + self.room[name]
                yield Item(_("{name}　{count}", name=name, count=len(lines)))
                yield from map(made, lines[:shown])
                if (n := len(lines) - shown) > 0:
                    yield Item(ngettext("{n} more", "{n} more", n), table=MORE, row=name)

    def _waiting(self):
        """What waits for an approval, for those who give it."""
        role = access.role_of(self.store, self.store.user) if self.store.user else None
        return approvals.waiting_for_lead(self.store) if role in (None, "lead") else []

    def _approval(self, one):
        cls = register.BY_TABLE[one.table]
        record = cls.get_by_id(one.row)
        chip = (state_of(record), "info", "stamp")
        since = spoken().day(one.day, self.store.today().year)
        return Item(
            one.caption or _(cls.title), chip, _(cls.title), _("waits for your decision"), since, one.table, one.row
        )

    def _visit(self, one, today):
        days = (today - one.day).days
        if days > 0:
            chip = (ngettext("{n} day late", "{n} days late", days), "danger", "clock-alert")
        elif days == 0:
            chip = (_("today"), "warn", "clock")
        else:
            chip = (_("in {days} days", days=-days), "info", "clock")
        why = _("to be visited by {day}", day=spoken().day(one.day, today.year))
        if one.risk not in (None, "0"):
            why = _("{risk} risk · {why}", risk=codes.label("risk_level", one.risk, spoken()), why=why)
        last = _("last {day}", day=spoken().day(one.last, today.year)) if one.last else _("not visited yet")
        return Item(one.caption, chip, one.village or "", why, last, "household", one.row)

    def _group(self, name, found, today):
        return _(name), found.get(name, ()), lambda line: self._line(*line, today)

    def _line(self, why, one, today):
        """Something due for another reason than a visit: how soon, about whom, why, since or until when."""
        days = (one.day - today).days
        if days < 0:
            chip = (ngettext("{n} day over", "{n} days over", -days), "danger", "hourglass")
        elif days == 0:
            chip = (_("today"), "warn", "clock")
        else:
            chip = (_("in {days} days", days=days), "warn" if days < 7 else "info", "hourglass")
        said = _("{why} · {day}", why=_(why), day=spoken().day(one.day, today.year))
        last = _("last {day}", day=spoken().day(one.last, today.year)) if one.last else ""
        where = one.village or _(register.BY_TABLE[one.table].title)
        return Item(one.caption, chip, where, said, last, one.table, one.row)

    def _show_unfinished(self):
        while item := self.unfinished_column.takeAt(0):
            if item.widget():
                item.widget().deleteLater()
        kept = [draft for draft in drafts.all(self.store) if draft.form in register.BY_TABLE][:5]
        self.unfinished.setVisible(bool(kept))
        self.unfinished_column.addWidget(Label(_("Not finished"), role="pane"))
        for draft in kept:
            title = register.BY_TABLE[draft.form].title
            text = _("{what} · kept {when}", what=_(title), when=f"{draft.at:%m-%d %H:%M}")
            button = LinkButton(text)
            button.clicked.connect(lambda _c=False, d=draft: self._go_on(d))
            self.unfinished_column.addWidget(button)

    def _go_on(self, draft):
        if draft.record is not None:
            self.open_wanted.emit(draft.form, draft.record)
        elif draft.form == "visit":
            self.visit_wanted.emit(None)
        else:
            self.open_wanted.emit(draft.form, None)

    # --- acting ---

    def act(self):
        """Do what the line in hand asks for."""
        row = self.view.currentIndex().row()
        if not 0 <= row < self.items.rowCount():
            return
        item = self.items.items[row]
        if item.table == MORE:
            self.room[item.row] += _STEP
            self._read()
            self.view.selectRow(row)
        elif item.table == "household":
            self.visit_wanted.emit(item.row)
        elif item.table:
            self.open_wanted.emit(item.table, item.row)

    def focus_first(self):
        (self.view if self.view.isVisibleTo(self) else self.first_steps.first).setFocus()
