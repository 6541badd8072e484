"""Referral: handing a person on to another unit, or taking one over, with as little data as the purpose needs."""

from datetime import timedelta

from models import numbers, parameters
from models.casework.case import Case
from models.database import current
from models.fields import Choice, Choices, Day, Line, Lines, Link, Name, Notes, Phone, Text
from models.linking import handing_over
from models.linking.handing_over import is_outward, on_consent, on_exception
from models.people.consent import Consent
from models.people.person import Person
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

UNSENT = ("awaiting", "passed_on", "failed")
_NEW_RECEIVER = dict.fromkeys(
    ("agency", "contact", "contact_phone", "consent", "answered", "received_by", "refusal", "reply_by"), ""
)


def _reply_day(referral):
    return current().today() + timedelta(parameters.value("referral_reply_days"))


class Referral(Record):
    """One referral slip (转介单): who, to whom or from whom, which data, on what ground, and what came of it."""

    title, plural, letters = N_("Referral"), N_("Referrals"), "ZJD"
    shelf, part_of, searched = "referrals", ("case", "person"), ("number",)
    signers = (N_("Client or guardian:"), N_("Social worker:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("send", N_("Send it"), ("awaiting",), "sent", needs=("agency", "purpose", "handed"),
                 stamps={"sent_on": "today"}),
            Move("accept", N_("Accept"), ("sent",), "accepted", needs=("answered",)),
            Move("refuse", N_("Do not accept"), ("sent",), "refused", needs=("refusal",)),
            Move("return", N_("Send back"), ("sent", "accepted"), "returned", needs=("refusal",)),
            Move("pass_on", N_("Pass on to another unit"), ("refused", "returned"), "passed_on", stamps=_NEW_RECEIVER),
            Move("send_again", N_("Send again"), ("passed_on",), "sent", needs=("agency", "purpose", "handed")),
            Move("complete", N_("Complete"), ("sent", "accepted"), "done", needs=("result",),
                 stamps={"settled": "today"}),
            Move("fail", N_("Give up"), ("awaiting", "sent", "accepted", "refused", "returned", "passed_on"),
                 "failed", why=True, stamps={"settled": "today"}),
        ),
        first=("awaiting", "sent"),
    )  # fmt: skip

    number = Text(N_("Referral number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    direction = Choice(
        N_("Direction"), "referral_direction", heading=N_("Referral"), required=True, listed=True, suggest="out",
        synonyms=("转介方向",),
    )  # fmt: skip
    day = Day(
        N_("Date"), required=True, listed=True, index=True, suggest=lambda referral: current().today(),
        synonyms=("转介日期",),
    )  # fmt: skip
    urgency = Choice(N_("Urgency"), "referral_urgency", suggest="normal", synonyms=("紧急程度",))
    person = Link(Person, N_("Person"), required=True, listed=True, index=True, synonyms=("服务对象姓名",))
    case = Link(Case, N_("Case"), index=True)
    scope = Choice(
        N_("What is referred"), "referral_scope", asked_if=lambda slip: slip.case is not None and is_outward(slip),
        synonyms=("转介范围",),
    )  # fmt: skip
    worker = Link(
        Staff, N_("Worker responsible"), required=True, listed=True, suggest=lambda referral: current().user,
        synonyms=("转出社工", "负责社工"),
    )  # fmt: skip
    agency = Text(
        N_("The other unit"), heading=N_("The other side"), listed=True, synonyms=("接收机构", "转介单位", "对方单位")
    )
    contact = Name(N_("Contact of the other side"), synonyms=("联系人", "接收机构联系人"))
    contact_phone = Phone(N_("Telephone of the other side"), synonyms=("联系电话", "接收机构电话"))
    field = Choice(N_("Service field"), "service_field", heading=N_("Reason and services"), synonyms=("服务领域",))
    reason = Notes(N_("Reason for the referral"), required=True, sensitive=True, synonyms=("转介原因",))
    done = Notes(N_("Services given so far"), sensitive=True, synonyms=("已提供服务",))
    wanted = Notes(N_("Services wanted"), sensitive=True, synonyms=("需要的服务",))
    enclosed = Text(N_("Papers enclosed"), limit=1000, synonyms=("附送材料清单", "附送材料"))
    purpose = Text(
        N_("Purpose of handing over"), limit=200, heading=N_("Personal data handed over"), asked_if=is_outward,
        hint=N_("As little as the purpose needs; the paper prints only what is ticked."), synonyms=("处理目的",),
    )  # fmt: skip
    handed = Choices(
        N_("Kinds of data handed over"),
        "handed_kind",
        asked_if=is_outward,
        suggest=("name", "phone", "wanted"),
    )
    way = Choice(N_("How it is handed over"), "handing_way", asked_if=is_outward, suggest="paper")
    basis = Choice(N_("Ground for handing over"), "handing_basis", asked_if=is_outward, suggest="consent")
    consent = Link(Consent, N_("Separate consent"), asked_if=on_consent)
    exception = Text(N_("Why no consent was needed"), limit=500, asked_if=on_exception, sensitive=True)
    reply_by = Day(
        N_("Answer wanted by"), heading=N_("Receipt"), may_be_future=True, listed=True, suggest=_reply_day,
        synonyms=("回复期限",),
    )  # fmt: skip
    answered = Day(N_("Answered on"), synonyms=("回执日期",))
    received_by = Name(N_("Received by"), synonyms=("接收人",))
    refusal = Text(N_("Reason for not accepting"), limit=500, sensitive=True, synonyms=("不受理理由",))
    result = Choice(N_("Result of the referral"), "referral_result", heading=N_("Result"), synonyms=("跟进结果",))
    outcome = Notes(N_("Follow-up"), sensitive=True, synonyms=("跟进情况",))
    settled = Day(N_("Settled on"), synonyms=("办结日期",))
    sent_on = Day(N_("Sent on"), derived=True)
    earlier = Lines(
        N_("Units asked before"),
        columns={"agency": Text(N_("Unit")), "day": Day(N_("Answered on")), "answer": Text(N_("Answer"), limit=500)},
        room=1,
    )
    state = Choice(N_("State of the referral"), "referral_state", required=True, listed=True, suggest="awaiting")

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)
        if not self.person and (case := self.linked("case")):
            self.person = case.person
        if self.is_new and self.direction == "in" and self.state == "awaiting":
            self.state = "sent"
        if self.state not in UNSENT and not self.sent_on:
            self.sent_on = self.day  # an old paper, or one that came in
        if self.basis == "consent" and not self.consent and self.person and self.agency:
            self.consent = handing_over.consent_on_file(self)

    def conflicts(self):
        for name in ("answered", "settled"):
            if self.day and getattr(self, name) and getattr(self, name) < self.day:
                yield name, N_("This day is before the day of the referral."), {}
        if self.basis == "consent" and self.consent:
            yield from handing_over.doubts_about_consent(self)
        if self.direction == "out" and self.state not in UNSENT:
            yield from handing_over.lacking_ground(self)

    def missing(self, move):
        if move.end == "sent" and self.direction == "out":
            yield from handing_over.lacking_ground(self)

    def move(self, name, **options):
        """As Record.move(); passing on keeps which unit was asked before."""
        if name == "pass_on" and self.agency:
            before = Line(agency=self.agency, answer=self.refusal)
            if self.answered:
                before["day"] = self.answered
            self.earlier = (*self.earlier, before)
        return super().move(name, **options)

    def caption(self):
        person = self.linked("person")
        return " ".join(part for part in (self.number, person and person.name) if part)
