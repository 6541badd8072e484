"""Table and annexes as JSON for other programs: numbers as printed, each with its state."""

from models.figures.annexes import Annex, annexes
from models.figures.table import FORM, Line, Table


def as_json(table: Table, language) -> dict:
    """{"form", "month", "until", "figures": [...], "annexes": [...]}; docs/commands.md gives the shape.

    A `value` is None unless `state` is "number"; hours and percentages have one decimal.
    """
    return {
        "form": FORM,
        "month": table.month,
        "until": table.until.isoformat(),
        "figures": [_line(line, language) for line in table.rows],
        "annexes": [_annex(annex, language) for annex in annexes(table)],
    }


def _line(line: Line, language):
    return {
        "number": line.number,
        "id": line.id,
        "label": language.text(line.label),
        "unit": language.text(line.unit),
        "value": line.figure.plain(line.value),
        "state": line.state,
        "last": line.figure.plain(line.last),
        "year": line.figure.plain(line.year),
    }


def _annex(annex: Annex, language):
    return {
        "number": annex.number,
        "title": language.text(annex.title),
        "columns": [
            {
                "label": language.text(column.figure.label),
                "unit": language.text(column.figure.unit),
                "total": column.figure.plain(column.total),
                "adds": column.adds,
            }
            for column in annex.columns
        ],
        "rows": [{"label": row.caption(language), "values": list(row.values)} for row in annex.rows],
    }
