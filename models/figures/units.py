"""The units of the monthly table. 人次, 人, 户次 and 户 are never mixed (product.md, the unit rule)."""

from models.figures.figure import HOURS, YUAN
from resources.language import N_

PEOPLE = N_("people")
PERSON_TIMES = N_("person-times")
HOUSEHOLDS = N_("households")
HOUSEHOLD_VISITS = N_("household visits")
TIMES = N_("times")
CASES = N_("cases in hand")
MATTERS = N_("cases")
SESSIONS = N_("sessions")
PIECES = N_("units")
EVENTS = N_("events")
COPIES = N_("copies")
ENTRIES = N_("entries")
ITEMS = N_("items")
TEAMS = N_("teams")
ARTICLES = N_("articles")
LESSON_HOURS = N_("lesson hours")
PERCENT = "%"

__all__ = [
    "ARTICLES", "CASES", "COPIES", "ENTRIES", "EVENTS", "HOURS", "HOUSEHOLDS", "HOUSEHOLD_VISITS", "ITEMS",
    "LESSON_HOURS", "MATTERS", "PEOPLE", "PERCENT", "PERSON_TIMES", "PIECES", "SESSIONS", "TEAMS", "TIMES", "YUAN",
]  # fmt: skip
