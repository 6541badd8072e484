"""A member of the staff on paper: the form, certificates, the ledger of study, supervision of the year."""

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, heading
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models import codes
from models.database import current
from models.team import learning
from models.team.certificate import Certificate
from models.team.supervision import minutes_by_worker
from resources.language import N_

_CENTRE = CELL.but(align="centre")


def staff_pdf(member, *, language, **said) -> bytes:
    """The form with what else is kept of that worker; with the class the blank form."""
    more = [] if isinstance(member, type) else _more(member, language)
    return record_pdf(member, language=language, more=more, **said)


def _more(member, language):
    return [*_certificates(member, language), *_study(member, language), *_supervision(member, language)]


def _certificates(member, language):
    held = list(Certificate.alive().where(Certificate.staff == member.id).order_by(Certificate.obtained))
    if not held:
        return []
    say, questions = language.text, Certificate.questions()
    names = ("level", "obtained", "state", "registered", "until")
    rows = [[say(questions[name].label) for name in names]]
    for one in held:
        rows.append([questions[name].show(getattr(one, name), language) for name in names])
    widths = [wide * mm for wide in (44, 30, 42, 30, 30)]
    return [*heading(say(N_("Certificates and registration"))), grid(rows, widths, kinds=[_CENTRE] * 5)]


def _study(member, language):
    ledger = learning.ledger(current(), member)
    if ledger is None:
        return []
    say = language.text
    sums = say(
        N_("Period {start} to {end}: {done} of {asked} lesson hours done, {remaining} remaining."),
        start=ledger.start.isoformat(), end=ledger.end.isoformat(), done=ledger.done, asked=ledger.asked,
        remaining=ledger.remaining,
    )  # fmt: skip
    rows = [[say(N_("Date")), say(N_("Name of the training")), say(N_("Form of study")), say(N_("Held by")),
             say(N_("Hours counted")), say(N_("Proof numbers"))]]  # fmt: skip
    for training, hours in ledger.entries:
        form = codes.label("study_form", training.form, language) if training.form else ""
        rows.append(
            [training.day.isoformat(), training.name, form, training.organiser or "", str(hours), training.proof or ""]
        )
    widths = [wide * mm for wide in (22, 50, 24, 34, 18, 28)]
    kinds = [_CENTRE, CELL, _CENTRE, CELL, _CENTRE, CELL]
    return [
        *heading(say(N_("Ledger of continuing education"))),
        Prose(sums, BODY, after=2 * mm),
        grid(rows, widths, kinds=kinds),
    ]


def _supervision(member, language):
    """Hours of supervision by quarter of the year that runs."""
    say, year = language.text, current().today().year
    minutes = [minutes_by_worker(current(), year, quarter).get(member.id, 0) for quarter in (1, 2, 3, 4)]
    if not any(minutes):
        return []
    heads = [codes.label("quarter", f"q{quarter}", language) for quarter in (1, 2, 3, 4)]
    rows = [[*heads, say(N_("Sum of the sheet"))], [language.hours(one) for one in (*minutes, sum(minutes))]]
    name = say(N_("Hours of supervision in {year}"), year=year)
    return [*heading(name, 24 * mm), grid(rows, [35.2 * mm] * 5, kinds=[_CENTRE] * 5)]
