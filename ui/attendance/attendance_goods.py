"""Goods handed out at an activity: the same for everybody who came, in one step."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from models.errors import InvalidRecord, Wrong
from models.records import save_all
from models.services.hand_out import HandOut
from ui.attendance.attendance_sums import CAME, in_order
from ui.forms.record_form import RecordForm
from ui.theme import px
from ui.widgets.sheet import Sheet
from ui.words import _, ngettext

_SAME = ("day", "goods", "quantity", "unit", "value", "worker")


def receivers(rows, column):
    """Those ticked as having come, in the order of the sheet."""
    return [who for row, who in enumerate(rows.people) if rows.state_of(row, column) in CAME]


def hand_out_to(activity, people, **answers) -> tuple[int, int]:
    """Write one row a person; (rows written, people left out who were given the same goods before).

    Raises InvalidRecord and then writes nothing.
    """
    given = {
        row.person or row.name
        for row in HandOut.alive().where(HandOut.activity == activity.id, HandOut.goods == answers.get("goods"))
    }
    fresh = [who for who in people if who.key not in given]
    rows = [
        HandOut.new(activity=activity.id, **({"person": who.person} if who.person else {"name": who.name}), **answers)
        for who in fresh
    ]
    in_order(rows)
    save_all(rows)
    return len(rows), len(people) - len(fresh)


def ask_and_hand_out(file):
    """Ask what everybody was given, and write it down; what became of it is said by the file."""
    people = receivers(file.rows, file.view.event_column())
    if not people or not file.save():
        file.notice.say(_("Tick first who came; goods are then handed out to them."), state="info")
        return
    form = RecordForm(HandOut, file.choosing, columns=1, without=tuple(set(HandOut.questions()) - set(_SAME)))
    form.show_record(HandOut.new(day=file.record.day))
    room = QGuiApplication.primaryScreen().availableGeometry()  # Qt opens no dialog wider than two thirds of it
    form.setMinimumSize(min(px(520), room.width() * 2 // 3 - px(48)), min(px(330), room.height() // 2))
    n = len(people)
    title = ngettext("What was {n} person given?", "What was each of {n} people given?", n)
    sheet = Sheet(file, title, _("Value in all means what one person received."), [_("Write it down")], body=form)
    QTimer.singleShot(0, form.focus_first)
    if sheet.ask() == 0:
        _write(file, form, people)


def _write(file, form, people):
    trial = form.trial()
    answers = {name: getattr(trial, name) for name in _SAME if getattr(trial, name) is not None}
    try:
        written, left = hand_out_to(file.record, people, **answers)
    except (InvalidRecord, Wrong):
        file.notice.say(_("Nothing was written down: say at least which goods and how many."), state="danger")
        return
    said = ngettext("Goods handed out to {n} person.", "Goods handed out to {n} people.", written)
    if left:
        said = f"{said} " + ngettext("{n} had them already.", "{n} had them already.", left)
    file.notice.say(said, state="ok")
    file.changed_state.emit()
