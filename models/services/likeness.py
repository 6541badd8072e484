"""Whose picture may be shown: who was there and has not agreed to pictures (个人信息保护法 §§26, 29)."""

from models.database import current


def without_consent(event) -> list[str]:
    """The names of those who came to an activity or a group session without agreeing to pictures, as written down.

    A newcomer by name only has agreed to nothing. Whoever refused, withdrew, or whose consent had run out counts, too.
    """
    person = current().tables["person"]
    rows = [row for row in current().tables["attendance"].of(event) if row.state != "absent"]
    agreed = _agreed({row.person for row in rows if row.person}, event.day)
    missing = [row for row in rows if row.person not in agreed]
    names = {one.id: one.name for one in person.select().where(person.id.in_([r.person for r in missing if r.person]))}
    return [names.get(row.person) or row.name or "" for row in missing]


def _agreed(people, day) -> set:
    """Those whose latest answer about pictures up to `day` is a consent in force."""
    consent = current().tables["consent"]
    said = consent.alive().where(consent.kind == "image", consent.person.in_(list(people)))
    latest = {}
    for one in said.order_by(consent.day, consent.id):
        if not (day and one.day and one.day > day):
            latest[one.person] = one
    return {row for row, one in latest.items() if _in_force(one, day)}


def _in_force(consent, day):
    gone = consent.withdrawn is not None or (consent.until and day and consent.until < day)
    return consent.state == "agreed" and not gone
