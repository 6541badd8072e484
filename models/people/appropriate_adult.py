"""合适成年人: a grown-up who stands by a minor in criminal proceedings when no guardian can (刑事诉讼法 §281)."""

from models import ages, parameters
from models.casework.case import Case
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Duration, Link, Name, Notes, Text, Time, YesNo
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class AppropriateAdult(Record):
    """One attendance of an appropriate adult."""

    title, plural, letters = N_("Appropriate adult"), N_("Appropriate adults"), "HSC"
    shelf, part_of = "cases", ("person", "case")
    signers = (N_("Appropriate adult:"), N_("Person handling the case:"), N_("Date:"))

    person = Link(Person, N_("Minor"), heading=N_("Attendance at proceedings"), required=True, listed=True, index=True)
    case = Link(Case, N_("Case"), index=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda one: current().today())
    start = Time(N_("Start"), sensitive=True)
    minutes = Duration(N_("Length"), listed=True, unit=N_("minutes"))
    organ = Text(N_("Organ in charge"), required=True, listed=True, sensitive=True, synonyms=("办案机关",))
    file_no = Text(N_("File number of the organ"), limit=80, sensitive=True, synonyms=("案号",))
    handler = Name(N_("Handled there by"), sensitive=True)
    occasion = Choice(
        N_("Occasion"), "proceeding_occasion", required=True, listed=True, sensitive=True, synonyms=("到场环节",)
    )
    adult = Name(N_("Name of the adult"), required=True, listed=True, synonyms=("合适成年人",))
    adult_kind = Choice(N_("Who the adult is"), "appropriate_adult_kind", suggest="worker")
    staff = Link(Staff, N_("Staff member"), asked_if=lambda one: one.adult_kind == "worker")
    guardian_absent = Text(N_("Why no guardian came"), limit=200, sensitive=True)
    agreed = YesNo(N_("The minor agreed to the adult"))
    course = Notes(N_("Course of the attendance"), heading=N_("What happened there"), sensitive=True)
    protection = Notes(N_("Rights watched over and remarks made"), sensitive=True)

    def conflicts(self):
        person = self.linked("person")
        age = ages.full_years(person.birth, self.day) if person and self.day else None
        if age is not None and age >= parameters.value("adult_age"):
            yield Problem("person", N_("An appropriate adult stands by those under 18."), blocks=False)

    def caption(self):
        person = self.linked("person")
        return person.caption() if person else ""
