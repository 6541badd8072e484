"""Rows 47-53 of the monthly table: needs, and the resources linked to them."""

from models.figures import units
from models.figures.figure import FLOW, Figure
from resources.language import N_

SECTION = N_("7. Resources and needs")


def _needs(day):
    return f"""
SELECT 'need' AS "table", n.id AS row, n.{day} AS day, n.id AS key, 1 AS amount, n.village
FROM need n WHERE n.station = :unit AND n.deleted = 0 AND n.{day} BETWEEN :start AND :end
"""


def _links(amount="1", where="1"):
    return f"""
SELECT 'resource_link' AS "table", l.id AS row, l.day AS day, l.id AS key, {amount} AS amount, l.village
FROM resource_link l WHERE l.station = :unit AND l.deleted = 0 AND l.day BETWEEN :start AND :end AND {where}
"""


def _valued(kind):
    return _links("coalesce(l.value, 0)", f"l.kind = '{kind}'")


FIGURES = (
    Figure(
        "47", "needs", N_("Needs newly collected"), units.ENTRIES, SECTION,
        N_("Needs collected in the month, whatever came of them."), _needs("day"), additive=FLOW,
    ),
    Figure(
        "48", "needs.met", N_("Needs matched"), units.ENTRIES, SECTION,
        N_("Needs that in the month were made a project or met, whenever they were collected."), _needs("matched_on"),
        additive=FLOW,
    ),
    Figure(
        "49", "links", N_("Resources linked"), units.TIMES, SECTION, N_("Resource links of the month, of all kinds."),
        _links(), additive=FLOW,
    ),
    Figure(
        "50", "links.goods", N_("Value of goods"), units.YUAN, SECTION,
        N_("Of row 49, what the goods are worth; added in fen."), _valued("goods"), additive=FLOW,
    ),
    Figure(
        "51", "links.money", N_("Funds"), units.YUAN, SECTION, N_("Of row 49, the sums of money; added in fen."),
        _valued("money"), additive=FLOW,
    ),
    Figure(
        "52", "links.services", N_("Services, talent, policies"), units.ITEMS, SECTION,
        N_("Of row 49, the links of services, talent and policies."),
        _links(where="l.kind IN ('service', 'talent', 'policy')"), additive=FLOW,
    ),
    Figure(
        "53.1", "links.person_times", N_("Benefited, person-times"), units.PERSON_TIMES, SECTION,
        N_("People who benefit from the links of row 49, once a link."), _links("coalesce(l.people, 0)"), additive=FLOW,
    ),
    Figure(
        "53.2", "links.household_times", N_("Benefited, household visits"), units.HOUSEHOLD_VISITS, SECTION,
        N_("Households that benefit from the links of row 49, once a link."), _links("coalesce(l.families, 0)"),
        additive=FLOW,
    ),
)  # fmt: skip
