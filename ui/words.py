"""The language the window speaks. `_()` translates where something is shown, never where it is declared."""

from resources.language import Language

_state = {"language": Language("zh_CN")}


def spoken() -> Language:
    """The language in use."""
    return _state["language"]


def speak(name: str) -> None:
    """Use another language from now on: zh_CN or en."""
    _state["language"] = Language(name)


def _(message: str, **values) -> str:
    return spoken().text(message, **values)


def ngettext(one: str, many: str, n: int, **values) -> str:
    return spoken().plural(one, many, n, **values)
