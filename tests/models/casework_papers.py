"""A case and its papers for the tests of casework."""

from datetime import date

from models.casework.assessment import CaseAssessment
from models.casework.case import Case
from models.casework.closure import CaseClosure
from models.casework.evaluation import CaseEvaluation
from models.casework.follow_up import CaseFollowUp
from models.casework.intake import CaseIntake
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.fields import Line
from models.people.person import Person
from models.row_id import uuid7

NO_DANGER = dict.fromkeys(("self_harm", "harm_others", "abuse", "out_of_supplies", "nobody_cares"), "no")


def a_case(**answers):
    person = Person.new(name="覃小雨")
    person.save()
    told = {"person": person.id, "source": "02", "worker": uuid7(), "opened": date(2026, 3, 1)} | answers
    case = Case.new(**told)
    case.save()
    return case


def intake(case, day=date(2026, 3, 1), **answers):
    told = {"request": "想回学校", "consent": "guardian", "worker": uuid7()} | NO_DANGER | answers
    return saved(CaseIntake.new(case=case.id, day=day, **told))


def assessment(case, **answers):
    told = {"day": date(2026, 3, 3), "sources": ("self",), "conclusion": "要支持", "worker": uuid7()} | answers
    return saved(CaseAssessment.new(case=case.id, **told))


def plan(case, **answers):
    told = {"day": date(2026, 3, 5), "aim": "按时到校", "goals": (Line(goal="每周到校5天"),), "worker": uuid7()}
    return saved(CasePlan.new(case=case.id, **(told | answers)))


def session(case, day, **answers):
    return saved(CaseSession.new(case=case.id, day=day, **({"worker": uuid7()} | answers)))


def evaluation(case, day=date(2026, 9, 1), **answers):
    return saved(CaseEvaluation.new(case=case.id, day=day, worker=uuid7(), **answers))


def closure(case, day=date(2026, 9, 10), **answers):
    told = {"reason": "01", "reached": "full", "change": "每天到校", "worker": uuid7()} | answers
    return saved(CaseClosure.new(case=case.id, day=day, **told))


def follow_up(case, day, **answers):
    told = {"condition": "steady", "news": "还好", "worker": uuid7()} | answers
    return saved(CaseFollowUp.new(case=case.id, day=day, **told))


def saved(record):
    record.save()
    return record
