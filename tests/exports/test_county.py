"""The county's table: each station's figures as signed, who is missing, what a total is."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from exports.month import county
from hub.consolidate import Cell, Column, CountyTable, Row
from models.figures import FIGURES
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

EN = Language("en")


def table(count=3, missing=(1,)):
    columns = tuple(
        Column(uuid4(), f"王𠮷明站{n}", n not in missing, None if n in missing else date(2026, 10, 2))
        for n in range(count)
    )
    return CountyTable("2026-09", columns, tuple(_row(figure, columns) for figure in FIGURES))


def _row(figure, columns):
    cells = tuple(
        Cell(None, "unreported")
        if not column.reported
        else Cell(1000 + place, "number")
        if figure.number != "6"
        else Cell(None, "not_kept")
        for place, column in enumerate(columns)
    )
    return Row(figure, cells, sum(cell.value or 0 for cell in cells) if figure.number != "6" else None, "sum")


def paper(made):
    return county.county_pdf(made, county="历下区社会工作总站", language=EN)


def test_each_station_stands_with_its_figures_and_the_total_says_of_how_many(tmp_path):
    made = table()
    data = paper(made)
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path)
    for words in ("王𠮷明站0", "王𠮷明站2", "1,000", "1,002", "2,002", "Total(2/3stations)", "历下区社会工作总站"):
        assert words in text


def test_who_has_not_reported_is_named_and_is_no_zero(tmp_path):
    text = text_of(paper(table()), tmp_path)
    assert "Notreported(1):王𠮷明站1" in text
    assert "notreported" in text


@pytest.mark.parametrize("count", [0, 1, 40])
def test_no_station_one_and_forty_print(count, tmp_path):
    data = paper(table(count, missing=()))
    assert is_clean(data, tmp_path)
    assert text_of(data, tmp_path).count("Allstationshavereported") == 1
    assert pages_of(data, tmp_path) >= 1 + -(-count // 9)


def test_a_recount_that_differs_is_marked_and_explained(tmp_path):
    made = table()
    rows = [
        replace(row, cells=(Cell(1000, "number", 999), *row.cells[1:])) if row.figure.number == "8" else row
        for row in made.rows
    ]
    text = text_of(paper(replace(made, rows=tuple(rows))), tmp_path)
    assert "1,000*" in text
    assert "*王𠮷明站0,row8:signed1,000,recountedbythecounty999." in text


def test_figures_that_are_not_those_signed_are_named(tmp_path):
    made = table()
    columns = (replace(made.columns[0], whole=False), *made.columns[1:])
    assert "王𠮷明站0:thefiguresarenotthosethatweresigned" in text_of(paper(replace(made, columns=columns)), tmp_path)


def test_the_check_code_follows_the_figures():
    made = table()
    code = county.check_code(made)
    rows = (replace(made.rows[0], total=5), *made.rows[1:])
    assert county.check_code(made) == code
    assert county.check_code(replace(made, rows=rows)) != code
