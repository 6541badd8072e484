"""Answers that are much the same each time: taken over from the last record, or kept as a template by name.

Never taken over are days, numbers, counts and sums, persons served, whatever is sensitive, follows from other answers
or is a state.
"""

import json

from models import fields, replay
from models.errors import UserError
from models.team.staff import Staff
from resources.language import N_

# What is usually the same the next time, where a question does not say otherwise itself (`copied`).
_USUAL = frozenset(
    ("start", "end", "minutes", "place", "way", "kind", "field", "setting", "host", "undertaker", "organiser", "leader")
)
_KEPT = "template:"
_LOOKED_AT = 60
_LONGEST_NAME = 60


class TemplateNameMissing(UserError):
    code = "A-130"
    sentence = N_("A template needs a name of at most 60 characters.")


def last_of(store, cls):
    """The last record of this form that was made by who is at work; None where there is none among the newest."""
    for record in cls.alive().order_by(cls.id.desc()).limit(_LOOKED_AT):
        if record.station == store.unit and replay.made_by(store, record.id) == store.user:
            return record
    return None


def as_last_time(store, cls) -> dict:
    """Question → answer to fill in where a fresh form has none yet."""
    last = last_of(store, cls)
    if last is None:
        return {}
    names = [name for name, question in cls.questions().items() if _is_copied(cls, name, question)]
    return _answers(last, names)


def _is_copied(cls, name, question):
    if cls.goes_on:
        of_the_day = (fields.Day, fields.PartialDay, fields.Pictures)
        usual = not (question.derived or question.sensitive or isinstance(question, of_the_day))
        return usual if question.copied is None else question.copied
    if question.copied is not None:
        return question.copied and _may_be_kept(cls, name, question)
    return name in _USUAL and _may_be_kept(cls, name, question)


def _may_be_kept(cls, name, question):
    """What stands in a template: nothing of a person, no day, no number, no state, nothing that was counted once."""
    if question.sensitive or question.derived or question.copied is False or name in ("number", *cls.part_of):
        return False
    if isinstance(question, (fields.Count, fields.Money)) or getattr(question, "sums", ()):
        return False
    if cls.process and name == cls.process.question:
        return False
    if isinstance(question, (fields.Link, fields.Links)):
        return question.table == Staff._meta.table_name
    left_out = (fields.Day, fields.PartialDay, fields.Name, fields.IdNumber, fields.Phone, fields.Pictures, fields.Data)
    return not isinstance(question, (*left_out, fields.Answers)) and name != "state"


def _answers(record, names):
    questions = record.questions()
    return {name: getattr(record, name) for name in names if not questions[name].is_empty(getattr(record, name))}


# --- templates ---


def has_templates(cls) -> bool:
    """Whether a form comes again with much the same answers: an event or a meeting, not something about one person."""
    about = [question.table for question in cls.questions().values() if isinstance(question, fields.Link)]
    return not {"person", "household", "volunteer"} & set(about) and bool(cls.shelf)


def templates(store, cls) -> dict[str, dict]:
    """Name → answers of the templates of a form on this computer, in the order of their names."""
    kept = json.loads(store.kept(_KEPT + cls._meta.table_name) or b"{}")
    return {name: _unpacked(cls, answers) for name, answers in sorted(kept.items())}


def keep_template(store, name: str, record) -> None:
    """Keep the answers of a record under a name; what stood under that name goes. Raises TemplateNameMissing."""
    name, cls = name.strip(), type(record)
    if not name or len(name) > _LONGEST_NAME or fields.unwanted_character(name):
        raise TemplateNameMissing()
    names = [one for one, question in cls.questions().items() if _may_be_kept(cls, one, question)]
    _put(store, cls, templates(store, cls) | {name: _answers(record, names)})


def remove_template(store, cls, name: str) -> None:
    """Forget a template; records made from it stay."""
    _put(store, cls, {one: answers for one, answers in templates(store, cls).items() if one != name})


def _put(store, cls, kept):
    packed = {
        name: {one: cls.questions()[one].pack(value) for one, value in answers.items()}
        for name, answers in kept.items()
    }
    store.keep(_KEPT + cls._meta.table_name, json.dumps(packed, ensure_ascii=False).encode())


def _unpacked(cls, answers):
    questions = cls.questions()
    return {one: questions[one].unpack(value) for one, value in answers.items() if one in questions}
