"""The head that all forms share: station, number, day, and the file in which the form stands."""

from exports.layout.answers import caption
from exports.layout.document import LABEL
from exports.layout.fonts import face
from exports.layout.grids import plain
from models.fields import Text
from resources.language import N_

_ROOM, _ROOM_FOR_NAME = "＿" * 9, "＿" * 15
_GAP = 12  # points between two that stand in one row


def in_head(record) -> set[str]:
    """The questions of a record or its class that the head says, so that the table need not."""
    own = {"number"} if _has_number(record) else set()
    return own.union(record.part_of, filter(None, [record.filled_in]))


def _has_number(record):
    """Whether a form has the number that people see; the count of a session is a plain answer."""
    return isinstance(record.questions().get("number"), Text)


def _day(answers):
    own = answers.record.filled_in
    return answers.say(own) if own and not answers.blank else answers.day


def head(answers, station: str, width: float):
    """Station, number and day in one line; below it the records in whose files the form stands."""
    say = answers.language.text
    number = _has_number(answers.record)
    day = _day(answers) or say(N_("{gap}year{gap}month{gap}day"), gap="　" if answers.language.name == "en" else "　　")
    parts = [
        say(N_("Station: {name}"), name=station),
        _field(answers, "number", answers.language) if number else "",
        say(N_("Filled in on: {day}"), day=day),
    ]
    widths = _widths(parts, width)
    story = [plain([parts], widths, [LABEL, LABEL, LABEL.but(align="right")])]
    owners = _once(part for name in answers.record.part_of for part in _owner(answers, name))
    for at in range(0, len(owners), 2):
        pair = owners[at : at + 2]
        kinds = [LABEL, LABEL.but(align="right")][: len(pair)]
        story.append(plain([pair], _shares(pair, width), kinds, above=True))
    return story


def _once(parts):
    """Each answer once, and on a blank form each label: of two files in one head both may name the person."""
    found = {}
    for part in parts:
        found.setdefault(part.rstrip("＿"), part)
    return list(found.values())


def _shares(parts, width):
    """All for what stands alone; of two a long first one has what the second leaves."""
    if len(parts) == 1:
        return [width]
    first, second = (face(LABEL.face).width(part, LABEL.size) + _GAP for part in parts)
    left = max(width * 0.58, min(first, width - second))
    return [left, width - left]


def _widths(parts, width):
    """A third each; the number and the day take from the station what they need, for they stand on one line."""
    need = [face(LABEL.face).width(part, LABEL.size) + 2 for part in parts]
    middle = max(width * 0.34, need[1]) if parts[1] else 0
    right = max(width * 0.3, need[2])
    return [width - middle - right, middle, right]


def _field(answers, name, language):
    label = language.text(answers.record.questions()[name].label)
    said = "" if answers.blank else answers.say(name)
    return language.text(N_("{label}: {said}"), label=label, said=said or _ROOM)


def _owner(answers, name):
    """The owner's short name and number, or what it is headed by; and the worker responsible for it."""
    question, language = answers.record.questions()[name], answers.language
    owner = None if answers.blank else answers.record.linked(name)
    parts = [(language.text(question.label), _called(owner))] if owner or answers.blank else []
    headed = answers.at(name).record.headed if parts else ()
    if headed:
        parts = [(label, said) for label, said in _headed(answers.at(name), headed) if said or answers.blank]
    responsible = None if headed else _responsible(owner or question.target)
    if parts and responsible and "worker" not in answers.record.questions():
        worker = caption(responsible.table, owner.worker) if owner and owner.worker else ""
        parts.append((language.text(responsible.label), worker))
    rooms = (_ROOM_FOR_NAME, *(_ROOM,) * len(parts))
    return [
        language.text(N_("{label}: {said}"), label=label, said=said or room)
        for (label, said), room in zip(parts, rooms, strict=False)
    ]


def _headed(answers, names):
    """(label, answer) for each question that the forms of a file have in their head."""
    questions = answers.record.questions()
    return [(answers.language.text(questions[name].label), answers.say(name)) for name in names]


def _responsible(owner):
    """The question who is responsible for a file, of its record or class; a class declared later is known by name."""
    return None if isinstance(owner, str) else owner.questions().get("worker")


def number_of(record) -> str:
    """The number that people see; "" where the form has none."""
    return record.number or "" if _has_number(record) else ""


def _called(owner):
    if owner is None:
        return ""
    number, name = number_of(owner), owner.caption()
    return name if number in name else f"{number} {name}"
