"""农村留守儿童基本情况登记表 (民政部 2016): a child whose parents work elsewhere."""

from models import ages
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, IdNumber, Link, Name, PartialDay, Phone, Text, YesNo
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

BELOW = 16


def _is_unwell(child):
    return child.health in ("disabled", "ill")


def _one_is_away(child):
    return child.both_away == "no"


def _is_entrusted(child):
    return child.entrusted == "yes"


class LeftBehindChild(Record):
    """The register sheet of one child left behind, filled in anew when things change."""

    title, plural, letters = N_("Register of a child left behind"), N_("Register of children left behind"), "LSE"
    shelf, part_of, filled_in = "persons", ("person",), "day"
    facts = tuple(("person", name) for name in ("sex", "birth", "nation", "id_number", "registered", "address"))
    signers = (N_("Head of the unit:"), N_("Verified by:"), N_("Filled in by:"), N_("Date:"))

    person = Link(Person, N_("Child"), heading=N_("The child"), required=True, listed=True, index=True)
    day = Day(N_("Filled in on"), required=True, listed=True, suggest=lambda one: current().today())
    registered = YesNo(N_("Has a household register"), synonyms=("是否登记户口",))
    health = Choice(N_("State of health"), "child_health", suggest="healthy", sensitive=True, synonyms=("身体情况",))
    illness = Text(N_("Disability or illness"), limit=100, asked_if=_is_unwell, sensitive=True)
    school = Choice(N_("School attended"), "child_schooling", listed=True, synonyms=("就学情况",))
    school_name = Text(N_("School and class"), limit=100, synonyms=("学校",))
    boards = YesNo(N_("Boards at school"), synonyms=("是否寄宿",))
    grandfather = Name(N_("Grandfather (father's side)"), heading=N_("Grandparents"), synonyms=("祖父",))
    grandfather_birth = PartialDay(N_("His date of birth"))
    grandmother = Name(N_("Grandmother (father's side)"), synonyms=("祖母",))
    grandmother_birth = PartialDay(N_("Her date of birth"))
    grandfather2 = Name(N_("Grandfather (mother's side)"), synonyms=("外祖父",))
    grandfather2_birth = PartialDay(N_("Date of birth of the mother's father"))
    grandmother2 = Name(N_("Grandmother (mother's side)"), synonyms=("外祖母",))
    grandmother2_birth = PartialDay(N_("Date of birth of the mother's mother"))
    father = Name(N_("Father"), heading=N_("Parents"), synonyms=("父亲", "父亲姓名"))
    mother = Name(N_("Mother"), synonyms=("母亲", "母亲姓名"))
    father_birth = PartialDay(N_("Father's date of birth"))
    mother_birth = PartialDay(N_("Mother's date of birth"))
    father_at = Text(N_("Father works at (province, city)"), limit=100, synonyms=("父亲务工地",))
    mother_at = Text(N_("Mother works at (province, city)"), limit=100, synonyms=("母亲务工地",))
    father_phone = Phone(N_("Father's telephone"))
    mother_phone = Phone(N_("Mother's telephone"))
    father_number = IdNumber(N_("Father's ID document number"))
    mother_number = IdNumber(N_("Mother's ID document number"))
    both_away = YesNo(N_("Both parents away"), required=True, listed=True, synonyms=("父母双方同时外出",))
    other_unable = YesNo(
        N_("One away, the other unable to be guardian"), asked_if=_one_is_away, synonyms=("一方外出另一方无监护能力",)
    )
    entrusted = YesNo(N_("Another guardian entrusted"), heading=N_("Guardianship"), synonyms=("有无委托其他监护人",))
    guardian = Name(N_("Entrusted guardian"), asked_if=_is_entrusted, required=True, synonyms=("委托监护人",))
    guardian_relation = Choice(N_("Relation to the child"), "relation", asked_if=_is_entrusted)
    guardian_phone = Phone(N_("Guardian's telephone"), asked_if=_is_entrusted)
    guardian_number = IdNumber(N_("Guardian's ID document number"), asked_if=_is_entrusted)
    guardian_address = Text(N_("Guardian's address"), asked_if=_is_entrusted)
    paper_signed = YesNo(N_("Written agreement signed"), asked_if=_is_entrusted, synonyms=("委托照护协议",))
    grade = Choice(
        N_("Grade of guardianship"), "guardianship", required=True, listed=True, synonyms=("监护类型", "监护情况"),
        hint=N_("Good: cares with strength and heart. Fair: cares, with gaps. The rest: not enough, look again soon."),
    )  # fmt: skip
    incomes = Choices(N_("Sources of income"), "child_income", heading=N_("Support"), synonyms=("经济来源",))
    help = Choices(N_("Help received"), "child_help", synonyms=("救助帮扶",))
    worker = Link(Staff, N_("Worker responsible"), suggest=lambda one: current().user, synonyms=("儿童主任", "填表人"))
    note = Text(N_("Remarks"), sensitive=True, synonyms=("备注",))

    def conflicts(self):
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age >= BELOW:
            yield Problem(
                "person", N_("Children left behind are under 16; this child was {age}."), {"age": age}, blocks=False
            )
        if self.both_away == "no" and self.other_unable == "no":
            yield Problem(
                "other_unable", N_("With one parent at home who can be guardian this is no child left behind."),
                blocks=False,
            )  # fmt: skip
        if self.grade == "none" or (self.both_away == "yes" and self.entrusted == "no"):
            yield Problem(
                "grade", N_("Nobody is guardian: the police is told at once (国发〔2016〕13号)."), blocks=False
            )

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""
