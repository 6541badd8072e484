"""Records on paper: looked at first; whoever prints a protected file is written down.

What draws is imported when something is printed: reportlab takes half a second, and most sessions print nothing.
"""

from models import access
from ui.messages import tell
from ui.print_preview import PrintPreview
from ui.words import _, spoken


def preview_record(desk, record) -> None:
    """Preview the print of a record, or with a class of its blank form; numbers of papers stay masked."""
    from exports import prints  # heavy, see above

    cls = record if isinstance(record, type) else type(record)
    if record is not cls and _is_kept_from(desk, record):
        return
    data = prints.record_pdf(record, **_said(desk))
    if record is not cls:
        access.note(desk.store, "print", record)
    title = _(cls.title) if record is cls else _("{what} · {caption}", what=_(cls.title), caption=record.caption())
    show(desk, title, data, _(cls.title))


def preview_blank(desk, cls) -> None:
    """Preview the form to fill in by hand."""
    preview_record(desk, cls)


def preview_team(desk) -> None:
    """Preview the state of the team: numbers, certificates, ratios."""
    from exports import team_table  # heavy, see above

    title = _("State of the team")
    show(desk, title, team_table.team_pdf(desk.store, **_said(desk)), title)


def preview_scale(desk, scale) -> None:
    """Preview the sheet of one scale to fill in by hand."""
    from exports import scale_paper  # heavy, see above

    title = scale.title.say(spoken())
    show(desk, title, scale_paper.blank_pdf(scale, **_said(desk)), title)


def preview_holdings(desk, person) -> None:
    """Preview all that is held about a person, for that person to have; written down as a print."""
    from exports import holdings  # heavy, see above

    data, name = holdings.holdings_pdf(person, **_said(desk)), _("What we hold about you")
    access.note(desk.store, "print", person, name)
    show(desk, _("{what} · {caption}", what=name, caption=person.caption()), data, name)


def preview_list(desk, cls, records, *, name="", under="", names=None) -> None:
    """Preview a register of records: a query, or any iterable of what stands in a list.

    `name` is its title where it is not the plural of the form, `under` says what was chosen, `names` the questions.
    """
    said, title = _said(desk), name or _(cls.plural)

    def work(tick):
        from exports import lists  # heavy, see above

        return lists.list_pdf(cls, records, name=name, under=under, names=names, tick=tick, **said)

    desk.start(work, lambda data: show(desk, title, data, title))


def write_list(desk, path, cls, records, done, *, name="", names=None) -> None:
    """Write a register as a workbook to `path` and call `done(None)`; what the disk says against it is told."""
    language, station = spoken(), desk.station.name

    def work(tick):
        from exports import lists  # heavy, see above

        lists.list_workbook(path, cls, records, language=language, station=station, name=name, names=names, tick=tick)

    desk.start(work, done)


def preview_dossier(desk, record) -> None:
    """Preview the whole file of a record: cover, index, each form in it, closing note."""
    if _is_kept_from(desk, record):
        return
    said, store = _said(desk), desk.store
    user = store.user and store.tables["staff"].get_or_none(store.tables["staff"].id == store.user)
    maker = user.name if user else ""

    def work(tick):
        from exports import dossier  # heavy, see above

        return dossier.dossier_pdf(store, record, maker=maker, tick=tick, **said)

    def done(data):
        access.note(store, "print", record)
        title = _("File: {what}", what=_(type(record).title))
        show(desk, _("{what} · {caption}", what=title, caption=record.caption()), data, title)

    desk.start(work, done)


def show(desk, title: str, data: bytes, name: str) -> None:
    """A PDF made elsewhere, looked at before it is printed or saved."""
    PrintPreview(desk.window, title, data, f"{name}.pdf").exec()


def _is_kept_from(desk, record) -> bool:
    """Whether who is at work may not read a record; they are told so."""
    kept = not access.may_read(desk.store, record)
    if kept:
        tell(desk.window, access.MayNotRead())
    return kept


def _said(desk):
    return {"language": spoken(), "station": desk.station.name, "made": desk.store.now()}
