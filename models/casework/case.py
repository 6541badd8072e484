"""Casework: the case from intake to the archive; what is written on the way are forms of their own."""

from models import access, lookup, numbers
from models.casework.life import ENDED, LIFE, fits_pause, goes_on_after, lacking_papers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Day, Link, Notes, Text, YesNo
from models.people.household import Household
from models.people.person import Person
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _is_ended(case):
    return case.state in ENDED


def _first_state(case):
    """Who may approve opens at once; others begin with the assessment."""
    return "open" if _role() in (None, "lead") else "assessing"


def _role():
    store = current()
    return access.role_of(store, store.user) if store.user else None


class Case(Record):
    """One case (例): who, why, where it stands, how it ended (MZ/T 094-2017)."""

    title, plural, letters = N_("Case"), N_("Cases"), "GA"
    searched = ("number",)
    shelf, part_of = "cases", ("person",)
    process = LIFE
    headed = ("number", "person", "worker", "project")
    signers = (
        N_("Worker:"), N_("Opinion on the opening, signed:"), N_("Date:"),
        N_("Worker:"), N_("Opinion on the closing, signed:"), N_("Date:"),
    )  # fmt: skip
    facts = (
        ("person", "sex"), ("person", "birth"), ("person", "id_number"), ("person", "phone"), ("person", "village"),
        ("person", "address"), ("person", "categories"),
    )  # fmt: skip

    number = Text(
        N_("Case number"), limit=40, derived=True, printed=True, listed=True, index=True, upward=True,
        synonyms=("个案编号",),
    )  # fmt: skip
    person = Link(Person, N_("Person"), heading=N_("Intake"), required=True, listed=True, index=True)
    household = Link(Household, N_("Household"))
    source = Choice(N_("Source"), "case_source", required=True, synonyms=("个案来源", "来源"))
    opened = Day(
        N_("Opened on"), required=True, listed=True, suggest=lambda case: current().today(),
        hint=N_("The day of intake; once the opening is approved, the day of the approval."),
        synonyms=("接案日期", "开案日期"),
    )  # fmt: skip
    worker = Link(Staff, N_("Worker responsible"), listed=True, synonyms=("负责社工",))
    problems_met = Choices(N_("Kinds of problem"), "case_problem", listed=True, synonyms=("问题类型",))
    field = Choice(N_("Service field"), "service_field", synonyms=("服务领域",))
    area = Choice(N_("Field of social work"), "work_field", hint=N_("One of the sixteen fields of social work."))
    models_used = Choices(N_("Model of work"), "case_model", synonyms=("个案类别", "理论模式"))
    risk = Choice(N_("Risk"), "risk_level", listed=True, suggest="0", synonyms=("风险等级", "危机等级"))
    crisis = YesNo(N_("Crisis"), suggest="no", synonyms=("危机个案",))
    state = Choice(
        N_("State of the case"), "case_state", required=True, listed=True, suggest=_first_state, synonyms=("案件状态",)
    )
    request = Notes(N_("What is asked for"), sensitive=True, synonyms=("求助原因",))
    project = Link("Project", N_("Name of the project"), synonyms=("项目名称",))
    earlier = Link("Case", N_("Goes on from the case"))
    opening_by = Link(Staff, N_("Opening approved by"), derived=True, printed=True)
    plan = Notes(N_("Plan"), heading=N_("Plan"), sensitive=True, synonyms=("服务计划",))
    transferred = Day(N_("Transferred on"), heading=N_("Closing"), synonyms=("转出日期",))
    closed = Day(N_("Closed on"), asked_if=_is_ended, required=True, listed=True, synonyms=("结案日期",))
    close_reason = Choice(
        N_("Reason for closing"), "case_close_reason", asked_if=_is_ended, required=True, synonyms=("结案原因",)
    )
    reached = Choice(N_("Goals reached"), "goal_reached", asked_if=_is_ended, synonyms=("目标达成度",))
    summary = Notes(N_("Summary"), asked_if=_is_ended, sensitive=True, synonyms=("结案总结",))
    closing_by = Link(Staff, N_("Closing approved by"), derived=True, printed=True)
    paused_in = Choice(N_("Paused while"), "case_state", derived=True, upward=True)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.opened)
        if not self.household and (person := self.linked("person")):
            self.household = person.household
        if self.is_new and self.state == "open" and self.opened == current().today() and _role() == "lead":
            self.opening_by = self.opening_by or current().user
        if "state" in self.dirty and self.state == "paused":
            before = lookup.answers(Case, self.id, "state")
            self.paused_in = goes_on_after(before[0]) if before and before[0] != "paused" else self.paused_in
        if self.state in ENDED and not (self.closed and self.close_reason and self.reached):
            self._end()

    def _end(self):
        """What the transfer and the closing form already say is not asked again."""
        closure = self.latest("case_closure")
        self.closed = self.closed or self.transferred
        self.close_reason = self.close_reason or ("04" if self.transferred else closure and closure.reason)
        self.reached = self.reached or (closure and closure.reached)

    def conflicts(self):
        if not self.worker and self.state != "waiting":
            yield "worker", N_("This has to be answered."), {}
        if self.opened and self.closed and self.closed < self.opened:
            yield "closed", N_("The case is closed before it was opened."), {}
        if self.opened and self.transferred and self.transferred < self.opened:
            yield "transferred", N_("The case is transferred before it was opened."), {}
        if self.closed and self.state not in ENDED:
            yield Problem("state", N_("A closing date is given: is the case closed?"), blocks=False, repair="closed")

    # --- steps ---

    def offers(self, move):
        if move.name == "open_crisis":
            return self.crisis == "yes" or self.risk == "3"
        if move.name in ("resume", "resume_assessment"):
            return move.end == (self.paused_in or "open") and not self.is_new
        if move.name == "confirm_opening":
            return self.opening_by is None and (self.crisis == "yes" or self.risk == "3")
        if self.state == "paused" and not fits_pause(move.name, self.paused_in or "open"):
            return False
        return bool(move.roles) or not self.is_new or _role() in (None, "lead")  # old papers, in the state they reached

    def missing(self, move):
        return lacking_papers(self, move.name)

    def forms(self, table):
        """The forms of one kind that belong to this case, oldest first."""
        form = current().tables[table]
        return form.alive().where(form.case == self.id).order_by(form.day, form.id)

    def latest(self, table):
        """The last form of one kind, or None."""
        form = current().tables[table]
        return form.alive().where(form.case == self.id).order_by(form.day.desc(), form.id.desc()).first()

    def begun(self):
        """The first day of work: the intake, or the opening where that was before."""
        intake = self.forms("case_intake").first()
        return min(filter(None, (self.opened, intake and intake.day)), default=None)

    def reopened(self):
        """A new case (新案次) of the same person that says from which it goes on; not yet saved."""
        names = ("person", "household", "source", "worker", "problems_met", "field")
        return Case.new(**{name: getattr(self, name) for name in names}, earlier=self.id)

    def caption(self):
        person = self.linked("person")
        return " ".join(part for part in (self.number, person and person.name) if part)
