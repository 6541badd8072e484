"""The fonts of all print: which file draws which character, and how it copies back out of a PDF.

Every character is looked up in the face asked for and then in HanaMinB, which has the rare ones beyond the Basic
Multilingual Plane, so that a name prints as it is written and copies as it was typed.
"""

import unicodedata
from functools import lru_cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from resources import FOLDER

# What people type may never open a file or an address, whichever part of reportlab meets it.
rl_config.trustedSchemes = []
rl_config.trustedHosts = []

FILES = {
    "serif": "NotoSerifSC-Regular.ttf",
    "sans": "NotoSansSC-Regular.ttf",
    "medium": "NotoSansSC-Medium.ttf",
    "bold": "NotoSansSC-Bold.ttf",
    "rare": "HanaMinB.ttf",
}
GETA = "〓"  # what Chinese and Japanese printers have always set for a character they have no type for

_LOOK_ALIKE = {0x2219: 0xB7, 0x2027: 0xB7, 0x30FB: 0xB7, 0x2011: 0x2010, 0x2714: 0x2713, 0x2010: 0x2D, 0x2212: 0x2D}
_SPACES = (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F)
_UNSEEN = frozenset(
    map(chr, (*range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


def unicode_map(name: str, subset: list[int]) -> str:
    """A ToUnicode CMap whose characters beyond the BMP are UTF-16 pairs (ISO 32000-1, 9.10.3).

    reportlab writes five hex digits for them, and 𠮷 would copy as another character; it also puts more entries into
    one block than the hundred that Adobe's Technical Note 5014 allows.
    """
    pairs = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


ttfonts.makeToUnicodeCMap = unicode_map


class Face:
    """One of the FILES with the rare characters behind it; widths are in thousandths of the size."""

    def __init__(self, name: str):
        self.name = name
        self._fonts = [_font(name), _font("rare")] if name != "rare" else [_font(name)]
        self._known: dict[str, tuple[str, str, float]] = {}

    def look_up(self, character: str) -> tuple[str, str, float]:
        """(font, what is drawn, width) of one character."""
        found = self._known.get(character)
        if found is None:
            found = self._known[character] = self._find(character)
        return found

    def _find(self, character):
        if character in _UNSEEN:
            return self._fonts[0].fontName, "", 0.0
        for font in self._fonts:
            if ord(character) in font.face.charToGlyph:
                return font.fontName, character, font.face.getCharWidth(ord(character))
        return self._fonts[0].fontName, GETA, self._fonts[0].face.getCharWidth(ord(GETA))

    def width(self, text: str, size: float) -> float:
        """How wide a line of `text` is, in points."""
        look_up = self.look_up
        return sum(look_up(character)[2] for character in text) * size / 1000

    def pieces(self, text: str):
        """`text` cut where the font changes: (font, text, width) one after the other."""
        font, drawn, wide = None, [], 0.0
        for character in text:
            name, shape, width = self.look_up(character)
            if name != font and drawn:
                yield font, "".join(drawn), wide
                drawn, wide = [], 0.0
            font = name
            drawn.append(shape)
            wide += width
        if drawn:
            yield font, "".join(drawn), wide


@lru_cache
def face(name: str) -> Face:
    """The face of that name in FILES; read from disk the first time it is asked for (0.2 s)."""
    return Face(name)


@lru_cache
def _font(name: str) -> ttfonts.TTFont:
    font = ttfonts.TTFont(f"taizhang-{name}", FOLDER / "fonts" / FILES[name], shapable=False)
    pdfmetrics.registerFont(font)
    _borrow_shapes(font.face)
    return font


def _borrow_shapes(drawn) -> None:
    """Let characters without a shape of their own use one that looks the same; they copy as themselves."""
    shapes, widths = drawn.charToGlyph, drawn.charWidths
    unified = {
        code: ord(same)
        for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
        if len(same := unicodedata.normalize("NFC", chr(code))) == 1 and ord(same) != code
    }
    for code, same in (_LOOK_ALIKE | unified | dict.fromkeys(_SPACES, 0x20)).items():
        if code not in shapes and same in shapes:
            shapes[code] = shapes[same]
            widths[code] = drawn.getCharWidth(same)


def missing(text: str, name: str = "serif") -> list[str]:
    """The characters of `text` that no font here can draw; they print as 〓."""
    look_up = face(name).look_up
    return [c for c in dict.fromkeys(text) if c not in "\n\t" and c != GETA and look_up(c)[1] == GETA]
