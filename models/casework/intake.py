"""The intake form (接案登记表): what somebody came with, and what the station decided."""

from models.casework.case import Case
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Lines, Link, Money, Name, Notes, PartialDay, Phone, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_ALARMS = ("self_harm", "harm_others", "abuse", "out_of_supplies", "nobody_cares")
_PERSON = (
    "other_name", "sex", "birth", "id_kind", "id_number", "nation", "political", "education", "marital",
    "employment", "occupation", "registered", "village", "address", "grid", "phone", "wechat", "speech", "categories",
    "health", "disability_kind", "disability_grade", "guardian", "guardian_relation", "guardian_phone",
)  # fmt: skip
_FAMILY = {
    "name": Name(N_("Name"), required=True), "relation": Choice(N_("Relation to the person"), "relation"),
    "birth_year": PartialDay(N_("Year of birth")), "work": Text(N_("Occupation or school"), limit=60),
    "health": Text(N_("Health"), limit=60), "together": YesNo(N_("Lives together")),
    "remark": Text(N_("Remarks"), limit=100),
}  # fmt: skip


def _is_taken(intake):
    return intake.decision in ("open", "once")


def _is_not_taken(intake):
    return intake.decision in ("refuse", "refer")


class CaseIntake(Record):
    """The first meeting in a case; who the person is stands in the person's own file and is printed from there."""

    title, plural, letters = N_("Intake form"), N_("Intake forms"), "GAJA"
    part_of = ("case",)
    facts = (
        *(("case", name) for name in ("source", "opened", "opening_by")),
        *(("case.person", name) for name in _PERSON),
    )
    signers = (
        N_("Worker:"), N_("Person served or guardian:"), N_("Opinion of the supervisor or lead:"), N_("Date:")
    )  # fmt: skip

    case = Link(Case, N_("Case"), heading=N_("Source"), required=True, listed=True, index=True)
    day = Day(
        N_("Day of intake"), required=True, listed=True, suggest=lambda intake: current().today(), synonyms=("接案日",)
    )
    way = Choice(N_("Way of the intake"), "intake_way", required=True, suggest="came", synonyms=("接案方式",))
    place = Text(N_("Place"), synonyms=("接案地点",))
    referrer = Text(N_("Referred by (unit)"), synonyms=("转介单位",))
    referrer_name = Name(N_("Contact at the unit"), synonyms=("转介人",))
    referrer_phone = Phone(N_("Contact's telephone"), synonyms=("转介人电话",))
    family = Lines(N_("Family members"), heading=N_("Family and livelihood"), columns=_FAMILY, sensitive=True, room=5)
    income_from = Choices(N_("Livelihood"), "income_source", synonyms=("经济来源",))
    income = Money(N_("Monthly income"), unit=N_("yuan"), sensitive=True, synonyms=("月收入",))
    benefits = Text(N_("Benefits received"), limit=300, synonyms=("享受的政策待遇",))
    request = Notes(
        N_("What is asked for, in the person's words"), heading=N_("What is asked for"), required=True, sensitive=True,
        synonyms=("求助原因", "服务对象自述"),
    )  # fmt: skip
    tried = Notes(N_("Help sought before"), sensitive=True, synonyms=("以往求助经历",))
    urgency = Choice(N_("Urgency"), "referral_urgency", required=True, suggest="normal", synonyms=("紧急程度",))
    self_harm = YesNo(N_("Self-harm or suicide"), heading=N_("First look for danger"), required=True, sensitive=True)
    harm_others = YesNo(N_("Harm to others"), required=True, sensitive=True)
    abuse = YesNo(N_("Abuse or violence"), required=True, sensitive=True)
    out_of_supplies = YesNo(N_("Out of medicine or food"), required=True, sensitive=True)
    nobody_cares = YesNo(N_("Nobody takes care"), required=True, sensitive=True)
    danger = Notes(N_("What was seen of the danger"), sensitive=True, asked_if=lambda intake: intake.alarms())
    wish = Choice(
        N_("Does the person want it"), "intake_wish", heading=N_("Wishes and decision"), required=True,
        suggest="willing",
    )  # fmt: skip
    consent = Choice(N_("Informed consent"), "intake_consent", required=True, synonyms=("知情同意",))
    decision = Choice(
        N_("Decision"), "case_decision", required=True, listed=True, suggest="open", synonyms=("处理意见",)
    )
    why_not = Notes(N_("Reason, and where the person was sent"), asked_if=_is_not_taken, required=True)
    worker = Link(Staff, N_("Worker at the intake"), required=True, synonyms=("接案社工",))

    def alarms(self) -> list[str]:
        """The questions of the first look that were answered with yes."""
        return [name for name in _ALARMS if getattr(self, name) == "yes"]

    def conflicts(self):
        if self.alarms() and self.urgency == "normal":
            yield Problem("urgency", N_("There is danger: is it urgent?"), blocks=False, repair="urgent")
        case = self.linked("case")
        if self.alarms() and case and case.crisis != "yes":
            yield Problem("danger", N_("There is danger: mark the case as a crisis and write a crisis report."),
                          blocks=False)  # fmt: skip
        if _is_taken(self) and self.consent == "refused":
            yield Problem("consent", N_("Without consent there is no service, except where life is at stake."),
                          blocks=False)  # fmt: skip
        if case and case.opened and self.day and case.opening_by and self.day > case.opened:
            told = {"day": case.opened.isoformat()}
            yield Problem("day", N_("The intake is after the opening on {day}."), told, blocks=False)

    def caption(self):
        case = self.linked("case")
        return case.caption() if case else ""
