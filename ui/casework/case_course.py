"""What the page of a case says of its road and its days: the steps, who approved, for how long nothing was written."""

from models import codes, parameters
from models.casework import road
from models.casework.life import ENDED
from ui.forms.course import Entry
from ui.words import _, ngettext, spoken


def steps_of(case, today) -> list[tuple[str, str, str]]:
    """The seven steps as the stepper shows them: title, what is known of it, state."""
    return [(_(step.name), _said(step, today), step.state) for step in road.steps_of(case)]


def _said(step, today):
    """Day and mark, or the count of what is repeated; nothing of a step that is still to come."""
    day = spoken().day(step.day, today.year) if step.day else ""
    if step.name == road.SESSIONS:
        return ngettext("{n} session", "{n} sessions", step.count) if step.count else ""
    if step.name == road.FOLLOW_UP and step.count:
        return ngettext("{n} visit", "{n} visits", step.count)
    if step.name == road.PLAN and step.count > 1:
        day = _("{day}, version {n}", day=day, n=step.count)
    return " ".join(filter(None, (day, _(step.note) if step.note else "")))


def remarks_of(case, last, today, name_of) -> list[Entry]:
    """What stands above the papers: how it ended, for how long nothing was written, who approved it."""
    said = spoken().day
    found = []
    if case.closed:
        why = codes.label("case_close_reason", case.close_reason, spoken()) if case.close_reason else ""
        by = _("approved by {name}", name=name_of("staff", case.closing_by)) if case.closing_by else ""
        found.append(Entry(_("Closed"), " · ".join(filter(None, (why, by))), said(case.closed, today.year), "archive"))
    elif case.state not in (*ENDED, "refused", "paused") and last:
        found += _silence((today - last).days, today)
    if case.opening_by and case.opened:
        by = _("approved by {name}", name=name_of("staff", case.opening_by))
        found.append(Entry(_("The case is opened"), by, said(case.opened, today.year), "check"))
    return found


def gap_between(newer, older) -> Entry | None:
    """What the course says between two papers that lie further apart than a case may be quiet."""
    days = (newer - older).days
    if days <= parameters.value("quiet_case_days"):
        return None
    return Entry(_("{days} days without a record", days=days), is_gap=True)


def _silence(days, today):
    if days <= parameters.value("quiet_case_days"):
        return []
    sentence = _("{days} days without a record", days=days)
    return [Entry(sentence, "", spoken().day(today, today.year), "triangle-alert", "warn")]
