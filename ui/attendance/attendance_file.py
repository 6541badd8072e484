"""The file of a group or an activity: its sheet of ticks, and in the same place the forms of what is ticked."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from models.services.likeness import without_consent
from ui.attendance import attendance_print
from ui.attendance.attendance_sheet import AttendanceSheet
from ui.forms.record_editor import RecordEditor
from ui.prints.printing import preview_dossier
from ui.theme import px
from ui.widgets.parts_menu import PartsMenu
from ui.words import _, ngettext

_FEW = 12


class AttendanceFile(AttendanceSheet):
    """Subclasses say besides what the sheet asks which forms there are."""

    closed = Signal()

    def __init__(self, desk):
        super().__init__(desk)
        self.own_form = RecordEditor(self.cls, desk.choosing, inside=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        for form in self.forms():
            form.next_button.hide()
            form.saved.connect(self._form_saved)
            form.said.connect(self.said)
            form.closed.connect(self._show_sheet)
            self.stack.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(14), px(16), px(14))
        outer.addWidget(self.stack)

    # --- what subclasses say ---

    def forms(self):
        """The forms this page may show in place of the sheet."""
        return [self.own_form]

    def form_word(self):
        return _("Record of the activity")

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
        self.stack.setCurrentWidget(self.sheet)
        self.read_sheet()
        self.changed_state.emit()

    def _show_form(self, form, record, **options):
        self.stack.setCurrentWidget(form)
        form.edit(record, **options)
        if form.notice.isHidden():
            self._say_likeness(form, record)
        self.changed_state.emit()

    @staticmethod
    def _say_likeness(form, record):
        """Beside pictures: who was there and has agreed to none."""
        names = without_consent(record) if getattr(record, "pictures", ()) else []
        if names:
            shown = _(", ").join(names[:_FEW])
            said = ngettext(
                "Pictures: {n} person who came has not agreed to them ({names}).",
                "Pictures: {n} people who came have not agreed to them ({names}).",
                len(names), names=shown if len(names) <= _FEW else _("{names} and others", names=shown),
            )  # fmt: skip
            form.notice.say(said, state="warn")

    def _form_saved(self, record):
        self.said.emit(_("Saved {when}", when=f"{self.store.now():%H:%M}"))
        self._show_sheet()
        column = self._column_of(record)
        if column is not None:
            self.view.go_to(0, column)
        self.view.setFocus()

    # --- leaving ---

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

    def papers(self):
        """What can be printed here, as (label, deed); without an event there is nothing to sign."""
        if not self.rows.events:
            return [(_("Print the whole file…"), self.print_file)]
        event = self.rows.events[self.view.event_column()]
        return [
            (_("Sign-in sheet, blank"), lambda: self.print_sheet(False)),
            (_("Sign-in sheet with names"), lambda: self.print_sheet(True)),
            (_("Sign-in sheet in large print, blank"), lambda: self.print_sheet(False, large=True)),
            (_("Sign-in sheet in large print, with names"), lambda: self.print_sheet(True, large=True)),
            (self.form_word(), lambda: self.desk.print_record(event)),
            (_("Print the whole file…"), self.print_file),
        ]

    def offer_papers(self):
        self.menu = PartsMenu(self, self.papers())
        self.menu.picked.connect(lambda deed: deed())
        self.menu.popup(self.print_button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    def print_file(self):
        """The form, its events and all papers beside them, as one."""
        preview_dossier(self.desk, self.record)

    def print_sheet(self, filled, large=False):
        """Look at the paper before it is printed."""
        event = self.rows.events[self.view.event_column()]
        data = attendance_print.signin_data(self, event, filled, large=large)
        attendance_print.preview(self, _("Sign-in sheet"), data, event)
