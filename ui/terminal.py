"""What commands say on the terminal, in the language asked for by TAIZHANG_LANGUAGE."""

import os

from resources.language import LANGUAGES, Language


def language() -> Language:
    """Chinese, unless another of the program's languages is asked for."""
    wanted = os.environ.get("TAIZHANG_LANGUAGE")
    return Language(wanted if wanted in LANGUAGES else "zh_CN")


def say(sentence, **values):
    """One line of what was done."""
    print(language().text(sentence, **values), flush=True)
