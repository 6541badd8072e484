"""The papers of a sheet: the sign-in sheet in two sizes, the list of goods; looked at before they are printed."""

from models import read_log
from ui.prints.printing import head_of, show
from ui.words import _, spoken


def signin_data(file, event, filled, large=False) -> bytes:
    """The sign-in sheet of an event: blank, or with everybody in the order of the screen."""
    from exports.papers import signin  # reportlab is loaded when something is printed

    rows = file.rows
    guests = [_guest(file, signin, who, event) for who in rows.people if _came(rows, event, who)] if filled else ()
    return signin.signin_pdf(
        _event(file, signin, event), guests, large=large, others=event.unnamed if filled else None,
        **head_of(file.desk),
    )  # fmt: skip


def goods_data(file, filled) -> bytes:
    """The list of goods handed out at an activity, blank or as it was written down."""
    from exports.papers import handout  # reportlab is loaded when something is printed

    activity = file.record
    keeper = file.choosing.name("staff", activity.worker) if activity.worker else ""
    occasion = handout.Occasion(activity.caption(), activity.day, activity.place or "", keeper)
    rows = handout.given_of(file.store, activity.id, spoken()) if filled else ()
    return handout.handout_pdf(occasion, rows, **head_of(file.desk))


def preview(file, title, data, record):
    """Show the paper; whoever prints names is written down."""
    read_log.note(file.store, "print", record)
    show(file.desk, _("{what} · {caption}", what=title, caption=file.record.caption()), data, title)


def _came(rows, event, who):
    """Before anything is ticked everybody expected stands on the paper; afterwards those absent do not."""
    return rows.marks.get((event.id, who.key)) != "absent"


def _event(file, signin, event):
    keeper = file.choosing.name("staff", event.worker) if event.worker else ""
    start = f"{event.start:%H:%M}" if event.start else ""
    under = _("session {number}", number=event.number) if file.link == "session" else ""
    place = getattr(event, "place", None) or getattr(file.record, "place", None) or ""
    return signin.Event(file.record.caption(), event.day, place, keeper, start, under)


def _guest(file, signin, who, event):
    people = file.store.tables["person"]
    person = people.get_or_none(people.id == who.person) if who.person else None
    column = file.rows.events.index(event)
    row = file.rows.people.index(who)
    came = file.rows.state_of(row, column) in ("present", "late")
    proxy = file.rows.reason_of(row, column) if came else ""
    return signin.guest(person, event.day, spoken(), who.name, proxy)
