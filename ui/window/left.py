"""Where somebody stood when the desk was taken away: by the lock, or by another look."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Left:
    """Where somebody stood: the page, and the record in its form (`row` None: a fresh one).

    `place` is what the page itself says of where it was, for its come_back(place); None where it has nothing to say.
    """

    page: str
    table: str = ""
    row: UUID | None = None
    place: object = None


def in_hand(window) -> Left:
    """What is open in the window; what is typed in it is among the drafts."""
    place = window.page.place() if hasattr(window.page, "place") else None
    if place is not None:
        return Left(window.name, place=place)
    editor = getattr(window.page, "editor", None) if getattr(window.page, "is_entering", True) else None
    if editor is None or not editor.isVisibleTo(window) or editor.record is None:
        return Left(window.name)
    record = editor.record
    if record.is_new and not hasattr(window.page, "new"):
        return Left(window.name)
    return Left(window.name, record._meta.table_name, None if record.is_new else record.id)
