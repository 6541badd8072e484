"""What stands across the page of a case until it is over: crises and mandatory reports, each with its clock."""

from dataclasses import dataclass
from datetime import timedelta

from models import codes
from models.casework import crisis
from models.casework.crisis import CrisisReport
from models.linking import report_clock
from models.linking.mandatory_report import MandatoryReport
from models.linking.report_follow_up import ReportFollowUp
from ui.words import _, spoken


@dataclass(frozen=True)
class Alarm:
    """One record that is not over, and the three things it asks for with whether each is done."""

    record: CrisisReport | MandatoryReport
    steps: tuple[tuple[str, bool], ...]

    def said(self, now) -> str:
        """What is on, since when, and what the clock says."""
        return (_crisis_said if isinstance(self.record, CrisisReport) else _report_said)(self.record, now)


def alarms_of(store, case) -> list[Alarm]:
    """Those of a case that are not over; mandatory reports only for who may read them."""
    found = [Alarm(report, _crisis_steps(report)) for report in crisis.open_reports(store, case)]
    reports = MandatoryReport.alive().where(
        MandatoryReport.person == case.person, MandatoryReport.person.is_null(False), MandatoryReport.state != "closed"
    )
    return found + [Alarm(report, _report_steps(report)) for report in reports.order_by(MandatoryReport.found_on)]


def _crisis_steps(report):
    return (
        (_("lead told"), bool(report.lead_told_on)),
        (_("safety plan"), bool(report.safety)),
        (_("looked again"), bool(report.course)),
    )


def _report_steps(report):
    stages = {follow.stage for follow in ReportFollowUp.alive().where(ReportFollowUp.report == report.id)}
    made = report.state != "draft"
    return (
        (_("initial report"), made),
        (_("follow-up report"), report.state == "following" or "follow" in stages),
        (_("final report"), "final" in stages),
    )


def _crisis_said(report, now):
    kind = codes.label("crisis_kind", report.kind, spoken()) if report.kind else ""
    by = report.look_by()
    if by is None:
        clock = ""
    elif by > now:
        clock = _("look again within {time}", time=_span(by - now))
    else:
        clock = _("look again: {time} over", time=_span(now - by))
    return " · ".join(filter(None, (_("Crisis: {kind}", kind=kind), _since(report.found_at(), now), clock)))


def _report_said(report, now):
    since = _since(report_clock.found(report), now)
    return " · ".join(filter(None, (_("Mandatory report not over"), since, clock_of(report))))


def clock_of(report) -> str:
    """The clock of a mandatory report: it runs while nothing is reported, and stands at how long that took."""
    running = report_clock.running(report)
    if running is not None:
        return _("not reported for {time}", time=_span(timedelta(minutes=running)))
    taken = report_clock.minutes(report)
    return "" if taken is None else _("reported after {time}", time=_span(timedelta(minutes=taken)))


def _since(found, now):
    if not found:
        return ""
    return _("found {day} {time}", day=spoken().day(found.date(), now.year), time=f"{found:%H:%M}")


def _span(length):
    minutes = max(int(length.total_seconds()) // 60, 0)
    if minutes >= 48 * 60:
        return _("{days} days", days=minutes // (24 * 60))
    return _("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
