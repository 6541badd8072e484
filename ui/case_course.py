"""The course of a case: its steps, and what its file says besides its papers."""

from models import codes, parameters
from models.casework.life import ENDED
from ui.course import Entry
from ui.words import _, ngettext, spoken


def steps_of(case, sessions, today) -> list[tuple[str, str, str]]:
    """The seven steps with what is known of each; ticked only where the case itself shows it."""
    year = today.year
    ended = case.state in ENDED
    running = case.state in ("open", "closing", "paused")
    held = ngettext("{n} session", "{n} sessions", len(sessions)) if sessions else ""

    def step(title, sub, done, now):
        return title, sub, "done" if done else "now" if now else "todo"

    begun = case.state not in ("waiting", "refused", "returned")
    assessed = begun and case.state not in ("assessing", "opening")
    return [
        step(_("Intake"), spoken().day(case.opened, year) if case.opened else "", begun, not begun),
        step(_("Assessment"), "", assessed, case.state in ("assessing", "opening")),
        step(_("Plan"), "", bool(case.plan), running and not case.plan and not sessions),
        step(_("Intervention"), held, ended, running and (bool(case.plan) or bool(sessions))),
        step(
            _("Evaluation"),
            codes.label("goal_reached", case.reached, spoken()) if case.reached else "",
            bool(case.reached),
            case.state == "closing" and not case.reached,
        ),
        step(_("Closing"), spoken().day(case.closed, year) if case.closed else "", ended, False),
        step(_("Follow-up"), "", False, case.state == "follow"),
    ]


def remarks_of(case, last, today) -> list[Entry]:
    """What stands above the papers: when and why it was closed, or for how long nothing was written."""
    said = spoken().day
    if case.closed:
        why = codes.label("case_close_reason", case.close_reason, spoken()) if case.close_reason else ""
        return [Entry(_("Closed"), why, said(case.closed, today.year), "archive")]
    days = (today - last).days if last else 0
    if case.state in (*ENDED, "refused", "paused") or days <= parameters.value("quiet_case_days"):
        return []
    sentence = _("{days} days without a record", days=days)
    return [Entry(sentence, "", said(today, today.year), "triangle-alert", "warn")]
