"""志愿服务记录证明: the proof of volunteering with its annex of shifts (民政部令第67号 art. 14–17, 民发〔2015〕149号).

It says who served how long, with what content, and who recorded it. It claims nothing of other registers, and the place
of the seal stays empty: a picture of a seal is no seal.
"""

from datetime import datetime

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from exports.layout.answers import shown
from exports.layout.document import (
    BODY,
    CELL,
    GREY,
    LABEL,
    SMALL,
    THIN,
    Paper,
    gap,
    pdf,
    title,
)  # fmt: skip
from exports.layout.forms import record_pdf
from exports.layout.grids import cell, grid
from exports.layout.long_table import LongTable
from exports.layout.prose import Prose, Type, draw_line
from exports.papers.hours import hours_said
from models.check_code import code_of
from models.files import silent
from resources.language import N_, Language

_TEXT = Type("serif", 12, 23)
_RIGHT, _CENTRE = CELL.but(align="right"), CELL.but(align="centre")
_CONTENTS = 6
_LIGHT = Color(0.72, 0.72, 0.72)


def certificate_pdf(
    proof, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """One proof; with the class the blank form of the application.

    Numbers of papers stand in full once the proof is issued, for it is handed to the volunteer; on a draft and on what
    is displayed in public they are masked. `whole` prints them in full in any case.
    """
    if isinstance(proof, type):
        name = N_("Application for a proof of volunteering")
        return record_pdf(proof, language=language, station=station, name=name, made=made, tick=tick)
    code = code_of(bytes.fromhex(proof.digest or proof.fingerprint()))
    paper = Paper(language, language.text(N_("Proof of volunteering")), station, code=code, made=made)
    return pdf(
        paper, [*_front(proof, paper, whole or proof.state == "issued"), PageBreak(), *_annex(proof, paper)], tick
    )


def _front(proof, paper, whole):
    say = paper.language.text
    story = [
        *title(say(N_("Proof of volunteering"))),
        Prose(say(N_("No. {number}"), number=proof.number or ""), BODY.but(align="right"), after=3 * mm),
    ]
    if word := _NOT_VALID.get(proof.state):
        story.append(Prose(say(word), LABEL.but(align="centre", colour=GREY), after=3 * mm))
    story.append(Prose("　　" + _statement(proof, paper.language), _TEXT, after=4 * mm))
    story.append(_facts(proof, paper, whole))
    story.append(gap(3 * mm))
    kept = say(N_("The shifts counted are listed in the annex. Whoever wants to check this paper asks the issuer by "
                  "telephone for this number and compares the check code."))  # fmt: skip
    return [*story, Prose(kept, SMALL, after=6 * mm), KeepTogether([_Foot(proof, paper.language)])]


_NOT_VALID = {
    "draft": N_("Draft for checking, not yet issued"),
    "shown": N_("On public display, not yet issued"),
    "void": N_("This proof is void"),
}


def _statement(proof, language):
    volunteer = proof.linked("volunteer")
    return language.text(
        N_("This is to state that {name} served as a volunteer from {first} to {last}; this unit recorded {hours} "
           "hours in {count} shifts."),
        name=volunteer.name if volunteer else "", first=_in_words(proof.first_day(), language),
        last=_in_words(proof.until, language),
        hours=hours_said(proof.minutes or 0, language), count=len(proof.lines or ()),
    )  # fmt: skip


def _in_words(day, language):
    said = N_("{year:04}-{month:02}-{day:02}")
    return language.text(said, year=day.year, month=day.month, day=day.day) if day else ""


def _facts(proof, paper, whole):
    language, volunteer = paper.language, proof.linked("volunteer")
    question = volunteer.questions()["id_number"] if volunteer else None
    papers = shown(question, volunteer.id_number, language, whole) if volunteer and volunteer.id_number else ""
    about = [
        (N_("Name"), getattr(volunteer, "name", ""), N_("Volunteer number"), getattr(volunteer, "number", "")),
        (N_("ID document number"), papers, N_("Volunteered, hours"), hours_said(proof.minutes or 0, language)),
        (N_("Content of service"), _contents(proof, language), None, None),
        (N_("Recording unit"), _recorders(proof), None, None),
        (N_("Proof used for"), proof.purpose or "", N_("Publicly displayed"), _displayed(proof)),
    ]  # fmt: skip
    rows, style = [], []
    for number, (label, said, other, besides) in enumerate(about):
        rest = ["", ""] if other is None else [cell(language.text(other), LABEL), cell(besides or "", BODY)]
        rows.append([cell(language.text(label), LABEL), cell(said or "", BODY), *rest])
        style += [("SPAN", (1, number), (3, number))] if other is None else []
    widths = [paper.width * share for share in (0.15, 0.35, 0.22, 0.28)]
    return grid(rows, widths, heads=0, style=style, padding=(4, 5), least=9 * mm)


def _contents(proof, language):
    """The contents that took most time, each once."""
    minutes = {}
    for line in proof.lines or ():
        said = " ".join((line.get("content") or "").split())
        if said:
            minutes[said] = minutes.get(said, 0) + (line.get("minutes") or 0)
    found = sorted(minutes, key=lambda said: -minutes[said])
    named = language.text(N_("; ")).join(found[:_CONTENTS])
    more = language.text(N_(" and others")) if len(found) > _CONTENTS else ""
    return (named + more)[:400]


def _recorders(proof):
    found = [line.get("recorder") or line.get("organiser") for line in proof.lines or ()]
    return "、".join(dict.fromkeys(filter(None, [*found, proof.issuer] if not any(found) else found)))


def _displayed(proof):
    if not proof.shown_from:
        return ""
    return f"{_day(proof.shown_from)} – {_day(proof.shown_until)}"


def _day(day):
    return day.isoformat() if day else ""


class _Foot(Flowable):
    """Who issues it, the lines to sign, and the empty place of the seal at the right."""

    _SEAL = 42 * mm

    def __init__(self, proof, language):
        super().__init__()
        self.proof, self.say = proof, language.text

    def wrap(self, width, height):
        self.width, self.height = width, 52 * mm
        return self.width, self.height

    def draw(self):
        proof, y = self.proof, self.height - 8 * mm
        fields = (
            (N_("Issued by the unit:"), proof.issuer), (N_("Responsible person (signature):"), proof.responsible),
            (N_("Handled by (signature):"), proof.handler), (N_("Telephone of the unit:"), proof.phone),
            (N_("Day of issue:"), _day(proof.day)),
        )  # fmt: skip
        for label, known in fields:
            draw_line(self.canv, 0, y, f"{self.say(label)} {known or ''}", BODY.but(size=11))
            self.canv.setLineWidth(THIN)
            self.canv.setStrokeColor(_LIGHT)
            self.canv.line(0, y - 3, self.width - self._SEAL - 14 * mm, y - 3)
            y -= 9 * mm
        side = self._SEAL
        self.canv.setDash(2, 2)
        self.canv.rect(self.width - side, self.height - side - 4 * mm, side, side)
        self.canv.setDash()
        hint = self.say(N_("(place of the seal)"))
        draw_line(self.canv, self.width - side, self.height - side / 2 - 5 * mm, hint, SMALL.but(align="centre"), side)


_ANNEX = (
    (N_("No."), 9), (N_("Date"), 20), (N_("Time"), 22), (N_("Length in hours"), 13), (N_("Content of service"), 43),
    (N_("Place"), 29), (N_("Organising unit"), 22), (N_("Activity leader"), 18),
)  # fmt: skip


def _annex(proof, paper):
    language, say = paper.language, paper.language.text
    scale = paper.width / sum(width for _, width in _ANNEX)
    kinds = [_CENTRE, _CENTRE, _CENTRE, _RIGHT, CELL, CELL, CELL, CELL]
    table = LongTable.of([say(head) for head, _ in _ANNEX], [width * scale for _, width in _ANNEX], kinds, 9)
    for number, line in enumerate(proof.lines or (), 1):
        table.add(_annex_line(number, line, language))
    total = language.plural("{n} shift in all", "{n} shifts in all", len(proof.lines or ()))
    table.add(["", say(N_("Total")), "", hours_said(proof.minutes or 0, language), total, "", "", ""], band=True)
    under = say(N_("No. {number}"), number=proof.number or "")
    volunteer = proof.linked("volunteer")
    head = title(say(N_("Annex: the shifts counted")), f"{volunteer.name if volunteer else ''}　{under}")
    return [*head, gap(2 * mm), table]


def _annex_line(number, line, language):
    span = f"{line['start']:%H:%M}–{line['end']:%H:%M}" if line.get("start") and line.get("end") else ""
    said = (line.get(name) or "" for name in ("content", "place", "organiser", "leader"))
    hours = hours_said(line.get("minutes") or 0, language)
    return [str(number), _day(line.get("day")), span, hours, *said]
