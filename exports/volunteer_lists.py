"""Lists of volunteers: those with stars, and the volunteering of a month."""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.document import CELL, SMALL, Paper, gap, heading, pdf, title
from exports.grids import grid
from exports.hours import hours_said
from exports.prose import Prose
from models import figures, parameters
from models.files import silent
from models.volunteering.hours import VolunteerHours, confirmed
from models.volunteering.volunteer import Volunteer
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")


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
    heads = (
        N_("No."),
        N_("Name"),
        N_("Volunteer number"),
        N_("Village or community"),
        N_("Length in hours"),
        N_("Stars"),
    )
    rows = [[say(head) for head in heads]]
    for number, (one, minutes, stars) in enumerate(starred(), 1):
        rows.append(
            [
                str(number),
                one.name or "",
                one.number or "",
                one.village or "",
                hours_said(minutes, language),
                "★" * stars,
            ]
        )
    kinds = [_CENTRE, CELL, CELL, CELL, _RIGHT, _CENTRE]
    table = grid(rows, [width * paper.width for width in (0.07, 0.2, 0.25, 0.22, 0.11, 0.15)], kinds=kinds)
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
    rows = [[say(head) for head in (N_("Row"), N_("Figure"), N_("Unit"), N_("This month"), N_("This year"))]]
    for number in _MONTH:
        line = table.by_number[number]
        shown = [line.figure.show(value, language) for value in (line.value, line.year)]
        rows.append([number, say(line.figure.label), say(line.figure.unit), *shown])
    kinds = [_CENTRE, CELL, _CENTRE, _RIGHT, _RIGHT]
    widths = [paper.width * share for share in (0.1, 0.42, 0.16, 0.16, 0.16)]
    under = f"{station}　{language.month(month)}"
    story = [*title(paper.title, under), gap(2 * mm), grid(rows, widths, kinds=kinds), *_most(month, paper)]
    return pdf(paper, story, tick)


def _most(month, paper):
    """Who gave most in the month; names, for this paper stays at the station."""
    say, minutes, times = paper.language.text, {}, {}
    rows = VolunteerHours.alive().where(VolunteerHours.state == "confirmed", VolunteerHours.day.between(*_span(month)))
    for shift in rows:
        minutes[shift.volunteer] = minutes.get(shift.volunteer, 0) + (shift.minutes or 0)
        times[shift.volunteer] = times.get(shift.volunteer, 0) + 1
    lines = [
        [
            say(head)
            for head in (
                N_("No."),
                N_("Name"),
                N_("Village or community"),
                N_("Times served"),
                N_("Length in hours"),
            )
        ]
    ]
    names = {one.id: one for one in Volunteer.select().where(Volunteer.id.in_(list(minutes)))}
    ranked = sorted(minutes, key=lambda row: (-minutes[row], str(row)))
    for number, row in enumerate(ranked, 1):
        one, hours = names.get(row), hours_said(minutes[row], paper.language)
        about = [one.name or "", one.village or ""] if one else ["", ""]
        lines.append([str(number), *about, str(times[row]), hours])
    if not ranked:
        return []
    widths = [paper.width * share for share in (0.1, 0.34, 0.26, 0.14, 0.16)]
    return [
        *heading(say(N_("Volunteers of the month"))),
        grid(lines, widths, kinds=[_CENTRE, CELL, CELL, _RIGHT, _RIGHT]),
    ]


def _span(month):
    year, number = map(int, month.split("-"))
    after = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), date.fromordinal(after.toordinal() - 1)
