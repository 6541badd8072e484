"""The county's table: stations beside each other, from the months they signed.

What a station signed is what counts. Beside it stands our own recount over what we may see of its records, up to the
last day that was signed, where that is enough; a difference is shown, never settled silently. A station that has not
reported is not a zero, and counts of persons are never summed: each person counts once in the county, known by the
pseudonym of the identity number.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hub import boards
from models.figures import FIGURES, Figure
from models.figures.figure import STATIONS, Period, month_of
from models.figures.signing import is_whole, lines_of, until_of, versions
from models.files import silent

NUMBER, UNREPORTED = "number", "unreported"
SUM, DISTINCT, SHARE, NONE = "sum", "distinct", "share", "none"


@dataclass(frozen=True)
class Column:
    """One station: whether its signed month is here, when it was signed, the version (from 2 on a correction).

    `whole` is False where the figures are not those whose digest was signed beside them; `until` is the last day they
    count, None where they do not say.
    """

    unit: UUID
    name: str
    reported: bool
    signed: date | None = None
    version: int = 0
    digest: str = ""
    whole: bool = True
    until: date | None = None


@dataclass(frozen=True)
class Cell:
    """One figure of one station as signed; `state` as in the month's table, or "unreported".

    `recount` is ours, None where our view is not enough or the station has not reported.
    """

    value: int | None
    state: str
    recount: int | None = None

    @property
    def differs(self) -> bool:
        return self.recount is not None and self.state == NUMBER and self.recount != self.value


@dataclass(frozen=True)
class Row:
    """One figure across the stations that reported.

    `how` says what `total` is: the "sum" of what was signed, "distinct" persons or a "share" of all, both recounted
    from the records we see; "none" where a total would be wrong or is not known.
    """

    figure: Figure
    cells: tuple[Cell, ...]
    total: int | None
    how: str

    @property
    def differs(self) -> bool:
        return any(cell.differs for cell in self.cells)


@dataclass(frozen=True)
class CountyTable:
    """A month of the county: `reported` of `expected` stations."""

    month: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def expected(self) -> int:
        return len(self.columns)

    @property
    def reported(self) -> int:
        return sum(column.reported for column in self.columns)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the stations that have not reported."""
        return tuple(column.name for column in self.columns if not column.reported)

    def row(self, number: str) -> Row:
        return next(row for row in self.rows if row.figure.number == number)

    @property
    def persons(self) -> int | None:
        """Persons on file in the county, each counted once."""
        return self.row("3").total


def county_table(store, month: str, tick=silent) -> CountyTable:
    """The table of `month` ("2026-09") over all stations trusted here."""
    with store:
        stations = boards.stations(store)
        signed = [versions(state.peer.unit, month) for state in stations]
        columns = tuple(_column(state, found) for state, found in zip(stations, signed, strict=True))
        said = [_said(found[-1]) if found else None for found in signed]
        periods = {column.unit: month_of(month, column.until or store.today()) for column in columns}
        people, rows = _people(store), []
        for done, figure in enumerate(FIGURES):
            tick(done, len(FIGURES))
            rows.append(_row(figure, columns, said, periods, people))
        tick(len(FIGURES), len(FIGURES))
        return CountyTable(month, columns, tuple(rows))


def _column(state, found):
    if not found:
        return Column(state.peer.unit, state.name, False)
    last = found[-1]
    digest, whole = last.digest or "", is_whole(last)
    return Column(state.peer.unit, state.name, True, last.day, len(found), digest, whole, until_of(last))


def _said(record) -> dict[str, tuple[int | None, str]]:
    """Figure number → (value, state) of a signed month; lines that are no such thing are left out."""
    found = {}
    for number, line in lines_of(record).items():
        value, state = line.get("value"), line.get("state")
        if type(state) is str and (value is None or type(value) is int):
            found[number] = (value, state)
    return found


def _row(figure, columns, said, periods, people):
    cells = tuple(_cell(figure, column, one, periods) for column, one in zip(columns, said, strict=True))
    reported = {column.unit: periods[column.unit] for column in columns if column.reported}
    values = [cell.value for cell in cells if cell.state == NUMBER]
    if not values:
        return Row(figure, cells, None, NONE)
    if STATIONS in figure.additive:
        return Row(figure, cells, sum(values), SUM)
    if any(cell.recount is None for cell in cells if cell.state == NUMBER):
        return Row(figure, cells, None, NONE)
    if figure.is_share:
        return Row(figure, cells, _share(figure, reported), SHARE)
    if figure.measure == "distinct":
        return Row(figure, cells, _distinct(figure, reported, people), DISTINCT)
    return Row(figure, cells, None, NONE)


def _cell(figure, column, said, periods: dict[UUID, Period]):
    if said is None:
        return Cell(None, UNREPORTED)
    value, state = said.get(figure.number, (None, "not_kept"))
    return Cell(value, state, figure.count(column.unit, periods[column.unit]))


def _share(figure, periods):
    parts = [figure.parts(unit, period) for unit, period in periods.items() if not period.is_empty]
    return figure.value_of(sum(under for _, under in parts), sum(amount for amount, _ in parts), None)


def _distinct(figure, periods, people):
    keys = {_hex(key) for unit, period in periods.items() for *_, key, _ in figure.rows(unit, period)}
    return len({people.get(key, key) for key in keys})


def _hex(key):
    return key if isinstance(key, str) else bytes(key).hex()


def _people(store) -> dict[str, str]:
    """Row of a person, or of a volunteer on file as one → the person's pseudonym, where there is one."""
    person, volunteer = store.tables["person"], store.tables["volunteer"]
    found = {one.id.hex: one.match for one in person.select(person.id, person.match) if one.match}
    for one in volunteer.select(volunteer.id, volunteer.person):
        if one.person and one.person.hex in found:
            found[one.id.hex] = found[one.person.hex]
    return found
