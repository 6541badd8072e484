"""What the strip at the foot of the window says of the station: who works, back-up, receipt."""

from hub import boards
from models import access, backups
from ui.editors.choosing import name_of
from ui.words import _, spoken

_WARN_DAYS, _DANGER_DAYS = 14, 35


def items(store, station) -> dict:
    """Name of the item → (text, state)."""
    return {
        "station": (station.name, ""),
        "user": (_user_said(store), ""),
        "backup": _backup_said(store),
        "receipt": _receipt_said(store),
        "plain": ("" if store.encrypted else _("Training station, not encrypted"), "warn"),
    }


def _user_said(store):
    role = access.role_of(store, store.user)
    name = name_of("staff", store.user) if store.user else ""
    question = store.tables["staff"].questions()["role"]
    return _("{name} ({role})", name=name, role=question.show(role, spoken())) if role else name


def _backup_said(store):
    listed = backups.listed(store.folder)
    if not listed:
        return _("No back-up yet; one is made when you close"), ""
    made = max(path.stat().st_mtime for path, _header in listed)
    days = (store.now().timestamp() - made) / 86400
    if days < 1:
        return _("Back-up of today"), ""
    return _("Back-up {days} days ago", days=int(days)), "danger" if days > 7 else ""


def _receipt_said(store):
    days = boards.days_since_receipt(store)
    if not days:
        return "", ""
    state = "danger" if days >= _DANGER_DAYS else "warn" if days >= _WARN_DAYS else ""
    return _("{days} days since the last receipt", days=days), state
