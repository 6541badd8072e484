"""Which passwords are good enough: whoever copies the key file can try as many as he likes, guessable ones first."""

import re
from functools import cache

from models.errors import UserError
from resources import FOLDER
from resources.language import N_

LEAST = 10
MOST = 1000

_ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn")
_MASKED = str.maketrans("013457@$!", "oieastasi")


class WeakPassword(UserError):
    code = "K-108"

    def __init__(self, sentence, **values):
        super().__init__(**values)
        self.sentence = sentence


@cache
def _common_words() -> frozenset[str]:
    """What people and guessing programs think of first, here and elsewhere; digits and signs around it do not help."""
    return frozenset((FOLDER / "parameters" / "common_passwords.txt").read_text("utf-8").split())


def refuse_weak(password: str, label: str = "") -> None:
    """Raise WeakPassword, with what is wrong, unless the password will do for the person called `label`."""
    if len(password) < LEAST:
        sentence = N_("A password needs at least {least} characters; this one has {count}.")
        raise WeakPassword(sentence, least=LEAST, count=len(password))
    if len(password) > MOST:
        raise WeakPassword(N_("A password can have at most {most} characters."), most=MOST)
    folded = password.casefold()
    if re.fullmatch(r"[\d\W_]+", folded):
        raise WeakPassword(N_("Numbers alone (telephone, birthday, identity card) are guessed first. Add letters."))
    if _repeats(folded) or _runs(folded):
        raise WeakPassword(
            N_("This password repeats itself or follows the keyboard. Choose several words of your own.")
        )
    if _is_common(folded) or _is_name(folded, label):
        raise WeakPassword(
            N_("This password is a common word or your name with signs around it. Choose several words.")
        )


def _repeats(password):
    return len(set(password)) < 5 or any(
        (password[:size] * len(password)).startswith(password) for size in range(1, len(password) // 2 + 1)
    )


def _runs(password):
    """Whether most of it is steps along the alphabet or a row of keys, either way."""
    steps = {pair for row in _ROWS for pair in zip(row, row[1:], strict=False)}
    steps |= {pair[::-1] for pair in steps}
    taken = sum(pair in steps or pair[0] == pair[1] for pair in zip(password, password[1:], strict=False))
    return taken >= (len(password) - 1) * 0.7


def _is_common(password):
    common = _common_words()
    inner = re.sub(r"^[\d\W_]+|[\d\W_]+$", "", password)
    spoken = re.sub(r"[^a-z]", "", inner.translate(_MASKED))
    pieces = re.split(r"[\d\W_]+", inner)
    return inner in common or spoken in common or all(piece in common for piece in pieces)


def _is_name(password, label):
    label = label.casefold().strip()
    return len(label) > 1 and len(password.replace(label, "").strip("0123456789._-@#!* ")) < 4
