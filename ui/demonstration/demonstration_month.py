"""The month of the demonstration: its days, who writes and who approves, and how a paper is written."""

from contextlib import contextmanager
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from models.database import Store
from models.fields import Line
from models.services.visit import Visit

VILLAGE = "河口村"


class Month(NamedTuple):
    """The station, the month (YYYY-MM) its papers are of, and who writes and who approves them."""

    store: Store
    month: str
    worker: UUID
    lead: UUID

    def day(self, number: int) -> date:
        """A day of the month; today where that is still to come."""
        return min(date.fromisoformat(f"{self.month}-{number:02}"), self.store.today())

    @contextmanager
    def approved(self):
        """The lead is at work instead of the worker."""
        self.store.user = self.lead
        try:
            yield
        finally:
            self.store.user = self.worker


def last_month() -> str:
    """The month of the last visit as YYYY-MM; without visits the month before this one."""
    last = Visit.alive(Visit.day).order_by(Visit.day.desc()).first()
    day = last.day if last else date.today().replace(day=1) - timedelta(1)
    return f"{day:%Y-%m}"


def lines(columns: str, *rows) -> tuple[Line, ...]:
    """Rows of a table within a form; `columns` apart by blanks, None leaves a cell empty."""
    names = columns.split()
    return tuple(Line({name: cell for name, cell in zip(names, row, strict=True) if cell is not None}) for row in rows)


def write(form, /, **answers):
    """One paper, filled in and saved."""
    record = form.new(**answers)
    record.save()
    return record
