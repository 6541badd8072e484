"""A case from the first meeting to its file on paper, by keyboard only: a worker who writes, a lead who approves."""

import re

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from models import register, station
from models.casework.case import Case
from models.casework.closure import CaseClosure
from models.casework.evaluation import CaseEvaluation
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.key_slot import FLOOR
from models.people.person import Person
from tests.stories.hand import Hand
from tests.stories.walk import Walk
from ui.prints.print_preview import PrintPreview

WORKER, LEAD = ("潘晓燕", "thirteen grey herons"), ("韦敏", "moss on the ninth step")


@pytest.fixture
def home(tmp_path):
    """A station in force with a worker and a lead."""
    users = [station.NewUser(*LEAD, "lead"), station.NewUser(*WORKER, "worker")]
    store, _code = station.set_up(
        tmp_path / "home" / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417", users=users,
        cost=FLOOR,
    )  # fmt: skip
    store.close()
    return tmp_path / "home"


class Casework(Walk):
    """What the two do with the case, each at their own time at the same computer."""

    def comes(self, name, password):
        """Who is at the desk locks it; the next one says who they are, and stands where it was left."""
        if self.program.desk is not None:
            self.press("Ctrl+L")
            yield lambda: self.program.desk is None
        yield lambda: self.program.window.centralWidget().user.findText(name) >= 0
        self.press("Shift+Tab")
        self.type("pxy" if name == WORKER[0] else "wm")
        self.press("Tab")
        self.type(password)
        self.press("Return")
        yield lambda: self.program.desk is not None

    @property
    def file(self):
        return self.page.file

    @property
    def form(self):
        return self.page.editor.form

    def saved(self, form, count=1):
        self.press("Ctrl+S")
        yield lambda: form.alive().count() == count

    def no_danger(self):
        """The five questions of the first look, each answered with no."""
        for name in ("self_harm", "harm_others", "abuse", "out_of_supplies", "nobody_cares"):
            yield from self.answer(name, "2")

    # --- the road ---

    def all_of_it(self, paper):
        yield from self.comes(*WORKER)
        yield from self.new_person()
        yield from self.new_case()
        yield from self.refused_step()
        yield from self.assessment()
        yield from self.comes(*LEAD)
        yield from self.lead_says("open")
        yield from self.comes(*WORKER)
        yield from self.plan()
        yield from self.comes(*LEAD)
        yield from self.plan_is_agreed()
        yield from self.comes(*WORKER)
        yield from self.session()
        yield from self.evaluation()
        yield from self.closure()
        yield from self.comes(*LEAD)
        yield from self.lead_says("closed")
        yield from self.dossier(paper)

    def new_person(self):
        yield from self.go("对象", "persons")
        self.press("Ctrl+N")
        yield lambda: self.page.editor.isVisible()
        self.type("龙秀英")
        yield from self.answer("village", "河口村")
        yield from self.saved(Person)
        yield lambda: self.page.in_file

    def new_case(self):
        """In the file of the person; then to its own."""
        self.press("Ctrl+N")
        yield from self.choose("个案")
        yield lambda: self.page.editor.cls is Case and self.page.editor.isVisible()
        yield from self.answer("source", "2")
        yield from self.saved(Case)
        self.press("Escape", "Return")
        yield lambda: self.window.name == "cases" and self.page.in_file

    def refused_step(self):
        """The intake is written; without an assessment the opening is not submitted, and the reason is in view."""
        self.press("Ctrl+J")
        yield from self.choose("还没有接案登记表。")
        yield from self.answer("request", "住院后无人照料")
        yield from self.no_danger()
        yield from self.answer("consent", "2")
        self.press("Ctrl+S")
        yield lambda: Case.get().latest("case_intake") is not None
        yield from self.reach(lambda: self.file.bar.more)
        self.press("Return")
        yield from self.choose("提交开案审批")
        notice = self.page.editor.notice
        yield lambda: notice.isVisible() and notice.sentence.text() == "还没有预估表。"
        assert Case.get().state == "assessing"

    def assessment(self):
        self.press("Ctrl+J")
        yield from self.answer("sources", "", "Space")
        yield from self.answer("body", "左腿骨折，愈合中")
        yield from self.answer("conclusion", "需要照料与情绪支持")
        self.press("Ctrl+S")
        yield lambda: Case.get().latest("case_assessment") is not None
        self.press("Ctrl+J")
        yield lambda: Case.get().state == "opening"

    def lead_says(self, state):
        """One key approves what waits."""
        yield lambda: self.window.name == "cases" and self.page.in_file
        self.press("Ctrl+J")
        yield lambda: Case.get().state == state

    def plan(self):
        """Two goals in the small table, submitted as soon as it is saved."""
        self.press("Ctrl+J")
        yield from self.answer("aim", "回到自己的生活")
        yield from self.answer("goals")
        for goal, term in (("walk to the clinic", "2030-01-05"), ("tea with the neighbours", "2030-02-05")):
            for answer in (goal, "seen", "0", "3", term):
                self.type(answer)
                self.press("Tab")
            self.press("Tab")
        yield from self.answer("times", "8")
        yield from self.answer("signed", f"{self.program.store.today()}")
        yield from self.saved(CasePlan)
        yield from self.step("submit")
        yield lambda: CasePlan.get().state == "waiting"

    def step(self, name):
        yield from self.reach(lambda: self.file.reading.steps.buttons.get(name))
        self.press("Return")

    def plan_is_agreed(self):
        yield lambda: self.window.name == "cases" and self.page.in_file
        yield from self.step("approve")
        yield lambda: CasePlan.get().state == "agreed"

    def session(self):
        yield lambda: self.window.name == "cases" and self.page.in_file
        self.press("Ctrl+N")
        yield from self.choose("会谈")
        yield from self.answer("notes", "一起走到卫生室")
        yield from self.saved(CaseSession)

    def evaluation(self):
        """How far each goal of the plan came; the closing is counted from it."""
        self.press("Ctrl+J")
        yield from self.choose("还没有末期评估。")
        yield from self.answer("attainment")
        for _goal in range(2):
            self.press(*["Tab"] * 5)
            self.type("100")
            self.press("Tab", "Tab")
        yield from self.saved(CaseEvaluation)

    def closure(self):
        self.press("Ctrl+J")
        yield from self.answer("reason", "1")
        yield from self.answer("change", "能自己买菜")
        yield from self.saved(CaseClosure)
        self.press("Ctrl+J")
        yield lambda: Case.get().state == "closing"

    def dossier(self, path):
        self.press("Ctrl+P")
        yield from self.choose("整卷打印…")
        yield lambda: isinstance(QApplication.activeModalWidget(), PrintPreview)
        self.press("Ctrl+S")
        yield from self.give(path)
        yield lambda: path.exists() and self.no_dialog()


