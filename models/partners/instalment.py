"""Instalments (拨付) of a project's money: how much, on what condition, when due, what came."""

from datetime import timedelta

from models import lookup, parameters
from models.due import Due
from models.errors import Problem
from models.fields import Count, Day, Link, Money, Text
from models.partners.project import Project
from models.records import Record
from resources.language import N_


def _next_number(instalment):
    rows = Instalment.alive(Instalment.number).where(Instalment.project == instalment.project)
    return max((row.number or 0 for row in rows), default=0) + 1


def _usual(column):
    """What resources/parameters/instalments.csv says of the instalment of this number, such as 40-40-20."""

    def suggested(instalment):
        rows = parameters.table("instalments")
        return next((row[column] for row in rows if int(row["number"]) == instalment.number), None)

    return suggested


def _usual_share(instalment):
    share = _usual("share")(instalment)
    return int(share) if share else None


def _of_contract(instalment) -> int | None:
    """Its share of the contract in fen; the one that makes 100 % takes what the others leave."""
    project = instalment.linked("project") if instalment.project else None
    if instalment.share is None or not (project and project.amount):
        return None
    others = _others(instalment)
    if sum(one.share or 0 for one in others) + instalment.share == 100:
        return max(project.amount - sum(one.amount or 0 for one in others), 0)
    return project.amount * instalment.share // 100


def _others(instalment):
    return list(Instalment.alive().where(Instalment.project == instalment.project, Instalment.id != instalment.id))


class Instalment(Record):
    """One instalment; number, share and condition are suggested as is usual where the station is."""

    title, plural, letters = N_("Instalment"), N_("Instalments"), "BKQ"
    part_of = ("project",)

    project = Link(Project, N_("Project"), heading=N_("Instalment"), required=True, listed=True, index=True)
    number = Count(
        N_("Number of the instalment"), most=99, required=True, listed=True, synonyms=("期次",), suggest=_next_number
    )
    share = Count(N_("Share (%)"), most=100, listed=True, synonyms=("比例",), suggest=_usual_share)
    amount = Money(
        N_("Amount due"), required=True, listed=True, unit=N_("yuan"), synonyms=("应拨",), suggest=_of_contract
    )
    condition = Text(N_("Condition"), limit=500, synonyms=("条件",), suggest=_usual("condition"))
    due = Day(N_("Due on"), may_be_future=True, listed=True, synonyms=("应拨日期",))
    received = Money(N_("Amount received"), listed=True, unit=N_("yuan"), synonyms=("实拨",))
    received_on = Day(N_("Arrived on"), listed=True, synonyms=("到账日期",))
    voucher = Text(N_("Voucher"), limit=60)
    note = Text(N_("Remarks"), limit=1000)

    def derive(self):
        self.amount = _of_contract(self) if self.amount is None else self.amount

    def conflicts(self):
        if lookup.has_twin(self, "project", "number"):
            yield "number", N_("This project has an instalment of this number already."), {}
        if self.received is not None and not self.received_on:
            yield "received_on", N_("Say when the money came."), {}
        if self.received is not None and self.received > (self.amount or 0):
            yield Problem("received", N_("More was received than is to come."), blocks=False)
        if sum(one.share or 0 for one in _others(self)) + (self.share or 0) > 100:
            yield Problem("share", N_("The instalments of this project exceed 100 %."), blocks=False)

    def caption(self):
        project = self.linked("project")
        return " ".join(part for part in (project and project.name, f"{self.number}") if part)


def instalments_due(store) -> list[Due]:
    """Instalments not received that are due within the days of notify_before_days, or overdue."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    waiting = Instalment.alive().where(
        Instalment.station == store.unit, Instalment.received_on.is_null(), Instalment.due <= soon
    )
    return [Due("instalment", one.id, one.caption(), None, None, one.due) for one in waiting.order_by(Instalment.due)]


def projects_ending(store) -> list[Due]:
    """Projects at work whose contract ends within the days of notify_before_days, or has ended."""
    soon = store.today() + timedelta(parameters.value("notify_before_days"))
    running = Project.alive().where(
        Project.station == store.unit, Project.stage.in_(("signed", "running", "oversight")), Project.end.is_null(False)
    )
    found = [Due("project", one.id, one.caption(), None, None, one.last_day) for one in running if one.last_day <= soon]
    return sorted(found, key=lambda due: due.day)
