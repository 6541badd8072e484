"""The sheet from which confirmed hours are typed into the national network of volunteers (中国志愿服务网).

民政部令第67号 art. 4 asks for that entry; this program is not connected to it. It keeps the checks that the network
makes when an office enters hours: one day, no overlap, not zero, not ahead, at most ten shifts a batch.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from reportlab.lib.units import mm

from exports.layout.document import CELL, LABEL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.long_table import LongTable
from exports.layout.masks import masked
from exports.layout.prose import Prose
from exports.papers.hours import hundredths_of_hours
from exports.workbook import Sheet, Workbook
from models import parameters
from models.database import current
from models.files import silent
from models.records import save_all
from models.services.activity import Activity
from models.station import Station
from models.volunteering.hours import VolunteerHours
from models.volunteering.team import VolunteerTeam
from models.volunteering.volunteer import Volunteer
from resources.language import N_, Language

_REMARK = 500


@dataclass(frozen=True)
class Entry:
    """One shift as it is typed into the network; `batch` is its number in the sheet, `doubt` says why it waits."""

    batch: int
    shift: VolunteerHours
    volunteer: Volunteer | None
    team: VolunteerTeam | None
    project: str
    doubt: str = ""

    @property
    def hours(self) -> float:
        return hundredths_of_hours(self.shift.minutes or 0)


def entries(start: date, end: date, *, again=False) -> list[Entry]:
    """The confirmed shifts of a span that are not yet entered (or all with `again`), in batches of one volunteer."""
    rows = VolunteerHours.alive().where(VolunteerHours.state == "confirmed", VolunteerHours.day.between(start, end))
    shifts = [shift for shift in rows if again or shift.national != "yes"]
    people = _by_id(Volunteer, {shift.volunteer for shift in shifts})
    teams, held = _by_id(VolunteerTeam, {s.team for s in shifts}), _by_id(Activity, {s.activity for s in shifts})
    shifts.sort(key=lambda one: (_name(people, one), str(one.volunteer), one.day, one.start))
    found, batch, most = [], 0, parameters.value("national_segments")
    for _who, given in groupby(shifts, key=lambda one: one.volunteer):
        before = None
        for number, shift in enumerate(given):
            batch += number % most == 0
            one = people.get(shift.volunteer)
            event = held.get(shift.activity)
            project = event.name if event else (shift.content or "")
            doubt = _doubt(shift, before, one)
            found.append(Entry(batch, shift, one, teams.get(shift.team), project or "", doubt))
            before = shift
    return found


def _by_id(cls, rows):
    return {one.id: one for one in cls.select().where(cls.id.in_([row for row in rows if row]))}


def _name(people, shift):
    one = people.get(shift.volunteer)
    return one.name or "" if one else ""


def _doubt(shift, before, volunteer):
    """What the network would not take."""
    now = current().now().replace(tzinfo=None)
    if not (shift.start and shift.end) or shift.end <= shift.start or not hundredths_of_hours(shift.minutes or 0):
        return N_("not on one day, or without length")
    if datetime.combine(shift.day, shift.end) > now:
        return N_("not over yet")
    if before is not None and before.day == shift.day and before.end > shift.start:
        return N_("overlaps the shift before")
    if volunteer is None or volunteer.id_number in (None, "", "无"):
        return N_("ID document number missing")
    if volunteer.agreed == "no":
        return N_("does not agree to the entry")  # Order 67, article 6
    if volunteer.national is None:
        return N_("not yet registered there")
    return ""


_DIVISION, _TEAM_NO = N_("Division"), N_("Number in the national network")
_HEADS = (
    (N_("Batch"), 10), (N_("Name"), 20), (N_("Volunteer number"), 33), (N_("ID document number"), 34),
    (_DIVISION, 30), (N_("Project or activity"), 36), (N_("With the team"), 24), (_TEAM_NO, 30),
    (N_("Begins"), 27), (N_("Ends"), 27), (N_("Length in hours"), 12), (N_("Remarks"), 24),
)  # fmt: skip


def _line(entry, language, division, whole):
    shift, one, team = entry.shift, entry.volunteer, entry.team
    papers = (one.id_number or "") if one else ""
    remark = language.text(entry.doubt) if entry.doubt else (shift.content or "")[:_REMARK]
    return [
        entry.batch, one.name or "" if one else "", one.number or "" if one else "",
        papers if whole else masked(papers), division, entry.project, team.name if team else "",
        (team.registration or "") if team else "", f"{shift.day} {shift.start:%H:%M}",
        f"{shift.day} {shift.end:%H:%M}", entry.hours, remark,
    ]  # fmt: skip


def _division():
    """The division padded to the 18 digits the network uses; empty where the station has none."""
    return (Station.mine().division or "").ljust(18, "0") if Station.mine().division else ""


def national_pdf(
    start: date, end: date, *, language: Language, station: str, made: datetime | None = None, again=False, tick=silent
) -> bytes:
    """The sheet on paper, numbers of papers masked; whoever types them opens the volunteer's file."""
    say = language.text
    paper = Paper(language, say(N_("Hours to be entered in the national network")), station, made=made, wide=True)
    kind = CELL.but(size=8, leading=10.5)
    heads = [column for column in _HEADS if column[0] not in (_DIVISION, _TEAM_NO)]
    scale = paper.width / sum(width for _, width in heads)
    table = LongTable.of([say(head) for head, _ in heads], [w * scale for _, w in heads], [kind] * len(heads), 8)
    found, division = entries(start, end, again=again), _division()
    for entry in found:
        line = _line(entry, language, division, False)
        table.add([str(line[0]), *line[1:4], *line[5:7], *line[8:10], f"{line[10]:.2f}", line[11]])
    note = say(N_("This sheet is typed in by hand, batch by batch; then mark the shifts as entered. Lines with a "
                  "remark why they wait are mended first."))  # fmt: skip
    under = say(
        N_("{station}, shifts from {start} to {end}"), station=f"{station} {division}".strip(), start=start, end=end
    )
    foot = [
        Signatures([(say(N_("Typed in by:")), ""), (say(N_("Compared by:")), ""), (say(N_("Date:")), "")], 3, LABEL)
    ]
    if not found:
        table = Prose(say(N_("All confirmed shifts of this span are marked as entered.")), CELL)
    return pdf(
        paper, [*title(paper.title, under), gap(1.5 * mm), table, Prose(note, SMALL, before=2 * mm), *foot], tick
    )


def national_workbook(
    path, start: date, end: date, *, language: Language, station: str, again=False, tick=silent
) -> None:
    """The same as a workbook with whole numbers, to copy from; hours with two decimals.

    Raises DiskFull, ReadOnly, Pulled, NotFound and then leaves nothing behind.
    """
    name = language.text(N_("Hours to be entered in the national network"))
    book = Workbook(name, station)
    sheet = book.sheet(name, widths=[6, 12, 20, 22, 21, 28, 18, 20, 18, 18, 8, 30], wide=True)
    sheet.across(name, len(_HEADS), 26, **Sheet.TITLE)
    sheet.heads([language.text(head) for head, _ in _HEADS])
    division = _division()
    for number, entry in enumerate(entries(start, end, again=again), 1):
        line = _line(entry, language, division, True)
        line[10] = (line[10], "0.00")
        sheet.line(line)
        tick(number, 0)
    book.keep(path)


def mark_entered(found, day: date) -> int:
    """Write down that these entries stand in the network since `day`, and give their number; doubtful ones are left."""
    shifts = [entry.shift for entry in found if not entry.doubt]
    for shift in shifts:
        shift.national, shift.national_on = "yes", day
    save_all(shifts)
    return len(shifts)
