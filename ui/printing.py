"""Records on paper: looked at first; whoever prints a protected file is written down."""

from exports import forms, person_sheet
from models import access
from models.people.person import Person
from models.services.visit import Visit
from ui.print_preview import PrintPreview
from ui.words import _, spoken

_SPECIAL = {Person: person_sheet.person_pdf, Visit: forms.visit_pdf}


def preview_record(desk, record) -> None:
    """Preview the print of a record, or with a class of its blank form; numbers of papers stay masked."""
    cls = record if isinstance(record, type) else type(record)
    make = _SPECIAL.get(cls, forms.record_pdf)
    data = make(record, language=spoken(), station=desk.station.name, made=desk.store.now())
    if record is not cls:
        access.note(desk.store, "print", record)
    title = _(cls.title) if record is cls else _("{what} · {caption}", what=_(cls.title), caption=record.caption())
    PrintPreview(desk.window, title, data, f"{_(cls.title)}.pdf").exec()
