"""Questionnaires to hand out, and the sheet of results of a survey."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from exports.layout.boxes import Boxes
from exports.layout.document import BODY, CELL, Paper, gap, heading, pdf, title
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose, Type
from models import codes
from models.files import silent
from models.office import rates
from resources.language import N_, Language

_TEXT = Type("serif", 12, 21)
_CENTRE = CELL.but(align="centre", size=10.5, leading=15)
_LEFT = CELL.but(size=10.5, leading=15)
_ASKED = {
    "reliability": N_("The social workers do what they promised, and on time."),
    "access": N_("When I need help I can find the station and its social workers."),
    "visibility": N_("I know the station's rooms, notices and activities."),
    "care": N_("The social workers are friendly, patient and respect me."),
    "response": N_("What I say gets an answer soon."),
}
_KNOWN = {
    "address": N_("Do you know where the station is?"),
    "services": N_("Do you know which services it offers?"),
    "people": N_("Do you know who its social workers are?"),
    "ways": N_("Do you know how to ask it for help?"),
    "money": N_("Do you know where its money comes from?"),
}


def questionnaire_pdf(
    sheet, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A sheet that came back as its form; with the class both questionnaires to hand out, a page each."""
    if not isinstance(sheet, type):
        return record_pdf(sheet, language=language, station=station, whole=whole, made=made, tick=tick)
    paper = Paper(language, language.text(N_("Questionnaire")), station, made=made)
    return pdf(paper, [*_satisfaction(language, station), PageBreak(), *_awareness(language, station)], tick)


def _opening(name, station, language):
    say = language.text
    told = N_(
        "Good day! We are social workers of {station}. No name is asked for; "
        "your answers only serve to make the service better."
    )
    return [*title(say(name), station), Prose("　　" + say(told, station=station), _TEXT, after=4 * mm)]


def _satisfaction(language, station):
    say = language.text
    points = [entry.label(language) for entry in codes.choices("five_point")]
    rows = [[say(N_("No.")), say(N_("Wording of the question")), *points]]
    for number, part in enumerate(rates.PARTS, 1):
        rows.append([str(number), say(_ASKED[part]), *["□"] * 5])
    overall = say(N_("On the whole, how content are you with the station's service?"))
    rows.append([str(len(rates.PARTS) + 1), overall, *["□"] * 5])
    widths = [width * mm for width in (12, 74, 18, 18, 18, 18, 18)]
    table = grid(rows, widths, kinds=[_CENTRE, _LEFT] + [_CENTRE] * 5, least=13 * mm)
    name = N_("Questionnaire on satisfaction with the service")
    return [*_opening(name, station, language), table, *_closing(say)]


def _awareness(language, station):
    say = language.text
    rows = [[say(N_("No.")), say(N_("Wording of the question")), say(N_("Answer of the person"))]]
    answers = [say(N_("Yes, I know")), say(N_("No"))]
    for number, question in enumerate(_KNOWN.values(), 1):
        rows.append([str(number), say(question), Boxes([f"□{answer}" for answer in answers], BODY)])
    widths = [width * mm for width in (12, 104, 60)]
    table = grid(rows, widths, kinds=[_CENTRE, _LEFT, _LEFT], least=13 * mm)
    name = N_("Questionnaire on awareness of the station")
    note = Prose(say(N_("Three of five known count as aware (filled in by the station).")), BODY, before=3 * mm)
    return [*_opening(name, station, language), table, note, *_closing(say)]


def _closing(say):
    lines = [Prose(say(N_("Your opinion and advice:")), _TEXT, before=5 * mm), gap(26 * mm)]
    thanks = say(N_("Thank you!　Number of the sheet: ________　Date: ________"))
    return [*lines, Prose(thanks, _TEXT)]


def survey_pdf(
    survey, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """A survey as its form with the rates of its items behind it; with the class the blank form."""
    if not isinstance(survey, type) and survey.sheets():
        survey = type(survey)(**survey.__data__)  # a copy: sheets may have come from another computer
        survey.derive()
    more = [] if isinstance(survey, type) else _results(survey, language)
    return record_pdf(survey, language=language, station=station, more=more, whole=whole, made=made, tick=tick)


def _results(survey, language):
    say = language.text
    lines = survey.tallied()
    if not lines:
        return []
    heads = (N_("Dimension"), N_("Number of answers"), N_("Number satisfied"), N_("Rate of satisfaction"), N_("Mean"))
    rows = [[say(head) for head in heads]]
    for line in lines:
        count = rates.answered(line)
        good = (line.get("n5") or 0) + (line.get("n4") or 0)
        part = codes.label("survey_part", line["part"], language) if line.get("part") else line.get("item", "")
        rows.append([part, str(count), str(good), rates.percent(good, count) or "", rates.mean([line]) or ""])
    kinds = [_LEFT] + [_CENTRE] * 4
    return [
        *heading(say(N_("Results by item"))),
        grid(rows, [width * mm for width in (64, 28, 28, 28, 28)], kinds=kinds),
    ]
