"""What a scale is: items, answers, bands, critical items."""

from dataclasses import dataclass


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
class Whose:
    """What of a person the range of a total may depend on; None where it is not known. `age` in full years."""

    sex: str | None = None
    age: int | None = None
    education: str | None = None


@dataclass(frozen=True)
class Band:
    """Totals from `low` to `high`, named by a code of scale_band; `advice` names a sentence of advice.py.

    `ages` from the first to below the second; `education` are codes of that list.
    """

    low: int
    high: int
    code: str
    sex: str | None = None
    ages: tuple[int | None, int | None] = (None, None)
    education: tuple[str, ...] = ()
    advice: str | None = None

    @property
    def condition(self) -> tuple:
        """For whom it is; bands of one condition belong together."""
        return self.sex, self.ages, self.education

    @property
    def narrow(self) -> int:
        """How many conditions it makes."""
        return (self.sex is not None) + (self.ages != (None, None)) + bool(self.education)

    def is_for(self, whose: Whose) -> bool:
        least, below = self.ages
        return (
            self.sex in (None, whose.sex)
            and (least is None or (whose.age is not None and whose.age >= least))
            and (below is None or (whose.age is not None and whose.age < below))
            and (not self.education or whose.education in self.education)
        )


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
