"""What a scale is: items, answers, bands, critical items, read from resources/scales.

`<name>.json` is the scale as it is now, `<name>@<version>.json` an older version that results still name. Scales whose
wording may not be shown stand in totals.csv: they have a range and no items, and only their total is recorded.
"""

import csv
import json
import re
from dataclasses import dataclass
from functools import cache

from resources import FOLDER

_FOLDER = FOLDER / "scales"


@dataclass(frozen=True)
class Said:
    """Words in both languages."""

    en: str
    zh: str

    def say(self, language) -> str:
        return self.en if language.name == "en" else self.zh


@dataclass(frozen=True)
class Option:
    """One answer: the digit typed for it, what it is worth, its words."""

    key: int
    value: int
    words: Said


@dataclass(frozen=True)
class Item:
    """One question. `sex` where only one sex is asked; `scored` False where it does not count; `part` its subscale."""

    code: str
    words: Said
    options: tuple[Option, ...]
    reverse: bool = False
    scored: bool = True
    sex: str | None = None
    part: str | None = None

    def option(self, key) -> Option | None:
        return next((option for option in self.options if option.key == key), None)

    def worth(self, key: int) -> int:
        """What an answer counts; a reverse item counts from the other end."""
        value = self.option(key).value
        return self.least + self.most - value if self.reverse else value

    @property
    def least(self) -> int:
        return min(option.value for option in self.options)

    @property
    def most(self) -> int:
        return max(option.value for option in self.options)


@dataclass(frozen=True)
class Band:
    """Totals from `low` to `high`, named by a code of scale_band; `advice` names a sentence of advice.py."""

    low: int
    high: int
    code: str
    sex: str | None = None
    advice: str | None = None


@dataclass(frozen=True)
class Critical:
    """An answer that asks for something to be done at once: the item answered with `key`, or worth `least` or more."""

    item: str
    alert: str
    key: int | None = None
    least: int | None = None
    band: str | None = None


@dataclass(frozen=True)
class Scale:
    """One version of a scale.

    missing   how many percent of the items may lack an answer before there is no total
    total     "sum", "max" (the gravest item) or "gas" (a T value)
    skip      (item, key, items that are then worth nothing)
    """

    name: str
    version: str
    title: Said
    short: str
    about: Said
    source: Said
    licence: Said
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    critical: tuple[Critical, ...] = ()
    parts: tuple[tuple[str, Said], ...] = ()
    skip: tuple = ()
    missing: int = 0
    total: str = "sum"
    better: str = "lower"
    anonymous: bool = False
    repeat_days: int | None = None
    low: int = 0
    high: int = 0
    step: int = 1

    def item(self, code: str) -> Item | None:
        return next((item for item in self.items if item.code == code), None)

    @property
    def only_total(self) -> bool:
        return not self.items


def names() -> list[str]:
    """All scales, those with items first."""
    return [*sorted(path.stem for path in _FOLDER.glob("*.json") if "@" not in path.stem), *_totals()]


def scale(name: str | None, version: str | None = None) -> Scale | None:
    """The scale as it is now or in an older version; None for what this program does not know."""
    if not name or not re.fullmatch(r"[a-z0-9_]{1,30}", name):
        return None
    now = _read(name) or _totals().get(name)
    if now is None or version in (None, now.version):
        return now
    return _read(f"{name}@{version}") if re.fullmatch(r"[0-9a-z.-]{1,20}", version) else None


@cache
def _read(stem: str) -> Scale | None:
    path = _FOLDER / f"{stem}.json"
    return made(json.loads(path.read_text("utf-8"))) if path.is_file() else None


def made(told: dict) -> Scale:
    """The scale that a data file tells."""
    answers = {name: tuple(_option(one) for one in options) for name, options in told["answers"].items()}
    items = tuple(_item(one, answers, told["of"]) for one in told["items"])
    low, high = _range(told.get("total", "sum"), [item for item in items if item.scored])
    return Scale(
        told["scale"], told["version"], _said(told["title"]), told["short"], _said(told["about"]),
        _said(told["source"]), _said(told["licence"]), items,
        tuple(Band(b["from"], b["to"], b["band"], b.get("sex"), b.get("advice")) for b in told["bands"]),
        tuple(
            Critical(c["item"], c["alert"], c.get("key"), c.get("from"), c.get("band"))
            for c in told.get("critical", ())
        ),
        tuple((part["code"], _said(part)) for part in told.get("parts", ())),
        tuple((one["item"], one["key"], tuple(one["then"])) for one in told.get("skip", ())),
        told["missing"], told.get("total", "sum"), told["better"], told.get("anonymous", False),
        told.get("repeat_days"), low, high,
    )  # fmt: skip


def _said(told):
    return Said(told["en"], told["zh"])


def _option(told):
    return Option(told["key"], told["value"], _said(told))


def _item(told, answers, of):
    return Item(
        told["code"], _said(told), answers[told.get("answers", of)], told.get("reverse", False),
        told.get("scored", True), told.get("sex"), told.get("part"),
    )  # fmt: skip


def _range(total, items):
    if total == "gas":
        return 0, 100
    gather = max if total == "max" else sum
    return gather(item.least for item in items), gather(item.most for item in items)


@cache
def _totals() -> dict[str, Scale]:
    with open(_FOLDER / "totals.csv", encoding="utf-8", newline="") as file:
        return {row["scale"]: _only_total(row) for row in csv.DictReader(file)}


def _only_total(row) -> Scale:
    bands = re.findall(r"(\d+)-(\d+):(\w+)", row["bands"])
    return Scale(
        row["scale"], "2026-1", Said(row["title_en"], row["title_zh"]), row["title_en"], Said("", ""), Said("", ""),
        Said(row["note"], row["note"]),
        (), tuple(Band(int(low), int(high), code) for low, high, code in bands), better=row["better"],
        low=int(row["low"]), high=int(row["high"]), step=int(row["step"]),
    )  # fmt: skip
