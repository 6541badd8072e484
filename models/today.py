"""All that is due, by reason: what Today shows, in the order in which it is to be done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from models import dues, parameters
from models.casework import crisis, follow_up, session
from models.due import Due
from models.linking import awaited, need
from models.office import appeal, inspection, meeting
from models.partners import agency, agreement, contract_end, instalment, partner, project_evaluation
from models.people import (
    assistance,
    category,
    child_plan,
    consent,
    file_update,
    incident,
    old_age,
    rights,
    self_care_change,
    withdrawal,
)
from models.scales import over_time
from models.services import waiting
from models.team import certificate, learning, leaving, supervision
from models.volunteering import volunteer
from resources.language import N_

AT_ONCE, CASES, PROMISED, DEADLINES = N_("At once"), N_("Cases"), N_("Promised"), N_("Deadlines")


@dataclass(frozen=True)
class Source:
    """One reason for something to be due: its group, its words, and find(store, until)."""

    group: str
    why: str
    find: Callable[[object, date], Iterable[Due]]


def _dated(pairs) -> list[Due]:
    """(record, day) as something due."""
    return [Due(record._meta.table_name, record.id, record.caption(), None, None, day) for record, day in pairs]


def _crises(store):
    return [
        Due("crisis_report", one.id, one.caption(), None, "3", one.day) for one in crisis.open_reports(store) if one.day
    ]


SOURCES = (
    Source(AT_ONCE, N_("Mandatory report not made yet"), lambda store, until: awaited.unreported(store)),
    Source(AT_ONCE, N_("Incident with personal data not closed"), incident.incidents_open),
    Source(AT_ONCE, N_("Crisis not over"), lambda store, until: _crises(store)),
    Source(CASES, N_("No session since"), lambda store, until: dues.quiet_cases(store)),
    Source(CASES, N_("Session agreed on, not held"), lambda store, until: _dated(session.agreed_and_not_held(store))),
    Source(CASES, N_("Session not written up"), lambda store, until: _dated(session.to_write_up(store))),
    Source(CASES, N_("Follow-up after closing"), lambda store, until: _dated(follow_up.follow_ups_due(store))),
    Source(PROMISED, N_("Promised at a visit"), dues.todos),
    Source(PROMISED, N_("Plan to be approved"), lambda store, until: waiting.plans_waiting(store)),
    Source(PROMISED, N_("Member of a group to be followed up"), waiting.follow_ups_due),
    Source(PROMISED, N_("Appeal to be answered"), lambda store, until: appeal.answers_due(store)),
    Source(PROMISED, N_("Need waiting to be matched"), lambda store, until: need.needs_due(store)),
    Source(PROMISED, N_("Task of a meeting"), lambda store, until: meeting.tasks_due(store)),
    Source(PROMISED, N_("Task of a supervision"), supervision.actions_due),
    Source(PROMISED, N_("To be put right after an inspection"), lambda store, until: inspection.inspections_due(store)),
    Source(
        PROMISED, N_("To be put right after an evaluation"),
        lambda store, until: project_evaluation.rectifications_due(store),
    ),
    Source(DEADLINES, N_("Referral not answered"), lambda store, until: awaited.replies_due(store)),
    Source(DEADLINES, N_("Request about one's own data"), rights.replies_due),
    Source(DEADLINES, N_("Hours not yet confirmed"), lambda store, until: dues.late_hours(store)),
    Source(DEADLINES, N_("Consent gone: seal the file or name another ground"), withdrawal.unsettled),
    Source(DEADLINES, N_("Consent runs out"), lambda store, until: dues.consents(store)),
    Source(DEADLINES, N_("Consent to be asked of the child, now 14"), consent.asked_anew),
    Source(DEADLINES, N_("Assistance runs out"), assistance.running_out),
    Source(DEADLINES, N_("Category ends"), category.ending),
    Source(DEADLINES, N_("Allowance for old age not applied for"), old_age.reached),
    Source(
        DEADLINES, N_("Categories of the file to be brought up to date"),
        lambda store, until: category.not_followed(store),
    ),
    Source(DEADLINES, N_("File of a family to be looked through again"), file_update.updates_due),
    Source(DEADLINES, N_("Self-care to be assessed again"), self_care_change.reviews_due),
    Source(DEADLINES, N_("Plan for the child to be reviewed"), child_plan.reviews_due),
    Source(DEADLINES, N_("Scale to be filled in again"), over_time.repeats_due),
    Source(DEADLINES, N_("Certificate to be registered"), lambda store, until: certificate.registrations_due(store)),
    Source(DEADLINES, N_("Hours of study short"), lambda store, until: learning.studies_due(store)),
    Source(DEADLINES, N_("Insurance of a volunteer runs out"), lambda store, until: volunteer.insurance_due(store)),
    Source(DEADLINES, N_("Instalment due"), lambda store, until: instalment.instalments_due(store)),
    Source(DEADLINES, N_("Project ends"), lambda store, until: instalment.projects_ending(store)),
    Source(DEADLINES, N_("Contract over: hand over or delete what was entrusted"), contract_end.handing_over_due),
    Source(DEADLINES, N_("Leaves, and work still stands in this name"), leaving.leaving_due),
    Source(DEADLINES, N_("Contract of a worker ends"), leaving.contracts_due),
    Source(DEADLINES, N_("Grade of an organisation runs out"), lambda store, until: agency.grades_due(store)),
    Source(DEADLINES, N_("Agreement ends"), lambda store, until: agreement.agreements_due(store)),
    Source(DEADLINES, N_("Partner to be asked again"), lambda store, until: partner.contacts_due(store)),
)  # fmt: skip
GROUPS = (AT_ONCE, CASES, PROMISED, DEADLINES)


def found(store, today: date | None = None) -> dict[str, list[tuple[str, Due]]]:
    """Group → (why, Due), the earliest first; groups without anything are left out."""
    until = (today or store.today()) + timedelta(parameters.value("notify_before_days"))
    groups = {group: [] for group in GROUPS}
    for source in SOURCES:
        groups[source.group] += [(source.why, one) for one in source.find(store, until)]
    return {group: sorted(lines, key=lambda line: line[1].day) for group, lines in groups.items() if lines}
