"""The papers of volunteers besides their forms: agreement, sheet to sign in and out, ledger of hours."""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.layout.document import BODY, CELL, SMALL, Paper, Signatures, gap, heading, pdf, title
from exports.layout.forms import record_pdf
from exports.layout.grids import grid, plain
from exports.layout.long_table import LongTable
from exports.layout.prose import Prose, Type
from exports.papers.hours import hours_said
from models import codes, parameters
from models.files import silent
from models.volunteering.hours import VolunteerHours
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
    (N_("No."), 9), (N_("Date"), 20), (N_("Time"), 22), (N_("Length in hours"), 13), (N_("Content of service"), 43),
    (N_("Place"), 29), (N_("Recording unit"), 26), (N_("State"), 14),
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
