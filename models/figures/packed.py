"""The table and its annexes as JSON: in words and units for the command line, as whole numbers for a signed month."""


def as_json(table, annexes, language) -> dict:
    """{"month", "figures": [{"number", "id", "label", "unit", "value", "state", …}], "annexes": {"1": …}}.

    Each value is in the unit that stands beside it, as printed: hours and shares with one decimal, all else whole.
    """
    return {
        "month": table.month,
        "until": table.until.isoformat(),
        "figures": [_line(line, language) for line in table.lines],
        "annexes": {annex.number: _annex(annex, language) for annex in annexes},
    }


def as_kept(table, annexes) -> dict:
    """What a signed month keeps: numbers and codes without words, so that it reads the same in every language.

    Numbers are whole, so that every program writes the same bytes: minutes for hours, tenths of a percent for shares.
    """
    return {
        "month": table.month,
        "until": table.until.isoformat(),
        "figures": [_cells(line) for line in table.lines],
        "annexes": {annex.number: _annex_cells(annex) for annex in annexes},
    }


def _cells(line):
    names = ("number", "id", "state", "value", "last", "last_state", "year", "year_state")
    return {name: getattr(line, name) for name in names}


def _annex_cells(annex):
    return {
        "columns": [column.figure.number for column in annex.columns],
        "lines": [[line.code, list(line.values)] for line in annex.lines],
        "total": list(annex.total),
    }


def _line(line, language):
    words = {"label": language.text(line.label), "unit": language.text(line.unit)}
    return _cells(line) | words | {name: line.figure.in_unit(getattr(line, name)) for name in ("value", "last", "year")}


def _annex(annex, language):
    return {
        "title": language.text(annex.title),
        "columns": [
            {
                "number": column.figure.number,
                "label": language.text(column.label),
                "unit": language.text(column.unit),
                "additive": column.additive,
            }
            for column in annex.columns
        ],
        "lines": [
            {"code": line.code, "label": annex.name(line, language), "values": _in_units(annex, line.values)}
            for line in annex.lines
        ],
        "total": _in_units(annex, annex.total),
    }


def _in_units(annex, values):
    return [column.figure.in_unit(value) for column, value in zip(annex.columns, values, strict=True)]
