"""Lists of volunteers: those with stars, and the volunteering of a month."""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.layout.document import CELL, SMALL, Paper, gap, heading, pdf, title
from exports.layout.grids import table_of
from exports.layout.prose import Prose
from exports.papers.hours import hours_said
from models import figures, parameters
from models.files import silent
from models.volunteering.hours import VolunteerHours, confirmed
from models.volunteering.volunteer import Volunteer
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_STARS = (
    (N_("No."), 7, _CENTRE), (N_("Name"), 20, CELL), (N_("Volunteer number"), 25, CELL),
    (N_("Village or community"), 22, CELL), (N_("Length in hours"), 11, _RIGHT), (N_("Stars"), 15, _CENTRE),
)  # fmt: skip
_FIGURES = (
    (N_("Row"), 10, _CENTRE), (N_("Figure"), 42, CELL), (N_("Unit"), 16, _CENTRE), (N_("This month"), 16, _RIGHT),
    (N_("This year"), 16, _RIGHT),
)  # fmt: skip
_MOST = (
    (N_("No."), 10, _CENTRE), (N_("Name"), 34, CELL), (N_("Village or community"), 26, CELL),
    (N_("Times served"), 14, _RIGHT), (N_("Length in hours"), 16, _RIGHT),
)  # fmt: skip


def starred() -> list[tuple[Volunteer, int, int]]:
    """(volunteer, confirmed minutes, stars) of all who have a star and have not left, most hours first."""
    found = []
    for one in Volunteer.alive().where(Volunteer.state != "left"):
        minutes = sum(shift.minutes or 0 for shift in confirmed(one.id))
        if stars := parameters.stars(minutes):
            found.append((one, minutes, stars))
    return sorted(found, key=lambda line: (-line[1], line[0].name or ""))


def stars_pdf(*, language: Language, station: str, made: datetime | None = None, tick=silent) -> bytes:
    """The list of stars: name, number, team's village, hours, stars; the scale stands below."""
    say = language.text
    paper = Paper(language, say(N_("Volunteers with stars")), station, made=made)
    rows = [
        [str(number), one.name or "", one.number or "", one.village or "", hours_said(minutes, language), "★" * stars]
        for number, (one, minutes, stars) in enumerate(starred(), 1)
    ]
    table = table_of(_STARS, rows, language, paper.width)
    scale = say(N_("; ")).join(
        say(N_("{stars} from {hours} hours"), stars="★" * int(row["stars"]), hours=row["hours"])
        for row in parameters.table("volunteer_stars")
    )
    day = made.date().isoformat() if made else ""
    under = "　".join(filter(None, (station, day and say(N_("Date: {day}"), day=day))))
    return pdf(paper, [*title(paper.title, under), gap(2 * mm), table, Prose(scale, SMALL, before=2 * mm)], tick)


_MONTH = ("39", "40", "41", "42", "43", "44", "45.1", "45.2", "46")


def month_pdf(
    store, month: str, *, language: Language, station: str, made: datetime | None = None, tick=silent
) -> bytes:
    """The volunteering of a month (YYYY-MM): the figures of the monthly table, and the hours by kind of activity."""
    say = language.text
    paper = Paper(language, say(N_("Volunteering of the month")), station, made=made)
    table = figures.month_table(store.unit, month)
    rows = []
    for number in _MONTH:
        line = table.by_number[number]
        values = [line.figure.show(value, language) for value in (line.value, line.year)]
        rows.append([number, say(line.figure.label), say(line.figure.unit), *values])
    shown = table_of(_FIGURES, rows, language, paper.width)
    under = f"{station}　{language.month(month)}"
    story = [*title(paper.title, under), gap(2 * mm), shown, *_most(month, paper)]
    return pdf(paper, story, tick)


def _most(month, paper):
    """Who gave most in the month; names, for this paper stays at the station."""
    say, minutes, times = paper.language.text, {}, {}
    rows = VolunteerHours.alive().where(VolunteerHours.state == "confirmed", VolunteerHours.day.between(*_span(month)))
    for shift in rows:
        minutes[shift.volunteer] = minutes.get(shift.volunteer, 0) + (shift.minutes or 0)
        times[shift.volunteer] = times.get(shift.volunteer, 0) + 1
    lines = []
    names = {one.id: one for one in Volunteer.select().where(Volunteer.id.in_(list(minutes)))}
    ranked = sorted(minutes, key=lambda row: (-minutes[row], str(row)))
    for number, row in enumerate(ranked, 1):
        one, hours = names.get(row), hours_said(minutes[row], paper.language)
        about = [one.name or "", one.village or ""] if one else ["", ""]
        lines.append([str(number), *about, str(times[row]), hours])
    if not lines:
        return []
    return [*heading(say(N_("Volunteers of the month"))), table_of(_MOST, lines, paper.language, paper.width)]


def _span(month):
    year, number = map(int, month.split("-"))
    after = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), date.fromordinal(after.toordinal() - 1)
