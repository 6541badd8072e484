"""What of groups and activities waits for somebody: plans for the lead, members for whoever follows them up."""

from models import access
from models.due import Due
from models.services.activity_plan import ActivityPlan
from models.services.group_evaluation import GroupEvaluation
from models.services.group_plan import GroupPlan


def plans_waiting(store) -> list[Due]:
    """Plans submitted for approval, for the lead only; due on the day on which what they plan begins."""
    if access.role_of(store, store.user) != "lead":
        return []
    found = []
    for form, link, begins in ((GroupPlan, "group", "started"), (ActivityPlan, "activity", "day")):
        for plan in form.alive().where(form.station == store.unit, form.state == "waiting"):
            owner = plan.linked(link)
            day = getattr(owner, begins, None) or store.today()
            found.append(
                Due(form._meta.table_name, plan.id, plan.caption(), getattr(owner, "village", None), None, day)
            )
    return sorted(found, key=lambda due: due.day)


def follow_ups_due(store, until) -> list[Due]:
    """Evaluations of groups that left members to follow up by `until`, what is longest overdue first."""
    open_ones = GroupEvaluation.alive().where(
        GroupEvaluation.station == store.unit, GroupEvaluation.follow_day <= until
    )
    return [
        Due(
            "group_evaluation", one.id, " · ".join(filter(None, (one.caption(), _who(one)))), None, None, one.follow_day
        )
        for one in open_ones.order_by(GroupEvaluation.follow_day)
    ]


def _who(evaluation):
    lines = (line for line in evaluation.follow if line.get("by") == evaluation.follow_day and not line.get("done"))
    return next((line.get("who") for line in lines), None)
