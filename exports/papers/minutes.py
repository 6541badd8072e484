"""Minutes of a meeting (会议纪要): who met when, what was said to each point, decisions, tasks."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from exports.layout.document import CELL, HEADING, Paper, Signatures, gap, pdf, title
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose, Type
from models.files import silent
from resources.language import N_, Language

NAME = N_("Minutes of the meeting")
_TEXT = Type("serif", 11, 19)
_FACT = Type("serif", 11, 17)
_TASKS = [width * mm for width in (10, 78, 40, 24, 24)]
_CENTRE = CELL.but(align="centre")


def minutes_pdf(
    meeting, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The minutes of a meeting; with the class the blank record to fill in by hand."""
    if isinstance(meeting, type):
        return record_pdf(
            meeting, language=language, station=station, name=N_("Record of a meeting"), made=made, tick=tick
        )
    say = language.text
    paper = Paper(language, say(NAME), station, made=made)
    head = f"{station}　{meeting.number or ''}".rstrip()
    story = [*title(say(NAME), head), *_facts(meeting, language), gap()]
    story += _part(say(N_("Agenda")), _agenda(meeting, say))
    story += _part(say(N_("Decisions")), [Prose("　　" + line, _TEXT) for line in _lines(meeting.decisions)])
    story += _part(say(N_("Tasks given out")), _tasks(meeting, language))
    if meeting.copies:
        story.append(Prose(say(N_("Copies to: {names}"), names=meeting.copies), _FACT, before=4 * mm))
    signers = [(say(label), "") for label in meeting.signers]
    return pdf(paper, [*story, KeepTogether([gap(4 * mm), Signatures(signers)])], tick)


def _facts(meeting, language):
    say = language.text
    times = "－".join(f"{one:%H:%M}" for one in (meeting.start, meeting.end) if one)
    recorder = meeting.linked("recorder")
    facts = (
        (N_("Name of the meeting"), meeting.name or ""),
        (N_("Time"), " ".join(part for part in (meeting.day and meeting.day.isoformat(), times) if part)),
        (N_("Place"), meeting.place or ""),
        (N_("Convener"), meeting.convener or ""),
        (N_("Recorder"), recorder.name if recorder else ""),
        (N_("Units and people present"), meeting.members or ""),
        (N_("Number present"), "" if meeting.present is None else str(meeting.present)),
        (N_("Excused"), meeting.absent or ""),
    )
    return [Prose(say(N_("{label}: {said}"), label=say(label), said=said), _FACT) for label, said in facts if said]


def _part(name, story):
    return [Prose(name, HEADING, before=4 * mm, after=1.5 * mm), *story] if story else []


def _agenda(meeting, say):
    story = []
    for number, line in enumerate(meeting.agenda, 1):
        by = say(N_(" ({name})"), name=line["by"]) if line.get("by") else ""
        story.append(Prose(f"{number}. {line.get('topic', '')}{by}", _TEXT.but(face="medium")))
        story += [Prose("　　" + said, _TEXT) for said in _lines(line.get("said"))]
    return story


def _tasks(meeting, language):
    if not meeting.tasks:
        return []
    heads = (N_("No."), N_("Task"), N_("Person or unit responsible"), N_("By"), N_("Done on"))
    rows = [[language.text(head) for head in heads]]
    for number, line in enumerate(meeting.tasks, 1):
        days = [line[name].isoformat() if line.get(name) else "" for name in ("due", "done")]
        rows.append([str(number), line.get("what", ""), line.get("who", ""), *days])
    return [grid(rows, _TASKS, kinds=[_CENTRE, CELL, CELL, _CENTRE, _CENTRE])]


def _lines(text):
    return [line.strip() for line in (text or "").split("\n") if line.strip()]
