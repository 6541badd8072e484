"""The page of a case: its road, the way on, crises across the page, what is to come, all by keyboard."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models import codes, read_log
from models.casework.case import Case
from models.casework.crisis import CrisisReport
from models.casework.intake import CaseIntake
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.fields import Line
from models.linking.mandatory_report import MandatoryReport
from models.team.staff import Staff
from tests.models import casework_papers as papers
from ui.casework.alarms import alarms_of
from ui.casework.drawing_view import DrawingView
from ui.forms.record_form import RecordForm
from ui.widgets.labels import Label


@pytest.fixture
def case(store, person):
    made = Case.new(person=person.id, source="02", opened=date(2026, 3, 1), worker=store.user)
    made.save()
    return made


def file_of(desk, case):
    desk.open_row("case", case.id)
    return desk.window.page.file


def states(file):
    return [state for _, _, state in road_of(file)]


def road_of(file):
    from ui.casework.case_course import steps_of

    return steps_of(file.record, file.store.today())


def said(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]


def test_the_steps_are_ticked_by_the_papers(desk, case, store):
    file = file_of(desk, case)
    assert states(file) == ["done", "todo", "now", "todo", "todo", "todo", "todo"]
    papers.assessment(case)
    papers.plan(case, signed=date(2026, 3, 6), day=date(2026, 3, 6))
    papers.session(case, date(2026, 3, 10), notes="x")
    file.shown()
    assert states(file) == ["done", "done", "todo", "now", "todo", "todo", "todo"]
    assert road_of(file)[3][1] == "1 次会谈"
    papers.evaluation(case)
    file.shown()
    assert states(file)[3:6] == ["done", "done", "now"]


def test_the_way_on_writes_the_paper_that_is_missing(desk, case, qtbot):
    file = file_of(desk, case)
    qtbot.keyClick(file.course.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert type(file.editor.record) is CasePlan and file.editor.record.is_new
    assert file.isAncestorOf(QApplication.focusWidget())


def test_several_missing_papers_are_offered_to_choose_from(desk, case):
    papers.plan(case)
    file = file_of(desk, case)
    file.bar.go_on()
    assert file.bar.menu.labels == ["还没有末期评估。", "还没有结案表。"]
    file.bar.menu.actions()[1].trigger()
    assert file.editor.record._meta.table_name == "case_closure"


def test_a_case_is_submitted_and_approved_from_its_page(desk, case, store):
    papers.plan(case)
    papers.evaluation(case)
    papers.closure(case)
    file = file_of(desk, case)
    assert file.bar.on.text() == "提交结案审批"
    file.bar.go_on()
    assert Case.get_by_id(case.id).state == "closing"
    assert file.bar.on.text() == "批准结案"
    file.bar.go_on()
    assert (Case.get_by_id(case.id).state, Case.get_by_id(case.id).closed) == ("closed", store.today())
    assert "韦敏审批" in " ".join(line.below for line in file.course.model.lines)


def test_what_is_lacking_is_said_and_nothing_is_done(desk, case):
    papers.plan(case)
    file = file_of(desk, case)
    file.take_step(file.record.process.named("submit_closing"))
    assert Case.get_by_id(case.id).state == "open"
    assert any("还没有末期评估。" in text for text in said(file.editor))


def test_a_closed_case_is_opened_again_as_a_new_one(desk, case, store):
    case.state, case.closed, case.close_reason = "closed", date(2026, 8, 1), "01"
    case.save()
    file = file_of(desk, case)
    file.open_again()
    again = Case.get_by_id(file.record.id)
    assert (again.earlier, again.person, again.state) == (case.id, case.person, "open")


def test_a_plan_is_revised_as_a_new_version(desk, case):
    goal = Line(goal="每周到校5天", measure="考勤表", by=date(2026, 12, 1))
    first = papers.plan(case, signed=date(2026, 3, 6), day=date(2026, 3, 6), goals=(goal,))
    first.move("submit")
    first.move("approve")
    file = file_of(desk, case)
    file.bar.offer_moves()
    next(action for action in file.bar.menu.actions() if "修订计划" in action.text()).trigger()
    assert file.editor.record.is_new
    assert file.editor.save()
    assert sorted(plan.version for plan in CasePlan.alive()) == [1, 2]


def test_a_crisis_stands_across_the_page_until_it_is_over(desk, case, store):
    file = file_of(desk, case)
    assert not file.crises.isVisibleTo(file)
    report = papers.saved(
        CrisisReport.new(
            case=case.id, kind="self", worker=store.user, seen="划伤", day=date(2026, 9, 15), time=time(9, 30)
        )
    )
    file.shown()
    assert file.crises.isVisibleTo(file)
    text = " ".join(said(file.crises))
    assert "自伤自杀" in text and "还有 21 小时 30 分 要再次查看" in text and "○ 报告站长" in text
    file.crises.wanted.emit(report)
    assert file.editor.record.id == report.id
    report = CrisisReport.get_by_id(report.id)
    report.result = "平稳"
    report.save()
    report.move("close")
    file.shown()
    assert not file.crises.isVisibleTo(file)


def test_a_mandatory_report_stands_there_for_those_who_may_read_it(desk, case, store):
    told = {"found_on": date(2026, 9, 15), "found_at": time(10, 0), "observed": "伤痕"}
    report = MandatoryReport.new(person=case.person, whom="minor", worker=store.user, **told)
    report.situation = (codes.choices("report_situation")[0].code,)
    report.save()
    file = file_of(desk, case)
    text = " ".join(said(file.crises))
    assert "发现后 2 小时 0 分 还没有报告" in text and "○ 初报" in text
    worker = next(one for one in Staff.alive() if one.role == "worker")
    store.user = worker.id
    assert alarms_of(store, case) == []


def test_what_the_papers_promise_stands_beside_with_what_is_over_its_day(desk, case):
    papers.plan(case, goals=(Line(goal="每周到校5天", by=date(2026, 9, 1)),))
    papers.session(case, date(2026, 9, 10), notes="x", next_day=date(2026, 9, 20))
    text = " ".join(said(file_of(desk, case).facts))
    assert "前达成：每周到校5天" in text and "逾期 14 天" in text and "09-20 会谈" in text


def test_a_session_is_written_with_the_keyboard_alone(desk, case, qtbot, store):
    file = file_of(desk, case)
    file.course.view.setFocus()
    file.offer_new()
    qtbot.keyClick(file.menu, Qt.Key.Key_Return)
    editor = file.editor
    assert type(editor.record) is CaseSession
    editor.form.focus_on("notes")
    qtbot.keyClicks(QApplication.focusWidget(), "went well")
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [session.notes for session in CaseSession.alive()] == ["went well"]


def test_reading_a_paper_of_a_case_is_logged(desk, case, store):
    paper = papers.intake(case)
    file = file_of(desk, case)
    file.reread(paper.id)
    rows = {(line.kind, line.row) for line in read_log.lines(store) if line.action == "open"}
    assert {("case", case.id), ("case_intake", paper.id)} <= rows


def test_the_intake_asks_nothing_that_the_file_of_the_person_says(desk, case):
    file = file_of(desk, case)
    file.new_part(CaseIntake)
    form = file.editor.findChild(RecordForm)
    assert not {"name", "sex", "birth", "id_number", "phone", "address"} & set(form.rows)


def test_a_paper_is_read_until_it_is_to_be_changed(desk, case, qtbot):
    paper = papers.intake(case)
    file = file_of(desk, case)
    file.reread(paper.id)
    assert file.front.currentWidget() is file.reading
    text = " ".join(said(file.reading))
    assert "想回学校" in text and "监护人同意" in text
    qtbot.keyClick(file.course.view, Qt.Key.Key_F2)
    assert file.front.currentWidget() is file.forms and file.forms.isAncestorOf(QApplication.focusWidget())
    file.editor.form.rows["request"].editor.text.setPlainText("想学画画")
    assert file.editor.save()
    assert file.front.currentWidget() is file.reading and "想学画画" in " ".join(said(file.reading))


def test_what_is_half_typed_is_shown_in_its_form_again(desk, case, store):
    paper = papers.intake(case)
    file = file_of(desk, case)
    file.reread(paper.id)
    file.change_chosen()
    file.editor.form.rows["request"].editor.text.setPlainText("没写完")
    file.reread(case.id)
    assert file.front.currentWidget() is file.reading
    file.reread(paper.id)
    assert file.front.currentWidget() is file.forms
    assert file.editor.form.rows["request"].editor.text.toPlainText() == "没写完"


def test_the_family_is_drawn_where_the_assessment_is_read(desk, case):
    family = (Line(relation="51", name="龙大", alive="no"), Line(relation="30", name="龙小妹", tie="close"))
    surroundings = (Line(what="村委会", strength="strong", direction="in"), Line(what="邻居", strength="tense"))
    paper = papers.assessment(case, family=family, surroundings=surroundings)
    file = file_of(desk, case)
    file.reread(paper.id)
    drawings = file.reading.findChildren(DrawingView)
    assert [drawing.accessibleName() for drawing in drawings] == ["家庭结构图", "生态图"]
    for drawing in drawings:
        picture = drawing.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
        assert len(colours) > 10


def test_a_long_paper_is_scrolled_with_the_keyboard(desk, case, qtbot):
    paper = papers.assessment(case, body="一行\n" * 200)
    file = file_of(desk, case)
    file.reread(paper.id)
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is file.reading.area:
            break
    qtbot.keyClick(file.reading.area, Qt.Key.Key_PageDown)
    assert QApplication.focusWidget() is file.reading.area
    assert file.reading.area.verticalScrollBar().value() > 0


def test_the_course_says_for_how_long_nothing_was_written(desk, case, store):
    papers.session(case, date(2026, 3, 10), notes="x")
    papers.session(case, date(2026, 4, 9), notes="x")
    papers.session(case, date(2026, 5, 10), notes="x")
    file = file_of(desk, case)
    lines = file.course.model.lines
    gap = next(place for place, line in enumerate(lines) if line.is_gap)
    assert [line.title for line in lines if line.is_gap] == ["31 天无记录"]
    assert (lines[gap - 1].day, lines[gap + 1].title) == ("05-10", "2026年4月")
    assert not file.course.model.flags(file.course.model.index(gap, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_visits_after_closing_lie_apart_without_being_called_a_gap(desk, case, store):
    papers.session(case, date(2026, 3, 10), notes="x")
    file = file_of(desk, case)
    file.record.closed = date(2026, 4, 1)
    assert file.gap(date(2026, 7, 1), date(2026, 4, 1)) is None
    assert file.gap(date(2026, 4, 1), date(2026, 2, 1)).title == "59 天无记录"


def test_in_a_narrow_window_the_facts_take_the_place_of_the_course(desk, case, qtbot):
    file = file_of(desk, case)
    assert file.facts.isVisible() and file.bar.facts.isHidden()
    desk.window.resize(1024, 600)
    assert file.facts.isHidden() and file.bar.facts.isVisible()
    assert file.bar.more.bare  # so that the step in hand is written out
    qtbot.keyClick(file.course.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert file.facts.isVisible() and file.course.isHidden()
    assert file.facts.isAncestorOf(QApplication.focusWidget())
    desk.window.resize(1020, 600)
    assert file.facts.isVisible()
    qtbot.keyClick(file.facts.area, Qt.Key.Key_Escape)
    assert file.facts.isHidden() and file.course.view.hasFocus() and desk.window.page.in_file
    qtbot.keyClick(file.course.view, Qt.Key.Key_Space)
    qtbot.mouseClick(file.bar.facts, Qt.MouseButton.LeftButton)
    assert file.facts.isHidden() and file.course.isVisible()


def test_in_a_wide_window_the_facts_give_way_when_asked_to(desk, case, qtbot):
    file = file_of(desk, case)
    qtbot.keyClick(file.course.view, Qt.Key.Key_Space)
    assert file.facts.isHidden() and file.course.isVisible()
    qtbot.keyClick(file.course.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert file.facts.isVisible() and file.course.isVisible()


def test_the_course_says_which_assessment_it_is(desk, case):
    for month in (3, 6):
        papers.assessment(case, day=date(2026, month, 1))
    titles = [line.title for line in file_of(desk, case).course.model.lines]
    assert [title for title in titles if title.startswith("预估表")] == ["预估表 2", "预估表 1"]


def test_an_intake_that_sends_elsewhere_leads_to_the_referral_slip(desk, person, store):
    turned = papers.saved(Case.new(person=person.id, source="02", state="assessing", worker=store.user))
    papers.intake(turned, decision="refer", why_not="归县医院")
    file = file_of(desk, turned)
    assert file.bar.on.text() == "进入转介"
    file.bar.go_on()
    assert file.editor.record._meta.table_name == "referral"


def test_a_case_that_rests_offers_to_go_on(desk, case):
    file = file_of(desk, case)
    assert "暂停" in file.bar.more.text()
    file.record.state = "paused"
    file.bar.show_case(file.record)
    assert "恢复" in file.bar.more.text()
