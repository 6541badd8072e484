"""The one clock. Stations live in Asia/Shanghai, which has had no summer time since 1991."""

from datetime import datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def wall_clock() -> datetime:
    """Now, in the station's time zone."""
    return datetime.now(SHANGHAI)


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def from_milliseconds(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1000, SHANGHAI)
