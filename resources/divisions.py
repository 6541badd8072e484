"""The country's divisions down to towns and streets, found by name or sound.

The table is codes/divisions.tsv.gz (source: codes/LICENSE-divisions.txt). Names are no keys: 城关镇 occurs 88 times.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from resources import FOLDER

_PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_COUNTY, _TOWN = 6, 9


@dataclass(frozen=True, slots=True)
class _Division:
    code: str
    name: str
    sound: str
    initials: str

    def rank(self, word: str) -> int | None:
        """How well a word says this name, 0 best; None when it does not."""
        if word in self.name:
            return 0 if self.name.startswith(word) else 2
        if self.sound.startswith(word) or self.initials.startswith(word):
            return 1
        return None


@cache
def _divisions() -> dict[str, _Division]:
    text = gzip.decompress((FOLDER / "codes" / "divisions.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in text.splitlines())
    return {code: _Division(code, name, _joined(said), _initials(said)) for code, name, said in rows}


def _joined(syllables):
    return syllables.replace(" ", "")


def _initials(syllables):
    return "".join(syllable[0] for syllable in syllables.split())


def _ancestors(code):
    return [code[:length] for length in (2, 4, 6) if length < len(code)]


def path(code: str) -> str:
    """Province/city/county/town of a code of 2, 4, 6 or 9 digits (more are cut to 9); "" when it is not known."""
    code = code[:_TOWN]
    if code not in _divisions():
        return ""
    names = [_divisions()[part].name for part in (*_ancestors(code), code)]
    return "/".join(dict.fromkeys(name for name in names if name not in _PLACEHOLDERS))


def towns(text: str, limit: int = 20) -> list[tuple[str, str]]:
    """Towns and streets as (code of 9 digits, path), best first.

    The last word says the town: a piece of its name, or the beginning of its sound or initials (yunlingzhen, ylz).
    Words before it say where: 清溪 云岭. Nothing typed finds nothing.
    """
    return _found(text, _TOWN, limit)


def counties(text: str, limit: int = 20) -> list[tuple[str, str]]:
    """Counties and districts as (code of 6 digits, path), found as towns are."""
    return _found(text, _COUNTY, limit)


def _found(text, length, limit):
    *where, name = text.casefold().split() or [""]
    if not name:
        return []
    places = (place for place in _divisions().values() if len(place.code) == length)
    found = ((rank, len(d.name), d.code) for d in places if (rank := d.rank(name)) is not None)
    within = (entry for entry in found if all(_lies_in(entry[-1], word) for word in where))
    return [(code, path(code)) for *_order, code in nsmallest(limit, within)]


def _lies_in(code, word):
    return any(_divisions()[part].rank(word) is not None for part in _ancestors(code))
