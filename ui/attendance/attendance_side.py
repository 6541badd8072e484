"""Beside the sheet: the event in hand, newcomers, those not named, the reason of an absence."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.errors import UserError
from models.services.name_list import read_names
from ui.attendance.attendance_sums import CAME
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.finder import Finder
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken


class SheetSide(QFrame):
    """Beside the grid: the event in hand, newcomers, those not named, the reason of an absence."""

    def __init__(self, file):
        super().__init__(objectName="card")
        self.file = file
        self.setFixedWidth(px(292))
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(px(14), px(12), px(14), px(12))
        self.column.setSpacing(px(6))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        QVBoxLayout(self).addWidget(area)
        self.layout().setContentsMargins(1, 1, 1, 1)
        self.head = Label("", role="pane")
        self.head.setWordWrap(True)
        self.numbers = Label("", role="secondary")
        self.numbers.setWordWrap(True)
        self.newcomer = Finder(lambda text: file.choosing.find("person", text), empty=_("“{text}” is not on file"))
        self.unnamed = LineEdit(digits=True)
        self.reason = LineEdit()
        self._lay_out()
        self._connect()

    def _lay_out(self):
        self.column.addWidget(self.head)
        self.column.addWidget(self.numbers)
        self.ask(_("Somebody new who came"), self.newcomer, _("Name or pinyin initials"))
        self.newcomer.setToolTip(_("Name or pinyin initials; Ctrl+Enter: by name only"))
        self.newcomer.installEventFilter(self)
        self.paste = LinkButton(_("Paste many names…"), "Ctrl+V")
        self.column.addWidget(self.paste, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask(_("Others, not named"), self.unnamed, "")
        self.reason_label = self.ask(_("Reason for absence"), self.reason, "")
        self.extra = QVBoxLayout()
        self.column.addLayout(self.extra)
        self.column.addStretch(1)

    def ask(self, text, editor, hint, into=None):
        label = Label(text, role="secondary")
        label.setBuddy(editor)
        editor.setAccessibleName(text)
        if hint:
            editor.setPlaceholderText(hint)
            editor.setToolTip(hint)
        column = into or self.column
        column.addSpacing(px(4))
        column.addWidget(label)
        column.addWidget(editor)
        return label

    def _connect(self):
        self.newcomer.chosen.connect(self._found)
        self.newcomer.wants_new.connect(self._named)
        Shortcut(
            "Ctrl+Return",
            self.newcomer,
            lambda: self._named(self.newcomer.text()),
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        self.paste.clicked.connect(self.file.paste_names)
        self.unnamed.editingFinished.connect(self._count)
        self.reason.textEdited.connect(self._reason)

    def eventFilter(self, watched, event):
        """Several names pasted where one is typed are a list."""
        pasting = event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste)
        if pasting and len(read_names(QGuiApplication.clipboard().text())) > 1:
            self.file.paste_names()
            return True
        return super().eventFilter(watched, event)

    def _found(self):
        identity = self.newcomer.chosen_id
        self.newcomer.show_chosen(None, "")
        if isinstance(identity, UUID):
            self.file.add_found(identity)

    def _named(self, name):
        self.newcomer.show_chosen(None, "")
        self.file.add_named(name)

    def _count(self):
        question = self.file.rows.events[self.file.view.event_column()].questions()["unnamed"]
        try:
            self.file.count_unnamed(question.read(self.unnamed.text(), self.file.store.today()))
        except UserError as error:
            self.file.notice.say(error.say(spoken()), state="danger")

    def _reason(self, text):
        view = self.file.view
        self.file.rows.say_reason(view.currentIndex().row(), view.event_column(), text)

    def take_open(self):
        """Take what stands in the line of the head-count, as when Save is pressed from there."""
        if self.unnamed.hasFocus() and self.unnamed.isEnabled():
            self._count()

    def show_event(self, there):
        """Fill in for the event in hand; without one everything rests."""
        rows, view = self.file.rows, self.file.view
        ahead = there and rows.is_ahead(view.event_column())
        for widget in (self.newcomer, self.paste, self.unnamed):
            widget.setEnabled(there and not ahead)
        if not there:
            self.head.setText(self.file.empty_sentence())
            self.numbers.setText("")
            return
        column, row = view.event_column(), view.currentIndex().row()
        self.head.setText(self.file.event_said(rows.events[column]))
        said = (self._said(rows.sums(column)), self.file.remark())
        self.numbers.setText("\n".join(filter(None, said)))
        if not self.unnamed.hasFocus():
            count = rows.events[column].unnamed
            self.unnamed.setText("" if count is None else str(count))
        state = rows.state_of(row, column) if 0 <= row < len(rows.people) else None
        self._show_reason(state, rows.reason_of(row, column) if state else "")

    def _show_reason(self, state, said):
        """One line for what is to be said of the one in hand: why absent, or who signed on behalf."""
        word = _("Signed on behalf by") if state in CAME else _("Reason for absence")
        self.reason_label.setText(word)
        self.reason.setAccessibleName(word)
        self.reason.setEnabled(state is not None)
        self.reason.setPlaceholderText("" if state else _("once somebody is ticked"))
        if not self.reason.hasFocus():
            self.reason.setText(said)

    @staticmethod
    def _said(sums):
        parts = [
            _(
                "on the sheet {listed} · present {present} · late {late} · absent {absent}",
                listed=sums.listed,
                present=sums.present,
                late=sums.late,
                absent=sums.absent,
            )
        ]
        if sums.rate is not None:
            parts.append(_("attendance {rate} %", rate=sums.rate))
        return "\n".join(parts)

    def focus_first(self):
        self.newcomer.setFocus()
