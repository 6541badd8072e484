"""The clock of a mandatory report: it runs from the finding to the report, to the minute (“立即报告”)."""

from datetime import date, datetime, time

from models.clock import SHANGHAI
from models.database import current
from models.errors import Problem
from resources.language import N_

_LATE_MINUTES = 24 * 60


def now(_report) -> time:
    """The minute it is, to begin with."""
    return current().now().time().replace(second=0, microsecond=0)


def found(report) -> datetime | None:
    return _moment(report.found_on, report.found_at)


def reported(report) -> datetime | None:
    return _moment(report.reported_on, report.reported_at)


def minutes(report) -> int | None:
    """Whole minutes from the finding to the report; None until both are known, 0 where they are the wrong way round."""
    start, end = found(report), reported(report)
    return max(0, int((end - start).total_seconds() // 60)) if start and end else None


def running(report) -> int | None:
    """Whole minutes since the finding of what is not reported yet; None for what is, or has no moment of finding."""
    start = found(report)
    if start is None or report.state != "draft" or reported(report):
        return None
    return max(0, int((current().now() - start).total_seconds() // 60))


def doubts(report):
    """Yield what is wrong with the moments, as Record.conflicts() does; later than a day after the finding is asked."""
    start, end = found(report), reported(report)
    if start and end and end < start:
        yield "reported_at", N_("The report is before the finding."), {}
    if report.found_on and report.closed_on and report.closed_on < report.found_on:
        yield "closed_on", N_("The final report is before the finding."), {}
    if (minutes(report) or 0) > _LATE_MINUTES:
        sentence = N_("More than a day from finding to reporting: the law says at once.")
        yield Problem("reported_at", sentence, blocks=False)


def _moment(day: date | None, at: time | None) -> datetime | None:
    return datetime.combine(day, at, SHANGHAI) if day and at else None
