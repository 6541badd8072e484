"""The answers of a filled scale, kept with the scale and its version so that they stay readable when it changes."""

import json
import re

from models.errors import Wrong
from models.fields.question import Question, half_width, unwanted_character
from models.scales import definition
from models.scales.scoring import DECLINED
from resources.language import N_

_LONGEST = 8 * 1024


class Answers(Question):
    """Canonical JSON `{"answers": {item: key}, "scale": name, "version": version}`; see filled() and sheet().

    Typed or pasted as the name of the scale and its digits in order: `phq9 0 1 2 1 0 0 0 1 0 0`, with `-` for nothing
    and `x` for declined.
    """

    goes_upward = False

    def read(self, text, today):
        typed = half_width(text).casefold()
        if not typed:
            return None
        name, *keys = typed.replace(",", " ").split()
        scale = definition.scale(name)
        if scale is None or len(keys) > len(scale.items) or not all(re.fullmatch(r"[0-9]|-|x", key) for key in keys):
            raise Wrong(N_("Type the name of a scale and its digits, such as phq2 1 0."))
        pairs = zip(scale.items, keys, strict=False)
        return filled(scale, {item.code: DECLINED if key == "x" else int(key) for item, key in pairs if key != "-"})

    def check(self, value, record, today):
        name, version, answers = sheet(value)
        scale = definition.scale(name, version)
        for code, key in answers.items() if scale else ():
            item = scale.item(code)
            if item is None or (key != DECLINED and item.option(key) is None):
                yield self.problem(N_("Item {item} has no answer {key}."), item=code, key=key)

    def show(self, value, language):
        if value is None:
            return ""
        name, version, answers = sheet(value)
        scale = definition.scale(name, version)
        items = [item.code for item in scale.items] if scale else []
        told = sorted(answers, key=lambda code: (items.index(code) if code in items else len(items), code))
        return "\n".join(_line(scale, code, answers[code], language) for code in told)

    def unpack(self, packed):
        packed = super().unpack(packed)
        if packed is not None:
            try:
                name, version, answers = sheet(packed)
                sound = all(isinstance(one, str) and not unwanted_character(one) for one in (name, version, *answers))
                sound = sound and all(type(key) is int for key in answers.values()) and len(packed) <= _LONGEST
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                sound = False
            if not sound:
                raise Wrong(N_("These are not the answers of a scale."))
        return packed


def filled(scale, answers: dict[str, int]) -> str | None:
    """The value for those answers to a scale; None without any."""
    if not answers:
        return None
    told = {"answers": answers, "scale": scale.name, "version": scale.version}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def sheet(value: str | None) -> tuple[str | None, str | None, dict[str, int]]:
    """(scale, version, answers by item) of a value."""
    if not value:
        return None, None, {}
    told = json.loads(value)
    return told["scale"], told["version"], dict(told["answers"].items())


def _line(scale, code, key, language):
    item = scale.item(code) if scale else None
    option = item.option(key) if item else None
    question = item.words.say(language) if item else code
    said = option.words.say(language) if option else language.text(N_("declined")) if key == DECLINED else str(key)
    return language.text(N_("{number}. {question}: {answer}"), number=code, question=question, answer=said)
