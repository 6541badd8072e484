"""Pictures on paper stand in even rows, each row of one height and no wider than its cell."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from exports.layout.document import BODY
from exports.layout.form_pictures import picture_rows


def picture(wide, high):
    file = io.BytesIO()
    Image.new("RGB", (wide, high)).save(file, "JPEG")
    return file.getvalue(), ""


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (7, [2, 2, 3])])
def test_pictures_are_shared_out_evenly(count, rows):
    found = picture_rows([picture(40, 30)] * count, BODY)
    assert [len(row.pictures) for row in found] == rows


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 400)), min_size=1, max_size=6))
def test_a_row_has_one_height_and_keeps_the_shapes_within_its_width(sizes):
    for row in picture_rows([picture(*size) for size in sizes], BODY):
        width, height = row.wrap(400, 800)
        assert {high for _wide, high in row.sizes} == {height} and height <= row.high
        assert sum(wide for wide, _high in row.sizes) <= width + 0.01
        for shown, (wide, high) in zip(row.pictures, row.sizes, strict=True):
            assert wide / high == pytest.approx(shown.width / shown.height)
