"""The pay sheet (津贴发放表): one line a person with room to sign, the sums below."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from exports.layout.answers import Answers, Blank
from exports.layout.document import CELL, LABEL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.forms import PRIVATE
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose
from models import codes
from models.files import silent
from models.team.capitals import capitals
from models.team.pay_sheet import PaySheet
from resources.language import N_, Language

_NUMBER = CELL.but(align="right", size=10, leading=14)
_WORD = CELL.but(size=10, leading=14)
_CENTRE = _WORD.but(align="centre")
_WIDTHS = tuple(wide * mm for wide in (12, 34, 46, 26, 18, 28, 28, 36, 35))
_HEADS = (
    N_("No."), N_("Name"), N_("Certificate"), N_("Standard (yuan)"), N_("Months"), N_("Due (yuan)"), N_("Paid (yuan)"),
    N_("Received (signature)"), N_("Remarks"),
)  # fmt: skip
_KINDS = (_CENTRE, _WORD, _WORD, _NUMBER, _CENTRE, _NUMBER, _NUMBER, _WORD, _WORD)


def pay_sheet_pdf(
    sheet, *, language: Language, station: str, name: str = "", signers=(), whole=False,
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """A pay sheet, or with the class the empty one."""
    say, blank = language.text, isinstance(sheet, type)
    paper = Paper(language, say(name or PaySheet.title), station, made=made, wide=True)
    answers = Blank(sheet, language) if blank else Answers(sheet, language, whole)
    labels = [say(label) for label in signers or PaySheet.signers]
    foot = [Signatures([(label, "") for label in labels], len(labels)), gap(2 * mm), Prose(say(PRIVATE), SMALL)]
    story = [*title(paper.title, station), _head(answers, paper.width), gap(2 * mm), _table(sheet, blank, language)]
    if language.name == "zh_CN":
        amount = "＿" * 16 if blank else capitals(PaySheet.lines.total(sheet.lines, "paid"))
        story.append(Prose(say(N_("Paid in all, in words: {amount}"), amount=amount), LABEL, before=2 * mm))
    return pdf(paper, [*story, KeepTogether(foot)], tick)


def _head(answers, width):
    say, questions = answers.language.text, PaySheet.questions()
    said = []
    for name in ("kind", "month", "region", "basis"):
        value = "＿" * 8 if answers.blank else answers.say(name)
        said.append(say(N_("{label}: {said}"), label=say(questions[name].label), said=value))
    return plain([said], [width / 4] * 4, [LABEL] * 4)


def _table(sheet, blank, language):
    say = language.text
    rows = [[say(head) for head in _HEADS]]
    lines = () if blank else sheet.lines
    for number, line in enumerate(lines, 1):
        rows.append(_row(number, line, language))
    rows += [[str(number), *[""] * 8] for number in range(len(lines) + 1, 13 if blank else 0)]
    rows.append(_sums(sheet, blank, language))
    return grid(rows, _WIDTHS, kinds=list(_KINDS), least=8.5 * mm)


def _row(number, line, language):
    money = [language.money(line[name]) if line.get(name) is not None else "" for name in ("standard", "due", "paid")]
    level = codes.label("certificate_level", line["level"], language) if line.get("level") else ""
    months = str(line["months"]) if line.get("months") is not None else ""
    return [str(number), line.get("who", ""), level, money[0], months, money[1], money[2], "", line.get("note", "")]


def _sums(sheet, blank, language):
    said = ["", ""]
    if not blank:
        said = [language.money(PaySheet.lines.total(sheet.lines, column)) for column in ("due", "paid")]
    people = "" if blank else language.plural("{n} person", "{n} people", sheet.people or 0)
    return ["", language.text(N_("Sum of the sheet")), people, "", "", *said, "", ""]
