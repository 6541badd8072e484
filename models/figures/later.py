"""Rows of the monthly table whose records this release does not keep: they stand in the table and say so."""

from models.figures import units
from models.figures.figure import not_kept
from resources.language import N_

RESOURCES = not_kept(
    N_("7. Resources and needs"),
    ("47", "needs", N_("Needs newly collected"), units.ENTRIES),
    ("48", "needs.met", N_("Needs matched"), units.ENTRIES),
    ("49", "links", N_("Resources linked"), units.TIMES),
    ("50", "links.goods", N_("Value of goods"), units.YUAN),
    ("51", "links.money", N_("Funds"), units.YUAN),
    ("52", "links.services", N_("Services, talent, policies"), units.ITEMS),
    ("53.1", "links.person_times", N_("Benefited, person-times"), units.PERSON_TIMES),
    ("53.2", "links.household_times", N_("Benefited, household visits"), units.HOUSEHOLD_VISITS),
)
REFERRALS = not_kept(
    N_("8. Referrals"),
    ("54", "referrals.out", N_("Referred out"), units.MATTERS),
    ("55", "referrals.in", N_("Referred in"), units.MATTERS),
    ("56", "referrals.settled", N_("Referrals settled"), units.MATTERS),
)
ABILITY = not_kept(
    N_("11. Ability"),
    ("68.1", "training", N_("Training attended, times"), units.TIMES),
    ("68.2", "training.attendances", N_("Training attended, person-times"), units.PERSON_TIMES),
    ("68.3", "training.hours", N_("Training attended, lesson hours"), units.LESSON_HOURS),
    ("69.1", "supervision", N_("Supervision received, times"), units.TIMES),
    ("69.2", "supervision.hours", N_("Supervision received, hours"), units.HOURS),
    ("70.1", "trainings.given", N_("Training given, times"), units.TIMES),
    ("70.2", "trainings.given.attendances", N_("Training given, person-times"), units.PERSON_TIMES),
)
