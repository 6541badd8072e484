"""Incidents with personal data (个人信息保护法 §57) and impact assessments (§§55, 56)."""

from datetime import date

import pytest

from models.errors import InvalidRecord
from models.fields import Line
from models.people.impact import ImpactAssessment
from models.people.incident import DataIncident, incidents_open
from models.process import NotYourStep
from models.team.staff import Staff


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


@pytest.fixture
def lost(store):
    return made(
        DataIncident, kind="stick", found=date(2026, 9, 14), course="下村途中遗失", data=("name", "phone"), people=60
    )


def test_an_incident_stands_on_today_until_it_is_closed_with_its_lessons(store, lost):
    assert [(due.row, due.day) for due in incidents_open(store, store.today())] == [(lost.id, date(2026, 9, 14))]
    with pytest.raises(InvalidRecord):
        lost.move("report")
    lost.reported_to, lost.reported = "县民政局", date(2026, 9, 14)
    lost.move("report")
    with pytest.raises(InvalidRecord) as refused:
        lost.move("close")
    assert {problem.question for problem in refused.value.problems} == {"measures", "told", "lessons"}
    lost.measures, lost.told, lost.lessons = "挂失、换密码", "all", "U盘一律加密"
    lost.move("close")
    assert (lost.closed, incidents_open(store, store.today())) == (store.today(), [])


def test_nobody_told_is_asked_about_where_nothing_was_encrypted(store, lost):
    lost.told = "not_needed"
    assert [problem.question for problem in lost.problems()] == ["told"]
    lost.encrypted = "yes"
    assert lost.problems() == []


def test_only_the_lead_closes_an_incident_and_it_is_not_reported_before_it_is_known(store, lost):
    lost.reported = date(2026, 9, 13)
    with pytest.raises(InvalidRecord):
        lost.save()
    lost.reported = None
    worker = made(Staff, name="潘晓燕", role="worker")
    store.user = worker.id
    with pytest.raises(NotYourStep):
        lost.move("close")


def test_what_happened_and_to_whom_never_goes_upward(store):
    questions = DataIncident.questions()
    assert not any(questions[name].upward for name in ("course", "happened", "harm", "measures", "contact"))


def test_an_assessment_is_kept_three_years_and_answers_the_three_questions_of_the_law(store):
    said = {"name": "残疾信息采集", "reasons": ("sensitive",), "data": ("disability",), "result": "go"}
    with pytest.raises(InvalidRecord) as refused:
        made(ImpactAssessment, **said)
    assert {problem.question for problem in refused.value.problems} == {"lawful", "effect", "fitting"}
    said |= {"lawful": "为申请补贴所必需", "effect": "泄露会造成歧视", "fitting": "加密、专人查阅"}
    assessment = made(ImpactAssessment, **said)
    assert assessment.keep_until == date(2029, 9, 15)
    assessment.keep_until = date(2029, 9, 14)
    with pytest.raises(InvalidRecord):
        assessment.save()
    assessment.keep_until = date(2029, 9, 15)
    assessment.risks = (Line(risk="U盘遗失", level="3", left="3"),)
    assert [problem.question for problem in assessment.problems()] == ["result"]
