"""A mandatory report stands nowhere for those who may not read it: lists, search, prints, exports, Today, figures.

A canary is in every answer of words of a report and of its follow-up. What each role but the lead can see of the
station is gathered as text and searched for it; the lead finds it where it belongs.
"""

from datetime import date, time

import openpyxl
import pytest

from exports import dossier
from exports.layout import lists
from exports.month import month, monthly_return
from exports.month.month_workbook import month_workbook
from exports.papers import holdings, person_sheet
from models import access, approvals, copying, drafts, papers, read_log, search, today
from models.casework.case import Case
from models.fields import Choice, Choices, Day, Link, Links, Name, Text, Time
from models.figures import month_table
from models.figures.drill import rows_of
from models.linking.mandatory_report import MandatoryReport
from models.linking.report_follow_up import ReportFollowUp
from models.people import retention
from models.people.household import Household
from models.people.person import Person
from models.register import RECORDS
from models.team.staff import Staff
from resources.language import Language
from tests.exports.paper import text_of

CANARY = "雀𠮷强报"
OTHERS = ("worker", "entry", "supervisor", "admin", "auditor")
SAYS = {"language": Language("zh_CN"), "station": "云岭镇社工站"}


def with_canaries(cls, **answers):
    record = cls.new(**answers)
    for name, question in cls.questions().items():
        if name in answers or question.derived or isinstance(question, (Link, Links, Choice, Choices, Day, Time)):
            continue
        if isinstance(question, (Name, Text)):
            setattr(record, name, CANARY)
    record.save()
    return record


@pytest.fixture
def person(store):
    person = Person.new(name="蒙小花", birth="2016-05-06", id_kind="none")
    person.save()
    return person


@pytest.fixture
def report(store, person):
    """Reported in September by the lead, with a follow-up; about a person on file."""
    report = with_canaries(
        MandatoryReport, person=person.id, situation=("4",), worker=store.user, reporter=store.user,
        found_on=date(2026, 9, 14), found_at=time(9), reported_on=date(2026, 9, 14), reported_at=time(10),
    )  # fmt: skip
    with_canaries(ReportFollowUp, report=report.id, reporter=store.user)
    return report


def as_role(store, role):
    member = Staff.new(name="农小妹", role=role)
    member.save()
    store.user = member.id


def rows_seen(store):
    """Table → the rows that its list would show."""
    return {table: list(cls.alive()) for table, cls in store.tables.items()}


def said(records):
    return "".join(
        str(getattr(record, name)) for record in records for name in record.questions() if not record.withheld
    )


@pytest.mark.parametrize("role", OTHERS)
def test_nothing_of_it_is_seen_by_others(store, report, person, tmp_path, role):
    as_role(store, role)
    seen = rows_seen(store)
    assert not seen["mandatory_report"] and not seen["report_follow_up"]
    assert CANARY not in "".join(map(said, seen.values()))
    assert not search.find(CANARY) and not search.find(report.number) and not search.find("强报")
    assert not [one for lines in today.found(store).values() for _why, one in lines if one.row == report.id]
    assert not [one for one in papers.of(store, person) if one.form.restricted]
    for paper in (person_sheet.person_pdf, holdings.holdings_pdf):
        assert CANARY not in text_of(paper(person, **SAYS), tmp_path)


@pytest.mark.parametrize("role", OTHERS)
def test_no_draft_last_answer_approval_or_file_of_others_tells_of_it(store, report, person, tmp_path, role):
    drafts.keep(store, "mandatory_report", report.id, {"observed": CANARY})
    household = Household.new(head="蒙大爷", village="桃坞村")
    household.save()
    person.household = household.id
    person.save()
    case = Case.new(person=person.id, source="01", worker=store.user, problems_met=("money",))
    case.save()
    as_role(store, role)
    assert not drafts.all(store) and not drafts.of(store, "mandatory_report", report.id)
    assert not copying.as_last_time(store, MandatoryReport)
    assert report.id not in {due.row for due in approvals.waiting_for_lead(store)}
    for owner in (person, household, case):
        assert CANARY not in text_of(dossier.dossier_pdf(store, owner, **SAYS), tmp_path)
        assert report.number not in text_of(dossier.dossier_pdf(store, owner, **SAYS), tmp_path)


def test_the_month_on_paper_and_as_a_workbook_has_the_number_alone(store, report, tmp_path):
    paper = monthly_return.read(store, "2026-09", SAYS["language"])
    month_workbook(paper).keep(tmp_path / "a.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in sheet.iter_rows() for cell in row]
    said = text_of(month.month_pdf(paper), tmp_path) + "".join(str(cell.value) for cell in cells)
    assert "强制报告" in said
    for told in (CANARY, report.number, "蒙小花", report.id.hex):
        assert told not in said


@pytest.mark.parametrize("cls", [cls for cls in RECORDS if cls.restricted])
def test_no_list_of_what_few_may_read_leaves_the_program_not_even_by_the_lead(store, report, cls, tmp_path):
    with pytest.raises(access.NotTakenAlong):
        lists.list_pdf(cls, cls.alive(), **SAYS)
    with pytest.raises(access.NotTakenAlong):
        lists.list_workbook(tmp_path / "a.xlsx", cls, cls.alive(), **SAYS)
    assert not (tmp_path / "a.xlsx").exists()


def test_no_register_of_what_is_to_be_destroyed_names_it(store, report):
    """The lead draws it up, but everybody reads it."""
    report.found_on = report.reported_on = report.closed_on = date(1990, 1, 1)
    report.save()
    assert [one.table for one in retention.expired(store)] == ["mandatory_report"]
    register = retention.Destruction.new()
    assert report.number not in str([dict(line) for line in register.things]) and not register.things


def test_the_whole_file_of_a_report_has_its_follow_ups_and_opens_to_its_readers_only(store, report, tmp_path):
    text = text_of(dossier.dossier_pdf(store, report, **SAYS), tmp_path)
    assert report.number in text and "续报" in text and CANARY in text
    assert dossier.read(store, report).apart == 0


@pytest.mark.parametrize("role", OTHERS)
def test_opening_it_by_its_number_is_refused_and_logged(store, report, role):
    as_role(store, role)
    with pytest.raises(access.MayNotRead):
        access.opened(store, report)
    assert [line.action for line in read_log.lines(store)] == ["refused"]


def test_the_lead_finds_it(store, report):
    seen = rows_seen(store)
    assert CANARY in said(seen["mandatory_report"]) and CANARY in said(seen["report_follow_up"])


def test_the_papers_of_the_person_leave_it_out_even_for_the_lead(store, report, person, tmp_path):
    for paper in (person_sheet.person_pdf, holdings.holdings_pdf):
        assert CANARY not in text_of(paper(person, **SAYS), tmp_path)


def test_it_is_counted_and_no_row_stands_behind_the_figure(store, report):
    line = next(line for line in month_table(store.unit, "2026-09").lines if line.figure.number == "24")
    assert (line.state, line.value) == ("number", 1)
    assert not rows_of("24", store.unit, "2026-09")


def test_of_it_only_the_day_by_which_it_is_counted_goes_upward():
    for cls in (MandatoryReport, ReportFollowUp):
        upward = {name for name, question in cls.questions().items() if question.upward}
        assert upward <= {"reported_on"}
