"""Why something is done, in the words of who does it; it stands in the history."""

from ui.widgets.line_edit import TextEdit
from ui.widgets.sheet import Sheet
from ui.words import _

_LONGEST = 500


def ask_reason(parent, verb: str) -> str:
    """The reason typed for what the verb does; "" where it was left."""
    body = TextEdit()
    body.setAccessibleName(_("The reason"))
    sheet = Sheet(parent, verb, _("Write the reason; it stands in the history of the record."), [verb], body)
    sheet.verbs[0].setEnabled(False)  # until there is a reason, which the sentence above asks for
    body.textChanged.connect(lambda: sheet.verbs[0].setEnabled(bool(body.toPlainText().strip())))
    body.setFocus()
    return body.toPlainText().strip()[:_LONGEST] if sheet.ask() == 0 else ""
