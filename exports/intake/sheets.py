"""The cells of a foreign workbook, brought over from the bounded process that reads it."""

import json
import os
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from exports.intake import bounded, refusals, worker
from models.files import said_in_words, silent


@dataclass
class Sheet:
    """One sheet: `rows[n]` is row n + 1 of the file; blank cells are None, dates are dates, times of day timedeltas."""

    name: str
    rows: list[list]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass
class Sheets:
    """What stands in a file; `name` is its name without the folder, for sentences."""

    name: str
    sheets: list[Sheet]


def read_sheets(path, tick=silent) -> Sheets:
    """The sheets of an xlsx, xls, ods or csv file, told by content.

    Raises a UserError L-101 … L-109 for a file that may not be read, U-1xx when it cannot be opened, and whatever
    `tick` raises; the reading process is ended then.
    """
    path = Path(path)
    with said_in_words(path.name), open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > worker.FILE:
            raise refusals.TooLarge(name=path.name)
        answer = _ask_worker(file, path.name, tick)
    if "refused" in answer:
        raise refusals.BY_CODE[answer["refused"]](name=path.name)
    sheets = [_sheet(found) for found in answer["sheets"]]
    if not any(sheet.rows for sheet in sheets):
        raise refusals.Empty(name=path.name)
    return Sheets(path.name, sheets)


def _ask_worker(file, name, tick) -> dict:
    """What the worker says about `file`, as JSON."""
    try:
        said, ended = bounded.ask(worker, "read-workbook", file, tick)
    except bounded.OutOfTime:
        raise refusals.TooSlow(name=name) from None
    return _parsed(said, ended, name)


def _parsed(said, ended, name) -> dict:
    """The answer. A worker that was killed met a cap, which no ledger does; one that stumbled met a damaged file."""
    try:
        return json.loads(said)
    except ValueError:
        raise (refusals.Damaged if ended > 0 else refusals.TooLarge)(name=name) from None


def _sheet(found) -> Sheet:
    return Sheet(
        found["name"],
        [[_cell(cell) for cell in row] for row in found["rows"]],
        [tuple(area) for area in found["merged"]],
    )


def _cell(cell):
    if not isinstance(cell, dict):
        return cell
    if "t" in cell:
        return timedelta(seconds=cell["t"])
    moment = datetime.fromisoformat(cell["d"])
    return moment if moment.time() != datetime.min.time() else date(moment.year, moment.month, moment.day)
