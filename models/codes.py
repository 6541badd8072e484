"""Code lists: codes are stored, labels shown.

Each file of resources/codes is one list, named as the file is: `code,label_en,label_zh,also,until`. `also` holds other
words that ledgers use, apart by blanks; from the day `until` a code is offered no more, though it stays known. A level
above may add rows of its own with `extend`.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache

from models import pinyin
from resources import FOLDER


@dataclass(frozen=True)
class Code:
    """One entry of a list."""

    code: str
    label_en: str
    label_zh: str
    also: tuple[str, ...] = ()
    until: str = ""

    def label(self, language) -> str:
        return self.label_en if language.name == "en" else self.label_zh

    def words(self):
        """Every way of naming this entry."""
        yield from (self.code, self.label_zh, self.label_en, *self.also)


class CodeList:
    """One list in the order of its file."""

    def __init__(self, name, entries):
        self.name = name
        self.entries = {}
        self._words = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Code):
        """Take in an entry; one with the same code is replaced, and words go to whoever had them first."""
        self.entries[entry.code] = entry
        self._words[_plain(entry.code)] = entry.code
        for word in entry.words():
            self._words.setdefault(_plain(word), entry.code)

    def find(self, text: str) -> str | None:
        return self._words.get(_plain(text))


def _plain(word):
    return "".join(word.split()).casefold().replace("（", "(").replace("）", ")")


def _rows(name):
    with open(FOLDER / "codes" / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def code_list(name: str) -> CodeList:
    """The list of that name; FileNotFoundError where there is none."""
    return CodeList(
        name,
        (Code(r["code"], r["label_en"], r["label_zh"], tuple(r["also"].split()), r["until"]) for r in _rows(name)),
    )


def names() -> list[str]:
    """All lists that came with the program."""
    return [row["list"] for row in _rows("versions")]


def extend(rows):
    """Add `(list, Code)` pairs that a level above sent."""
    for name, entry in rows:
        try:
            code_list(name).add(entry)
        except FileNotFoundError:
            continue  # a list of a newer program: kept in the journal, used after the upgrade


def forget_extensions():
    """Back to what came with the program, as when another station is opened."""
    code_list.cache_clear()


def choices(name: str, day=None) -> tuple[Code, ...]:
    """The entries to offer on `day` (a date; None: all of them), in order."""
    return tuple(e for e in code_list(name).entries.values() if not (day and e.until and e.until <= day.isoformat()))


def label(name: str, code: str, language) -> str:
    """The label of `code`; the code itself where a newer program made it."""
    entry = code_list(name).entries.get(code)
    return entry.label(language) if entry else code


def known(name: str, code: str) -> bool:
    return code in code_list(name).entries


def find(name: str, text: str) -> str | None:
    """The code that `text` names by code, label or another word of the list; None when it names none."""
    return code_list(name).find(text)


_WORD = re.compile(r"[^、,，;；/\s+＋|]+")


def several(name: str, text: str) -> list[tuple[str, str | None]]:
    """The words of `text`, whatever stands between them, each with its code or None.

    A label may have a comma, a slash or a blank in it: of what begins at a word the longest that names a code is taken.
    """
    words = list(_WORD.finditer(text))
    found, at = [], 0
    while at < len(words):
        for end in range(len(words), at, -1):
            piece = text[words[at].start() : words[end - 1].end()]
            code = find(name, piece)
            if code is not None or end == at + 1:
                found.append((piece, code))
                at = end
                break
    return found


def complete(name: str, typed: str, day=None) -> list[Code]:
    """Entries that `typed` may mean, best first: number shown (1 …), initials, the words themselves."""
    offered = choices(name, day)
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(offered):
        return [offered[int(typed) - 1]]
    typed = _plain(typed)
    starts = [e for e in offered if any(_plain(word).startswith(typed) for word in e.words())]
    sounds = [e for e in offered if any(k.startswith(typed) for k in pinyin.spellings(e.label_zh))]
    inside = [e for e in offered if any(typed in _plain(word) for word in e.words())]
    return list(dict.fromkeys(starts + sounds + inside))
