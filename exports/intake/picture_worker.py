"""Reads one foreign picture from standard input and writes it to standard output as a plain JPEG.

Run by its path in an interpreter of its own (`python -I picture_worker.py`), with memory and time capped: a picture
file is as foreign as a workbook. It imports nothing of this program, so what it shares with the reader of workbooks
(worker.py) stands in both. What comes out holds pixels only: no EXIF, no place, no thumbnail of what was cut
away. It is turned upright first and made at most 1600 pixels long.
"""

import io
import sys

MEMORY = 768 * 2**20
SECONDS = 30
FILE = 40 * 2**20
PIXELS = 100_000_000
LONGEST = 1600
QUALITY = 82
OUTPUT = 4 * 2**20

NOT_A_PICTURE, TOO_LARGE, DAMAGED = "L-121", "L-122", "L-123"
_FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF")


class Refused(Exception):
    """The file may not be read; the code says why."""


def cap():
    """Memory and processor time end here, whatever the file asks for. Windows has no such call."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def redrawn(data):
    """The picture in `data` as JPEG bytes."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # here and below: under the cap, like all that is foreign

    Image.MAX_IMAGE_PIXELS = PIXELS
    if not 0 < len(data) <= FILE:
        raise Refused(TOO_LARGE if data else NOT_A_PICTURE)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > PIXELS:
                raise Refused(TOO_LARGE)
            picture.draft("RGB", (2 * LONGEST, 2 * LONGEST))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
            return written(on_white(eight_bits(upright)))
    except UnidentifiedImageError:
        raise Refused(NOT_A_PICTURE) from None
    except Image.DecompressionBombError:
        raise Refused(TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError):
        raise Refused(DAMAGED) from None


def eight_bits(picture):
    """Grey scans of 16 bits in 8: a plain conversion would cut all but the darkest to white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey / 256).convert("L")


def on_white(picture):
    """Without transparency, as paper shows it."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        return ground
    return picture.convert("RGB")


def written(picture):
    """Pixels only: a fresh picture knows nothing of the file it came from."""
    from PIL import Image

    fresh = Image.frombytes("RGB", picture.size, picture.tobytes())
    file = io.BytesIO()
    fresh.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def main():
    cap()
    try:
        answer = b"J" + redrawn(sys.stdin.buffer.read(FILE + 1))
    except Refused as refusal:
        answer = b"R" + str(refusal).encode()
    except MemoryError:
        answer = b"R" + TOO_LARGE.encode()
    if len(answer) > OUTPUT:
        answer = b"R" + TOO_LARGE.encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
