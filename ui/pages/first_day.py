"""The first day: nobody is on file yet, and here is how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.words import _


class FirstSteps(QWidget):
    """The first day: nobody is on file yet, and here is how to begin."""

    def __init__(self, page_wanted):
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(32), px(32), px(32))
        column.setSpacing(px(12))
        column.addWidget(Label(_("The book is empty. Three ways to begin:"), role="person"))
        rows = (
            (
                _("Take in the old ledger"),
                "upload",
                "persons:ledger",
                _("xlsx, xls, ods or csv; every row is accounted for."),
            ),
            (_("Enter the first household"), "house", "households", _("Then its members, then the first visit.")),
            (_("Set up the team"), "graduation-cap", "staff", _("Who visits, who signs.")),
        )
        self.first = None
        for label, icon, page, why in rows:
            button = KeyButton(label, "", icon=icon, primary=self.first is None)
            button.clicked.connect(lambda _c=False, page=page: page_wanted.emit(page))
            self.first = self.first or button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            hint = Label(why, role="hint")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addStretch(1)
