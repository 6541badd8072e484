"""Which print a form has: most are printed from their declaration alone, these few have one of their own.

The modules of special prints are imported when one is printed, for they draw in reportlab.
"""

from importlib import import_module
from inspect import signature

from exports.layout import forms

OWN = {
    "case": ("papers.case_papers", "case_pdf"),
    "case_session": ("papers.case_papers", "session_pdf"),
    "person": ("papers.person_sheet", "person_pdf"),
    "visit": ("layout.forms", "visit_pdf"),
    "referral": ("papers.referral_slip", "referral_pdf"),
    "mandatory_report": ("papers.report_paper", "report_pdf"),
    "consent": ("papers.consent_paper", "consent_pdf"),
    "destruction": ("papers.expiry_list", "destruction_pdf"),
    "group": ("papers.event_papers", "group_pdf"),
    "group_session": ("papers.event_papers", "session_pdf"),
    "activity": ("papers.event_papers", "activity_pdf"),
    "scale_result": ("papers.scale_paper", "scale_pdf"),
    "pay_sheet": ("papers.pay_sheet_paper", "pay_sheet_pdf"),
    "appraisal": ("papers.appraisal_paper", "appraisal_pdf"),
    "staff": ("papers.staff_paper", "staff_pdf"),
    "community": ("papers.five_parties", "community_pdf"),
    "contact": ("papers.contacts", "contacts_pdf"),
    "article": ("papers.briefing", "briefing_pdf"),
    "meeting": ("papers.minutes", "minutes_pdf"),
    "task_matrix": ("papers.plan_tables", "task_matrix_pdf"),
    "indicator_table": ("papers.plan_tables", "indicator_table_pdf"),
    "survey": ("papers.questionnaire", "survey_pdf"),
    "survey_sheet": ("papers.questionnaire", "questionnaire_pdf"),
    "project": ("papers.project_file", "project_pdf"),
    "fund": ("papers.fund_ledger", "fund_pdf"),
    "volunteer_certificate": ("papers.certificate", "certificate_pdf"),
    "volunteer_agreement": ("papers.volunteer_papers", "agreement_pdf"),
    "volunteer": ("papers.volunteer_papers", "registration_pdf"),
    "need": ("papers.resource_papers", "need_pdf"),
    "resource": ("papers.resource_papers", "resource_pdf"),
}
"""Table → module of exports and its function: takes a record or its class like forms.record_pdf, gives a PDF."""
_BELOW = {"case_assessment": ("papers.case_papers", "drawings"), "household": ("papers.household_paper", "members")}
"""Table → module of exports and its function: takes Answers and a width, gives {question: what stands below it}."""

TOGETHER = {"hand_out": ("papers.handout", "list_story")}
"""Table → module of exports and its function: takes the records of a file, gives the one list on which they stand."""


def record_pdf(record, **said) -> bytes:
    """The print of a record, or with a class its blank form; see forms.record_pdf for the rest."""
    if found := OWN.get(record._meta.table_name):
        return _function(*found)(record, **said)
    return _declared(record, **said)


def story_of(record, *, language, station: str, whole: bool = False) -> list:
    """The print of a record as a part of a larger paper.

    A form whose own print neither is one of forms.record_pdf with additions nor stands bare is set as it is declared.
    """
    said = {"language": language, "station": station, "whole": whole, "bare": True}
    found = OWN.get(record._meta.table_name)
    if found and signature(own := _function(*found)).parameters.keys() & {"said", "options", "bare"}:
        story = own(record, **said)
        if isinstance(story, list):
            return story
    return _declared(record, **said)


def story_of_several(records, *, language, station: str, whole: bool = False) -> list:
    """The one list on which these records of a form in TOGETHER stand in the file of what they are a part of."""
    return _function(*TOGETHER[records[0]._meta.table_name])(records, language=language, station=station, whole=whole)


def _declared(record, **said):
    if found := _BELOW.get(record._meta.table_name):
        said["after"] = _function(*found)
    return forms.record_pdf(record, **said)


def _function(module, name):
    return getattr(import_module(f"exports.{module}"), name)
