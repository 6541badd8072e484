"""What commands say on the terminal, in the language asked for by TAIZHANG_LANGUAGE."""

import os

from resources.language import Language


def language() -> Language:
    return Language(os.environ.get("TAIZHANG_LANGUAGE") or "zh_CN")


def say(sentence, **values):
    """One line of what was done."""
    print(language().text(sentence, **values), flush=True)
