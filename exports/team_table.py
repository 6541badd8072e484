"""The team at a glance (队伍情况统计表): numbers, certificates, both ratios, turnover, study, supervision, communities.

Every line says how it is counted, because the plans that ask for it count differently.
"""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.document import CELL, SMALL, Paper, pdf, title
from exports.grids import grid
from exports.prose import Prose
from models import parameters
from models.files import silent
from models.office.community import Community
from models.people.person import Person
from models.team import census, exam, job_post, learning, norms
from models.team.census import CERTIFIED
from models.team.supervision import minutes_by_worker
from models.team.training import StaffTraining
from resources.language import N_, Language

_VALUE = CELL.but(size=9.5, leading=12, align="right")
_LABEL = CELL.but(size=9.5, leading=12)


def team_pdf(store, *, language: Language, station: str, made: datetime | None = None, tick=silent) -> bytes:
    """The state of the team today, on one or two pages; the store has to be in force."""
    say, today = language.text, store.today()
    name = say(N_("State of the team"))
    paper = Paper(language, name, station, made=made)
    rows = [[say(N_("Item")), say(N_("Count or share")), say(N_("How it is counted"))]]
    bands = []
    for heading, lines in _parts(store, today):
        bands.append(len(rows))
        rows.append([say(heading)])
        rows += [[say(label), _shown(value, unit, language), say(rule)] for label, value, unit, rule in lines]
    widths = [paper.width * share for share in (0.34, 0.22, 0.44)]
    under = say(N_("{station}　As of {day}"), station=station, day=today.isoformat())
    table = grid(rows, widths, kinds=[_LABEL, _VALUE, SMALL], bands=bands, padding=(1.6, 4), least=6 * mm)
    return pdf(paper, [*title(name, under), table, *_short(store, language)], tick)


def _shown(value, unit, language):
    """A count, tenths of a percent or of an average, minutes as hours, or words; "—" of nothing."""
    if value is None:
        return "—"
    if unit == "words":
        return value
    if unit == "hours":
        return language.hours(value)
    tenths = {"percent": "{n} %", "mean": "{n}"}.get(unit)
    return tenths.format(n=f"{value // 10}.{value % 10}") if tenths else language.number(value)


def _parts(store, today):
    members, counted = learning.in_post(store, today), census.census(store, today)
    yield N_("Numbers"), _numbers(store, today, counted)
    yield N_("Certificates"), _certificates(store, today, counted, members)
    yield N_("Study and supervision"), _study(store, today, members)
    yield N_("Communities"), _communities(store, members)


def _numbers(store, today, counted):
    clients = Person.alive().where(Person.station == store.unit, Person.state == "active").count()
    return [
        (N_("Staff in post"), counted.all, "", N_("Without supervisors from outside and auditors")),
        (N_("Full time"), counted.full_time, "", N_("Who does not say is full time")),
        (N_("Part time"), counted.part_time, "", ""),
        (N_("Share of full time"), counted.full_time_share, "percent", N_("Full time out of all")),
        (N_("Full time to part time"), counted.full_to_part, "percent", N_("Full time over part time")),
        (N_("Places vacant"), job_post.vacant(store, today), "", N_("Places in the list of posts that nobody holds")),
        (
            N_("Turnover this year"), census.turnover_of(store, date(today.year, 1, 1), today), "percent",
            N_("Left this year over the mean of those at its start and today"),
        ),
        (N_("Persons served a worker"), census.clients_per_worker(clients, counted.all), "mean", N_("Files in force")),
    ]  # fmt: skip


def _certificates(store, today, counted, members):
    held, leaders = census.leaders_certified(members)
    results = exam.results(store, today.year)
    labels = {"assistant": N_("Assistant social workers"), "worker": N_("Social workers of the middle level"),
              "senior": N_("Senior social workers")}  # fmt: skip
    return [
        (N_("With a certificate"), counted.certified, "", N_("Not the same as social-work talents")),
        *((labels[level], counted.levels[level], "", "") for level in CERTIFIED),
        (N_("Share with a certificate"), counted.certified_share, "percent", N_("With a certificate out of all")),
        (N_("Urban secretaries with a certificate"), f"{held} / {leaders}", "words", ""),
        (N_("Signed up for the examination"), results.signed, "", N_("Of this year")),
        (N_("Sat the examination"), results.sat, "", ""),
        (N_("Passed the examination"), results.passed, "", ""),
        (N_("Pass rate"), results.rate, "percent", N_("Passed out of those who sat")),
        (
            N_("Children's workers prepared for the examination"), exam.child_workers_trained(store, today.year),
            "percent", N_("Supervisors and directors of children in post"),
        ),
    ]  # fmt: skip


def _study(store, today, members):
    quarter = (today.month + 2) // 3
    minutes = minutes_by_worker(store, today.year, quarter)
    trainings = StaffTraining.alive().where(
        StaffTraining.station == store.unit, StaffTraining.day >= date(today.year, 1, 1)
    )
    hours = [(row.hours or 0) * len(row.people or ()) for row in trainings if row.day <= today]
    wanted = parameters.value("programme_hours")
    each = sum(minutes.values()) // len(members) if members else None
    done = sum(learning.programme_hours(store, one) >= wanted for one in members)
    return [
        (N_("Trainings attended this year"), len(hours), "", ""),
        (N_("Lesson hours this year"), sum(hours), "", N_("Each who attended counted")),
        (N_("Finished the 120-hour programme"), done, "", ""),
        (N_("Supervision a worker this quarter"), each, "hours", N_("Hours, over all in post")),
    ]  # fmt: skip


def _communities(store, members):
    lines = []
    for land, label in (("urban", N_("Urban communities")), ("rural", N_("Villages"))):
        norm = norms.communities(members, _places(store, land), land)
        lines.append((label, len(norm.counts), "", N_("From the list of villages and communities")))
        lines.append((N_("Workers a community, mean"), norm.mean, "mean", ""))
        lines.append((N_("Workers a community, least"), norm.least, "", N_("“Not less than” asks for the least")))
        lines.append((N_("Communities short of workers"), len(norm.short), "", ""))
    return lines


def _places(store, land):
    return [one.name for one in Community.alive().where(Community.station == store.unit, Community.land == land)]


def _short(store, language):
    """Who is behind with continuing education, by name."""
    behind = []
    for member in learning.in_post(store):
        ledger = learning.ledger(store, member)
        if ledger and ledger.is_short(store.today()):
            behind.append(language.text(N_("{name} {hours} h"), name=member.name, hours=ledger.remaining))
    if not behind:
        return []
    told = N_("Behind with continuing education (lesson hours to do): {names}")
    return [Prose(language.text(told, names=language.text(N_(", ")).join(behind)), _LABEL, before=3 * mm)]
