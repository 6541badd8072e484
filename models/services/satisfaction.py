"""Means as evaluations state them: a number with at most two decimals, kept as it was written."""

import re

from models.errors import Problem
from models.fields import Text, half_width
from resources.language import N_

_MEAN = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")


def mean_column(label, **options):
    """A question for a mean; see unlikely_means()."""
    return Text(label, limit=7, **options)


def unlikely_means(name: str, value: str | None, most: int):
    """Say what is wrong with a mean out of `most`."""
    if not value:
        return
    typed = half_width(value)
    if not _MEAN.fullmatch(typed):
        yield Problem(name, N_("Type a number such as 4.6."))
    elif float(typed) > most:
        yield Problem(name, N_("A mean of {most} at most."), {"most": most})
