"""What the program needs once a station is opened or made: all forms, all pages, the wizard.

It takes a second to load, so the unlock card does not wait for it (ui/app.py).
"""

from uuid import UUID

from models import backups, register, station
from ui.start import founding
from ui.start.first_run import FirstRun
from ui.window.desk import Desk
from ui.window.left import in_hand

__all__ = ["back_up", "by_code", "by_password", "desk", "founded", "in_hand", "training", "wizard"]


def by_password(folder, user: str, password: str):
    """The open store. Raises what station.open_station raises."""
    return station.open_station(folder, tables=register.BY_TABLE, user=UUID(user), password=password)


def by_code(folder, code: str):
    return station.open_station(folder, tables=register.BY_TABLE, recovery=code)


def training(folder):
    """A training station needs no password."""
    return station.open_station(folder, tables=register.BY_TABLE)


def desk(store, program) -> Desk:
    return Desk(store, program)


def wizard(home) -> FirstRun:
    """The first start; `founded` makes what it was told."""
    return FirstRun(founding.self_check(home), founding.print_recovery_sheet, founding.users_of)


def founded(folder, answers):
    """The store of a new station, or None after a restore."""
    return founding.found(folder, answers)


def back_up(store) -> None:
    backups.back_up_if_changed(store)
