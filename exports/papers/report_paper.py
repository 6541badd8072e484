"""The mandatory report on paper: beside what was written, what is on file of the person it is about.

Its numbers are printed in full: police and civil affairs act on them, and few may print it.
"""

from reportlab.platypus import KeepTogether

from exports.layout.answers import Answers
from exports.layout.form_rows import form
from exports.layout.forms import record_pdf

_OF_PERSON = ("sex", "birth", "id_number", "phone", "village", "address", "registered", "guardian", "guardian_relation",
              "guardian_phone", "disability_kind", "disability_grade")  # fmt: skip


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
