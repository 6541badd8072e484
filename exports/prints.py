"""Which print a form has: most are printed from their declaration alone, these few have one of their own.

The modules of special prints are imported when one is printed, for they draw in reportlab.
"""

from importlib import import_module

from exports import forms

_OWN = {
    "case": ("case_papers", "case_pdf"),
    "case_session": ("case_papers", "session_pdf"),
    "person": ("person_sheet", "person_pdf"),
    "visit": ("forms", "visit_pdf"),
    "referral": ("referral_slip", "referral_pdf"),
    "consent": ("consent_paper", "consent_pdf"),
    "destruction": ("expiry_list", "destruction_pdf"),
    "group": ("event_papers", "group_pdf"),
    "group_session": ("event_papers", "session_pdf"),
    "activity": ("event_papers", "activity_pdf"),
    "contact": ("contacts", "contacts_pdf"),
    "article": ("briefing", "briefing_pdf"),
    "meeting": ("minutes", "minutes_pdf"),
    "task_matrix": ("plan_tables", "task_matrix_pdf"),
    "indicator_table": ("plan_tables", "indicator_table_pdf"),
    "survey": ("questionnaire", "survey_pdf"),
    "survey_sheet": ("questionnaire", "questionnaire_pdf"),
    "project": ("project_file", "project_pdf"),
    "fund": ("fund_ledger", "fund_pdf"),
}
"""Table → module of exports and its function: takes a record or its class like forms.record_pdf, gives a PDF."""
_BELOW = {"case_assessment": ("case_papers", "drawings")}
"""Table → module of exports and its function: takes Answers and a width, gives {question: what stands below it}."""


def record_pdf(record, **said) -> bytes:
    """The print of a record, or with a class its blank form; see forms.record_pdf for the rest."""
    if found := _OWN.get(record._meta.table_name):
        return _function(*found)(record, **said)
    if found := _BELOW.get(record._meta.table_name):
        said["after"] = _function(*found)
    return forms.record_pdf(record, **said)


def story_of(answers, station: str, width: float) -> list:
    """A form as a part of a larger paper."""
    found = _BELOW.get(answers.record._meta.table_name)
    below = _function(*found)(answers, width) if found else None
    return forms.record_story(answers, station, width, after=below)


def _function(module, name):
    return getattr(import_module(f"exports.{module}"), name)
