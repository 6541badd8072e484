"""The sheet of a group or an activity: who came, how many others, and the sums as the month counts them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models import access, drafts
from models.errors import InvalidRecord, UserError
from ui.attendance_grid import AttendanceRows, Attendee
from ui.attendance_side import SheetSide
from ui.attendance_view import AttendanceView
from ui.buttons import KeyButton, LinkButton
from ui.empty_page import EmptyPage
from ui.labels import Label, Notice
from ui.page import Page
from ui.record_editor import RecordEditor
from ui.shortcut import Shortcut
from ui.theme import px
from ui.words import _, spoken

_QUIET = 800


class AttendanceFile(Page):
    """Subclasses say which record it is of (`cls`), its events and members, and what a session's form is."""

    closed = Signal()
    cls, link = None, ""

    def __init__(self, store, choosing):
        super().__init__()
        self.store, self.choosing, self.record = store, choosing, None
        self.rows = AttendanceRows(self.link, store.today)
        self.view = AttendanceView(self.rows)
        self.side = SheetSide(self)
        self.notice = Notice()
        self.empty = EmptyPage()
        self.own_form = RecordEditor(self.cls, choosing, inside=True)
        self.stack = QStackedWidget()
        self.sums_line = Label("", role="strong")
        self._draft_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._lay_out()
        self._connect()

    # --- building ---

    def _lay_out(self):
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
        self.sheet = sheet
        self.stack.addWidget(sheet)
        for form in self.forms():
            form.next_button.hide()
            self.stack.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(14), px(16), px(14))
        outer.addWidget(self.stack)

    def _bar(self):
        bar = QFrame(objectName="bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self.save_button = KeyButton(_("Save"), "Ctrl+S", icon="save", primary=True)
        self.all_button = KeyButton(_("All present"), "A")
        self.form_button = KeyButton(self.form_word(), "F2")
        self.back_button = LinkButton(_("Back to the list"), "Esc")
        for button, slot in (
            (self.save_button, self.save),
            (self.all_button, self._all_present),
            (self.form_button, self.edit_form),
            (self.back_button, self.leave),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        self.sums_line.setWordWrap(True)
        self.sums_line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sums_line, 1)
        return bar

    def _connect(self):
        self.rows.ticked.connect(self._ticked)
        self.view.selectionModel().currentChanged.connect(lambda *_cells: self._show_event())
        for form in self.forms():
            form.saved.connect(self._form_saved)
            form.said.connect(self.said)
            form.closed.connect(self._show_sheet)
        for key, slot in (("Ctrl+S", self.save), ("Escape", self.leave), ("F2", self.edit_form)):
            Shortcut(key, self.sheet, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- what subclasses say ---

    def forms(self):
        """The forms this page may show in place of the sheet."""
        return [self.own_form]

    def form_word(self):
        return _("The activity itself")

    def events(self):
        return [self.record]

    def members(self):
        return []

    def edit_form(self):
        self._show_form(self.own_form, self.record)

    # --- showing ---

    @property
    def editor(self):
        """The form in front; the sheet keeps its own draft."""
        front = self.stack.currentWidget()
        return front if isinstance(front, RecordEditor) else self

    @property
    def title(self):
        return self.record.caption()

    def state_line(self):
        return self.record.number or ""

    def show_file(self, record, part=None):
        self.record = record
        self._show_sheet()
        column = self._column_of(part)
        self.view.go_to(0, len(self.rows.events) - 1 if column is None else column)

    def _column_of(self, part):
        wanted = getattr(part, self.link, None) or getattr(part, "id", None)
        return next((place for place, event in enumerate(self.rows.events) if event.id == wanted), None)

    def shown(self):
        if self.stack.currentWidget() is self.sheet and not self._draft_timer.isActive():
            self._show_sheet()

    def _show_sheet(self):
        row, column = self.view.currentIndex().row(), self.view.event_column()
        self.record = self.cls.get_by_id(self.record.id)
        self.rows.show_events(self.events(), self.members())
        kept = drafts.of(self.store, self._draft_form(), self.record.id)
        if kept:
            self.rows.put_back(kept.data.get("ticks", []))
            self.notice.say(
                _("What was ticked on {when} and not saved has been put back.", when=f"{kept.at:%m-%d %H:%M}"),
                _("Throw it away"),
                self.throw_away_draft,
                state="draft",
            )
        else:
            self.notice.clear()
        self.view.fit_columns()
        self.stack.setCurrentWidget(self.sheet)
        self._show_emptiness()
        self.view.go_to(max(row, 0), column if 0 <= column < len(self.rows.events) else len(self.rows.events) - 1)
        self._show_event()
        self.changed_state.emit()

    def _show_emptiness(self):
        nobody = not self.rows.people or not self.rows.events
        self.view.setVisible(not nobody)
        self.empty.setVisible(nobody)
        self.empty.say(self.empty_sentence())

    def empty_sentence(self):
        return _("Nobody stands on this sheet yet. Add those who came at the right, by name or pinyin initials.")

    def _show_form(self, form, record, **options):
        self.stack.setCurrentWidget(form)
        form.edit(record, **options)
        self.changed_state.emit()

    def _form_saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self._show_sheet()
        column = self._column_of(record)
        if column is not None:
            self.view.go_to(0, column)
        self.view.setFocus()

    def _show_event(self):
        """The side and the sums follow the event in hand."""
        there = bool(self.rows.events)
        ahead = there and self.rows.is_ahead(self.view.event_column())
        self.side.show_event(there)
        self.all_button.setEnabled(there and not ahead)
        if not there:
            self.sums_line.setText("")
            return
        sums = self.rows.sums(self.view.event_column())
        self.sums_line.setText(
            _("This event lies ahead: it is ticked afterwards.")
            if ahead
            else _(
                "Counts as {times} attendances (named {people} + others {unnamed}) · {people} people",
                times=sums.times,
                people=sums.people,
                unnamed=sums.unnamed,
            )
        )
        self.view.viewport().update()

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
        drafts.drop(self.store, self._draft_form(), self.record.id)
        self.notice.clear()
        if count:
            self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self.changed_state.emit()
        return True

    def _draft_form(self):
        return f"sheet of {self.cls._meta.table_name}"

    def keep_draft(self):
        if self.record is not None and self.rows.unsaved():
            drafts.keep(self.store, self._draft_form(), self.record.id, {"ticks": self.rows.unsaved()})
            self.said.emit(_("Draft kept, not saved yet"))

    def throw_away_draft(self):
        self._draft_timer.stop()
        drafts.drop(self.store, self._draft_form(), self.record.id)
        self._show_sheet()

    def leave(self):
        """Back to the list; ticks not saved stay as a draft."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self.keep_draft()
        self.closed.emit()

    def place(self):
        """Which event is in hand, and whether the form of a fresh one is open."""
        fresh = self.editor is not self and self.editor.record.is_new
        return "new" if fresh else self.view.event_column()

    def come_back(self, place):
        if place == "new":
            self.new_session()
        else:
            self.view.go_to(0, place)

    def focus_first(self):
        if self.editor is not self:
            self.editor.form.focus_first()
        elif self.view.isVisibleTo(self):
            self.view.setFocus()
        else:
            self.side.focus_first()

    def fit(self, narrow):
        self.side.setFixedWidth(px(240 if narrow else 292))

    # --- printing ---

    def print_sheet(self, filled):
        """The paper: blank, or with everybody in the order of the screen."""
        from exports import signin  # reportlab is loaded when something is printed

        event = self.rows.events[self.view.event_column()]
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the sign-in sheet"), _("Sign-in sheet") + ".pdf", "*.pdf"
        )
        if not path:
            return
        guests = [self._guest(signin, who, event) for who in self.rows.people] if filled else ()
        try:
            signin.write(
                path,
                self._printed(signin, event),
                guests,
                station=self.store.tables["station"].mine().name,
                language=spoken(),
                others=event.unnamed if filled else None,
            )
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return
        access.note(self.store, "print", event)
        self.notice.say(_("The sheet was written to {path}.", path=path), state="ok")

    def _printed(self, signin, event):
        keeper = self.choosing.name("staff", event.worker) if event.worker else ""
        start = f"{event.start:%H:%M}" if event.start else ""
        under = _("session {number}", number=event.number) if self.link == "session" else ""
        place = getattr(event, "place", None) or getattr(self.record, "place", None) or ""
        return signin.Event(self.record.caption(), event.day, place, keeper, start, under)

    def _guest(self, signin, who, event):
        people = self.store.tables["person"]
        person = people.get_or_none(people.id == who.person) if who.person else None
        if person is None:
            return signin.Guest(who.name)
        asked, age = person.questions(), person.age(event.day) if event.day else None
        return signin.Guest(
            who.name,
            asked["sex"].show(person.sex, spoken()),
            "" if age is None else str(age),
            person.village or "",
            person.phone or "",
            asked["categories"].show(person.categories, spoken()),
        )
