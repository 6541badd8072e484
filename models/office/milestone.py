"""Progress of a work over areas: who was spoken with, met, given a document (工作推进台账)."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Lines, Notes, Text
from models.records import Record
from resources.language import N_

STEPS = ("talked", "met", "document")


class Milestone(Record):
    """One work and the milestones of each area; an area without a day has not come so far."""

    title, plural, letters = N_("Progress by area"), N_("Progress by areas"), "TJB"
    shelf, searched = "office", ("name",)

    name = Text(
        N_("Matter in hand"), heading=N_("Progress by area"), required=True, listed=True, synonyms=("工作事项", "任务")
    )
    workstream = Choice(N_("Stream of work"), "workstream", listed=True)
    day = Day(N_("As of"), required=True, listed=True, suggest=lambda milestone: current().today())
    due = Day(N_("To be done by"), may_be_future=True, listed=True)
    areas = Lines(
        N_("Areas"), required=True, room=12,
        columns={
            "area": Text(N_("Area"), required=True),
            "talked": Day(N_("Spoken with on")),
            "met": Day(N_("Meeting held on")),
            "document": Day(N_("Document issued on")),
            "note": Text(N_("Remarks"), limit=300),
        },
    )  # fmt: skip
    talked = Text(N_("Areas spoken with"), derived=True, printed=True, listed=True, limit=10)
    met = Text(N_("Areas with a meeting"), derived=True, printed=True, listed=True, limit=10)
    document = Text(N_("Areas with a document"), derived=True, printed=True, listed=True, limit=10)
    note = Notes(N_("Problems and next steps"))

    def derive(self):
        for step in STEPS:
            reached = sum(bool(line.get(step)) for line in self.areas)
            setattr(self, step, f"{reached}/{len(self.areas)}" if self.areas else None)

    def conflicts(self):
        names = [line.get("area") for line in self.areas]
        if len(set(names)) < len(names):
            yield Problem("areas", N_("An area stands in the list twice."), blocks=False)
