"""The team at a glance (队伍情况统计表): numbers, certificates, both ratios, turnover, study, supervision, communities.

Every line says how it is counted, because the plans that ask for it count differently.
"""

from datetime import date

from exports.layout.statement import Counted, Statement
from models import parameters
from models.office.community import Community
from models.people.person import Person
from models.station import Station
from models.team import assignment, candidate, census, exam, job_post, learning, norms
from models.team.census import CERTIFIED
from models.team.supervision import minutes_by_worker
from models.team.training import StaffTraining
from resources.language import N_, Language

_YEARS = 3


def team_statement(store, language: Language) -> Statement:
    """The state of the team today; the store has to be in force."""
    return Statement(
        N_("State of the team"), tuple(_parts(store, store.today(), language)), tuple(_short(store, language))
    )


def _parts(store, today, language):
    members, counted = learning.in_post(store, today), census.census(store, today)
    yield N_("Numbers"), tuple(_numbers(store, today, counted, language))
    yield N_("Certificates"), tuple(_certificates(store, today, counted, members))
    yield N_("Study and supervision"), tuple(_study(store, today, members))
    yield N_("Communities"), tuple(_communities(store, members))
    if towns := _towns(store):
        covered, whole = assignment.towns_covered(store, towns)
        rule = N_("Of the stations that report here, those with a full-time worker sent there")
        yield N_("Towns"), (Counted(N_("Towns with a full-time worker"), f"{covered} / {whole}", "words", rule),)


def _numbers(store, today, counted, language):
    clients = Person.alive().where(Person.station == store.unit, Person.state == "active").count()
    year = date(today.year, 1, 1)
    residents = sum(one.registered or 0 for one in _of_station(store, Community))
    yield Counted(N_("Staff in post"), counted.all, rule=N_("Without supervisors from outside and auditors"))
    yield Counted(N_("Full time"), counted.full_time, rule=N_("Who does not say is full time"))
    yield Counted(N_("Part time"), counted.part_time)
    yield Counted(N_("Share of full time"), counted.full_time_share, "percent", N_("Full time out of all"))
    yield Counted(N_("Full time to part time"), counted.full_to_part, "percent", N_("Full time over part time"))
    vacant = job_post.vacant(store, today)
    yield Counted(N_("Places vacant"), vacant, rule=N_("Places in the list of posts that nobody holds"))
    rule = N_("Left this year over the mean of those at its start and today")
    yield Counted(N_("Turnover this year"), census.turnover_of(store, year, today), "percent", rule)
    heads = census.headcounts(store, range(today.year - _YEARS + 1, today.year + 1))
    years = language.text(N_("Years {years}; this year as of today"), years=" / ".join(map(str, heads)))
    yield Counted(N_("Staff at the end of each year"), " / ".join(map(str, heads.values())), "words", years)
    became = candidate.conversions(store, year, today)
    yield Counted(N_("Became social workers this year"), became, rule=N_("Candidates and former volunteers"))
    served = census.clients_per_worker(clients, counted.all)
    yield Counted(N_("Persons served a worker"), served, "mean", N_("Files in force"))
    rule = N_("Over the registered population of the villages and communities")
    yield Counted(N_("Workers out of 1,000 residents"), norms.per_thousand(counted.all, residents), "permille", rule)


def _certificates(store, today, counted, members):
    held, leaders = census.leaders_certified(members)
    results = exam.results(store, today.year)
    labels = {"assistant": N_("Assistant social workers"), "worker": N_("Social workers of the middle level"),
              "senior": N_("Senior social workers")}  # fmt: skip
    yield Counted(N_("With a certificate"), counted.certified, rule=N_("Not the same as social-work talents"))
    for level in CERTIFIED:
        yield Counted(labels[level], counted.levels[level])
    rule = N_("With a certificate out of all")
    yield Counted(N_("Share with a certificate"), counted.certified_share, "percent", rule)
    full = sum(census.has_certified_full_time((one,)) for one in members)
    yield Counted(N_("Certified and full time"), full, rule=N_("Each station has one or more"))
    yield Counted(N_("Urban secretaries with a certificate"), f"{held} / {leaders}", "words")
    yield Counted(N_("Signed up for the examination"), results.signed, rule=N_("Of this year"))
    yield Counted(N_("Sat the examination"), results.sat)
    yield Counted(N_("Passed the examination"), results.passed)
    yield Counted(N_("Pass rate"), results.rate, "percent", N_("Passed out of those who sat"))
    trained, rule = exam.child_workers_trained(store, today.year), N_("Supervisors and directors of children in post")
    yield Counted(N_("Children's workers prepared for the examination"), trained, "percent", rule)


def _study(store, today, members):
    minutes = minutes_by_worker(store, today.year, (today.month + 2) // 3)
    trainings = _of_station(store, StaffTraining).where(StaffTraining.day.between(date(today.year, 1, 1), today))
    hours = [(row.hours or 0) * len(row.people or ()) for row in trainings]
    wanted = parameters.value("programme_hours")
    each = sum(minutes.values()) // len(members) if members else None
    done = sum(learning.programme_hours(store, one) >= wanted for one in members)
    yield Counted(N_("Trainings attended this year"), len(hours))
    yield Counted(N_("Lesson hours this year"), sum(hours), rule=N_("Each who attended counted"))
    yield Counted(N_("Finished the 120-hour programme"), done)
    yield Counted(N_("Supervision a worker this quarter"), each, "hours", N_("Hours, over all in post"))


def _communities(store, members):
    for land, label in (("urban", N_("Urban communities")), ("rural", N_("Villages"))):
        places = [one.name for one in _of_station(store, Community).where(Community.land == land)]
        norm = norms.communities(members, places, land)
        yield Counted(label, len(norm.counts), rule=N_("From the list of villages and communities"))
        yield Counted(N_("Workers a community, mean"), norm.mean, "mean")
        yield Counted(N_("Workers a community, least"), norm.least, rule=N_("“Not less than” asks for the least"))
        yield Counted(N_("Communities short of workers"), len(norm.short))
        yield Counted(N_("Workers missing there"), norm.missing)


def _towns(store):
    """The names of the stations that report to this one; none at a station in a town."""
    return [one.name for one in Station.alive().where(Station.id != store.unit)]


def _of_station(store, cls):
    return cls.alive().where(cls.station == store.unit)


def _short(store, language):
    """Who is behind with continuing education, by name."""
    behind = []
    for member in learning.in_post(store):
        ledger = learning.ledger(store, member)
        if ledger and ledger.is_short(store.today()):
            behind.append(language.text(N_("{name} {hours} h"), name=member.name, hours=ledger.remaining))
    if behind:
        told = N_("Behind with continuing education (lesson hours to do): {names}")
        yield language.text(told, names=language.text(N_(", ")).join(behind))
