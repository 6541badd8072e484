"""The annexes of the month: by service field and way, by category of person, by village.

A column whose parts add up has a total that must equal the main table (checks.py); where one person or visit stands in
several parts, the total counts it once and says so: 合计（去重）.
"""

from dataclasses import dataclass

from models import codes, parameters
from models.database import current
from models.figures import cases, visits
from models.figures.activities import HELD
from models.figures.figure import DISTINCT, Figure
from models.figures.groups import CAME, SESSIONS
from models.figures.people import ON_FILE
from models.figures.table import BY_NUMBER, Table
from resources.language import N_

NOT_STATED = N_("Not stated")


@dataclass(frozen=True)
class Column:
    """A figure divided by the rows of an annex. `main` names the rows of the table whose sum the total must equal."""

    figure: Figure
    total: int | None
    adds: bool
    main: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnexRow:
    """One part: a village's name, or a code of the list `codes` of the annex; None for rows that name none."""

    part: str | None
    codes: str
    values: tuple[int | None, ...]

    def caption(self, language) -> str:
        if self.part is None:
            return language.text(NOT_STATED)
        return codes.label(self.codes, self.part, language) if self.codes else self.part


@dataclass(frozen=True)
class Annex:
    """One annex; a value stands under each column in each row."""

    number: int
    title: str
    columns: tuple[Column, ...]
    rows: tuple[AnnexRow, ...]


def annexes(table: Table) -> tuple[Annex, ...]:
    """Annexes 1 to 3 for the month and station of `table`, from the store in force."""
    return (
        _annex(table, 1, N_("By service field and way"), _by_field(), "service_field", all_rows=True),
        _annex(table, 2, N_("By category of person"), _by_category(), "category"),
        _annex(table, 3, N_("By village or neighbourhood"), _by_village(), ""),
    )


def _annex(table, number, title, columns, code_list, all_rows=False):
    store, period = current(), (table.station, table.start, table.end)
    parts = [figure.by_part(store, *period) for figure, _, _ in columns]
    heads = tuple(
        Column(figure, figure.count(store, *period), adds, main) for figure, adds, main in columns
    )  # fmt: skip
    rows = [
        AnnexRow(part, code_list, tuple(found.get(part, 0) for found in parts))
        for part in _in_order(set().union(*parts), code_list, all_rows)
    ]
    return Annex(number, title, heads, tuple(row for row in rows if all_rows and row.part or any(row.values)))


def _in_order(parts, code_list, all_rows):
    """Codes as in their list, villages by name, what names nothing last."""
    listed = [code.code for code in codes.choices(code_list)] if code_list else []
    named = [code for code in listed if all_rows or code in parts]
    named += sorted(part for part in parts if part is not None and part not in listed)
    return named + [None] * (None in parts)


# --- 1: by service field and way ------------------------------------------------------------------------------------

_GROUP_OF = 'JOIN "group" g ON g.id = s."group"'
_SESSIONS = f"""
SELECT 'group_session' AS kind, s.id AS row, s.day AS day, g.field AS part, NULL AS key, 1 AS counted
FROM group_session s LEFT {_GROUP_OF} WHERE {SESSIONS}
"""
_ACTIVITIES = f"""
SELECT 'activity' AS kind, e.id AS row, e.day AS day, e.field AS part, NULL AS key, 1 AS counted
FROM activity e WHERE {HELD}
"""
_CAME = f"""
SELECT 'attendance' AS kind, a.id AS row, s.day AS day, g.field AS part, NULL AS key, 1 AS counted
FROM group_session s CROSS JOIN attendance a ON a.session = s.id LEFT {_GROUP_OF} WHERE {SESSIONS} AND {CAME}
UNION ALL SELECT 'group_session', s.id, s.day, g.field, NULL, s.unnamed FROM group_session s LEFT {_GROUP_OF}
WHERE {SESSIONS} AND s.unnamed > 0
UNION ALL SELECT 'attendance', a.id, e.day, e.field, NULL, 1
FROM activity e CROSS JOIN attendance a ON a.activity = e.id WHERE {HELD} AND {CAME}
UNION ALL SELECT 'activity', e.id, e.day, e.field, NULL, e.unnamed FROM activity e WHERE {HELD} AND e.unnamed > 0
"""
_VISITS_OF_FIELD = f"""
SELECT 'visit' AS kind, v.id AS row, v.day AS day, {{part}} AS part, hex(v.id) AS key, 1 AS counted FROM visit v
WHERE {visits.IN_PERIOD} AND {visits.THERE} AND {{which}} EXISTS (
    SELECT 1 FROM person p, json_each(p.categories) c
    WHERE p.household = v.household AND p.deleted = 0 AND c.value IN ({{categories}}))
"""


