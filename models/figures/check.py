"""Checks between figures (勾稽). An identity that does not hold blocks the signature until it is mended; what is only
unlikely is a warning that takes a written reason, which is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from models.figures.cases import UNDATED
from models.figures.figure import TIME, month_of
from models.figures.table import BY_NUMBER
from resources.language import N_


@dataclass(frozen=True)
class Check:
    """One check: `code` names it for good, `number` is the row to look at, `values` holds both sides.

    `record` is the (table, row) to open first where one record is known to be behind it.
    """

    code: str
    number: str
    sentence: str
    values: dict = field(default_factory=dict)
    blocks: bool = False
    holds: bool = True
    record: tuple[str, UUID] | None = None

    def say(self, language) -> str:
        """The sentence with both sides as they are printed."""
        figure = BY_NUMBER[self.number]
        shown = {name: side if type(side) is str else figure.show(side, language) for name, side in self.values.items()}
        return language.text(self.sentence, **shown)


def checks(table, annexes=(), before: dict | None = None) -> list[Check]:
    """Every check whose figures are there, those that do not hold first.

    `before` holds the signed month before as {number: line of its JSON}; with it months are checked against each other.
    """
    found = [*_balances(table), *_bounds(table), *_totals(annexes), *_groups(table)]
    if before is not None:
        found += [*_carried(table, before), *_jumps(table, before)]
    return by_weight(found)


def by_weight(found) -> list[Check]:
    """Those that do not hold first, and of these what blocks."""
    return sorted(found, key=lambda check: (check.holds, not check.blocks))


def broken(found) -> list[Check]:
    return [check for check in found if not check.holds]


def _values(table, *numbers):
    """The values of these rows, or None where one has no number."""
    lines = [table.by_number[number] for number in numbers]
    return [line.value for line in lines] if all(line.state == "number" for line in lines) else None


def _balances(table) -> Iterator[Check]:
    if found := _values(table, "19", "15", "16", "17", "18"):
        end, start, opened, closed, transferred = found
        values = {"left": end, "right": start + opened - closed - transferred}
        yield _cases(table, values)
    if found := _values(table, "2", "2.1", "2.2", "2.3"):
        values = {"left": found[0], "right": sum(found[1:])}
        yield _identity("staff.levels", "2", N_("Row 2 is {left}; its levels make {right}."), values)


def _cases(table, values):
    """The balance of cases; a case that is closed on no day of any month is what breaks it."""
    found = _identity("cases.balance", "19", N_("Row 19 is {left}; rows 15 + 16 − 17 − 18 make {right}."), values)
    undated = [] if found.holds else behind(UNDATED, table)
    if not undated:
        return found
    sentence = N_("Row 19 is {left}; rows 15 + 16 − 17 − 18 make {right}. Closed without a closing date: {undated}.")
    values = values | {"undated": str(len(undated))}
    return replace(found, sentence=sentence, values=values, record=undated[0])


def behind(figure, table, amount=None) -> list[tuple[str, UUID]]:
    """(table, row) of each record behind a figure in the month of a table; only those of `amount` where given."""
    rows = figure.rows(table.station, month_of(table.month, table.until))
    return [(name, UUID(bytes=bytes(row))) for name, row, *_, counted in rows if amount in (None, counted)]


def _identity(code, number, sentence, values):
    return Check(code, number, sentence, values, blocks=True, holds=values["left"] == values["right"])


_AT_MOST = (
    ("staff.certified", "2", "1", N_("Row 2 ({left}) is at most row 1 ({right}).")),
    ("visits.outings", "7", "8", N_("Row 7 ({left} outings) is at most row 8 ({right} household visits).")),
    ("visits.households", "9", "8", N_("Row 9 ({left} households) is at most row 8 ({right} household visits).")),
    ("visits.solved", "14", "13", N_("Row 14 ({left}) is at most row 13 ({right}).")),
    ("groups.persons", "31", "30", N_("Row 31 ({left} people) is at most row 30 ({right} person-times).")),
    ("activities.charity", "35.1", "33", N_("Row 35.1 ({left}) is at most row 33 ({right}).")),
    ("activities.charity.attendances", "35.2", "34", N_("Row 35.2 ({left}) is at most row 34 ({right}).")),
    ("campaigns", "37.1", "33", N_("Row 37.1 ({left}) is at most row 33 ({right}).")),
    ("campaigns.attendances", "37.2", "34", N_("Row 37.2 ({left}) is at most row 34 ({right}).")),
    ("spent.staff", "77", "76", N_("Row 77 ({left}) is at most row 76 ({right}).")),
)


def _bounds(table) -> Iterator[Check]:
    for code, less, more, sentence in _AT_MOST:
        if found := _values(table, less, more):
            values = dict(zip(("left", "right"), found, strict=True))
            yield Check(code, less, sentence, values, blocks=True, holds=found[0] <= found[1])


def _totals(annexes) -> Iterator[Check]:
    for annex in annexes:
        for place, column in enumerate(annex.columns):
            if column.additive and annex.total[place] is not None:
                values = {
                    "number": annex.number,
                    "row": column.figure.number,
                    "left": sum(line.values[place] or 0 for line in annex.lines),
                    "right": annex.total[place],
                }
                sentence = N_("In annex {number}, the lines make {left}; row {row} is {right}.")
                yield _identity(f"annex.{annex.number}.{column.figure.id}", column.figure.number, sentence, values)


def _groups(table) -> Iterator[Check]:
    if found := _values(table, "26", "29"):
        running, held = found
        sentence = N_("{left} groups were running; {right} sessions were written down.")
        holds = held > 0 or not running
        record = None if holds else next(iter(behind(BY_NUMBER["26"], table)), None)
        yield Check("groups.idle", "29", sentence, {"left": running, "right": held}, holds=holds, record=record)


def _carried(table, before) -> Iterator[Check]:
    """What was signed last month leads into this one, unless something was entered late."""
    if (found := _values(table, "15")) and type(signed := before.get("19", {}).get("value")) is int:
        values = {"left": found[0], "right": signed}
        sentence = N_("Row 15 is {left}; the month before was signed with {right} in row 19.")
        yield Check("cases.carried", "15", sentence, values, holds=found[0] == signed)
    if table.month.endswith("-01"):
        return
    for line in table.lines:
        signed = before.get(line.number, {}).get("year")
        if TIME in line.figure.additive and line.year is not None and line.value is not None and type(signed) is int:
            values = {"row": line.number, "left": line.year, "right": signed + line.value}
            sentence = N_("Row {row}: the year so far is {left}; what was signed and this month make {right}.")
            yield Check(f"year.{line.id}", line.number, sentence, values, holds=values["left"] == values["right"])


_JUMPING = ("8", "11", "20", "30", "34")
_SMALL = 10


def _jumps(table, before) -> Iterator[Check]:
    for number in _JUMPING:
        line, last = table.by_number[number], before.get(number, {}).get("value")
        if line.value is None or type(last) is not int or max(line.value, last) < _SMALL:
            continue
        values = {"row": number, "left": line.value, "right": last}
        sentence = N_("Row {row} is {left}; the month before it was {right}.")
        holds = line.value <= 3 * last and last <= 3 * line.value
        yield Check(f"jump.{line.id}", number, sentence, values, holds=holds)
