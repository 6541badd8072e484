"""The bar below a form: save, go on, leave, and how much is to be mended."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.labels import Label
from ui.words import _, ngettext


class EditorBar(QFrame):
    """`inside` a file the form is left for its course; `quiet`: Save is not what the page is about first of all."""

    def __init__(self, inside, quiet):
        super().__init__(objectName="bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        self.save_button = KeyButton(_("Save"), "Ctrl+S", icon="save", primary=not quiet)
        self.next_button = KeyButton(_("Save and next"), "Ctrl+Enter")
        self.cancel_button = LinkButton(_("Leave the form") if inside else _("Back to the list"), "Esc")
        self.copy_button = LinkButton(_("As last time"), "Ctrl+D")
        self.count_line = Label("", role="danger")
        self.jump = LinkButton(_("Next to mend"), "F8")
        for widget in (self.save_button, self.next_button, self.cancel_button, self.copy_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count_line)
        row.addWidget(self.jump)
        self.jump.hide()

    def show_problems(self, problems):
        """How many answers are to mend, or that a doubt is to be looked at."""
        blocking = sum(one.blocks for one in problems)
        self.count_line.set_role("danger" if blocking else "warn")
        if blocking:
            self.count_line.setText(ngettext("{n} answer to mend", "{n} answers to mend", blocking))
        else:
            doubt = _("Look at what is marked; press Save again if it is right.")
            self.count_line.setText(doubt if problems else "")
        self.jump.setVisible(bool(problems))