def _visits_by_field():
    """Visits by the categories of the household's members; one visit may belong to several fields."""
    by_field = {}
    for row in parameters.table("category_fields"):
        by_field.setdefault(row["field"], []).append(f"'{row['category']}'")
    every = ", ".join(category for categories in by_field.values() for category in categories)
    parts = [
        _VISITS_OF_FIELD.format(part=f"'{field}'", which="", categories=", ".join(categories))
        for field, categories in by_field.items()
    ]
    return " UNION ALL ".join([*parts, _VISITS_OF_FIELD.format(part="NULL", which="NOT", categories=every)])


def _by_field():
    """(figure, whether the parts add up, rows of the main table that the total equals)."""
    cases_label, sessions_label = N_("Casework, cases"), N_("Group work, sessions")
    activities_label, visits_label = N_("Activities, events"), N_("Visits, household-times")
    times_label = N_("Groups and activities, person-times")
    return (
        (_column("cases", cases_label, N_("cases (casework)"), cases.UNDER_WAY_BY_FIELD), True, ("15", "16")),
        (_column("sessions", sessions_label, N_("sessions"), _SESSIONS), True, ("29",)),
        (_column("activities", activities_label, N_("events"), _ACTIVITIES), True, ("33",)),
        (_column("visits", visits_label, N_("household-times"), _visits_by_field(), DISTINCT), False, ("8",)),
        (_column("times", times_label, N_("person-times"), _CAME), True, ("30", "34")),
    )


def _column(name, label, unit, evidence, how="sum"):
    return Figure("", name, label, unit, "", evidence=evidence, how=how)


# --- 2: by category of person ---------------------------------------------------------------------------------------

_PERSONS = f"""
SELECT 'person' AS kind, p.id AS row, p.since AS day, c.value AS part, hex(p.id) AS key, 1 AS counted
FROM person p LEFT JOIN json_each(p.categories) c WHERE {ON_FILE}
"""
# Each person at each visit, session or activity, with the categories of the file.
_SERVED = f"""
SELECT e.kind AS kind, e.row AS row, e.day AS day, c.value AS part, hex(e.row) || e.person AS key, 1 AS counted
FROM (
    SELECT 'visit' AS kind, v.id AS row, v.day AS day, upper(s.value) AS person
    FROM visit v, json_each(v.seen) s WHERE {visits.IN_PERIOD}
    UNION ALL SELECT 'case_session', s.id, s.day, hex(k.person)
    FROM case_session s JOIN "case" k ON k.id = s."case" AND k.deleted = 0 WHERE {SESSIONS}
    UNION ALL SELECT 'attendance', a.id, s.day, hex(a.person)
    FROM group_session s CROSS JOIN attendance a ON a.session = s.id
    WHERE {SESSIONS} AND {CAME} AND a.person IS NOT NULL
    UNION ALL SELECT 'attendance', a.id, e.day, hex(a.person)
    FROM activity e CROSS JOIN attendance a ON a.activity = e.id WHERE {HELD} AND {CAME} AND a.person IS NOT NULL
) e
LEFT JOIN (SELECT hex(id) AS id, categories FROM person WHERE station = :station) p ON p.id = e.person
LEFT JOIN json_each(p.categories) c
"""


def _by_category():
    on_file, served = N_("On file, persons"), N_("Served by name, person-times")
    return (
        (_column("persons", on_file, N_("people"), _PERSONS, DISTINCT), False, ("3",)),
        (_column("served", served, N_("person-times"), _SERVED, DISTINCT), False, ()),
    )


# --- 3: by village --------------------------------------------------------------------------------------------------

_VILLAGE_COLUMNS = ("3", "4", "7", "8", "9", "10", "33", "34")


def _by_village():
    return tuple((BY_NUMBER[number], BY_NUMBER[number].over_parts, (number,)) for number in _VILLAGE_COLUMNS)
