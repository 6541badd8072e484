"""The signed month: the figures as they were when the lead signed them."""

from models.database import current
from models.fields import Data, Day, Link, Text
from models.office.affairs import month_problem
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Month(Record):
    """One signed month; a correction is another record with a later version (sync.md 4.7)."""

    title, plural, letters = N_("Signed month"), N_("Signed months"), "YB"

    month = Text(N_("Month"), limit=7, required=True, listed=True, index=True, upward=True)
    figures = Data(N_("Figures"), required=True)
    digest = Text(N_("Check code"), limit=64, required=True, listed=True, upward=True)
    signer = Link(Staff, N_("Signed by"), required=True, listed=True)
    day = Day(N_("Signed on"), required=True, listed=True)
    reasons = Data(N_("Reasons given"))

    def conflicts(self):
        if self.month and (sentence := month_problem(self.month, current().today())):
            yield "month", sentence, {}

    def caption(self):
        return self.month or ""