def test_a_case_from_the_first_meeting_to_its_file_on_paper(begin, qtbot, home, tmp_path):
    hand, paper = Hand(), tmp_path / "file.pdf"
    program = begin(home)
    hand.walk(Casework(hand, program).all_of_it(paper), qtbot)
    case = Case.get()
    assert (case.state, case.close_reason, case.reached) == ("closed", "01", "full")
    assert case.linked("opening_by").name == case.linked("closing_by").name == LEAD[0]
    assert [goal["no"] for goal in CasePlan.get().goals] == [1, 2]
    assert CaseEvaluation.get().attained == 100 and CaseClosure.get().sessions == 1
    assert_is_a_whole_file(paper)


def assert_is_a_whole_file(paper):
    """Cover, index with the right page of each paper, numbered pages, closing note."""
    with pypdfium2.PdfDocument(paper) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert "个案卷宗" in pages[0] and "龙秀英" in pages[0] and f"页数 {len(pages)}" in pages[0]
    assert all(f"第 {number} 页　共 {len(pages)} 页" in page for number, page in enumerate(pages, 1))
    listed = re.findall(r"^\d+ (?:\S+ )?(\S+) \d{4}-\d\d-\d\d (\d+)(?: 第 \d [次版])?\s*$", pages[1], re.MULTILINE)
    assert [name for name, _page in listed] == [
        "个案基本情况与审批表", "接案登记表", "预估表", "服务计划与协议", "个案过程记录表", "评估表", "结案表"
    ]  # fmt: skip
    assert all(name in pages[int(page) - 1] for name, page in listed)
    assert "备考表" in pages[-1] and f"立卷人： {LEAD[0]}" in pages[-1]
