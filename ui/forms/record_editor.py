"""Entering one record: sections at the left, the form, its history beside, the bar with Save below; drafts survive."""

from PySide6.QtCore import Qt, QTimer, Signal

from models import access, copying
from models.database import current
from models.errors import InvalidRecord, UserError
from resources.language import N_
from ui.editors.reason import ask_reason
from ui.forms.draft_keeper import DraftKeeper
from ui.forms.editor_frame import EditorFrame
from ui.forms.mandatory import remind
from ui.theme import px
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken

_QUIET = 800
_REQUIRED = N_("This has to be answered.")


class RecordEditor(EditorFrame):
    """`edit(record)` shows it; `saved`, `closed` and `wants_next` tell the page what happened."""

    saved = Signal(object)
    closed = Signal()
    wants_next = Signal()
    said = Signal(str)

    def __init__(self, cls, choosing, warnings=None, *, without=(), inside=False, quiet=False):
        """`inside` another page there is no list of sections and no margin; `without` as in RecordForm.

        `quiet`: Save is not what the page is about first of all.
        """
        super().__init__(cls, choosing, without, inside, quiet)
        self.cls, self.warnings = cls, warnings or (lambda record: [])
        self._accepted = set()
        self.going_on = False  # saved by "Save and next"
        self.drafts = DraftKeeper(self.form)
        self._draft_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._connect()

    def _connect(self):
        self.form.changed.connect(self._changed)
        self.steps.wanted.connect(self.take_step)
        self.form.left.connect(self._check_one)
        self.sections.chosen.connect(lambda widget: self.form.ensureWidgetVisible(widget, 0, px(200)))
        self.history.taken_back.connect(lambda name, value: self.form.show_answers({name: value}))
        self.save_button.clicked.connect(self.save)
        self.next_button.clicked.connect(self.save_and_next)
        self.bar.cancel_button.clicked.connect(self.leave)
        self.bar.copy_button.clicked.connect(self.copy_last)
        self.bar.jump.clicked.connect(self.jump_to_problem)
        for key, slot in (
            ("Ctrl+S", self.save), ("Ctrl+Return", self.save_and_next), ("Ctrl+Enter", self.save_and_next),
            ("Escape", self.leave), ("F8", self.jump_to_problem), ("Ctrl+H", self.show_history),
            ("Ctrl+D", self.copy_last),
            ("Ctrl+Up", self.sections.previous), ("Ctrl+Down", self.sections.next),
        ):  # fmt: skip
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- the record ---

    def edit(self, record, draft=True, draft_of=None, focus=True):
        """Show a record for entry; what was typed and not saved before is put back and said.

        `draft_of` is the row under which the draft of a fresh record is kept, such as the case of a new session.
        """
        self.record, self._accepted = record, set()
        self.form.show_record(record)
        self.drafts.begin(record, draft_of)
        self.notice.clear()
        if not self._may_write():
            draft = False
        self.history.hide()
        if draft and (when := self.drafts.put_back()):
            sentence = _("What was typed on {when} and not saved has been put back.", when=f"{when:%m-%d %H:%M}")
            self.notice.say(sentence, _("Throw it away"), self.throw_away_draft, state="draft")
        self.show_problems([])
        self._show_state()
        if focus:
            self.form.focus_first()

    def _show_state(self):
        """The steps stand above the form; the state is a question only while the record is new."""
        if self.cls.process:
            self.form.hide_question(self.cls.process.question, not self.record.is_new)
        self.steps.show_record(self.record, self.save_button.isEnabled())
        self.bar.copy_button.setVisible(self.record.is_new and self.save_button.isEnabled())

    def copy_last(self):
        """Fill what is still empty in a fresh form with what is usually the same as last time."""
        if not self.record.is_new or not self.save_button.isEnabled():
            return
        trial, questions = self.form.trial(), self.cls.questions()
        last = copying.as_last_time(current(), self.cls)
        taken = {name: value for name, value in last.items() if self.form.is_open(name, trial)}
        self.form.show_answers(taken)
        labels = _(", ").join(_(questions[name].label) for name in taken)
        if taken:
            self.notice.say(_("Filled in as last time: {answers}.", answers=labels), state="ok")
        else:
            self.notice.say(_("There is nothing to take over from last time."))

    def _may_write(self):
        """Whether the one at the desk may change this kind of record; if not, the form shows and says why."""
        store = current()
        may = store.user is None or access.may_write(access.role_of(store, store.user), self.cls)
        self.form.set_read_only(not may)
        for button in (self.save_button, self.next_button):
            button.setEnabled(may)
        if not may:
            self.notice.say(access.MayNotWrite().say(spoken()), state="info")
        return may

    def keep_draft(self):
        """Keep what is typed, encrypted, outside the journal (settled 21)."""
        self._draft_timer.stop()
        if self.record is not None and self.drafts.keep():
            self.said.emit(_("Draft kept, not saved yet"))

    def is_typed_in(self):
        """Whether something was typed that is not saved."""
        return self.record is not None and self.drafts.is_typed_in()

    def hideEvent(self, event):
        """Another page comes to the front: what was typed is kept at once."""
        super().hideEvent(event)
        self.put_aside()

    def throw_away_draft(self):
        self.drafts.drop()
        self.edit(self.record, draft=False, draft_of=self.drafts.of)

    def _changed(self):
        self._draft_timer.start()
        if self.problems:
            self.show_problems(self._found())
        else:
            self.show_sections()

    def _check_one(self, name):
        """Leaving a question says what is wrong with it; the others are left in peace until Save."""
        if self.record is None or name not in self.form.rows or self.problems:
            return
        problems = [one for one in self._found() if one.question == name and one.sentence != _REQUIRED]
        row = self.form.rows[name]
        row.show_problem(problems[0] if problems else None)

    def _found(self):
        record = self.form.trial()
        unread = self.form.fill(record)
        named = {problem.question for problem in unread}
        return unread + [one for one in (*record.problems(), *self.warnings(record)) if one.question not in named]

    # --- saving ---

    def save(self):
        """Save; True when it is on disk. Warnings are shown once, the second press accepts them."""
        if not self.save_button.isEnabled():
            return False
        problems = self._found()
        if not self._is_accepted(problems):
            return False
        self.form.fill(self.record)
        row = self.drafts.row()  # once saved the record is no longer a fresh one
        try:
            self.record.save(why=self._reason(problems))
        except InvalidRecord as error:
            self.show_problems(error.problems)
            return False
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return False
        self._draft_timer.stop()
        self.drafts.drop(row)
        self.show_problems([])
        self.notice.clear()
        self._show_state()
        remind(self, self.record)
        self.saved.emit(self.record)
        return True

    def _is_accepted(self, problems):
        """Whether one may go on; what is to be mended is shown, a doubt is shown once."""
        asked = {(one.question, one.sentence) for one in problems if not one.blocks}
        if not any(one.blocks for one in problems) and asked <= self._accepted:
            return True
        self._accepted |= asked
        self.show_problems(problems)
        if not self.stands_at_problem():
            self.jump_to_problem()
        return False

    def take_step(self, move):
        """Save what is typed, say what is lacking, ask for the reason, take the step."""
        if self.is_typed_in() and not self.save():
            return
        if not self._is_accepted(self.record.lacking(move)):
            return
        why = ask_reason(self, _(move.label)) if move.why else None
        if move.why and not why:
            return
        try:
            self.record.move(move.name, why=why)
        except InvalidRecord as error:
            self.show_problems(error.problems)
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
        else:
            self.edit(self.record, draft=False, draft_of=self.drafts.of, focus=False)
            self.saved.emit(self.record)

    @staticmethod
    def _reason(problems):
        codes = sorted({one.code for one in problems if one.code})
        return f"accepted {' '.join(codes)}" if codes else None

    def save_and_next(self):
        self.going_on = True
        try:
            saved = self.save()
        finally:
            self.going_on = False
        if saved:
            self.wants_next.emit()

    def leave(self):
        """Go back; what is not saved stays as a draft, without a question."""
        self.put_aside()
        self.closed.emit()

    def put_aside(self):
        """Keep what was typed since the last draft, before another record is shown here."""
        if self._draft_timer.isActive():
            self.keep_draft()
