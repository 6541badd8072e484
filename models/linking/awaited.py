"""What waits for somebody: an answer to a referral, a finding to be reported."""

from models.due import Due
from models.linking.mandatory_report import MandatoryReport
from models.linking.referral import Referral


def replies_due(store) -> list:
    """Referrals sent whose reply term has passed without an answer, the longest overdue first (due.Due)."""
    waiting = Referral.alive().where(
        Referral.station == store.unit, Referral.state == "sent", Referral.reply_by < store.today(),
        Referral.direction == "out",
    )  # fmt: skip
    return [
        Due("referral", one.id, one.caption(), None, None, one.reply_by, one.day)
        for one in waiting.order_by(Referral.reply_by)
    ]


def unreported(store) -> list:
    """Findings not reported yet, for those who may read them (due.Due)."""
    drafts = MandatoryReport.alive().where(MandatoryReport.station == store.unit, MandatoryReport.state == "draft")
    return [
        Due("mandatory_report", one.id, one.number or "", None, None, one.found_on)
        for one in drafts.order_by(MandatoryReport.found_on)
    ]
