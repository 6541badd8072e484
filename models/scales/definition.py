"""The scales there are, read from resources/scales.

`<name>.json` is the scale as it is now, `<name>@<version>.json` an older version that results still name. Scales whose
wording may not be shown stand in totals.csv: they have a range and no items, and only their total is recorded.

A band may be for some only: in JSON by "sex": "1", "age": [from, below] (either may be null), "education": ["80"]; in
totals.csv behind the band, as in 0-20:positive@education=80|90 or 0-9:mild@sex=2,age=60-. Bands of one condition cover
the whole range.
"""

import csv
import json
import re
from functools import cache

from models.scales.scale import Band, Critical, Item, Option, Said, Scale
from resources import FOLDER

_FOLDER = FOLDER / "scales"


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
        tuple(map(_band, told["bands"])),
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


def _band(told):
    ages, education = tuple(told.get("age", (None, None))), tuple(told.get("education", ()))
    return Band(told["from"], told["to"], told["band"], told.get("sex"), ages, education, told.get("advice"))


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
    return Scale(
        row["scale"], "2026-1", Said(row["title_en"], row["title_zh"]), row["title_en"], Said("", ""), Said("", ""),
        Said(row["note_en"], row["note_zh"]), (), tuple(map(_short_band, row["bands"].split())), better=row["better"],
        low=int(row["low"]), high=int(row["high"]), step=int(row["step"]),
    )  # fmt: skip


def _short_band(text) -> Band:
    """A band as totals.csv writes it: 0-20:positive, or 0-20:positive@education=80|90,age=60-75."""
    low, high, code, only = re.fullmatch(r"(\d+)-(\d+):(\w+)(?:@(.+))?", text).groups()
    only = dict(one.split("=") for one in only.split(",")) if only else {}
    ages = tuple(int(end) if end else None for end in only.get("age", "-").split("-"))
    education = tuple(only["education"].split("|")) if "education" in only else ()
    return Band(int(low), int(high), code, only.get("sex"), ages, education)
