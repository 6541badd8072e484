"""What is printed of volunteers besides their forms, and the sheet for the national network."""

from importlib import import_module

from PySide6.QtWidgets import QFileDialog

from models import read_log
from models.errors import UserError
from models.volunteering.volunteer import Volunteer
from ui.prints.printing import head_of, preview_list, show_noted
from ui.widgets.messages import tell
from ui.widgets.sheet import Sheet
from ui.widgets.span_choice import ask_span
from ui.words import _, ngettext, spoken

_ROSTER = ("name", "sex", "birth", "id_number", "phone", "email", "village", "number", "registered")


def preview_stars(desk):
    """The list of volunteers with stars."""
    _preview(desk, _("Volunteers with stars"), "papers.volunteer_lists", "stars_pdf")


def preview_sheet(desk):
    """The empty sheet to sign in and out."""
    from exports.papers import volunteer_papers  # reportlab: only when something is printed

    language = spoken()
    data = volunteer_papers.sheet_pdf(volunteer_papers.Occasion(), station=desk.station.name, language=language)
    show_noted(desk, _("Sign-in and sign-out sheet of volunteers"), data)


def preview_post_sheet(desk, post):
    """The sheet to sign in and out for those who took a post."""
    from exports.papers import volunteer_papers  # reportlab: only when something is printed

    event = post.linked("activity")
    name = " · ".join(filter(None, (event and event.name, post.name)))
    occasion = volunteer_papers.Occasion(name, event and event.day, post.place or "", post.leader or "")
    people = Volunteer.alive().where(Volunteer.id.in_(list(post.volunteers or ()))).order_by(Volunteer.name)
    data = volunteer_papers.sheet_pdf(occasion, people, station=desk.station.name, language=spoken())
    show_noted(desk, _("Sign-in and sign-out sheet of volunteers"), data)


def preview_roster(desk):
    """The register that 民政部令第67号 and the national network ask for; numbers are masked."""
    rows = Volunteer.alive().where(Volunteer.state != "left").order_by(Volunteer.registered, Volunteer.name)
    preview_list(desk, Volunteer, rows, name=_("Register of volunteers"), names=_ROSTER)


def preview_month(page, desk):
    """The volunteering of the month that is chosen."""
    title = _("Volunteering of the month")
    if span := ask_span(page, desk.store.today(), title, _("The month in which the span begins is printed.")):
        from exports.papers.volunteer_lists import month_pdf  # reportlab: only when something is printed

        show_noted(desk, title, month_pdf(desk.store, f"{span[0]:%Y-%m}", **head_of(desk)))


def preview_ledger(desk, volunteer):
    """The hours of one volunteer."""
    _preview(desk, _("Ledger of hours"), "papers.volunteer_papers", "ledger_pdf", volunteer)


def preview_national(page, desk):
    """The hours still to be typed into the national network."""
    title = _("Hours to be entered in the national network")
    if span := _asked(page, desk, title):
        _preview(desk, title, "papers.national", "national_pdf", *span)


def save_national(page, desk):
    """The same as a workbook with whole numbers, to copy from."""
    title = _("Hours to be entered in the national network")
    if not (span := _asked(page, desk, title)):
        return
    path, _kind = QFileDialog.getSaveFileName(page, _("Save the workbook"), f"{title}.xlsx", "*.xlsx")
    if path:
        from exports.papers.national import national_workbook  # xlsxwriter: only when a workbook is asked for

        try:
            national_workbook(path, *span, language=spoken(), station=desk.station.name)
        except UserError as error:
            tell(page, error)
            return
        read_log.note(desk.store, "export")
        page.said.emit(_("Saved {when}", when=f"{desk.store.now():%H:%M}"))


def mark_national(page, desk):
    """Write down that the hours of a span have been typed in; asked first, with their number."""
    from exports.papers.national import entries, mark_entered  # what it refuses is what the sheet refuses

    title = _("Mark the hours as entered")
    if not (span := _asked(page, desk, title)):
        return
    found = entries(*span)
    count = sum(not entry.doubt for entry in found)
    sentence = ngettext("{n} shift is marked as entered today.", "{n} shifts are marked as entered today.", count)
    left = len(found) - count
    if left:
        more = ngettext("{n} more shift waits for a correction.", "{n} more shifts wait for a correction.", left)
        sentence = f"{sentence}{more}"
    if count and Sheet(page, title, sentence, [_("Mark as entered")]).ask() == 0:
        try:
            mark_entered(found, desk.store.today())
        except UserError as error:
            tell(page, error)
    elif not count:
        Sheet(page, title, sentence, [], back=_("Close")).ask()
    page.shown()


def _asked(page, desk, title):
    return ask_span(page, desk.store.today(), title, _("Confirmed shifts not yet entered there."), place=2)


def _preview(desk, title, module, function, *about):
    # reportlab is imported only when something is printed
    make = getattr(import_module(f"exports.{module}"), function)
    show_noted(desk, title, make(*about, **head_of(desk)))
