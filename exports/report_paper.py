"""The mandatory report and the family on paper: beside what was written, what is on file of those it is about.

Numbers of a mandatory report are printed in full: police and civil affairs act on them, and few may print it.
"""

from reportlab.platypus import KeepTogether

from exports.answers import Answers
from exports.document import CELL
from exports.form_rows import form
from exports.forms import record_pdf
from exports.grids import grid
from resources.language import N_

_OF_PERSON = ("sex", "birth", "id_number", "phone", "village", "address", "registered", "guardian", "guardian_relation",
              "guardian_phone", "disability_kind", "disability_grade")  # fmt: skip
_OF_MEMBER = ("name", "sex", "relation", "birth", "occupation", "health", "disability_kind", "care")
_WIDTHS = (0.14, 0.07, 0.12, 0.13, 0.2, 0.14, 0.1, 0.1)


def report_pdf(report, **said):
    """The report with the person on file; with the class the blank form."""
    return record_pdf(report, after=_person_on_file, **{**said, "whole": True})


def _person_on_file(answers, width):
    """Below the name what is on file of the person; nothing where nobody on file is named."""
    person = None if answers.blank else answers.record.linked("person")
    if person is None:
        return {}
    there = {name for name in _OF_PERSON if not person.questions()[name].is_empty(getattr(person, name))}
    tables = form(Answers(person, answers.language, whole=True), width, set(person.questions()) - there)
    return {"person": KeepTogether(tables)} if there else {}


def members(answers, width):
    """Before those without a file of their own the members who have one; nothing on the blank form."""
    household = None if answers.blank else answers.record
    people = household.members() if household else []
    if not people:
        return {}
    questions, language = people[0].questions(), answers.language
    rows = [[language.text(N_("Members with a file"))], [language.text(questions[name].label) for name in _OF_MEMBER]]
    rows += [[Answers(one, language, answers.whole).say(name) for name in _OF_MEMBER] for one in people]
    rows[0] += [""] * (len(_OF_MEMBER) - 1)
    centre = CELL.but(align="centre")
    kinds = [centre if name in ("sex", "relation", "birth") else CELL for name in _OF_MEMBER]
    widths, across = [width * share for share in _WIDTHS], [("SPAN", (0, 0), (-1, 0))]
    return {"as_stated": grid(rows, widths, heads=2, kinds=kinds, head_size=8.5, style=across)}
