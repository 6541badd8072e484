"""A consultation that is over with one answer (仅咨询一次): no case is opened, it is counted all the same."""

from models import numbers
from models.casework.case import Case
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Duration, Link, Name, Notes, Phone, Text
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Consultation(Record):
    """Who asked what, and what was answered; the person may be on file, named only, or unnamed."""

    title, plural, letters = N_("Consultation"), N_("Consultations"), "ZX"
    shelf, part_of, searched = "cases", ("person",), ("name", "number")
    signers = (N_("Worker:"), N_("Date:"))

    number = Text(N_("Consultation number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True)
    day = Day(
        N_("Date"), heading=N_("Consultation"), required=True, listed=True, index=True,
        suggest=lambda form: current().today(), synonyms=("咨询日期", "日期"),
    )  # fmt: skip
    way = Choice(N_("How they came"), "intake_way", required=True, suggest="came", synonyms=("咨询方式",))
    person = Link(Person, N_("Person on file"), listed=True, index=True)
    name = Name(
        N_("Name of the enquirer"), listed=True, asked_if=lambda form: form.person is None, synonyms=("咨询人", "姓名")
    )
    sex = Choice(N_("Sex"), "sex", asked_if=lambda form: form.person is None, synonyms=("性别",))
    phone = Phone(N_("Telephone"), asked_if=lambda form: form.person is None, synonyms=("联系电话",))
    village = Text(N_("Village or community"), upward=True, synonyms=("村（社区）", "村社区"))
    topics = Choices(N_("What about"), "case_problem", required=True, listed=True, synonyms=("咨询类别",))
    field = Choice(N_("Service field"), "service_field", synonyms=("服务领域",))
    question = Notes(N_("Question asked"), required=True, sensitive=True, synonyms=("咨询内容", "咨询事项"))
    answer = Notes(N_("Answer given"), required=True, sensitive=True, synonyms=("答复内容", "解答"))
    minutes = Duration(N_("Length"), unit=N_("minutes"), synonyms=("时长",))
    worker = Link(Staff, N_("Worker"), required=True, listed=True, synonyms=("社工", "接待人"))
    result = Choice(
        N_("What became of it"), "consultation_result", heading=N_("Afterwards"), required=True, listed=True,
        suggest="answered", synonyms=("处理结果",),
    )  # fmt: skip
    sent_to = Text(N_("Where they were sent"), asked_if=lambda form: form.result in ("guided", "referred"))
    case = Link(Case, N_("Case opened"), asked_if=lambda form: form.result == "case")

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)
        if not self.village and self.person and (person := self.linked("person")):
            self.village = person.village

    def conflicts(self):
        if self.result == "case" and not self.case:
            yield Problem("case", N_("Open the case, and link it here."), blocks=False)

    def caption(self):
        person = self.linked("person") if self.person else None
        return (person.name if person else self.name) or self.number or ""
