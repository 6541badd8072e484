"""The list of any record with its preview: filter, sort, open; the footer says how many and of what."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models import codes, fields
from models.database import current
from ui.lists import list_filters
from ui.lists.list_columns import ListLook, ask_columns
from ui.lists.list_tools import ListTools
from ui.lists.preview import Preview
from ui.lists.preview_split import PreviewSplit
from ui.lists.record_table import RecordTable
from ui.lists.record_view import RecordView
from ui.theme import px
from ui.widgets.choice_combo import ChoiceCombo
from ui.widgets.empty_page import EmptyPage
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken

_REST = 80
_TYPED = 120


class RecordList(QFrame):
    """`opened(record)` is asked for by Enter or a double click; `wants_new` by the button of an empty page."""

    opened = Signal(object)
    wants_new = Signal()

    def __init__(self, cls, desk, actions=(), names=None):
        super().__init__()
        self.cls = cls
        self.table = RecordTable(cls, desk.choosing, names)
        self.view = RecordView(self.table, ListLook(desk.store, cls, self.table.usual))
        self.tools = ListTools(cls, self.table, desk, self)
        self.preview = Preview(cls, self.table, actions)
        self.filter = LineEdit()
        self.filter.setPlaceholderText(_("Filter this list  F3"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.choices = self._make_choices()
        self.footer = Label("", role="hint")
        self.empty = EmptyPage()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._lay_out()
        self._connect()

    def _make_choices(self):
        """Up to three lists to narrow by: the listed questions with few codes, and the village."""
        combos = {}
        for name in self.table.names:
            question = self.cls.questions()[name]
            if isinstance(question, (fields.Choice, fields.Choices)) and len(combos) < 3:
                offers = [(code.code, code.label(spoken())) for code in codes.choices(question.codes)]
            elif name == "village":
                offers = [(village, village) for village in list_filters.villages(self.cls)]
            else:
                continue
            combo = ChoiceCombo(offers)
            combo.setItemText(0, _("{label}: all", label=_(question.label)))
            combo.setMinimumWidth(combo.fontMetrics().horizontalAdvance(combo.itemText(0)) + px(72))
            combo.setAccessibleName(_(question.label))
            combos[name] = combo
        return combos

    def choose_columns(self):
        """Ask which columns there are, in which order and how wide."""
        look = self.view.look
        chosen = ask_columns(self, self.cls, self.table.names, look.widths)
        if chosen is not None:
            self.show_columns(*chosen)

    def show_columns(self, names, widths):
        """These questions as columns from now on; none named: everything as at first, also the order of the rows."""
        look = self.view.look
        look.keep(names=names, widths=widths) if names else look.forget()
        self.view.show_look()
        self.split.show_look()
        self.reload()

    def _lay_out(self):
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        self.filter.setMaximumWidth(px(260))
        bar.addWidget(self.filter)
        for combo in self.choices.values():
            bar.addWidget(combo)
        bar.addStretch(1)
        bar.addWidget(self.tools)
        self.split = PreviewSplit(self._card(), self.preview, self.view.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(10))
        column.addLayout(bar)
        column.addWidget(self.split, 1)

    def _card(self):
        """The rows or, where there are none, why; below them how many there are."""
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(6), px(12), px(6))
        foot.addWidget(self.footer)
        inside.addLayout(foot)
        return card

    def _connect(self):
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(self.reload)
        for combo in self.choices.values():
            combo.currentIndexChanged.connect(lambda _place: self.reload())
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._rest.start())
        self._rest.timeout.connect(self._show_preview)
        self.view.doubleClicked.connect(lambda index: self._open())
        self.empty.pressed.connect(self._empty_pressed)
        for key, widget, slot in (
            ("Return", self.view, self._open), ("Enter", self.view, self._open), ("F3", self, self.filter.setFocus),
            ("Space", self.view, self._toggle_preview),
            ("Ctrl+F", self, self.filter.setFocus), ("Ctrl+Backspace", self, self.clear_filters),
            ("F5", self, self.reload),
            ("Down", self.filter, self.view.setFocus), ("Return", self.filter, self.view.setFocus),
            ("Ctrl+E", self, self.tools.export), ("Ctrl+C", self.view, self.tools.copy),
        ):  # fmt: skip
            Shortcut(key, widget, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.turned.connect(lambda: self.view.selectRow(0))
        self.view.selectionModel().selectionChanged.connect(lambda *_rows: self._show_count())
        self.tools.taken_in.connect(self.reload)

    # --- rows ---

    def reload(self):
        """Read the rows again, keeping the one in hand."""
        kept = self.current()
        self.table.show_rows(self._condition())
        row = self.table.row_of(kept.id) if kept else 0
        if self.table.rowCount():
            self.view.selectRow(max(row, 0))
        self._show_preview()
        self._show_count()

    def _condition(self):
        condition = None
        text = self.filter.text().strip()
        if text:
            condition = list_filters.matches(self.cls, self.table.names, text)
        for name, combo in self.choices.items():
            wanted = combo.currentData()
            if wanted is None:
                continue
            question = self.cls.questions()[name]
            part = question.contains(f'"{wanted}"') if question.multiple else question == wanted
            condition = part if condition is None else condition & part
        return condition

    def clear_filters(self):
        self.filter.clear()
        for combo in self.choices.values():
            combo.setCurrentIndex(0)

    def is_filtered(self):
        return bool(self.filter.text().strip()) or any(combo.currentIndex() > 0 for combo in self.choices.values())

    def _show_count(self):
        shown = self.table.rowCount()
        whole = self.cls.alive().count() if self.is_filtered() else shown
        text = ngettext("{n} record", "{n} records", whole)
        if self.is_filtered():
            text += _(", {count} of them shown", count=spoken().number(shown))
        if (chosen := len(self.view.chosen_rows())) > 1:
            text += _(", {count} selected", count=spoken().number(chosen))
        self.footer.setText(text)
        self.view.setVisible(shown > 0)
        self.empty.setVisible(shown == 0)
        if whole:
            self.empty.say(_("Nothing fits the filter."), _("Clear the filter"))
        else:
            self.empty.say(_("Nothing here yet: {what}.", what=_(self.cls.plural)), _("Enter the first one"))

    def _empty_pressed(self):
        self.clear_filters() if self.is_filtered() else self.wants_new.emit()

    def current(self):
        row = self.view.currentIndex().row()
        return self.table.record_at(row) if 0 <= row < self.table.rowCount() else None

    def _open(self):
        if record := self.current():
            self.opened.emit(record)

    def _show_preview(self):
        self.preview.show_record(self.current(), current().today())

    def fit(self, narrow):
        """In a narrow window the preview closes; Space opens it."""
        self.preview.setVisible(not narrow)
        for place, combo in enumerate(self.choices.values()):
            combo.setVisible(place < (1 if narrow else 3) or combo.currentIndex() > 0)

    def _toggle_preview(self):
        self.preview.setVisible(self.preview.isHidden())

    def focus_first(self):
        (self.view if self.table.rowCount() else self.filter).setFocus()
