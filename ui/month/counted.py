"""How a figure is said on screen: a number, — not kept, ／ not applicable, nothing where there are no data."""

from ui.words import spoken


def said(state: str, value: int | None, figure) -> str:
    """The value of a figure in one of its four states (settled 23)."""
    return figure.show(value, spoken()) if state == "number" else {"not_kept": "—", "na": "／"}.get(state, "")
