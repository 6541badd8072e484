"""The census of organisations, the sources of funds, and credibility from satisfaction."""

from datetime import date

import pytest

from models.fields import Line
from models.office.survey import Survey
from models.partners import census, credibility
from models.partners.agency import Agency
from models.partners.community_organisation import CommunityOrganisation
from models.partners.project import Project
from models.volunteering.team import VolunteerTeam


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def test_the_census_counts_what_was_there_on_the_day(store):
    made(Agency, name="同心", legal_form="private", registered=date(2020, 1, 1))
    made(Agency, name="新来", legal_form="private", registered=date(2026, 9, 10))
    for name, kind, ended in (("舞蹈队", "culture", None), ("老棋社", "culture", date(2026, 1, 1))):
        made(
            CommunityOrganisation, name=name, kind=kind, village="桃坞村", founded=date(2024, 1, 1), ended=ended,
            leader="莫大姐",
        )  # fmt: skip
    made(VolunteerTeam, name="桃坞志愿队", founded=date(2025, 1, 1))
    found = census.organisations(date(2026, 9, 1))
    assert (found["agencies"]["private"], found["kinds"]["culture"], found["registrations"]["filed"]) == (1, 1, 1)
    assert sum(found["teams"].values()) == 1
    assert census.organisations(date(2025, 12, 31))["kinds"]["culture"] == 2


def test_funds_are_counted_by_source_and_society_buys_the_smaller_part(store):
    made(
        Project, name="甲", amount=300, sources=(Line(source="budget", amount=200), Line(source="lottery", amount=100))
    )
    made(Project, name="乙", amount=101, sources=(Line(source="budget", amount=50), Line(source="society", amount=51)))
    made(Project, name="丙")
    assert census.funding()["budget"] == (2, 250)
    assert (census.average_amount(), census.bought_by_society()) == (201, 127)
    assert census.bought_by_society([]) is None


@pytest.mark.parametrize(("good", "grade"), [(85, "a"), (84, "b"), (70, "b"), (69, "c")])
def test_credibility_follows_satisfaction_in_the_agencys_projects(store, good, grade):
    agency = made(Agency, name="同心", legal_form="private", credibility="a")
    project = made(Project, name="甲", agency=agency.id)
    made(Survey, name="满意度", project=project.id, valid=100, satisfied=good)
    made(Survey, name="知晓度", kind="awareness", project=project.id, valid=100, aware=1)
    made(Survey, name="别处", valid=100, satisfied=0)
    assert credibility.measured(agency) == (good, 100)
    assert agency.measured_credibility() == grade
    asked = {problem.question: problem.repair for problem in agency.problems()}
    assert asked.get("credibility") == (None if grade == "a" else grade)


def test_without_surveys_nothing_is_measured(store):
    agency = made(Agency, name="同心", legal_form="private")
    assert agency.measured_credibility() is None
