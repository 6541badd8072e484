"""The table and its annexes as JSON: for the command line, for a signed month, for the county."""


def as_json(table, annexes, language) -> dict:
    """{"month", "figures": [{"number", "id", "label", "unit", "value", "state", …}], "annexes": {"1": …}}.

    Values are whole numbers: minutes for hours, tenths of a percent for shares.
    """
    return {
        "month": table.month,
        "until": table.until.isoformat(),
        "figures": [_line(line, language) for line in table.lines],
        "annexes": {annex.number: _annex(annex, language) for annex in annexes},
    }


def _line(line, language):
    return {
        "number": line.number,
        "id": line.id,
        "label": language.text(line.label),
        "unit": language.text(line.unit),
        "value": line.value,
        "state": line.state,
        "last": line.last,
        "year": line.year,
    }


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
            {"code": line.code, "label": annex.name(line, language), "values": list(line.values)}
            for line in annex.lines
        ],
        "total": list(annex.total),
    }
