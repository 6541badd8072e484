"""The clock of a mandatory report: it runs from the finding to the report, to the minute (“立即报告”)."""

from datetime import date, datetime, time

from models.clock import SHANGHAI
from models.database import current


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


def _moment(day: date | None, at: time | None) -> datetime | None:
    return datetime.combine(day, at, SHANGHAI) if day and at else None
