"""The sections of a form at its left: done, to mend, open; Ctrl+Up and Ctrl+Down move between them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import icons
from ui.look import restyle
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.words import _

_WIDEST = 226


class SectionList(QFrame):
    """`sections` are (text, heading widget) of the form; `chosen` gives the widget to scroll to."""

    chosen = Signal(QWidget)

    def __init__(self, sections):
        super().__init__(objectName="card")
        self.widgets, self.names, self.buttons, self.place = [], [], [], 0
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(10), px(8), px(10))
        column.setSpacing(px(2))
        column.addWidget(Label(_("Parts"), role="group"))
        for place, (text, widget) in enumerate(sections):
            button = LinkButton(text)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, place=place: self.go(place))
            self.names.append(text)
            self.widgets.append(widget)
            self.buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        keys = Label(_("Ctrl+↑ Ctrl+↓ other part"), role="group")
        keys.setWordWrap(True)
        column.addWidget(keys)
        widest = max((button.sizeHint().width() for button in self.buttons), default=0)
        self.setFixedWidth(min(max(px(150), widest + px(56)), px(_WIDEST)))
        for name, button in zip(self.names, self.buttons, strict=True):
            self._write(button, name)

    def _write(self, button, name, count=""):
        """The name, cut at its end where there is no room for it and the count of what is to mend."""
        metrics = QFontMetrics(button.font())
        room = self.width() - px(56) - metrics.horizontalAdvance(count)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        button.setText(shown + count)
        button.setToolTip(name if shown != name else "")

    def show_states(self, counts: dict, complete: set):
        """Section → how many answers are to mend; `complete` are those whose required answers are all there."""
        for name, button in zip(self.names, self.buttons, strict=True):
            count = counts.get(name, 0)
            sign, state = (
                ("circle-alert", "danger")
                if count
                else ("circle-check", "ok")
                if name in complete
                else ("circle", "text3")
            )
            self._write(button, name, f"　{count}" if count else "")
            said = _("{count} to mend", count=count) if count else _("complete") if name in complete else _("open")
            button.setAccessibleName(_("{heading}: {answer}", heading=name, answer=said))
            button.setIcon(icons.icon(sign, state, 16))
            button.setIconSize(QSize(px(16), px(16)))
            button.setProperty("state", "bad" if count else "")
            restyle(button)

    def go(self, place):
        if self.widgets:
            self.place = place % len(self.widgets)
            self.chosen.emit(self.widgets[self.place])

    def next(self):
        self.go(min(self.place + 1, len(self.widgets) - 1))

    def previous(self):
        self.go(max(self.place - 1, 0))


def states_of(form, named):
    """(section → answers to mend, the sections that are complete) of a form; `named` are the questions to mend."""
    trial, counts, whole, section = form.trial(), {}, {}, None
    for name, question in form.cls.questions().items():
        if question.heading or section is None:
            section = _(question.heading or form.cls.title)
        if name not in form.rows or not question.is_asked(trial):
            continue
        empty = question.is_empty(getattr(trial, name))
        counts[section] = counts.get(section, 0) + (name in named)
        filled, lacking = whole.get(section, (False, False))
        whole[section] = (filled or not empty, lacking or (question.required and empty))
    return counts, {name for name, (filled, lacking) in whole.items() if filled and not lacking}
