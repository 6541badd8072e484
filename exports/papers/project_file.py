"""A purchased project on paper: its form, then indicators, instalments, money, and who lacks a certificate."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, heading
from exports.layout.forms import record_pdf
from exports.layout.grids import table_of
from exports.layout.prose import Prose
from models import codes, parameters
from models.files import silent
from models.partners import compliance, indicator, labour_share, spending
from models.partners.instalment import Instalment
from models.team import shares
from resources.language import N_, Language

_CENTRE, _RIGHT = CELL.but(align="centre"), CELL.but(align="right")
_WIDTH = 176 * mm
LACKS = {
    compliance.NO_CERTIFICATE: N_("no certificate"),
    compliance.NOT_REGISTERED: N_("certificate not registered"),
    compliance.EXPIRED: N_("registration has run out"),
}


def project_pdf(
    project, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The file of a project; with the class the blank form."""
    more = [] if isinstance(project, type) else _more(project, language)
    return record_pdf(project, language=language, station=station, more=more, whole=whole, made=made, tick=tick)


def _more(project, language):
    return [
        *_indicators(project, language),
        *_instalments(project, language),
        *_money(project, language),
        *_lacking(project, language),
    ]


_INDICATORS = (
    (N_("Indicator"), 52, CELL), (N_("Unit of count"), 16, _CENTRE), (N_("Target value"), 20, _RIGHT),
    (N_("Done so far"), 20, _RIGHT), (N_("Share done"), 18, _RIGHT), (N_("Target of a quarter"), 18, _RIGHT),
    (N_("Done this quarter"), 18, _RIGHT), (N_("Weight (%)"), 14, _RIGHT),
)  # fmt: skip


def _indicators(project, language):
    say, rows = language.text, []
    for one, actual, done in indicator.progress(project):
        target, so_far, quarter, in_quarter = (
            "" if count is None else language.number(count)
            for count in (one.year_target, actual, one.quarter_target, one.this_quarter())
        )
        weight = "" if one.weight is None else f"{one.weight} %"
        rows.append([one.name or "", one.unit or "", target, so_far, shares.shown(done), quarter, in_quarter, weight])
    if not rows:
        return []
    story = [*heading(say(N_("Indicators of the contract"))), table_of(_INDICATORS, rows, language, _WIDTH)]
    if (total := indicator.weighted(project)) is not None:
        story.append(Prose(say(N_("Done by weight: {share}"), share=shares.shown(total)), BODY, before=1.5 * mm))
    return story


_INSTALMENTS = (
    (N_("Number of the instalment"), 21, _CENTRE), (N_("Share (%)"), 16, _CENTRE), (N_("Amount due"), 26, _RIGHT),
    (N_("Due on"), 23, _CENTRE), (N_("Amount received"), 26, _RIGHT), (N_("Arrived on"), 23, _CENTRE),
    (N_("Condition"), 48, CELL),
)  # fmt: skip


def _instalments(project, language):
    say, money = language.text, language.money
    rows = []
    for one in Instalment.alive().where(Instalment.project == project.id).order_by(Instalment.number):
        days = [day.isoformat() if day else "" for day in (one.due, one.received_on)]
        share = "" if one.share is None else f"{one.share} %"
        received = "" if one.received is None else money(one.received)
        rows.append([str(one.number), share, money(one.amount or 0), days[0], received, days[1], one.condition or ""])
    if not rows:
        return []
    return [*heading(say(N_("Instalments"))), table_of(_INSTALMENTS, rows, language, _WIDTH)]


_MONEY = (
    (N_("Budget item"), 62, CELL), (N_("Budgeted"), 40, _RIGHT), (N_("Spent so far"), 40, _RIGHT),
    (N_("Share spent"), 34, _RIGHT),
)  # fmt: skip


def _money(project, language):
    say, money = language.text, language.money
    rows = spending.account(project)
    if not rows:
        return []
    planned, paid = sum(row[1] for row in rows), sum(row[2] for row in rows)
    lines = [
        [codes.label("budget_item", item, language), money(plan), money(done), shares.shown(shares.share(done, plan))]
        for item, plan, done in rows
    ]
    lines.append([say(N_("Total")), money(planned), money(paid), shares.shown(shares.share(paid, planned))])
    return [
        *heading(say(N_("Budget and spending"))),
        table_of(_MONEY, lines, language, _WIDTH),
        Prose(_staff_costs(project, language), BODY, before=1.5 * mm),
    ]


def _staff_costs(project, language):
    staff = spending.spent(project, "staff")
    lights = [
        codes.label("traffic_light", light, language) if light else "—"
        for light in (project.light, labour_share.light(staff, project.amount))
    ]
    return language.text(
        N_(
            "Staff costs: {budget} in the budget, {light}; so far {spent} of the contract, {now}; at most {limit} % "
            "of the project's money."
        ),
        budget=project.labour or "—", light=lights[0], spent=shares.shown(shares.share(staff, project.amount)) or "—",
        now=lights[1], limit=parameters.value("labour_share_limit"),
    )  # fmt: skip


def _lacking(project, language):
    say, found = language.text, compliance.lacking(project)
    if not project.staff:
        return []
    top = heading(say(N_("Certificates of the project's staff")))
    if not found:
        return [*top, Prose(say(N_("All who work in the project hold a valid certificate.")), BODY)]
    return [
        *top,
        *[Prose(say(N_("{label}: {said}"), label=member.name, said=say(LACKS[what])), BODY) for member, what in found],
    ]
