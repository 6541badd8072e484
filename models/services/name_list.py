"""Names pasted from a sheet or a chat: read one by one, then looked up on file, never guessed."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from models.fields import half_width, unwanted_character
from models.people.person import Person

_APART = re.compile(r"[\n\r、，,；;/]+")
_NUMBERED = re.compile(r"^[\s#*•-]*(?:[（(\[【]?\s*[0-9]{1,3}\s*(?:[)）\]】]|[.．、:：])|[0-9]{1,3}(?=[\s一-鿿]))\s*")
_WORDS = frozenset(
    ("姓名", "名字", "签名", "序号", "编号", "性别", "电话", "备注", "name", "接龙", "签到表", "男", "女")
)
_NUMBERED_WITHIN = re.compile(r"\s[0-9]{1,3}\s*[)）.．、]")
_PADDED = re.compile(r"(?<![^\s])((?![男女])[一-鿿])\s+([一-鿿])")  # 刘　阳, as lists are set to one width
_HAN_NAME = re.compile(r"[一-鿿𠀀-𳏿]{2,4}(?<![村组镇乡区])")
_DOTS = re.compile("[•‧∙・]")
_NAME = re.compile(r"[^\W\d_]+(?:[·\s][^\W\d_]+)*")
_LONGEST = 50


def read_names(text: str) -> list[str]:
    """The names in a pasted text, each once, in their order.

    Apart by lines, 、 ， ; or by cells of a sheet, three or more also by blanks; numbers of a list (1. ②) and cells
    that are no name are left out. Of a line of cells the first that can be a name counts.
    """
    found = {}
    for line in re.split(r"[\n\r]+", text):
        if line.lstrip().startswith("#"):
            continue
        parts = [_first_name(line.split("\t"))] if "\t" in line else _names_of(line)
        for name in parts:
            if name:
                found.setdefault(name)
    return list(found)


def _names_of(line):
    for part in _APART.split(_NUMBERED_WITHIN.sub("、", _unnumbered(line))):
        words = _PADDED.sub(r"\1\2", part).split()
        yield from map(_name_of, words if _are_names(words) else [" ".join(words)])


def _are_names(words):
    """Whether words apart by blanks are names each: three or more, none of them said about the first."""
    return len(words) > 2 and all(_HAN_NAME.fullmatch(word) and word not in _WORDS for word in words)


def _first_name(cells):
    return next(filter(None, map(_name_of, cells)), "")


def _unnumbered(line):
    return _NUMBERED.sub("", line.translate(_CIRCLED).strip())


_CIRCLED = dict.fromkeys(range(0x2460, 0x2474), "、")


def _name_of(part):
    """What of a part can be a name: letters without digits, no heading, no longer than a name."""
    words = _unnumbered(part).strip(" 　:：.。()（）[]【】")
    words = re.split(r"[\s(（:：]", words, maxsplit=1)[0] if not _is_latin(words) else words
    plain = half_width(words).casefold()
    if not words or plain in _WORDS or len(words) > _LONGEST or unwanted_character(words):
        return ""
    return words if _NAME.fullmatch(_DOTS.sub("·", words)) else ""


def _is_latin(words):
    return words.isascii()


@dataclass(frozen=True)
class Doubt:
    """A name that more than one person may bear, or one person of another village: `candidates` to choose from."""

    name: str
    candidates: tuple[UUID, ...]


@dataclass
class Found:
    """What became of pasted names: persons on file, doubtful ones, and newcomers by name."""

    people: list[UUID] = field(default_factory=list)
    doubtful: list[Doubt] = field(default_factory=list)
    new: list[str] = field(default_factory=list)


def look_up(store, names, village: str | None = None, expected=()) -> Found:
    """Match names to persons on file: exactly, dots folded; `expected` (members of a group) come first, then `village`.

    One of that name in the village is meant; without a village, one on file. Two, or one elsewhere, are doubtful.
    """
    found, expected = Found(), set(expected)
    by_name = _on_file(store, names)
    for name in names:
        bearers = by_name.get(_folded(name), [])
        meant = _meant(bearers, village, expected)
        if meant is not None:
            if meant not in found.people:
                found.people.append(meant)
        elif bearers:
            found.doubtful.append(Doubt(name, tuple(row for row, _village in bearers)))
        else:
            found.new.append(name)
    return found


def _meant(bearers, village, expected):
    members = [row for row, _village in bearers if row in expected]
    if len(members) == 1:
        return members[0]
    if village:
        here = [row for row, place in bearers if place == village]
        return here[0] if len(here) == 1 else None
    return bearers[0][0] if len(bearers) == 1 else None


def _on_file(store, names):
    """Folded name → [(row, village)] of the persons on file who bear it."""
    wanted = {spelling for name in names for spelling in _spellings(name)}
    rows = Person.alive(Person.id, Person.name, Person.village).where(
        Person.station == store.unit, Person.state == "active", Person.name.in_(list(wanted))
    )
    by_name = {}
    for one in rows:
        by_name.setdefault(_folded(one.name), []).append((one.id, one.village))
    return by_name


def _folded(name):
    return _DOTS.sub("·", name)


def _spellings(name):
    return {name, *(name.translate({ord("·"): dot}) for dot in "•‧∙・"), _folded(name)}
