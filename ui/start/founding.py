"""What the wizard's last step does: set a station up, restore one, or make the training station."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

from exports import intake, sign
from exports.bundle import key_file
from exports.papers import recovery
from models import backup_file, register, restoring, station
from models.errors import UserError
from models.keys import KeySlots
from models.team.staff import Staff
from resources import FOLDER
from resources.language import N_
from ui import theme
from ui.start.answers import COUNTY, RESTORE, TRAINING
from ui.words import _, spoken

_BUILT = 2026
_TRAINING_NAME = N_("Training station")


def found(folder: Path, answers):
    """The open store of the new station; None after a restore, which is opened like any station."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if answers.kind == RESTORE:
        _restored(folder, answers)
        return None
    if answers.kind == TRAINING:
        return _training(folder)
    return _set_up(folder, answers)


def _set_up(folder, answers):
    if answers.key_file:
        key_file.read_key(answers.key_file)  # what is wrong with it is said before anything is written
    store, _code = station.set_up(
        folder,
        tables=register.BY_TABLE,
        name=answers.name,
        level="county" if answers.kind == COUNTY else "station",
        short=answers.short,
        division=answers.division or None,
        phone=answers.phone or None,
        users=[station.NewUser(answers.user, answers.password, "lead")],
        recovery=answers.recovery,
    )
    try:
        with store:
            sign.station_certificate(store)
            if answers.key_file:
                key_file.trust(store, answers.key_file)
    except BaseException:
        store.close()  # the station is there, and opens by its password
        raise
    return store


def _restored(folder, answers):
    restoring.restore(
        answers.backup,
        folder,
        user=UUID(answers.user) if answers.user else None,
        password=answers.password or None,
        recovery=answers.opened_by_code or None,
    )


def _training(folder):
    """Invented people, no encryption, openly marked."""
    store, _code = station.set_up(
        folder, tables=register.BY_TABLE, name=_(_TRAINING_NAME), training=True,
        users=[station.NewUser(_("Trainee"), "", "lead")],
    )  # fmt: skip
    with store:
        for name in ("服务对象台账.xlsx", "走访记录.xlsx", "志愿服务时长.xlsx"):
            sheets = intake.read_sheets(FOLDER / "demo" / name)
            intake.apply(intake.plan(sheets), store)
        _write_papers(store)
    return store


def _write_papers(store):
    """A filled case and what else a month leaves behind, by a colleague of the trainee."""
    from ui.demonstration import (  # all the forms; only a training station is filled
        demonstration_month,
        demonstration_papers,
    )

    colleague = Staff.alive().where(Staff.id != store.user).order_by(Staff.name).first()
    demonstration_papers.add(store, demonstration_month.last_month(), colleague.id)


def users_of(backup) -> list[tuple[str, str]]:
    """(id, label) of those whose password opens a back-up; none where it cannot be read."""
    try:
        text = backup_file.read_header(Path(backup)).keyslots
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / station.SLOTS
            path.write_text(text or "", encoding="utf-8")
            return [(slot.user, slot.label) for slot in KeySlots(path).users()]
    except UserError:
        return []


def print_recovery_sheet(path, answers):
    recovery.write(path, answers.recovery, station=answers.name, user=answers.user, language=spoken())


def self_check(folder: Path) -> list[tuple[str, str]]:
    """What this computer is like, as (sign, words): disk, clock, input method."""
    place = folder
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free // 2**20
    method = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "")
    chinese = bool(method) or os.name == "nt"
    return [
        ("✓" if free > 500 else "!", _("{free} MB free on the disk", free=spoken().number(free))),
        _clock_check(),
        ("✓", _("Chinese type comes with the program"))
        if theme.fonts_are_there()
        else ("!", _("The Chinese type is missing.")),
        ("✓", _("An input method is there"))
        if chinese
        else ("!", _("No Chinese input method; install ibus or fcitx.")),
    ]


def _clock_check():
    today = date.today()
    right = _BUILT <= today.year < _BUILT + 20
    said = _("The clock says {today}", today=spoken().day(today))
    return ("✓" if right else "!", said if right else _("{said}. Set it right first.", said=said))
