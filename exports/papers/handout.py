"""The list of goods handed out (物资发放领取表): blank for the table, or one line for each who received something."""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.layout.answers import caption
from exports.layout.document import BODY, CELL, LABEL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.grids import grid, on_pages, plain
from exports.layout.prose import Prose, lines_of
from models.files import silent
from resources.language import N_, Language

_ROW, _ROWS = 9.4 * mm, 20
_COLUMNS = (
    (N_("No."), 9),
    (N_("Name"), 25),
    (N_("Last four of the ID number"), 18),
    (N_("Goods"), 31),
    (N_("Quantity"), 17),
    (N_("Value (yuan)"), 20),
    (N_("Signature or fingerprint"), 28),
    (N_("Received on behalf by"), 28),
)
_CENTRE = CELL.but(align="centre")
_RIGHT = CELL.but(align="right")
_KINDS = (_CENTRE, CELL, _CENTRE, CELL, _CENTRE, _RIGHT, CELL, CELL)


@dataclass(frozen=True)
class Occasion:
    """What the goods were handed out at: an activity or any other day."""

    name: str = ""
    day: date | None = None
    place: str = ""
    keeper: str = ""


@dataclass(frozen=True)
class Given:
    """One line: who, the last four of the ID number, what, how much, worth how many fen, who received it instead."""

    name: str
    last_four: str = ""
    goods: str = ""
    quantity: str = ""
    value: int | None = None
    proxy: str = ""


def handout_pdf(
    occasion: Occasion, rows=(), *, station: str, language: Language, pages: int = 1, made: datetime | None = None,
    tick=silent,
) -> bytes:  # fmt: skip
    """The list with `rows` filled in, summed page by page; without them so many blank `pages`."""
    name = language.text(N_("List of goods handed out"))
    paper = Paper(language, f"{name} {occasion.name}".strip()[:80], station, made=made)
    return pdf(paper, _story(occasion, rows, pages, paper), tick)


def list_story(records, *, language: Language, station: str, whole: bool = False) -> list:
    """The list of what was handed out at one activity, as a part of its file; it has no number that `whole` prints."""
    activity = records[0].linked("activity")
    keeper = caption("staff", activity.worker) if activity.worker else ""
    occasion = Occasion(activity.caption(), activity.day, activity.place or "", keeper)
    return _story(occasion, [given(one, language) for one in records], 1, Paper(language, "", station))


def _story(occasion, rows, pages, paper):
    language = paper.language
    if rows:
        lines = [(_line(row, number, language), row.value) for number, row in enumerate(rows, 1)]
        sheets = on_pages(lines, lambda line: _high(line[0]), _ROWS * _ROW)
    else:
        sheets = [[([str(page * _ROWS + n + 1)] + [""] * 7, None) for n in range(_ROWS)] for page in range(pages)]
    story, count, worth = [], 0, 0
    for page, lines in enumerate(sheets):
        count, worth = count + len(lines), worth + sum(value or 0 for _line, value in lines)
        sums = (len(lines), sum(value or 0 for _line, value in lines), count, worth) if rows else None
        story += [PageBreak()] if page else []
        story += _sheet(occasion, [line for line, _value in lines], sums, paper)
    return story


def _line(row, number, language):
    value = "" if row.value is None else language.money(row.value)
    return [str(number), row.name, row.last_four, row.goods, row.quantity, value, "", row.proxy]


def _high(line):
    """A long name makes its row higher."""
    widths = [width * mm - 6 for _, width in _COLUMNS]
    lines = (len(lines_of(text, CELL, width)) for text, width in zip(line, widths, strict=True))
    return max(_ROW, max(lines) * CELL.leading + 5)


def _sheet(occasion, lines, sums, paper):
    say = paper.language.text
    widths = [width * mm for _, width in _COLUMNS]
    scale = paper.width / sum(widths)
    table = grid(
        [[say(word) for word, _ in _COLUMNS], *lines], [width * scale for width in widths], kinds=_KINDS, least=_ROW
    )
    name = say(N_("List of goods handed out"))
    return [*title(name, paper.station), *_head(occasion, paper), gap(1.5 * mm), table, *_foot(sums, paper)]


def _head(occasion, paper):
    say, half = paper.language.text, paper.width / 2
    day = f"{occasion.day:%Y-%m-%d}" if occasion.day else "　　　　　年　　月　　日"
    rows = [
        (say(N_("Occasion: {name}"), name=occasion.name), "", say(N_("Date: {day}"), day=day)),
        (say(N_("Place: {place}"), place=occasion.place), "", say(N_("Handed out by: {name}"), name=occasion.keeper)),
    ]
    return [plain(rows, [half * 1.2, half * 0.06, half * 0.74], [BODY] * 3, above=True)]


def _foot(sums, paper):
    language = paper.language
    here, worth, so_far, in_all = sums or (None,) * 4
    counted = N_("{people} people, {money} yuan")
    said = [
        "" if sums is None else language.text(counted, people=language.number(people), money=language.money(money))
        for people, money in ((here, worth), (so_far, in_all))
    ]
    fields = [
        (language.text(N_("Total on this page:")), said[0]),
        (language.text(N_("Total so far:")), said[1]),
        (language.text(N_("Handed out by:")), ""),
        (language.text(N_("Checked by:")), ""),
    ]
    note = N_("Who receives on behalf writes the own name in the last column and signs.")
    return [Signatures(fields, 2, LABEL.but(size=10)), Prose(language.text(note), SMALL)]


def given_of(store, activity_id, language: Language) -> list[Given]:
    """What was handed out at an activity, in the order it was written down."""
    with store:
        row = store.tables["hand_out"]
        return [given(one, language) for one in row.alive().where(row.activity == activity_id).order_by(row.id)]


def given(row, language: Language) -> Given:
    """The line of one record of goods handed out."""
    quantity = f"{language.number(row.quantity)} {row.unit or ''}".strip() if row.quantity is not None else ""
    person = row.linked("person")
    name = (person.name if person else row.name) or ""
    return Given(name, row.last_four or "", row.goods or "", quantity, row.value, _proxy(row, language))


def _proxy(row, language):
    """Who received it; the list calls a daughter 女, which alone would be read as a sex."""
    if row.sign != "proxy":
        return ""
    if not row.relation:
        return row.proxy or ""
    relation = row.questions()["relation"].show(row.relation, language)
    return language.text(N_("{name} (relation: {relation})"), name=row.proxy or "", relation=relation)
