"""Foreign pictures: made small and plain by a process of its own; what is no picture gets a sentence."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from exports.intake import picture_worker
from exports.intake.pictures import DamagedImage, NotAPicture, PictureTooLarge, picture_of_bytes, picture_of_file
from models.errors import Cancelled, UserError

SECRET = "GPS 26.5 101.7 莫小满"


def _photo(size=(4000, 3000), kind="JPEG", mode="RGB", **options):
    file = io.BytesIO()
    Image.new(mode, size, "teal" if mode == "RGB" else (0, 128, 128, 0)).save(file, kind, **options)
    return file.getvalue()


def _with_facts(orientation=1):
    facts = Image.Exif()
    facts[0x010E], facts[0x0112] = SECRET, orientation
    return _photo(exif=facts, comment=SECRET.encode())


def test_what_comes_out_is_small_and_knows_nothing_of_place_or_camera(tmp_path):
    path = tmp_path / "照片.jpg"
    path.write_bytes(_with_facts())
    kept = picture_of_file(path)
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.format == "JPEG" and picture.size == (1600, 1200)
        assert not picture.getexif() and "exif" not in picture.info and "comment" not in picture.info
    assert SECRET.encode() not in kept and b"Exif" not in kept


_TURNS = (
    None, None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_270,
)  # fmt: skip


def _red_at_upper_left(size=(800, 400)):
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    return picture


def _stands_upright(data, size=(800, 400)):
    """Whether what is kept shows the red quarter where it belongs, and white beside and below."""
    with Image.open(io.BytesIO(data)) as picture:
        wide, high = picture.size
        at = [picture.getpixel(place) for place in ((wide // 8, high // 8), (wide - 9, 9), (9, high - 9))]
    return (wide, high) == size and [green > 200 for _red, green, _blue in at] == [False, True, True]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_however_the_telephone_was_held(orientation):
    picture, facts, file = _red_at_upper_left(), Image.Exif(), io.BytesIO()
    facts[0x0112] = orientation
    taken = picture if orientation == 1 else picture.transpose(_TURNS[orientation])
    taken.save(file, "JPEG", exif=facts)
    assert _stands_upright(picture_of_bytes(file.getvalue()))


@pytest.mark.parametrize(
    "mode, kind, options",
    [
        ("CMYK", "JPEG", {}), ("LAB", "TIFF", {}), ("P", "PNG", {}), ("RGB", "TIFF", {"compression": "tiff_lzw"}),
        ("RGB", "GIF", {"save_all": True}), ("RGB", "WEBP", {"save_all": True}), ("RGB", "JPEG", {"progressive": True}),
    ],
)  # fmt: skip
def test_colours_of_printers_and_pictures_that_move_become_one_plain_picture(mode, kind, options):
    file = io.BytesIO()
    more = [Image.new("RGB", (800, 400), "blue")] * 3 if "save_all" in options else []
    _red_at_upper_left().convert(mode).save(file, kind, **options, **({"append_images": more} if more else {}))
    assert _stands_upright(picture_of_bytes(file.getvalue()))


def test_a_grey_scan_of_sixteen_bits_keeps_its_greys():
    for grey in (3_000, 30_000, 60_000):
        file = io.BytesIO()
        Image.new("I;16", (300, 200), grey).save(file, "PNG")
        with Image.open(io.BytesIO(picture_of_bytes(file.getvalue()))) as picture:
            assert abs(picture.getpixel((100, 100))[0] - grey // 256) <= 2


@pytest.mark.parametrize("kind", ["PNG", "BMP", "GIF", "WEBP", "TIFF"])
def test_other_kinds_of_picture_are_read_too(kind):
    with Image.open(io.BytesIO(picture_of_bytes(_photo((640, 480), kind)))) as picture:
        assert picture.format == "JPEG" and picture.size == (640, 480)


def test_what_is_transparent_becomes_white():
    with Image.open(io.BytesIO(picture_of_bytes(_photo((64, 48), "PNG", "RGBA")))) as picture:
        assert min(picture.getpixel((10, 10))) > 250


@pytest.mark.parametrize(
    "data",
    [
        b"", b"hello", b"%PDF-1.7", b"PK\3\4", b"<svg onload='x'/>", b"%!PS-Adobe\nshowpage", b"\0" * 4096,
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 3000,
    ],
    ids=["empty", "text", "pdf", "zip", "svg", "postscript", "zeros", "heic"],
)  # fmt: skip
def test_what_is_no_picture_gets_a_sentence(data):
    with pytest.raises(NotAPicture):
        picture_of_bytes(data, "照片.jpg")


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6])
def test_a_cut_picture_gets_a_sentence_or_stays_within_bounds(part):
    whole = _photo((800, 600), "PNG")
    with pytest.raises((DamagedImage, NotAPicture)):
        picture_of_bytes(whole[: int(len(whole) * part)])


def test_a_picture_that_would_swell_to_a_giant_is_refused():
    file = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(file, "PNG")
    with pytest.raises(PictureTooLarge):
        picture_of_bytes(file.getvalue())
    with pytest.raises(PictureTooLarge):
        picture_of_bytes(b"\xff\xd8" + b"\0" * picture_worker.FILE)


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width, height, pixels, *more):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), *more, _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    "data",
    [
        _png(2**31 - 1, 2**31 - 1, b""), _png(60_000, 60_000, zlib.compress(b"\0" * 10**6)), _png(0, 0, b""),
        _png(9, 9, zlib.compress(b"\0" * 252), _chunk(b"zTXt", b"k\0\0" + zlib.compress(b"A" * 10**8))),
        _photo((800, 600))[:-20], _photo((800, 600))[:3000],
    ],
    ids=["two thousand million wide", "a bomb of zeros", "no size", "a bomb of text", "without its end", "cut"],
)  # fmt: skip
def test_a_picture_made_to_do_harm_gets_a_sentence(data):
    with pytest.raises((DamagedImage, NotAPicture, PictureTooLarge)):
        picture_of_bytes(data)


@settings(max_examples=15, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(2, 10**6), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_photograph_is_a_small_picture_or_a_sentence(changes):
    data = bytearray(_photo((2000, 1500)))
    for place, byte in changes:
        data[place % len(data)] = byte
    try:
        kept = picture_of_bytes(bytes(data))
    except (DamagedImage, NotAPicture, PictureTooLarge):
        return
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.format == "JPEG" and max(picture.size) <= picture_worker.LONGEST


def test_cancel_ends_the_reading():
    def tick(done, total):
        raise Cancelled()

    with pytest.raises(Cancelled):
        picture_of_bytes(_photo(), tick=tick)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError):
        picture_of_file(tmp_path / "none.jpg")
