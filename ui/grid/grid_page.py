"""Entering many records of a kind, one row each, without leaving the keyboard.

Enter moves on, Ctrl+Enter saves the line and begins the next, Ctrl+D copies from above; a faulty line never holds the
others. The answers all lines share stand on top.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from models import drafts, fields
from models.database import current
from ui.forms.mandatory import remind
from ui.grid.grid_aside import Aside, ProblemLine
from ui.grid.grid_bar import GridBar
from ui.grid.grid_common import CommonAnswers
from ui.grid.grid_paste import ask_and_put_in
from ui.grid.grid_rows import GridRows
from ui.grid.grid_view import GridView
from ui.theme import px
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken

_QUIET = 800


class GridPage(QWidget):
    """`cls` is entered; `names` are its columns, `common` the questions answered once for the batch."""

    closed = Signal()
    said = Signal(str)
    wants_person = Signal(str)

    def __init__(self, cls, names, common, choosing, now, title, heard=None, *, notes=None, offers=None):
        """`heard(record)` says what is known of the line in hand; `notes` is a long answer written beside it.

        `offers` are functions by question: from the record of a line to what may be chosen there.
        """
        super().__init__()
        self.cls, self.choosing, self.title, self.notes = cls, choosing, title, notes
        self.heard = heard or (lambda record: "")
        self.rows = GridRows(cls, names, choosing, now)
        self.shared = CommonAnswers(cls, common, choosing)
        self.common = self.shared.editors
        self.view = GridView(self.rows, choosing, offers or {}, frozen=_frozen(self.rows))
        self.problem = ProblemLine()
        self.aside = Aside(cls.questions()[notes] if notes else None)
        self.bar = GridBar()
        self.primary, self.secondary = (_("Save all"), "Ctrl+S", self.save_all), None
        self._draft_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._lay_out()
        self._connect()

    def _lay_out(self):
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.shared)
        card = QFrame(objectName="card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.problem)
        column.addWidget(card, 1)
        column.addWidget(self.aside)
        column.addWidget(self.bar)

    def fit(self, narrow):
        """In a narrow window the lines get the room: keys are told by F1 only, what stands beside is low."""
        self.bar.keys.setVisible(not narrow)
        self.shared.heading.setVisible(not narrow)
        self.aside.fit(narrow)
        self.problem.fit(narrow)

    def _connect(self):
        self.shared.changed.connect(self._common_changed)
        self.bar.save.clicked.connect(self.save_all)
        self.bar.done.clicked.connect(self.leave)
        self.problem.jump.clicked.connect(self.jump_to_problem)
        self.problem.repair.clicked.connect(self._repair)
        self.aside.written.connect(self._write_notes)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.line_done.connect(self.save_line)
        self.view.wants_person.connect(self.wants_person)
        self.view.pasted.connect(self.paste)
        self.rows.problems_changed.connect(self._show_state)
        self.rows.problems_changed.connect(self._draft_timer.start)
        self.rows.row_saved.connect(lambda record: remind(self, record))
        self.rows.row_saved.connect(lambda record: self.said.emit(_("Saved {when}", when=f"{self.rows.now():%H:%M}")))
        for key, slot in (
            ("Ctrl+S", self.save_all),
            ("Escape", self.leave),
            ("F8", self.jump_to_problem),
            ("Ctrl+Return", self.save_line),
            ("Ctrl+Enter", self.save_line),
            ("Ctrl+D", self._copy_above),
        ):
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- the batch ---

    def begin(self, **defaults):
        """A new batch with these common answers."""
        self.shared.show_answers(defaults)
        self.rows.begin(self.shared.answers() | defaults)
        if kept := drafts.of(current(), self._draft_form(), None):
            self.rows.put_back(kept.data["lines"])
        self._show_state()
        self.view.go_to(0, self._first_open(0))

    def _draft_form(self):
        return f"grid of {self.cls._meta.table_name}"

    def keep_draft(self):
        """Keep the lines that are begun and not saved, so that a lock or a power cut takes none of them."""
        self._draft_timer.stop()
        lines = self.rows.unsaved()
        if lines:
            drafts.keep(current(), self._draft_form(), None, {"lines": lines})
        else:
            drafts.drop(current(), self._draft_form(), None)

    def hideEvent(self, event):
        super().hideEvent(event)
        if self._draft_timer.isActive():
            self.keep_draft()

    def has_open_lines(self):
        """Whether something was begun here that is not saved yet."""
        return any(line.begun and not line.saved for line in self.rows.rows)

    def _first_open(self, row):
        return next((c for c, name in enumerate(self.rows.names) if name not in self.common), 0)

    def _common_changed(self):
        self.rows.set_defaults(self.shared.answers())

    def focus_first(self):
        """Back to the cell that was left."""
        if self.view.currentIndex().isValid():
            self.view.setFocus()
        else:
            self.view.go_to(0, self._first_open(0))

    def state_line(self):
        return spoken().long_day(self.rows.now().date())

    # --- lines ---

    def save_line(self):
        """Save the line in hand and begin the next."""
        row = max(self.view.currentIndex().row(), 0)
        self.view.commit_open()
        if self.rows.save_row(row):
            if row + 1 >= len(self.rows.rows):
                self.rows.add_row()
            self.view.go_to(row + 1, self._first_open(row + 1))
        else:
            self.jump_to_problem()

    def save_all(self):
        self.view.commit_open()
        if self.rows.save_all():
            self.jump_to_problem()

    def leave(self):
        """Back to the list; lines that are complete are saved, the others stay here until the page is opened again."""
        self.view.commit_open()
        self.rows.save_all()
        self.closed.emit()

    def _moved(self, now, before):
        if before.isValid() and now.row() != before.row():
            self.rows.save_row(before.row())
        if now.isValid():
            self._show_aside(now.row())
        self._show_state()

    def _show_aside(self, row):
        record = self.rows.rows[row].record
        self.aside.show_line(self.heard(record), getattr(record, self.notes) if self.notes else None)

    def _write_notes(self, text):
        row = max(self.view.currentIndex().row(), 0)
        if (text or None) != getattr(self.rows.rows[row].record, self.notes):
            self.rows.answer(row, self.notes, text or None)

    def _repair(self):
        """Put the answer that the problem proposes into its cell."""
        row, problem = self._first_problem()
        if problem is not None and problem.question and problem.repair is not None:
            self.rows.answer(row, problem.question, problem.repair)
            self.rows.save_row(row)
            self._show_state()

    def _copy_above(self):
        index = self.view.currentIndex()
        if index.isValid():
            self.rows.copy_above(index.row(), index.column())

    def paste(self):
        """Cells of a sheet: what would land is shown first."""
        index = self.view.currentIndex()
        row, column = max(index.row(), 0), max(index.column(), 0)
        if ask_and_put_in(self, self.rows, QApplication.clipboard().text(), row, column):
            self._show_state()
        self.view.setFocus()

    def _show_state(self):
        saved, bad, drafts = self.rows.counts()
        self.bar.say(saved, bad, drafts)
        row, problem = self._first_problem()
        if problem is None:
            self.problem.clear()
        else:
            record = self.rows.rows[row].record
            name = f" · {record.caption()}" if record.caption() else ""
            self.problem.say(
                _("Line {number}{name}: {sentence}", number=row + 1, name=name, sentence=problem.say(spoken())),
                problem.blocks,
                self._repair_said(record, problem),
            )

    def _repair_said(self, record, problem):
        """What the proposed answer is, or nothing where none is proposed."""
        if problem.repair is None or problem.question not in self.rows.names:
            return ""
        trial = self.cls(id=record.id)
        setattr(trial, problem.question, problem.repair)
        return _("Change to {answer}", answer=self.rows.text(trial, problem.question))

    def _first_problem(self):
        """(row, problem) of the first line to mend; (-1, None) where there is none."""
        return next(
            ((number, row.problems[0]) for number, row in enumerate(self.rows.rows) if row.problems), (-1, None)
        )

    def jump_to_problem(self):
        row, problem = self._first_problem()
        if problem is not None:
            self.view.go_to(row, self.rows.names.index(problem.question) if problem.question in self.rows.names else 0)


def _frozen(rows):
    """The columns up to the first that says whom a line is about."""
    links = (place for place, question in enumerate(rows.questions) if isinstance(question, fields.Link))
    return next(links, -1) + 1
