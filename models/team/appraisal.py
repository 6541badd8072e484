"""The appraisal of a worker by six dimensions with weights (浙江《意见》: 以岗位职责为依据)."""

from models import lookup, parameters
from models.database import current
from models.fields import Choice, Count, Day, Link, Notes, Text
from models.process import Move, Process
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

DIMENSIONS = ("conduct", "quality", "skill", "ability", "results", "feedback")


def _score(label, heading=None, synonyms=()):
    return Count(label, most=100, heading=heading, synonyms=synonyms)


def _weight(name, label, heading=None):
    return Count(label, most=100, unit="%", heading=heading, suggest=lambda _one: parameters.value(f"appraisal_{name}"))


class Appraisal(Record):
    """One worker's appraisal of a year (年度考核表): scores of 0 to 100, weights that make 100, total and grade."""

    title, plural, letters = N_("Yearly appraisal"), N_("Appraisals"), "KHB"
    part_of, shelf, restricted = ("staff",), "team", "staff"
    signers = (N_("Appraised:"), N_("Station lead:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("submit", N_("Submit for approval"), ("draft",), "waiting", needs=("summary", *DIMENSIONS)),
            Move(
                "approve", N_("Approve"), ("waiting",), "approved", needs=("opinion",), roles=("lead",),
                stamps={"approved_by": "user", "approved_on": "today"},
            ),
            Move("return", N_("Return"), ("waiting",), "draft", roles=("lead",), why=True),
        ),
        first=("draft",),
    )  # fmt: skip

    staff = Link(
        Staff,
        N_("Staff member"),
        heading=N_("Yearly appraisal"),
        required=True,
        listed=True,
        index=True,
        synonyms=("姓名",),
    )
    year = Count(
        N_("Year"),
        most=2200,
        year=True,
        required=True,
        listed=True,
        suggest=lambda one: current().today().year,
        synonyms=("年度", "考核年度"),
    )
    tasks = Notes(N_("Duties"), suggest=lambda one: _tasks(one), synonyms=("岗位职责",))
    summary = Notes(
        N_("The worker's own summary"), heading=N_("Own summary"), sensitive=True, synonyms=("个人总结", "述职")
    )
    conduct = _score(N_("Ethics"), N_("Scores of six dimensions"), ("职业操守",))
    quality = _score(N_("Professional quality"), None, ("职业素质",))
    skill = _score(N_("Professional skill"), None, ("专业技术",))
    ability = _score(N_("Ability to work"), None, ("工作能力",))
    results = _score(N_("Results of the work"), None, ("工作绩效",))
    feedback = _score(N_("Opinion of those served"), None, ("服务对象反馈意见",))
    weight_conduct = _weight("conduct", N_("Weight: ethics"), N_("Weights"))
    weight_quality = _weight("quality", N_("Weight: quality"))
    weight_skill = _weight("skill", N_("Weight: skill"))
    weight_ability = _weight("ability", N_("Weight: ability"))
    weight_results = _weight("results", N_("Weight: results"))
    weight_feedback = _weight("feedback", N_("Weight: opinion of those served"))
    total = Text(N_("Total score"), limit=10, derived=True, printed=True, listed=True, heading=N_("Outcome"))
    proposed = Choice(N_("Grade by the score"), "appraisal_grade", derived=True, printed=True)
    grade = Choice(
        N_("Grade of the appraisal"),
        "appraisal_grade",
        listed=True,
        heading=N_("Outcome"),
        synonyms=("等次", "考核等次"),
    )
    opinion = Notes(N_("Opinion of the station"), sensitive=True, synonyms=("考核意见",))
    improve = Notes(N_("To be improved"), sensitive=True, synonyms=("改进方向",))
    state = Choice(N_("State"), "approval", required=True, listed=True, suggest="draft")
    approved_by = Link(Staff, N_("Approved by"), derived=True, printed=True)
    approved_on = Day(N_("Approved on"), derived=True, printed=True)

    def scores(self) -> list[tuple[str, int | None, int | None]]:
        """(dimension, score, weight) in the order of the form."""
        return [(name, getattr(self, name), getattr(self, f"weight_{name}")) for name in DIMENSIONS]

    def derive(self):
        tenths = weighted((score, weight) for _name, score, weight in self.scores())
        self.total = None if tenths is None else f"{tenths // 10}.{tenths % 10}"
        self.proposed = grade_of(tenths)
        self.grade = self.grade or self.proposed

    def conflicts(self):
        weights = [weight or 0 for _name, _score_, weight in self.scores()]
        if sum(weights) != 100:
            sentence = N_("The weights make {sum}, not 100.")
            yield self.questions()["weight_conduct"].problem(sentence, sum=sum(weights))
        if lookup.has_twin(self, "staff", "year"):
            yield "year", N_("This worker has an appraisal of this year already."), {}

    def caption(self):
        member = self.linked("staff")
        return f"{member.name if member else ''} {self.year or ''}".strip()


def _tasks(appraisal):
    member = appraisal.linked("staff")
    return member.tasks if member else None


def weighted(scores) -> int | None:
    """Tenths of the weighted score of (score, weight in percent); None while a score is missing."""
    scores = list(scores)
    if not scores or any(score is None or weight is None for score, weight in scores):
        return None
    return (sum(score * weight for score, weight in scores) + 5) // 10


def grade_of(tenths: int | None) -> str | None:
    """The grade a total stands for, by the parameters appraisal_excellent, appraisal_qualified, appraisal_basic."""
    if tenths is None:
        return None
    for grade in ("excellent", "qualified", "basic"):
        if tenths >= 10 * parameters.value(f"appraisal_{grade}"):
            return grade
    return "failed"
