"""Entering one record: sections at the left, the form, its history beside, the bar with Save below; drafts survive."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models import access, copying, drafts
from models.database import current
from models.errors import InvalidRecord, UserError
from resources.language import N_
from ui import crisis_key
from ui.buttons import KeyButton, LinkButton
from ui.history_pane import HistoryPane
from ui.labels import Label, Notice
from ui.mandatory import remind
from ui.reason import ask_reason
from ui.record_form import RecordForm
from ui.section_list import SectionList
from ui.shortcut import Shortcut
from ui.steps_bar import StepsBar
from ui.theme import px
from ui.words import _, ngettext, spoken

_QUIET = 800


class RecordEditor(QWidget):
    """`edit(record)` shows it; `saved`, `closed` and `wants_next` tell the page what happened."""

    saved = Signal(object)
    closed = Signal()
    wants_next = Signal()
    said = Signal(str)

    def __init__(self, cls, choosing, warnings=None, *, without=(), inside=False, quiet=False):
        """`inside` another page there is no list of sections and no margin; `without` as in RecordForm.

        `quiet`: Save is not what the page is about first of all.
        """
        super().__init__()
        self.inside, self.quiet, self._draft_of = inside, quiet, None
        self.cls, self.warnings = cls, warnings or (lambda record: [])
        self.record, self._accepted, self._problems = None, set(), []
        self.going_on = False  # saved by "Save and next"
        self.form = RecordForm(cls, choosing, without=without)
        self.sections = SectionList(self.form.sections)
        self.history = HistoryPane(choosing)
        self.notice = Notice()
        self.steps = StepsBar()
        self._draft_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._lay_out()
        self._connect()

    # --- building ---

    def _lay_out(self):
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(self.sections)
        middle.addWidget(_card(self.form), 1)
        middle.addWidget(self.history)
        self.history.hide()
        column = QVBoxLayout(self)
        if self.inside:
            self.sections.hide()
            column.setContentsMargins(0, 0, 0, 0)
        else:
            column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.steps)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        column.addWidget(self._bar())

    def _bar(self):
        bar = QFrame(objectName="bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self.save_button = KeyButton(_("Save"), "Ctrl+S", icon="save", primary=not self.quiet)
        self.next_button = KeyButton(_("Save and next"), "Ctrl+Enter")
        self.cancel_button = LinkButton(_("Leave the form") if self.inside else _("Back to the list"), "Esc")
        self.copy_button = LinkButton(_("As last time"), "Ctrl+D")
        self.count_line = Label("", role="danger")
        self.jump = LinkButton(_("Next to mend"), "F8")
        for widget in (self.save_button, self.next_button, self.cancel_button, self.copy_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count_line)
        row.addWidget(self.jump)
        self.jump.hide()
        return bar

    def _connect(self):
        self.form.changed.connect(self._changed)
        self.steps.wanted.connect(self.take_step)
        self.form.left.connect(self._check_one)
        self.sections.chosen.connect(lambda widget: self.form.ensureWidgetVisible(widget, 0, px(200)))
        self.history.taken_back.connect(lambda name, value: self.form.show_answers({name: value}))
        self.save_button.clicked.connect(self.save)
        self.next_button.clicked.connect(self.save_and_next)
        self.cancel_button.clicked.connect(self.leave)
        self.copy_button.clicked.connect(self.copy_last)
        self.jump.clicked.connect(self.jump_to_problem)
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
        self.record, self._accepted, self._draft_of = record, set(), draft_of
        self.form.show_record(record)
        self.notice.clear()
        if not self._may_write():
            draft = False
        self.history.hide()
        kept = drafts.of(current(), self._form_key(), self._draft_row()) if draft else None
        if kept:
            self.form.show_answers({name: self._unpacked(name, value) for name, value in kept.data.items()})
            self.notice.say(
                _("What was typed on {when} and not saved has been put back.", when=f"{kept.at:%m-%d %H:%M}"),
                _("Throw it away"), self.throw_away_draft, state="draft",
            )  # fmt: skip
        self._show([])
        self._show_state()
        if focus:
            self.form.focus_first()

    def _show_state(self):
        """The steps stand above the form; the state is a question only while the record is new."""
        if self.cls.process:
            self.form.hide_question(self.cls.process.question, not self.record.is_new)
        self.steps.show_record(self.record, self.save_button.isEnabled())
        self.copy_button.setVisible(self.record.is_new and self.save_button.isEnabled())

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

    def _unpacked(self, name, value):
        return None if value is None else self.cls.questions()[name].unpack(value)

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

    def _form_key(self):
        return self.cls._meta.table_name

    def _draft_row(self):
        """A fresh form of a kind has one draft; a record on file has its own."""
        return self._draft_of if self.record.is_new else self.record.id

    def keep_draft(self):
        """Keep what is typed, encrypted, outside the journal (settled 21)."""
        self._draft_timer.stop()
        if self.record is None:
            return
        if self.is_typed_in():
            trial = self.form.trial()
            data = {name: self._packed(name, getattr(trial, name)) for name in self.form.rows}
            drafts.keep(current(), self._form_key(), self._draft_row(), data)
            self.said.emit(_("Draft kept, not saved yet"))
        else:
            drafts.drop(current(), self._form_key(), self._draft_row())

    def is_typed_in(self):
        """Whether something was typed that is not saved."""
        if self.record is None:
            return False
        trial = self.form.trial()
        return any(self._differs(name, trial) for name in self.form.rows)

    def _differs(self, name, trial):
        question, ours, theirs = self.cls.questions()[name], getattr(trial, name), getattr(self.record, name)
        return ours != theirs and not (question.is_empty(ours) and question.is_empty(theirs))

    def _packed(self, name, value):
        question = self.cls.questions()[name]
        return None if question.is_empty(value) else question.pack(value)

    def hideEvent(self, event):
        """Another page comes to the front: what was typed is kept at once."""
        super().hideEvent(event)
        self.put_aside()

    def throw_away_draft(self):
        drafts.drop(current(), self._form_key(), self._draft_row())
        self.edit(self.record, draft=False, draft_of=self._draft_of)

    def _changed(self):
        self._draft_timer.start()
        if self._problems:
            self._show(self._found())
        else:
            self._show_sections()

    def _check_one(self, name):
        """Leaving a question says what is wrong with it; the others are left in peace until Save."""
        if self.record is None or name not in self.form.rows or self._problems:
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
        asked = {(one.question, one.sentence) for one in problems if not one.blocks}
        if any(one.blocks for one in problems) or not asked <= self._accepted:
            self._accepted |= asked
            self._show(problems)
            self.jump_to_problem()
            return False
        self.form.fill(self.record)
        row = self._draft_row()  # once saved the record is no longer a fresh one
        try:
            self.record.save(why=self._reason(problems))
        except InvalidRecord as error:
            self._show(error.problems)
            return False
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return False
        self._draft_timer.stop()
        drafts.drop(current(), self._form_key(), row)
        self._show([])
        self.notice.clear()
        self._show_state()
        remind(self, self.record)
        crisis_key.remind(self, self.record)
        self.saved.emit(self.record)
        return True

    def take_step(self, move):
        """Save what is typed, say what is lacking, ask for the reason, take the step."""
        if self.is_typed_in() and not self.save():
            return
        lacking = self.record.lacking(move)
        asked = {(one.question, one.sentence) for one in lacking if not one.blocks}
        if any(one.blocks for one in lacking) or not asked <= self._accepted:
            self._accepted |= asked
            self._show(lacking)
            self.jump_to_problem()
            return
        why = ask_reason(self, _(move.label)) if move.why else None
        if move.why and not why:
            return
        try:
            self.record.move(move.name, why=why)
        except InvalidRecord as error:
            self._show(error.problems)
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
        else:
            self.edit(self.record, draft=False, draft_of=self._draft_of, focus=False)
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

    # --- problems ---

    def _show(self, problems):
        self._problems = problems
        self.form.show_problems(problems)
        blocking = [one for one in problems if one.blocks]
        doubts = [one for one in problems if not one.blocks]
        general = [one.say(spoken()) for one in problems if one.question not in self.form.rows]
        if blocking:
            self.count_line.set_role("danger")
            n = len(blocking)
            self.count_line.setText(ngettext("{n} answer to mend", "{n} answers to mend", n))
        elif doubts:
            self.count_line.set_role("warn")
            self.count_line.setText(_("Look at what is marked; press Save again if it is right."))
        else:
            self.count_line.setText("")
        if general:
            self.notice.say(" ".join(general), state="warn" if not blocking else "danger")
        self.jump.setVisible(bool(problems))
        self._show_sections()

    def _show_sections(self):
        """Each part of the form: how many of its answers are to mend, and whether what it requires is there."""
        trial = self.form.trial()
        named = {one.question for one in self._problems if one.blocks}
        counts, whole, section = {}, {}, None
        for name, question in self.cls.questions().items():
            if question.heading or section is None:
                section = _(question.heading or self.cls.title)
            if name not in self.form.rows or not question.is_asked(trial):
                continue
            empty = question.is_empty(getattr(trial, name))
            counts[section] = counts.get(section, 0) + (name in named)
            filled, lacking = whole.get(section, (False, False))
            whole[section] = (filled or not empty, lacking or (question.required and empty))
        complete = {name for name, (filled, lacking) in whole.items() if filled and not lacking}
        self.sections.show_states(counts, complete)

    def jump_to_problem(self):
        """The caret goes to the next answer to mend."""
        names = [name for name in self.form.rows if any(one.question == name for one in self._problems)]
        if names:
            here = next((place for place, name in enumerate(names) if self._holds_focus(name)), -1)
            self.form.focus_on(names[(here + 1) % len(names)])

    def _holds_focus(self, name):
        focused = self.focusWidget()
        return focused is not None and self.form.rows[name].isAncestorOf(focused)

    def show_history(self):
        """The values the question in hand had, with who and when."""
        name = next((name for name in self.form.rows if self._holds_focus(name)), None)
        if name and not self.record.is_new:
            self.history.show_versions(self.record, name)
            self.history.show()


_REQUIRED = N_("This has to be answered.")


def _card(widget):
    card = QFrame(objectName="card")
    box = QVBoxLayout(card)
    box.setContentsMargins(1, 1, 1, 1)
    box.addWidget(widget)
    return card
