"""What the course of a file says: the record itself, remarks, then its papers by month, the newest first."""

from models import fields
from ui.forms.course import Entry
from ui.lists.shelves import SHELVES
from ui.words import _, ngettext, spoken

_ICONS = {shelf.name: shelf.icon for shelf in SHELVES}
_TOLD = 2
_TURNS = ("nth", "turn", "number")


def lines_of(record, dated, remarks, choosing, today, left_out, gap=lambda newer, older: None) -> list[Entry]:
    """`dated` are (part, day), newest first; `left_out` how many older ones are not among them.

    `gap(newer, older)` gives the line between two days that lie far apart, or None.
    """
    own = Entry(_(record.title), record.caption(), "", _icon(type(record)), "", record)
    lines, month, newer = [own, *remarks], None, None
    for part, day in dated:
        if newer and newer <= today and (between := gap(newer, day)):
            lines.append(between)
        newer = day
        if f"{day:%Y-%m}" != month:
            month = f"{day:%Y-%m}"
            lines.append(Entry(spoken().month(month)))
        lines.append(_line(part, day, record, choosing, today))
    if left_out > 0:
        lines.append(Entry(ngettext("{n} older one", "{n} older ones", left_out), "", "", "chevron-down", is_more=True))
    return lines


def _line(part, day, owner, choosing, today):
    turn = _turn(part)
    title = _("{what} {number}", what=_(part.title), number=turn) if turn else _(part.title)
    state = state_of(part)
    below = " · ".join(filter(None, (*_told(part, owner, choosing), state)))
    return Entry(title, below, spoken().day(day, today.year), _icon(type(part)), "", part)


def _turn(part) -> int | None:
    """Which of its kind it is, where that is counted; the number that people see is no count."""
    turn = next(filter(None, (getattr(part, name, None) for name in _TURNS)), None)
    return turn if isinstance(turn, int) else None


def state_of(record) -> str:
    """The word for the state a record is in; "" where it has none."""
    name = record.process.question if record.process else "state"
    question = record.questions().get(name)
    if not isinstance(question, fields.Choice) or getattr(record, name) is None:
        return ""
    return question.show(getattr(record, name), spoken())


def _told(part, owner, choosing):
    """What tells one paper from another of its kind: a name of its own, else its first listed answers."""
    own = part.caption()
    if own and not (owner.caption() and own.startswith(owner.caption())):
        return [own]
    told = []
    for name, question in part.questions().items():
        value = getattr(part, name)
        if name in ("day", "state", *part.part_of) or question.is_empty(value) or not question.listed:
            continue
        if name in _TURNS and isinstance(question, fields.Count):
            continue  # the title says it
        if not question.sensitive and not isinstance(question, (fields.Day, fields.Lines, fields.Pictures)):
            told.append(_said(question, value, choosing))
    return told[:_TOLD]


def _said(question, value, choosing):
    if isinstance(question, (fields.Link, fields.Links)):
        several = value if isinstance(value, tuple) else (value,)
        return _(", ").join(choosing.name(question.table, one) for one in several)
    return question.show(value, spoken()).replace("\n", " ")[:60] + (
        _(question.unit) if question.unit and not isinstance(question, fields.Duration) else ""
    )


def _icon(cls):
    return _ICONS.get(cls.shelf) or ("file-text" if not cls.process else "file-pen-line")
