"""The papers of volunteers besides their forms: agreement, sheet to sign in and out, ledger of hours, stars, month."""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.document import BODY, CELL, SMALL, Paper, Signatures, gap, heading, pdf, title
from exports.forms import record_pdf
from exports.grids import grid, plain
from exports.hours import hours_said
from exports.long_table import LongTable
from exports.prose import Prose, Type
from models import codes, figures, parameters
from models.files import silent
from models.volunteering.hours import VolunteerHours, confirmed
from models.volunteering.volunteer import Volunteer
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_CLAUSE = Type("serif", 10, 16)
TERMS = (
    N_("1. The service is given freely and without pay."),
    N_("2. Before the service the station tells the volunteer truly and completely what is needed and what risks there "
       "are."),
    N_("3. The station gives the training, the working conditions and the protection that the task asks for; where "
       "bodily danger is possible it takes out accident insurance for the volunteer first."),
    N_("4. The station records the hours truly and issues a proof free of charge when the volunteer asks for it."),
    N_("5. Both keep secret what they learn of those served. Facts about the volunteer are not made public without "
       "consent."),
    N_("6. The volunteer follows the rules of the service and says in time when unable to come; either side may end "
       "the agreement by telling the other."),
)  # fmt: skip


def agreement_pdf(
    agreement, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The agreement with its standing terms (志愿服务条例 §§12–21); with the class the blank one."""
    say = language.text
    terms = [*heading(say(N_("Rights and duties"))), *(Prose(say(term), _CLAUSE, after=1 * mm) for term in TERMS)]
    return record_pdf(
        agreement, language=language, station=station, more=[*terms, gap(2 * mm)], whole=whole, made=made, tick=tick
    )


def registration_pdf(volunteer, **said) -> bytes:
    """志愿者登记表, filled in or blank; see forms.record_pdf."""
    return record_pdf(volunteer, name=N_("Registration of a volunteer"), **said)


# --- sign-in and sign-out -------------------------------------------------------------------------------------------

_SHEET = (
    (N_("No."), 9), (N_("Name"), 25), (N_("Volunteer number"), 32), (N_("Post"), 24), (N_("Came at"), 18),
    (N_("Signature"), 24), (N_("Left at"), 18), (N_("Signature"), 24), (N_("Length"), 14),
)  # fmt: skip
_ROWS = 13


@dataclass(frozen=True)
class Occasion:
    """What volunteers signed in to: its name, day, place, leader."""

    name: str = ""
    day: date | None = None
    place: str = ""
    leader: str = ""


def sheet_pdf(
    occasion: Occasion, volunteers=(), *, station: str, language: Language, made: datetime | None = None, tick=silent
) -> bytes:
    """The sheet on which volunteers sign in and out: with those expected, then empty lines to the end of the page."""
    say = language.text
    paper = Paper(language, f"{say(N_('Sign-in and sign-out sheet of volunteers'))} {occasion.name}"[:80], station,
                  made=made, wide=True)  # fmt: skip
    lines = [[one.name or "", one.number or ""] for one in volunteers]
    lines += [["", ""]] * (-len(lines) % _ROWS or (0 if lines else _ROWS))
    scale = paper.width / sum(width for _, width in _SHEET)
    story = []
    for first in range(0, len(lines), _ROWS):
        rows = [[say(head) for head, _ in _SHEET]]
        rows += [[str(first + n + 1), *line, *[""] * 6] for n, line in enumerate(lines[first : first + _ROWS])]
        table = grid(rows, [width * scale for _, width in _SHEET], kinds=[_CENTRE] + [BODY] * 8, least=8.6 * mm)
        story += [PageBreak()] if first else []
        story += [*title(say(N_("Sign-in and sign-out sheet of volunteers")), station), *_about(occasion, paper), table]
        story += _sheet_foot(say)
    return pdf(paper, story, tick)


def _about(occasion, paper):
    say, half = paper.language.text, paper.width / 2
    day = occasion.day.isoformat() if occasion.day else ""
    rows = [
        (say(N_("Activity: {name}"), name=occasion.name), say(N_("Date: {day}"), day=day)),
        (say(N_("Place: {place}"), place=occasion.place), say(N_("Activity leader: {name}"), name=occasion.leader)),
    ]
    return [plain(rows, [half * 1.2, half * 0.8], [BODY, BODY]), gap(1.5 * mm)]


def _sheet_foot(say):
    note = say(
        N_("Only the time served counts, without the way there and back. Whoever goes over midnight signs anew.")
    )
    return [Signatures([(say(N_("Activity leader:")), ""), (say(N_("Worker:")), "")], 2), Prose(note, SMALL)]


# --- a volunteer's own ledger ---------------------------------------------------------------------------------------

_LEDGER = (
    (N_("No."), 9), (N_("Date"), 20), (N_("Time"), 22), (N_("Length in hours"), 13), (N_("Content of service"), 46),
    (N_("Place"), 26), (N_("Recording unit"), 26), (N_("State"), 14),
)  # fmt: skip


def ledger_pdf(
    volunteer, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The hours of one volunteer, the pending ones marked and not summed, void ones left out."""
    say = language.text
    paper = Paper(language, say(N_("Ledger of hours")), station, made=made)
    rows = VolunteerHours.alive().where(VolunteerHours.volunteer == volunteer.id, VolunteerHours.state != "void")
    scale = paper.width / sum(width for _, width in _LEDGER)
    kinds = [_CENTRE, _CENTRE, _CENTRE, _RIGHT, CELL, CELL, CELL, _CENTRE]
    table = LongTable.of([say(head) for head, _ in _LEDGER], [width * scale for _, width in _LEDGER], kinds, 9)
    total = 0
    for number, shift in enumerate(rows.order_by(VolunteerHours.day, VolunteerHours.start), 1):
        table.add(_ledger_line(number, shift, language))
        total += (shift.minutes or 0) if shift.state == "confirmed" else 0
    table.add(["", say(N_("Confirmed")), "", hours_said(total, language), _starred(total, language), "", "", ""],
              band=True)  # fmt: skip
    under = "　".join(filter(None, (volunteer.name, volunteer.number, station)))
    return pdf(paper, [*title(say(N_("Ledger of hours")), under), gap(2 * mm), table], tick)


def _ledger_line(number, shift, language):
    said = (shift.content or "", shift.place or "", shift.recorder or "")
    state = codes.label("hours_state", shift.state, language)
    span = f"{shift.start:%H:%M}–{shift.end:%H:%M}"
    return [str(number), shift.day.isoformat(), span, hours_said(shift.minutes or 0, language), *said, state]


def _starred(minutes, language):
    stars = parameters.stars(minutes)
    return language.text(N_("{stars} (by this region's table)"), stars="★" * stars) if stars else ""


# --- stars and the month --------------------------------------------------------------------------------------------


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
        N_("Village or neighbourhood"),
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
                N_("Village or neighbourhood"),
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
