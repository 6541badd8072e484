"""The crisis report within reach: Ctrl+G begins one about the person in hand, and a word reminds of it."""

from ui import mandatory
from ui.messages import Toast
from ui.shortcut import Shortcut
from ui.words import _

KEY, TABLE = "Ctrl+G", "crisis_report"
_STAYS = 20_000


class CrisisKey:
    """Ctrl+G in every page and form of the desk."""

    def __init__(self, desk):
        self.desk = desk
        Shortcut(KEY, desk.window, self.begin)

    def begin(self):
        """A fresh report; the person of the record in hand is filled in already."""
        page = self.desk.pages.page_of(TABLE)
        if page is None:
            return
        person = mandatory.person_in_hand(self.desk)
        self.desk.keep_drafts()
        self.desk.window.go(page)
        self.desk.window.page.new(**({"person": person.id} if person else {}))


def remind(widget, record) -> None:
    """After a scale with an answer that hints at self-harm was saved: where the crisis report is."""
    if "suicide" in (getattr(record, "alerts", None) or ()):
        sentence = _("An answer hints at self-harm: Ctrl+G begins the crisis report.")
        Toast(widget.window(), sentence, icon="triangle-alert", state="warn", stays=_STAYS)
