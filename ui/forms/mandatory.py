"""Reports that cannot wait: Ctrl+M (mandatory) and Ctrl+G (crisis) begin one anywhere, a word after saving reminds.

Whoever reads a mandatory report is asked why.
"""

from functools import partial

from models import access, ages, parameters
from models.database import current
from models.errors import NotAllowed
from models.linking.report_prompt import persons, suggests_report
from resources.language import N_
from ui.widgets.messages import Toast, tell
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _

_KEYS = (("Ctrl+M", "mandatory_report"), ("Ctrl+G", "crisis_report"))
_ASKED = ("mandatory_report", "report_follow_up")
_STAYS, _JUST_NOW = 20_000, 60_000
_REASONS = (N_("To follow it up"), N_("To review it as lead"), N_("At the request of police or civil affairs"))


class ReportKeys:
    """The two keys, in every page and form of the desk."""

    def __init__(self, desk):
        self.desk = desk
        for key, table in _KEYS:
            Shortcut(key, desk.window, partial(self.begin, table))

    def begin(self, table):
        """A fresh report; the person of the record in hand is filled in already."""
        page = self.desk.pages.page_of(table)
        if page is None:
            return
        person = person_in_hand(self.desk)
        self.desk.keep_drafts()
        self.desk.window.go(page)
        self.desk.window.page.new(**({"person": person.id} if person else {}))


def person_in_hand(desk):
    """Whom the record in hand is about; None where that is not one person."""
    record = in_hand(desk.window.page)
    return _whom(record) if record is not None else None


def in_hand(page):
    """The record a page is about just now: the one in its form or file, else the one its list stands on."""
    editor = getattr(page, "editor", None)
    if editor is not None and editor.isVisible() and editor.record is not None:
        return editor.record
    front = getattr(page, "front", page)
    if getattr(front, "record", None) is not None:
        return front.record
    listed = getattr(page, "list", None)
    return listed.current() if listed is not None and hasattr(listed, "current") else None


def _whom(record):
    """Whom a report about this record is likely about: its one person, or the first who is not of age."""
    found, today = persons(record), current().today()
    minors = [one for one in found if _is_minor(one, today)]
    return minors[0] if minors else found[0] if len(found) == 1 else None


def _is_minor(person, today):
    age = ages.full_years(person.birth, today)
    return age is not None and age < parameters.value("adult_age")


def remind(widget, record) -> None:
    """After saving: the sentence that this may have to be reported; it goes by itself and decides nothing."""
    if sentence := suggests_report(record):
        _warn(widget, _(sentence))
    if "suicide" in (getattr(record, "alerts", None) or ()):
        _warn(widget, _("An answer hints at self-harm: Ctrl+G begins the crisis report."))


def _warn(widget, sentence):
    Toast(widget.window(), sentence, icon="triangle-alert", state="warn", stays=_STAYS)


def may_open(desk, record) -> bool:
    """Whether a record may be shown: what is restricted only to its readers, and they say why; all of it is logged."""
    asked = record._meta.table_name in _ASKED and not record.is_new and access.may_read(desk.store, record)
    why = _reason(desk, record) if asked else None
    if asked and why is None:
        return False
    try:
        access.opened(desk.store, record, why)
    except NotAllowed as error:
        tell(desk.window, error)
        return False
    return True


def _reason(desk, record):
    """Why a report is opened; None to leave it closed. Whoever has just written it is not asked."""
    if desk.store.milliseconds() - record.changed < _JUST_NOW:
        return _("Written just now")
    place = Sheet(
        desk.window, _("Why do you open this report?"), _("The reason is written into the log of readings."),
        [_(reason) for reason in _REASONS],
    ).ask()  # fmt: skip
    return None if place is None else _(_REASONS[place])
