"""Something that is due, as every form says it; models/dues.py puts all of it together for Today."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Due:
    """Something to do about the record `row` of `table`: whom it is about, by when, when it was last done."""

    table: str
    row: UUID
    caption: str
    village: str | None
    risk: str | None
    day: date
    last: date | None = None
