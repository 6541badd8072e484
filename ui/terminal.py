"""What commands say on the terminal, in the language asked for by TAIZHANG_LANGUAGE."""

import os
import sys

from resources.language import LANGUAGES, Language


def language() -> Language:
    """Chinese, unless another of the program's languages is asked for."""
    wanted = os.environ.get("TAIZHANG_LANGUAGE")
    return Language(wanted if wanted in LANGUAGES else "zh_CN")


def bear_any_terminal():
    """Let a terminal that knows no Chinese show the rest, rather than stop the command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")


def say(sentence, **values):
    """One line of what was done."""
    print(language().text(sentence, **values), flush=True)


def has_screen() -> bool:
    """Whether a window can be shown: everywhere but on a Linux without a display."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
