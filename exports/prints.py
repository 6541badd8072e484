"""Which print a form has: most are printed from their declaration alone, these few have one of their own.

The modules of special prints are imported when one is printed, for they draw in reportlab.
"""

from importlib import import_module
from inspect import signature

from exports import forms

OWN = {
    "case": ("case_papers", "case_pdf"),
    "case_session": ("case_papers", "session_pdf"),
    "person": ("person_sheet", "person_pdf"),
    "visit": ("forms", "visit_pdf"),
    "referral": ("referral_slip", "referral_pdf"),
    "mandatory_report": ("report_paper", "report_pdf"),
    "consent": ("consent_paper", "consent_pdf"),
    "destruction": ("expiry_list", "destruction_pdf"),
    "group": ("event_papers", "group_pdf"),
    "group_session": ("event_papers", "session_pdf"),
    "activity": ("event_papers", "activity_pdf"),
    "scale_result": ("scale_paper", "scale_pdf"),
    "pay_sheet": ("pay_sheet_paper", "pay_sheet_pdf"),
    "appraisal": ("appraisal_paper", "appraisal_pdf"),
    "staff": ("staff_paper", "staff_pdf"),
    "community": ("five_parties", "community_pdf"),
    "contact": ("contacts", "contacts_pdf"),
    "article": ("briefing", "briefing_pdf"),
    "meeting": ("minutes", "minutes_pdf"),
    "task_matrix": ("plan_tables", "task_matrix_pdf"),
    "indicator_table": ("plan_tables", "indicator_table_pdf"),
    "survey": ("questionnaire", "survey_pdf"),
    "survey_sheet": ("questionnaire", "questionnaire_pdf"),
    "project": ("project_file", "project_pdf"),
    "fund": ("fund_ledger", "fund_pdf"),
    "volunteer_certificate": ("certificate", "certificate_pdf"),
    "volunteer_agreement": ("volunteer_papers", "agreement_pdf"),
    "volunteer": ("volunteer_papers", "registration_pdf"),
    "need": ("resource_papers", "need_pdf"),
    "resource": ("resource_papers", "resource_pdf"),
}
"""Table → module of exports and its function: takes a record or its class like forms.record_pdf, gives a PDF."""
_BELOW = {"case_assessment": ("case_papers", "drawings"), "household": ("household_paper", "members")}
"""Table → module of exports and its function: takes Answers and a width, gives {question: what stands below it}."""


def record_pdf(record, **said) -> bytes:
    """The print of a record, or with a class its blank form; see forms.record_pdf for the rest."""
    if found := OWN.get(record._meta.table_name):
        return _function(*found)(record, **said)
    return _declared(record, **said)


def story_of(record, *, language, station: str, whole: bool = False) -> list:
    """The print of a record as a part of a larger paper.

    A form whose own print is not one of forms.record_pdf with additions stands there as it is declared.
    """
    said = {"language": language, "station": station, "whole": whole, "bare": True}
    found = OWN.get(record._meta.table_name)
    if found and signature(own := _function(*found)).parameters.keys() & {"said", "options"}:
        story = own(record, **said)
        if isinstance(story, list):
            return story
    return _declared(record, **said)


def _declared(record, **said):
    if found := _BELOW.get(record._meta.table_name):
        said["after"] = _function(*found)
    return forms.record_pdf(record, **said)


def _function(module, name):
    return getattr(import_module(f"exports.{module}"), name)
