"""Records on paper: looked at first; whoever prints a protected file is written down."""

from exports import consent_paper, expiry_list, forms, holdings, person_sheet, referral_slip
from models import access
from models.linking.referral import Referral
from models.people.consent import Consent
from models.people.person import Person
from models.people.retention import Destruction
from models.services.visit import Visit
from ui.messages import tell
from ui.print_preview import PrintPreview
from ui.words import _, spoken

_SPECIAL = {
    Person: person_sheet.person_pdf, Visit: forms.visit_pdf, Referral: referral_slip.referral_pdf,
    Consent: consent_paper.consent_pdf, Destruction: expiry_list.destruction_pdf,
}  # fmt: skip


def preview_record(desk, record) -> None:
    """Preview the print of a record, or with a class of its blank form; numbers of papers stay masked."""
    cls = record if isinstance(record, type) else type(record)
    if record is not cls and not access.may_read(desk.store, record):
        tell(desk.window, access.MayNotRead())
        return
    make = _SPECIAL.get(cls, forms.record_pdf)
    data = make(record, language=spoken(), station=desk.station.name, made=desk.store.now())
    if record is not cls:
        access.note(desk.store, "print", record)
    title = _(cls.title) if record is cls else _("{what} · {caption}", what=_(cls.title), caption=record.caption())
    PrintPreview(desk.window, title, data, f"{_(cls.title)}.pdf").exec()


def preview_holdings(desk, person) -> None:
    """Preview all that is held about a person, for that person to have; written down as a print."""
    data = holdings.holdings_pdf(person, language=spoken(), station=desk.station.name, made=desk.store.now())
    access.note(desk.store, "print", person, _("What we hold about you"))
    title = _("{what} · {caption}", what=_("What we hold about you"), caption=person.caption())
    PrintPreview(desk.window, title, data, f"{_('What we hold about you')}.pdf").exec()
