"""Evaluation of a purchased project by four parties, each with its weight (全团要讯 2018年第3期)."""

from models import parameters
from models.database import current
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Count, Day, Lines, Link, Notes, Pictures, Text
from models.partners.project import Project
from models.records import Record
from resources.language import N_

PARTIES = ("buyer", "authority", "industry", "third")


def total(scores) -> int | None:
    """The weighted total of lines with score and weight, in tenths of a point, halves upwards; None without weights.

    Where no line has a weight, each weighs the same.
    """
    lines = [line for line in scores if line.get("score") is not None]
    weights = [line.get("weight") or 0 for line in lines]
    weights = weights if any(weights) else [1] * len(lines)
    whole = sum(weights)
    points = sum(line["score"] * weight for line, weight in zip(lines, weights, strict=True))
    return (20 * points + whole) // (2 * whole) if whole else None


def grade(tenths: int | None) -> str | None:
    """Code of project_grade for a total; the bounds are parameters."""
    if tenths is None:
        return None
    bounds = (("excellent", "grade_excellent"), ("good", "grade_good"), ("passed", "grade_passed"))
    return next((code for code, name in bounds if tenths >= 10 * parameters.value(name)), "failed")


class ProjectEvaluation(Record):
    """One evaluation: scores of the parties with their weights, total, grade, what is to be put right."""

    title, plural, letters = N_("Project evaluation"), N_("Project evaluations"), "XPG"
    part_of = ("project",)
    signers = (N_("Evaluators:"), N_("Undertaker:"), N_("Date:"))

    project = Link(Project, N_("Project"), heading=N_("Evaluation"), required=True, listed=True, index=True)
    kind = Choice(N_("Kind"), "project_evaluation", required=True, listed=True)
    day = Day(N_("Date"), required=True, listed=True, suggest=lambda evaluation: current().today())
    scores = Lines(
        N_("Scores of the parties"), required=True, room=4,
        columns={
            "party": Choice(N_("Evaluating party"), "project_evaluator", required=True),
            "name": Text(N_("Unit or person")),
            "score": Count(N_("Score"), most=100, required=True),
            "weight": Count(N_("Weight (%)"), most=100),
        },
    )  # fmt: skip
    parts = Lines(
        N_("Scores of the parts"), room=6, sums=("full", "score"),
        columns={
            "part": Choice(N_("Part"), "evaluation_part", required=True),
            "full": Count(N_("Full score"), most=100),
            "score": Count(N_("Score"), most=100, required=True),
            "why": Text(N_("Reason for deductions"), limit=500),
        },
    )  # fmt: skip
    total = Text(N_("Weighted total"), derived=True, printed=True, listed=True, limit=10, upward=True)
    satisfaction = Count(N_("Satisfaction (%)"), most=100)
    grade = Choice(N_("Grade"), "project_grade", derived=True, printed=True, listed=True)
    opinion = Notes(N_("Opinion"))
    rectify = Notes(N_("To be put right"), heading=N_("Rectification"))
    rectify_by = Day(N_("Put right by"), may_be_future=True, listed=True)
    rectified = Day(N_("Put right on"), listed=True)
    rectification = Notes(N_("How it was put right"))
    pictures = Pictures(N_("Papers and pictures"))

    def derive(self):
        tenths = total(self.scores)
        self.total = None if tenths is None else f"{tenths // 10}.{tenths % 10}"
        self.grade = grade(tenths)

    def conflicts(self):
        weights = [line.get("weight") for line in self.scores]
        if any(weights) and sum(weight or 0 for weight in weights) != 100:
            yield Problem(
                "scores",
                N_("The weights add up to {total} %, not 100."),
                {"total": sum(weight or 0 for weight in weights)},
                blocks=False,
            )
        missing = [party for party in PARTIES if party not in {line.get("party") for line in self.scores}]
        if missing and self.kind == "final":
            yield Problem(
                "scores",
                N_("Of the four parties, {count} have not given a score."),
                {"count": len(missing)},
                blocks=False,
            )
        if any((line.get("score") or 0) > line["full"] for line in self.parts if line.get("full") is not None):
            yield "parts", N_("A score is above its full score."), {}
        if self.day and self.rectified and self.rectified < self.day:
            yield "rectified", N_("It was put right before the evaluation."), {}


def rectifications_due(store) -> list[Due]:
    """What evaluations asked to be put right and was not yet."""
    open_ones = ProjectEvaluation.alive().where(
        ProjectEvaluation.station == store.unit,
        ProjectEvaluation.rectify_by.is_null(False),
        ProjectEvaluation.rectified.is_null(),
    )
    found = []
    for one in open_ones.order_by(ProjectEvaluation.rectify_by):
        project = one.linked("project")
        found.append(
            Due("project_evaluation", one.id, project.caption() if project else "", None, None, one.rectify_by, one.day)
        )
    return found
