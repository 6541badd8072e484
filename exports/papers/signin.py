"""The sign-in sheet (签到表) of an activity or a group session: blank for the table at the door, or filled in."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.layout.document import BODY, CELL, LABEL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.grids import grid, on_pages, plain, whole_words
from exports.layout.masks import masked
from exports.layout.prose import Prose, Type, lines_of
from models.files import silent
from resources.language import N_, Language


@dataclass(frozen=True)
class Event:
    """What was held: its name, day, place, who keeps the sheet; `under` says more, such as the session of a group."""

    name: str
    day: date | None = None
    place: str = ""
    keeper: str = ""
    start: str = ""
    under: str = ""


@dataclass(frozen=True)
class Guest:
    """One line of the sheet. The telephone is given whole and printed masked."""

    name: str
    sex: str = ""
    age: str = ""
    village: str = ""
    phone: str = ""
    categories: str = ""
    time: str = ""
    note: str = ""


_COLUMNS = (
    (N_("No."), 9, None),
    (N_("Name"), 26, "name"),
    (N_("Sex"), 9, "sex"),
    (N_("Age"), 10, "age"),
    (N_("Village or community"), 25, "village"),
    (N_("Telephone"), 26, "phone"),
    (N_("Category"), 25, "categories"),
    (N_("Came at"), 15, "time"),
    (N_("Signature"), 20, None),
    (N_("Remarks"), 17, "note"),
)
_LARGE_COLUMNS = (
    (N_("No."), 15, None),
    (N_("Name"), 62, "name"),
    (N_("Village or community"), 52, "village"),
    (N_("Telephone"), 52, "phone"),
    (N_("Signature"), 56, None),
    (N_("Remarks"), 26, "note"),
)
_UNSAID = frozenset(("403", "404", "405"))
"""Categories that a sheet lying on the table does not say: mental disorder, community correction, drugs."""
_PROXY = N_("□ proxy")
_EVERY = (N_("Sex"), N_("Age"), N_("No."), N_("Came at"))


@dataclass(frozen=True)
class _Look:
    columns: tuple
    kind: Type
    head: Type
    row: float
    wide: bool
    rows: int
    heads: float
    note: Type


_NORMAL = _Look(_COLUMNS, CELL, BODY, 8.6 * mm, False, 22, 9, SMALL)
_LARGE = _Look(
    _LARGE_COLUMNS, Type("serif", 15, 20), Type("sans", 13, 18), 13 * mm, True, 8, 13, SMALL.but(size=12, leading=17)
)


def signin_pdf(
    event: Event,
    guests=(),
    *,
    station: str,
    language: Language,
    large: bool = False,
    others: int | None = None,
    pages: int = 1,
    made: datetime | None = None,
    tick=silent,
) -> bytes:
    """The sheet: with `guests` filled in and counted page by page, without them so many blank `pages`.

    `large` prints big letters and high rows for old eyes. `others` are those who came and are not named.
    """
    name = language.text(N_("Sign-in sheet"))
    paper = Paper(language, f"{name} {event.name}"[:80], station, made=made, wide=large)
    look = _fitted(_LARGE if large else _NORMAL, guests, paper)
    sheets = _pages(guests, pages, look, language)
    story, so_far = [], 0
    for page, rows in enumerate(sheets):
        so_far += len(rows)
        counts = (len(rows), so_far) if guests else (None, None)
        last = page == len(sheets) - 1
        story += [PageBreak()] if page else []
        story += _sheet(event, rows, counts, others if last else None, look, paper)
    return pdf(paper, story, tick)


def _fitted(look, guests, paper):
    """The look with columns as wide as the paper, in which no word said of these guests is broken."""
    lines = [_line(look, guest, number, paper.language) for number, guest in enumerate(guests, 1)]
    scale = paper.width / sum(width for _, width, _ in look.columns)
    widths = whole_words(lines, [width * scale for _, width, _ in look.columns], [look.kind] * len(look.columns))
    columns = zip(look.columns, widths, strict=True)
    return replace(look, columns=tuple((word, width, key) for (word, _, key), width in columns))


def _line(look, guest, number, language):
    shown = {**guest.__dict__, "phone": masked(guest.phone), "note": guest.note or language.text(_PROXY)}
    return [shown[key] if key else (str(number) if at == 0 else "") for at, (_, _, key) in enumerate(look.columns)]


def _blank(look, number, language):
    return [str(number)] + [""] * (len(look.columns) - 2) + [language.text(_PROXY)]


def _pages(guests, pages, look, language):
    """The lines of each page; the sum below stands on the same page."""
    if not guests:
        numbers = range(1, pages * look.rows + 1)
        return on_pages([_blank(look, number, language) for number in numbers], lambda _line: 1, look.rows)
    lines = [_line(look, guest, number, language) for number, guest in enumerate(guests, 1)]
    return on_pages(lines, lambda line: _high(line, look), look.rows * look.row)


def _high(line, look):
    """A long name makes its row higher."""
    widths = [width - 6 for _, width, _ in look.columns]
    lines = (len(lines_of(text, look.kind, width)) for text, width in zip(line, widths, strict=True))
    return max(look.row, max(lines) * look.kind.leading + 5)


def _sheet(event, rows, counts, others, look, paper):
    say = paper.language.text
    heads = [say(word) for word, _, _ in look.columns]
    widths = [width for _, width, _ in look.columns]
    kinds = [look.kind.but(align="centre") if word in _EVERY else look.kind for word, _, _ in look.columns]
    table = grid([heads, *rows], widths, kinds=kinds, least=look.row, head_size=look.heads)
    return [*title(say(N_("Sign-in sheet")), paper.station), *_head(event, look, paper), gap(1.5 * mm), table, *_foot(
        counts, others, look, paper
    )]  # fmt: skip


def _head(event, look, paper):
    say, half = paper.language.text, paper.width / 2
    day = f"{event.day:%Y-%m-%d} {event.start}".strip() if event.day else "　　　　　年　　月　　日"
    called = N_("Name of the group: {name}") if event.under else N_("Activity: {name}")
    rows = [
        (say(called, name=f"{event.name} {event.under}".strip()), "", say(N_("Date: {day}"), day=day)),
        (say(N_("Place: {place}"), place=event.place), "", say(N_("Recorded by: {name}"), name=event.keeper)),
    ]
    return [plain(rows, [half * 1.2, half * 0.06, half * 0.74], [look.head] * 3, above=True)]


def _foot(counts, others, look, paper):
    say = paper.language.text
    here, so_far = ("" if count is None else paper.language.number(count) for count in counts)
    fields = [
        (say(N_("On this page:")), here),
        (say(N_("So far:")), so_far),
        (say(N_("Not named:")), "" if others is None else paper.language.number(others)),
        (say(N_("Worker:")), ""),
    ]
    note = say(N_("Who signs for another ticks “proxy”. Children are signed for by those who brought them."))
    kind = LABEL.but(size=12 if look.wide else 10)
    return [Signatures(fields, 4, kind), Prose(note, look.note)]


def guest(person, day, language: Language, name: str = "", proxy: str | None = None) -> Guest:
    """The line of a person on file, as old as on `day`; of a newcomer the `name` alone. `proxy` signed on behalf."""
    note = language.text(N_("on behalf: {name}"), name=proxy) if proxy else ""
    if person is None:
        return Guest(name or "", note=note)
    questions = person.questions()
    age = person.age(day) if day else None
    return Guest(
        person.name or "",
        questions["sex"].show(person.sex, language),
        "" if age is None else str(age),
        person.village or "",
        person.phone or "",
        questions["categories"].show(tuple(one for one in person.categories or () if one not in _UNSAID), language),
        note=note,
    )
