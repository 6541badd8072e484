"""The ledger of continuing education: hours done, asked for and remaining in a period of registration."""

from dataclasses import dataclass
from datetime import date, timedelta

from models import parameters
from models.due import Due
from models.team.certificate import Certificate, valid_until
from models.team.staff import LEVELS, Staff
from models.team.training import StaffTraining
from models.terms import months_later


@dataclass(frozen=True)
class Ledger:
    """Lesson hours of one member of the staff from `start` to `end`; `entries` are (training, hours counted)."""

    member: Staff
    start: date
    end: date
    asked: int
    entries: tuple

    @property
    def done(self) -> int:
        return sum(hours for _training, hours in self.entries)

    @property
    def remaining(self) -> int:
        return max(0, self.asked - self.done)

    def is_short(self, today: date) -> bool:
        """The red flag: fewer hours than the time that went by asks for, evenly spread over the period."""
        gone = min(max((today - self.start).days, 0), (self.end - self.start).days)
        return self.done * (self.end - self.start).days < self.asked * gone


def asked_hours(level: str | None) -> int:
    """Lesson hours asked for in three years: 72 of assistants, 90 of others (攀枝花规划; 继续教育办法)."""
    return {None: 0, "none": 0, "assistant": parameters.value("study_hours_assistant")}.get(
        level, parameters.value("study_hours_worker")
    )


def counted(training, had_degree=False) -> int:
    """Hours that a training is worth: a degree in social work 90 once, other training its hours where it was passed."""
    if training.counts == "no" or training.passed == "no":
        return 0
    if training.form == "degree":
        return 0 if had_degree else parameters.value("study_hours_degree")
    return training.hours or 0


def period_of(certificate, today: date) -> tuple[date, date]:
    """The period of registration that runs; before the first registration three years from the certificate."""
    if not certificate.until:
        return certificate.obtained, valid_until(certificate.obtained)
    first = months_later(certificate.until + timedelta(1), -parameters.value("registration_months"))
    return first, certificate.until


def ledger(store, member, today: date | None = None) -> Ledger | None:
    """The ledger of the period that runs, by the highest certificate; None for those without one."""
    today = today or store.today()
    held = sorted(
        Certificate.alive().where(Certificate.staff == member.id, Certificate.state != "cancelled"),
        key=lambda one: (LEVELS.index(one.level), one.obtained),
    )
    if not held:
        return None
    start, end = period_of(held[-1], today)
    return Ledger(member, start, end, asked_hours(held[-1].level), tuple(_entries(store, member, start, end)))


def _entries(store, member, start, end):
    """What a member attended in the period; a degree counts once in a life."""
    had_degree = False
    attended = StaffTraining.alive().where(StaffTraining.station == store.unit, StaffTraining.day <= end)
    for training in attended.order_by(StaffTraining.day, StaffTraining.id):
        if member.id in (training.people or ()):
            hours = counted(training, had_degree)
            if training.day >= start and training.counts != "no":
                yield training, hours
            had_degree |= training.form == "degree" and hours > 0


def programme_hours(store, member, programme="hours120", until: date | None = None) -> int:
    """Hours of a programme that a member attended so far, such as the 120-hour one (浙江《意见》)."""
    rows = StaffTraining.alive().where(
        StaffTraining.station == store.unit,
        StaffTraining.programme == programme,
        StaffTraining.day <= (until or store.today()),
    )
    return sum(row.hours or 0 for row in rows if member.id in (row.people or ()))


def in_post(store, today: date | None = None) -> list[Staff]:
    """Those who had joined and not left, by name."""
    today = today or store.today()
    staff = Staff.alive().where(Staff.station == store.unit).order_by(Staff.name)
    return [one for one in staff if (not one.hired or one.hired <= today) and not (one.left and one.left <= today)]


def studies_due(store) -> list[Due]:
    """Those whose hours fall short and whose period ends within a year, the first to end first."""
    today, found = store.today(), []
    for member in in_post(store):
        own = ledger(store, member)
        if own and own.remaining and own.end <= months_later(today, 12) and own.is_short(today):
            last = max((training.day for training, _hours in own.entries), default=None)
            found.append(Due("staff", member.id, member.name, None, None, own.end, last))
    return sorted(found, key=lambda due: due.day)
