"""Records on paper: looked at first; whoever prints a protected file is written down.

What draws, and what shows a PDF, is imported when something is printed: reportlab takes half a second, and most
sessions print nothing.
"""

from models import access, read_log
from ui.widgets.messages import tell
from ui.words import _, spoken


def preview_record(desk, record) -> None:
    """Preview the print of a record, or with a class of its blank form; numbers of papers stay masked."""
    from exports import prints  # heavy, see above

    cls = record if isinstance(record, type) else type(record)
    if record is not cls and _is_kept_from(desk, record):
        return
    data = prints.record_pdf(record, **head_of(desk))
    if record is not cls:
        read_log.note(desk.store, "print", record)
    title = _(cls.title) if record is cls else _("{what} · {caption}", what=_(cls.title), caption=record.caption())
    show(desk, title, data, _(cls.title))


def preview_scale(desk, scale) -> None:
    """Preview the sheet of one scale to fill in by hand."""
    from exports.papers import scale_paper  # heavy, see above

    title = scale.title.say(spoken())
    show(desk, title, scale_paper.blank_pdf(scale, **head_of(desk)))


def preview_holdings(desk, person) -> None:
    """Preview all that is held about a person, for that person to have; written down as a print."""
    from exports.papers import holdings  # heavy, see above

    data, name = holdings.holdings_pdf(person, **head_of(desk)), _("What we hold about you")
    read_log.note(desk.store, "print", person, name)
    show(desk, _("{what} · {caption}", what=name, caption=person.caption()), data, name)


def preview_list(desk, cls, records, *, name="", under="", names=None) -> None:
    """Preview a register of records: a query, or any iterable of what stands in a list.

    `name` is its title where it is not the plural of the form, `under` says what was chosen, `names` the questions.
    """
    about, title = head_of(desk), name or _(cls.plural)

    def work(tick):
        from exports.layout import lists  # heavy, see above

        return lists.list_pdf(cls, records, name=name, under=under, names=names, tick=tick, **about)

    desk.start(work, lambda data: show(desk, title, data))


def write_list(desk, path, cls, records, done, *, name="", names=None) -> None:
    """Write a register as a workbook to `path` and call `done(None)`; what the disk says against it is told."""
    language, station = spoken(), desk.station.name

    def work(tick):
        from exports.layout import lists  # heavy, see above

        lists.list_workbook(path, cls, records, language=language, station=station, name=name, names=names, tick=tick)

    desk.start(work, done)


def preview_dossier(desk, record) -> None:
    """Preview the whole file of a record: cover, index, each form in it, closing note."""
    if _is_kept_from(desk, record):
        return
    about, store = head_of(desk), desk.store
    user = store.user and store.tables["staff"].get_or_none(store.tables["staff"].id == store.user)
    maker = user.name if user else ""

    def work(tick):
        from exports import dossier  # heavy, see above

        return dossier.dossier_pdf(store, record, maker=maker, tick=tick, **about)

    def done(data):
        read_log.note(store, "print", record)
        title = _("File: {what}", what=_(type(record).title))
        show(desk, _("{what} · {caption}", what=title, caption=record.caption()), data, title)

    desk.start(work, done)


def show(desk, title: str, data: bytes, name: str = "") -> None:
    """A PDF made elsewhere, looked at before it is printed or saved under `name`, else its title."""
    from ui.prints.print_preview import PrintPreview  # brings the engine of PDF: 0.2 s

    PrintPreview(desk.window, title, data, f"{name or title}.pdf").exec()


def show_noted(desk, title: str, data: bytes) -> None:
    """A PDF of many records made elsewhere; that it left the program is written down."""
    read_log.note(desk.store, "print")
    show(desk, title, data)


def _is_kept_from(desk, record) -> bool:
    """Whether who is at work may not read a record; they are told so."""
    kept = not access.may_read(desk.store, record)
    if kept:
        tell(desk.window, access.MayNotRead())
    return kept


def head_of(desk) -> dict:
    """What every paper is told: in which language it speaks, whose it is, when it was made."""
    return {"language": spoken(), "station": desk.station.name, "made": desk.store.now()}
