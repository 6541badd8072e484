"""The yearly appraisal (年度考核表) as stations know it: who, own summary, six dimensions, opinion, signatures."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from exports.layout.answers import Answers, Blank, Nothing
from exports.layout.document import BODY, CELL, LABEL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.forms import PRIVATE
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models.files import silent
from models.team.appraisal import DIMENSIONS, Appraisal
from models.team.staff import Staff
from resources.language import N_, Language

_CENTRE = BODY.but(align="centre")
_FACTS = (("name", "sex", "birth"), ("political", "education", "level"), ("post", "hired", "time"))
_NOTES = (("tasks", 18), ("summary", 48))
_AFTER = (("opinion", 28), ("improve", 16))


def appraisal_pdf(
    record, *, language: Language, station: str, name: str = "", signers=(), whole=False,
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """An appraisal, or with the class the empty form."""
    say, blank = language.text, isinstance(record, type)
    answers = Blank(record, language) if blank else Answers(record, language, whole)
    paper = Paper(language, say(name or Appraisal.title), station, made=made)
    year = "＿＿＿＿" if blank or not record.year else str(record.year)
    labels = [say(label) for label in signers or Appraisal.signers]
    foot = [Signatures([(label, "") for label in labels], len(labels)), gap(2 * mm), Prose(say(PRIVATE), SMALL)]
    story = [
        *title(say(N_("Appraisal of the year {year}"), year=year), station),
        _facts(answers, paper.width),
        *_notes(answers, _NOTES, paper.width),
        _scores(answers, paper.width),
        *_notes(answers, _AFTER, paper.width),
        KeepTogether(foot),
    ]
    return pdf(paper, story, tick)


def _facts(answers, width):
    member = None if answers.blank else answers.record.linked("staff")
    language = answers.language
    who = Answers(member, language) if member else Nothing(Staff, language)
    rows = []
    for names in _FACTS:
        row = []
        for name in names:
            row += [language.text(Staff.questions()[name].label), who.say(name)]
        rows.append(row)
    label, rest = 25 * mm, width / 3 - 25 * mm
    return grid(rows, [label, rest] * 3, heads=0, kinds=[LABEL, _CENTRE] * 3, least=8.5 * mm)


def _notes(answers, names, width):
    say, questions = answers.language.text, Appraisal.questions()
    rows = []
    for name, high in names:
        said = "" if answers.blank else answers.say(name)
        table = grid(
            [[say(questions[name].label), said]], [25 * mm, width - 25 * mm], heads=0, kinds=[LABEL, BODY],
            least=high * mm,
        )  # fmt: skip
        rows.append(table)
    return rows


def _scores(answers, width):
    """Dimension, weight, score and what it is worth; total and grade below."""
    say, record, questions = answers.language.text, answers.record, Appraisal.questions()
    rows = [[say(N_("Dimension")), say(N_("Weight")), say(N_("Score (0–100)")), say(N_("Weighted"))]]
    for name in DIMENSIONS:
        weight, score = (None, None) if answers.blank else (getattr(record, f"weight_{name}"), getattr(record, name))
        worth = "" if None in (weight, score) else f"{weight * score // 100}.{weight * score % 100:02}"
        percent, given = "" if weight is None else f"{weight} %", "" if score is None else str(score)
        rows.append([say(questions[name].label), percent, given, worth])
    total, grade = ("", "") if answers.blank else (record.total or "", answers.say("grade"))
    boxes = "　".join(answers.boxes("grade")) if answers.blank else grade
    rows.append([say(N_("Total and grade")), boxes, "", total])
    last = len(rows) - 1
    style = [("SPAN", (1, last), (2, last))]
    kinds = [CELL.but(size=10, leading=14), _CENTRE, _CENTRE, _CENTRE]
    return grid(rows, [width * share for share in (0.4, 0.2, 0.2, 0.2)], kinds=kinds, style=style, least=8 * mm)
