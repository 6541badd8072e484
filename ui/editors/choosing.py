"""What forms and lists need to know of other records, asked of the store in force."""

from models import access, pictures, search
from models.database import current
from ui.editors.editor import Choosing
from ui.widgets.finder import Offer
from ui.words import _, spoken

_FEW = 20
_LISTED = ("staff", "group", "station")


def choosing() -> Choosing:
    """The functions that editors ask."""
    return Choosing(
        today=lambda: current().today(), find=find, name=name_of, all_of=all_of, keep_picture=keep_picture,
        picture=lambda number: pictures.read(current(), number),
    )  # fmt: skip


def keep_picture(source: str | bytes) -> str:
    """Keep a picture file, or a picture that was pasted, in the station. Raises UserError."""
    from exports.intake import pictures as foreign  # opens a reader beside the program: only when one is added

    whole = foreign.picture_of_file(source) if isinstance(source, str) else foreign.picture_of_bytes(source)
    return pictures.keep(current(), whole)


def find(target: str, text: str, limit=8) -> list[Offer]:
    """Records of one table for typed text. A household is also found by its members, after those found by its head.

    What has no name of its own, such as a consent, is found by the person it is about.
    """
    if not current().tables[target].searched and (link := _link_to_person(target)):
        return _of_persons(target, link, text, limit)
    tables = ("household", "person") if target == "household" else (target,)
    own, through = {}, {}
    for record in search.find(text, limit, tables):
        found = record.linked("household") if target == "household" and record._meta.table_name == "person" else record
        if found is None:
            continue
        if found is record or found.caption() == record.caption():
            own.setdefault(found.id, offer_of(found))
        else:
            through.setdefault(found.id, offer_of(found, record))
    return list((own | {one: offer for one, offer in through.items() if one not in own}).values())[:limit]


def _link_to_person(target):
    questions = current().tables[target].questions()
    return next((name for name, question in questions.items() if getattr(question, "table", "") == "person"), None)


def _of_persons(target, link, text, limit):
    """The newest records about the persons that the text may mean."""
    cls, people = current().tables[target], [one.id for one in search.find_ids(text, limit, ("person",))]
    found = cls.alive().where(cls.questions()[link].in_(people)).order_by(cls.id.desc()).limit(limit)
    return [offer_of(record) for record in found]


def offer_of(record, through=None) -> Offer:
    """How a record is offered: its name and what tells it from others of that name."""
    return Offer(record.id, record.caption(), "　".join(filter(None, _details(record, through))))


def _details(record, through):
    names = ("sex", "village", "group_no", "day", "number", "person", "state")
    for name in names if record.searched else ("kind", "receiver", "day", "state"):
        question = record.questions().get(name)
        if question is None or getattr(record, name) in (None, ()):
            continue
        value = getattr(record, name)
        yield name_of("person", value) if name == "person" else question.show(value, spoken())
    age = record.age(current().today()) if hasattr(record, "age") else None
    if age is not None:
        yield _("{age} years", age=age)
    if through is not None:
        yield _("with {name}", name=through.caption())


def name_of(target: str, identity) -> str:
    """What a record is called; a stub for one that has not arrived."""
    cls = current().tables[target]
    record = cls.get_or_none(cls.id == identity)
    if record is not None and not access.may_read(current(), record):
        return _("restricted")
    return record.caption() if record else _("not here yet")


def all_of(target: str) -> list[Offer] | None:
    """The whole of a small table, or None where one has to search."""
    if target not in _LISTED:
        return None
    cls = current().tables[target]
    records = list(cls.alive().limit(_FEW + 1))
    if len(records) > _FEW:
        return None
    return [Offer(record.id, record.caption()) for record in records]
