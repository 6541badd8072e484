"""Foreign pictures: made small and plain by a process of its own; what is no picture gets a sentence."""

import io

import pytest
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


def test_a_photograph_taken_sideways_is_turned_upright():
    with Image.open(io.BytesIO(picture_of_bytes(_with_facts(orientation=6)))) as picture:
        assert picture.size == (1200, 1600)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "GIF", "WEBP", "TIFF"])
def test_other_kinds_of_picture_are_read_too(kind):
    with Image.open(io.BytesIO(picture_of_bytes(_photo((640, 480), kind)))) as picture:
        assert picture.format == "JPEG" and picture.size == (640, 480)


def test_what_is_transparent_becomes_white():
    with Image.open(io.BytesIO(picture_of_bytes(_photo((64, 48), "PNG", "RGBA")))) as picture:
        assert min(picture.getpixel((10, 10))) > 250


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"%PDF-1.7", b"PK\3\4", b"<svg onload='x'/>", b"%!PS-Adobe\nshowpage", b"\0" * 4096],
    ids=["empty", "text", "pdf", "zip", "svg", "postscript", "zeros"],
)
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


def test_cancel_ends_the_reading():
    def tick(done, total):
        raise Cancelled()

    with pytest.raises(Cancelled):
        picture_of_bytes(_photo(), tick=tick)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError):
        picture_of_file(tmp_path / "none.jpg")
