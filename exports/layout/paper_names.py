"""What a form is called at the head of its paper: 家庭登记表 rather than 家庭, as stations title their forms.

A form whose title is that of a paper already, such as 接案登记表 or 督导记录, is not listed.
"""

from resources.language import N_, Language

_REGISTRATION, _RECORD, _SHEET = N_("{what}: registration form"), N_("{what}: record"), N_("{what}: form")

_KINDS = {
    _REGISTRATION: (
        "job_post staff household category group volunteer_team volunteer_post volunteer_award hours_complaint affair"
        " rights_request pairing home_modification assistance agency community_organisation institution partner"
        " agreement project indicator instalment spending service_item fund purchase_guide document survey appeal"
        " linkage showcase backbone certificate staff_training training_given exam honour assignment candidate"
        " recruitment hand_out"
    ),
    _RECORD: (
        "case_follow_up case_conference consultation attendance volunteer_hours volunteer_training inspection"
    ),
    _SHEET: "activity_evaluation group_evaluation volunteer_evaluation self_care guardianship project_evaluation",
}  # fmt: skip
_OF_TABLE = {table: pattern for pattern, tables in _KINDS.items() for table in tables.split()}
_OWN = {
    "referral": N_("Referral slip"),
    "group_member": N_("Group member: enrolment form"),
    "mandatory_report": N_("Mandatory report: form"),
    "report_follow_up": N_("Mandatory report: follow-up report"),
}


def paper_name(record, language: Language) -> str:
    """The name of the paper of a record, or with a class of its blank form, in that language."""
    table, title = record._meta.table_name, language.text(record.title)
    if table in _OWN:
        return language.text(_OWN[table])
    return language.text(_OF_TABLE[table], what=title) if table in _OF_TABLE else title
