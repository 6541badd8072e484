"""One sheet of ticks: who came to what, how many others, saved together and kept as a draft until then."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models import drafts
from models.errors import InvalidRecord, UserError
from ui.attendance.attendance_grid import AttendanceRows
from ui.attendance.attendance_paste import ask_for_names
from ui.attendance.attendance_side import SheetSide
from ui.attendance.attendance_sums import Attendee
from ui.attendance.attendance_view import AttendanceView
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.empty_page import EmptyPage
from ui.widgets.labels import Label, Notice
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken

_QUIET = 800


class AttendanceSheet(Page):
    """Subclasses say which record it is of (`cls`), by which `link` its events are named, its events and members."""

    cls, link = None, ""
    saves_first = True  # whether Save is what the page is about; a group's page is about the next session

    def __init__(self, desk):
        super().__init__()
        self.desk, self.store, self.choosing, self.record = desk, desk.store, desk.choosing, None
        self.rows = AttendanceRows(self.link, self.store.today)
        self.view = AttendanceView(self.rows)
        self.side = SheetSide(self)
        self.notice = Notice()
        self.empty = EmptyPage()
        self.sums_line = Label("", role="strong")
        self.draft_form = f"sheet of {self.cls._meta.table_name}"
        self._draft_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._draft_timer.timeout.connect(self.keep_draft)
        self.sheet = self._made()
        self.rows.ticked.connect(self._ticked)
        self.view.pasted.connect(self.paste_names)
        self.view.selectionModel().currentChanged.connect(lambda *_cells: self._show_event())
        keys = {"Ctrl+S": self.save, "Escape": self.leave, "F2": self.edit_form, "Ctrl+P": self.offer_papers}
        for key, slot in keys.items():
            Shortcut(key, self.sheet, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- building ---

    def _made(self):
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.empty, 1)
        self.empty.hide()
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(card, 1)
        middle.addWidget(self.side)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        column.addWidget(self._bar())
        return sheet

    def _bar(self):
        bar = QFrame(objectName="bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self.save_button = KeyButton(_("Save"), "Ctrl+S", icon="save", primary=self.saves_first)
        self.all_button = KeyButton(_("All present"), "A")
        self.form_button = KeyButton(self.form_word(), "F2")
        self.print_button = KeyButton(_("Print…"), "Ctrl+P", icon="printer")
        self.back_button = LinkButton(_("Back to the list"), "Esc")
        for button, slot in (
            (self.save_button, self.save),
            (self.all_button, self._all_present),
            (self.form_button, self.edit_form),
            (self.print_button, self.offer_papers),
            (self.back_button, self.leave),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        self.sums_line.setWordWrap(True)
        self.sums_line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sums_line, 1)
        return bar

    # --- what subclasses say ---

    def form_word(self):
        """What F2 opens, as its button says."""
        raise NotImplementedError

    def events(self):
        return [self.record]

    def members(self):
        return []

    def remark(self):
        """What is to be said below the sums."""
        return ""

    def edit_form(self):
        """Open what form_word() says."""
        raise NotImplementedError

    def offer_papers(self):
        """What can be printed of the sheet, to choose from."""
        raise NotImplementedError

    def leave(self):
        """Back to where the sheet was opened from."""
        raise NotImplementedError

    # --- showing ---

    def read_sheet(self):
        """Read the sheet anew, where it was left; ticks not saved are put back and said."""
        row, column = self.view.currentIndex().row(), self.view.event_column()
        self.record = self.cls.get_by_id(self.record.id)
        self.rows.show_events(self.events(), self.members())
        kept = drafts.of(self.store, self.draft_form, self.record.id)
        if kept:
            self.rows.put_back(kept.data.get("ticks", []), kept.data.get("counts", {}))
            said = _("What was ticked on {when} and not saved has been put back.", when=f"{kept.at:%m-%d %H:%M}")
            self.notice.say(said, _("Throw it away"), self.throw_away_draft, state="draft")
        else:
            self.notice.clear()
        self.view.fit_columns()
        self._show_emptiness()
        self.view.go_to(max(row, 0), column if 0 <= column < len(self.rows.events) else len(self.rows.events) - 1)
        self._show_event()

    def _show_emptiness(self):
        nobody = not self.rows.people or not self.rows.events
        self.view.setVisible(not nobody)
        self.empty.setVisible(nobody)
        self.empty.say(self.empty_sentence())

    def empty_sentence(self):
        return _("Nobody stands on this sheet yet. Add those who came at the right, by name or pinyin initials.")

    def _show_event(self):
        """The side and the sums follow the event in hand."""
        there = bool(self.rows.events)
        ahead = there and self.rows.is_ahead(self.view.event_column())
        self.side.show_event(there)
        self.all_button.setEnabled(there and not ahead)
        if not there:
            self.sums_line.setText("")
            return
        self.sums_line.setText(_("This event lies ahead: it is ticked afterwards.") if ahead else self._sums_said())
        self.view.viewport().update()

    def _sums_said(self):
        sums = self.rows.sums(self.view.event_column())
        said = {"times": sums.times, "people": sums.people, "unnamed": sums.unnamed}
        return _("Counts as {times} attendances (named {people} + others {unnamed}) · {people} people", **said)

    # --- ticking ---

    def _ticked(self):
        self._draft_timer.start()
        self._show_emptiness()
        self._show_event()

    def _all_present(self):
        self.rows.all_present(self.view.event_column())
        self.view.setFocus()

    def add_found(self, identity):
        """Somebody on file who came, though not expected."""
        self._go_to_new(self.rows.add_person(identity, self.view.event_column()))

    def add_named(self, name):
        """Somebody who came and is not on file: a name only."""
        if name.strip():
            self._go_to_new(self.rows.add(Attendee(None, name.strip()), self.view.event_column()))

    def paste_names(self):
        """Tick those whose names are on the clipboard; what is doubtful is asked about first."""
        column = self.view.event_column()
        if not self.rows.events or self.rows.is_ahead(column):
            return
        village = getattr(self.rows.events[column], "village", None)
        expected = [one.person for one in self.rows.people if one.person]
        taken = ask_for_names(self, self.store, QApplication.clipboard().text(), village, expected)
        if taken is not None:
            self._tick_pasted(*taken, column)

    def _tick_pasted(self, people, new, left, column):
        for identity in people:
            self.rows.add_person(identity, column)
        for name in new:
            self.rows.add(Attendee(None, name), column)
        self._go_to_new(max(len(self.rows.people) - 1, 0))
        if left:
            self.notice.say(_("Left out for now, not ticked: {names}", names=_(", ").join(left)), state="warn")

    def _go_to_new(self, row):
        column = self.view.event_column()
        self._show_emptiness()
        self.view.fit_columns()
        self.view.go_to(row, column)

    def count_unnamed(self, count):
        event = self.rows.events[self.view.event_column()]
        if count != event.unnamed:
            event.unnamed = count
            self._ticked()

    # --- saving ---

    def save(self):
        """Save all ticks at once; True when they are on disk."""
        self.side.take_open()
        try:
            count = self.rows.save()
        except InvalidRecord as error:
            self.notice.say(" ".join(problem.say(spoken()) for problem in error.problems), state="danger")
            return False
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return False
        self._draft_timer.stop()
        drafts.drop(self.store, self.draft_form, self.record.id)
        self.notice.clear()
        if count:
            self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.changed_state.emit()
        return True

    def keep_draft(self):
        data = {"ticks": self.rows.unsaved(), "counts": self.rows.counted()}
        if self.record is not None and any(data.values()):
            drafts.keep(self.store, self.draft_form, self.record.id, data)
            self.said.emit(_("Draft kept, not saved yet"))

    def throw_away_draft(self):
        self._draft_timer.stop()
        drafts.drop(self.store, self.draft_form, self.record.id)
        self.read_sheet()
