"""The roster of a group (组员名单): who is in it, who agreed to it, what to mind, tests before and after."""

from models import ages, lookup, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Count, Day, Link, Notes, Phone, Text
from models.people.person import Person
from models.records import Record
from models.services.group import Group
from resources.language import N_


def _of_person(name):
    """Suggest what the file of the person says."""

    def suggested(member):
        person = member.linked("person")
        return getattr(person, name) if person else None

    return suggested


_NOT_AGREED = (None, "waiting", "refused", "withdrawn")
_GONE = ("refused", "withdrawn")


class GroupMember(Record):
    """A person in a group (组员): consent, what to mind, whom to call."""

    title, plural, letters = N_("Group member"), N_("Group members"), "XY"
    part_of, dated = ("group",), "joined"
    facts = (("person", "sex"), ("person", "birth"), ("person", "categories"), ("person", "phone"))
    signers = (N_("Member or guardian:"), N_("Worker:"), N_("Date:"))

    group = Link(Group, N_("Group"), heading=N_("Group member"), required=True, listed=True, index=True)
    person = Link(
        Person, N_("Name of the member"), required=True, listed=True, index=True, synonyms=("姓名", "组员", "服务对象"),
    )  # fmt: skip
    joined = Day(N_("Joined on"), listed=True, may_be_future=True, synonyms=("入组日期",))
    left = Day(N_("Left on"), listed=True, may_be_future=True, synonyms=("退组日期",))
    consent = Choice(
        N_("Consent to join"), "member_consent", heading=N_("Consent and care"), listed=True, synonyms=("同意书",)
    )
    consented = Day(N_("Consented on"), synonyms=("同意日期",))
    guardian = Text(
        N_("Guardian"), limit=100, suggest=_of_person("guardian"), sensitive=True, synonyms=("监护人",)
    )  # fmt: skip
    guardian_phone = Phone(N_("Guardian's telephone"), suggest=_of_person("guardian_phone"), synonyms=("监护人电话",))
    contact = Text(N_("Emergency contact"), limit=100, sensitive=True, synonyms=("紧急联系人",))
    contact_phone = Phone(N_("Emergency telephone"), synonyms=("紧急联系电话",))
    health = Text(N_("Health to mind"), limit=500, sensitive=True, synonyms=("健康注意",))
    wish = Text(N_("Hopes for the group"), limit=500, synonyms=("期望", "参加期望"))
    withdrawn = Day(N_("Withdrawn on"), asked_if=lambda member: member.consent == "withdrawn", synonyms=("撤回日期",))
    before = Count(N_("Score before"), most=1000, heading=N_("Tests before and after"), synonyms=("前测",))
    after = Count(N_("Score after"), most=1000, synonyms=("后测",))
    note = Notes(N_("Remarks"), sensitive=True, synonyms=("备注",))

    def conflicts(self):
        if self.joined and self.left and self.left < self.joined:
            yield "left", N_("The day of leaving is before the day of joining."), {}
        if lookup.has_twin(self, "group", "person"):
            yield "person", N_("This person is in the group already."), {}
        if self.consent in ("self", "oral") and self._is_child():
            yield Problem("consent", N_("Under 14 the guardian agrees (个人信息保护法 §31)."), repair="guardian")
        if self.consent in _GONE and not self.left:
            sentence = N_("Who does not agree, or no longer, leaves the group: say since when.")
            yield Problem("left", sentence, blocks=False, repair=self.withdrawn or current().today())
        if self.consented and self.withdrawn and self.withdrawn < self.consented:
            yield "withdrawn", N_("This day is before the day of the consent."), {}

    def _is_child(self):
        (birth,) = lookup.answers(Person, self.person, "birth") or (None,)
        age = ages.full_years(birth, self.consented or self.joined or current().today())
        return age is not None and age < parameters.value("consent_age")

    def caption(self):
        person = self.linked("person")
        return person.name if person else ""


def still_in(group, today):
    """The members of a group who have not left it by `today`, as a query in the order in which they joined."""
    stays = GroupMember.left.is_null() | (GroupMember.left >= today)
    return GroupMember.alive().where(GroupMember.group == group, stays).order_by(GroupMember.id)


def not_agreed(group, today) -> list[GroupMember]:
    """Those still in a group who have not agreed to it, or no longer."""
    return [one for one in still_in(group, today) if one.consent in _NOT_AGREED]
