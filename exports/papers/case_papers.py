"""The papers of a case that are more than their table: the name they bear, and what is drawn below a question."""

from exports.layout.forms import record_pdf
from exports.papers.ecomap import ecomap
from exports.papers.genogram import genogram
from models.database import current
from resources.language import N_


def session_pdf(session, **said) -> bytes:
    """A session as the record that stands in the dossier (过程记录表)."""
    return record_pdf(session, name=N_("Record of a case session"), **said)


def case_pdf(case, **said) -> bytes:
    """The case itself with its approvals (开案、结案审批)."""
    return record_pdf(case, name=N_("Sheet of the case and its approvals"), **said)


def drawings(answers, width: float) -> dict:
    """The question of an assessment → its drawing; nothing on the blank form and where nobody is named."""
    if answers.blank:
        return {}
    form, language = answers.record, answers.language
    case = form.linked("case")
    person = case and case.linked("person")
    year = (form.day or current().today()).year
    drawings = {
        "family": genogram(form.family, person, year, language, width),
        "surroundings": ecomap(form.surroundings, person, language, width),
    }
    return {name: drawing for name, drawing in drawings.items() if drawing}
