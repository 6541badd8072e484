"""The question before a month is signed, with room for a reason to each check that does not hold."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet
from ui.words import _, spoken

_MOST = 12


def asked(page, month: str, checks) -> dict[str, str] | None:
    """The reasons given, by the code of the check; None where the month is not to be signed."""
    body, lines = _reasons([check for check in checks if not check.blocks][:_MOST])
    sentence = _("The figures are kept as they stand and go up with the next bundle. Later changes need a new version.")
    sheet = Sheet(page, _("Sign {month}?", month=month), sentence, [_("Sign")], body=body if lines else None)
    _wait_for_reasons(sheet.verbs[0], list(lines.values()))
    if sheet.ask() != 0:
        return None
    return {code: line.text().strip() for code, line in lines.items()}


def _wait_for_reasons(verb, lines):
    """Every check wants its reason; Enter leads from one to the next, and signs when all are given."""

    def look():
        verb.setEnabled(all(line.text().strip() for line in lines))

    look()
    for line, after in zip(lines, lines[1:] + lines[:1], strict=True):
        line.textChanged.connect(look)
        line.returnPressed.connect(after.setFocus)


def _reasons(checks):
    """(what is shown, a line for each check by its code)."""
    body, lines = QWidget(), {}
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    for check in checks:
        said = Label(check.say(spoken()), role="warn")
        said.setWordWrap(True)
        lines[check.code] = QLineEdit()
        lines[check.code].setPlaceholderText(_("Reason, printed under the table"))
        column.addWidget(said)
        column.addWidget(lines[check.code])
    return body, lines
