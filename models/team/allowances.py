"""What workers with a certificate are entitled to by the rules of a region, in fen."""

from datetime import date

from models import parameters
from models.fields import Line
from models.team.certificate import Certificate
from models.team.learning import in_post


def monthly(region: str | None, level: str | None) -> int:
    """The allowance of a month; 0 where the region or the level knows none."""
    return _amount(region, level, "month")


def once(region: str | None, level: str | None) -> int:
    """The reward for obtaining a certificate, paid once."""
    return _amount(region, level, "once")


def _amount(region, level, column):
    rows = parameters.table("allowances")
    found = (int(row[column]) * 100 for row in rows if (row["region"], row["level"]) == (region, level))
    return next(found, 0)


def monthly_lines(store, region: str, month: str) -> tuple[Line, ...]:
    """A line for each certified full-time worker who was in post in the month written YYYY-MM."""
    first = date(*map(int, month.split("-")), 1)
    standards = [(member, monthly(region, member.level)) for member in in_post(store, first) if member.time != "part"]
    return tuple(_line(member, member.level, standard) for member, standard in standards if standard)


def once_lines(store, region: str, year: int) -> tuple[Line, ...]:
    """A line for each certificate obtained in the year by somebody in post."""
    held = {one.id: one for one in in_post(store)}
    found = []
    for certificate in Certificate.alive().where(Certificate.station == store.unit).order_by(Certificate.obtained):
        standard = once(region, certificate.level)
        if standard and certificate.obtained.year == year and certificate.staff in held:
            found.append(_line(held[certificate.staff], certificate.level, standard))
    return tuple(found)


def part_time_lines(store, month: str) -> tuple[Line, ...]:
    """A line for each part-time worker with a compensation (广元: 对于兼职社工给予一定的经济补偿)."""
    first = date(*map(int, month.split("-")), 1)
    paid = [member for member in in_post(store, first) if member.time == "part" and member.compensation]
    return tuple(_line(member, member.level, member.compensation) for member in paid)


def _line(member, level, standard):
    return Line(who=member.name, level=level, standard=standard, months=1, due=standard, paid=standard)
