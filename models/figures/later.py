"""Rows of the monthly table whose records this release does not keep: they stand in the table and say so."""

from models.figures import units
from models.figures.figure import not_kept
from resources.language import N_

REFERRALS = not_kept(
    N_("8. Referrals"),
    ("54", "referrals.out", N_("Referred out"), units.MATTERS),
    ("55", "referrals.in", N_("Referred in"), units.MATTERS),
    ("56", "referrals.settled", N_("Referrals settled"), units.MATTERS),
)
