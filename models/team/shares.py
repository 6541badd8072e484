"""Shares and averages as whole tenths; no float is involved."""


def share(part: int, whole: int) -> int | None:
    """Tenths of a percent, halves upwards: 528 of 1740 are 303 (30.3 %). None where there is nothing to divide by."""
    return (2000 * part + whole) // (2 * whole) if whole else None


def shown(tenths: int | None) -> str:
    """66.7 %; "" where there is none."""
    return "" if tenths is None else f"{tenths // 10}.{tenths % 10} %"


def mean(total: int, among: int) -> int | None:
    """Tenths of the average, halves upwards: 780 posts at 514 sites are 15 (1.5 a site)."""
    return (20 * total + among) // (2 * among) if among else None
