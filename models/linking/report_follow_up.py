"""What follows a mandatory report: follow-up reports (续报) and the final one (结报), read by the same few."""

from models.database import current
from models.fields import Choice, Day, Link, Notes, Text, Time
from models.linking import report_clock
from models.linking.mandatory_report import MandatoryReport
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class ReportFollowUp(Record):
    """A follow-up (续报) or final report (结报) to a mandatory report."""

    title, plural, letters = N_("Follow-up report"), N_("Follow-up reports"), "QZX"
    part_of, restricted = ("report",), "report"
    signers = (N_("Reported by:"), N_("Station lead:"), N_("Date and time:"))

    report = Link(
        MandatoryReport, N_("Mandatory report"), heading=N_("Follow-up report"), required=True, listed=True, index=True,
        upward=False,
    )  # fmt: skip
    stage = Choice(N_("Stage"), "report_stage", required=True, listed=True, suggest="follow", sensitive=True)
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda follow: current().today(), sensitive=True
    )
    time = Time(N_("Time"), required=True, listed=True, suggest=report_clock.now, sensitive=True)
    to = Text(N_("Reported to"), listed=True, sensitive=True)
    content = Notes(N_("Content"), required=True, sensitive=True)
    answer = Notes(N_("Answer received"), sensitive=True)
    reporter = Link(Staff, N_("Reported by"), required=True, suggest=lambda follow: current().user, sensitive=True)

    def caption(self):
        report = self.linked("report")
        return report.caption() if report else ""
