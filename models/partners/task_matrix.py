"""Task breakdown (任务分解表, 附件1): areas by indicators, with totals as stated and as the lines make them."""

import re

from models.database import current
from models.errors import Problem
from models.fields import Count, Day, Lines, Text
from models.records import Record
from resources.language import N_

COLUMNS = ("organisations", "workers", "projects", "posts", "sites")


class TaskMatrix(Record):
    """One task breakdown. A cell left empty is no task given, which is not the task of none."""

    title, plural, letters = N_("Task breakdown"), N_("Task breakdowns"), "RWB"
    shelf, searched = "projects", ("name",)

    name = Text(
        N_("Title of the table"), heading=N_("Task breakdown"), required=True, listed=True, suggest="任务分解表"
    )
    year = Text(
        N_("Year"), limit=4, upward=True, required=True, listed=True, suggest=lambda matrix: f"{current().today():%Y}"
    )
    issuer = Text(N_("Issued by"), listed=True)
    issued = Day(N_("Issued on"), listed=True)
    lines = Lines(
        N_("Tasks"), room=9, sums=COLUMNS, required=True,
        columns={
            "area": Text(N_("Area"), required=True),
            "organisations": Count(N_("Social organisations fostered")),
            "workers": Count(N_("Social workers")),
            "projects": Count(N_("Projects purchased")),
            "posts": Count(N_("Posts opened")),
            "sites": Count(N_("Pilot sites")),
            "note": Text(N_("Remarks")),
        },
    )  # fmt: skip
    stated_organisations = Count(N_("Stated: organisations"), heading=N_("Totals stated by the paper"))
    stated_workers = Count(N_("Stated: workers"))
    stated_projects = Count(N_("Stated: projects"))
    stated_posts = Count(N_("Stated: posts"))
    stated_sites = Count(N_("Stated: sites"))
    share_asked = Count(N_("Full-time share asked for (%)"), heading=N_("Full-time and part-time"), most=100)
    ratio_asked = Count(N_("Full-time to part-time asked for (%)"), most=1000)
    full_time = Count(N_("Full-time workers"), unit=N_("people"))
    part_time = Count(N_("Part-time workers"), unit=N_("people"))
    note = Text(N_("Remarks"), limit=1000)

    def totals(self) -> dict[str, int]:
        """The sums of the lines by column."""
        return {column: self.questions()["lines"].total(self.lines, column) for column in COLUMNS}

    def conflicts(self):
        if not re.fullmatch("[12][0-9]{3}", self.year or ""):
            yield "year", N_("A year has four digits."), {}
        for column, total in self.totals().items():
            stated = getattr(self, f"stated_{column}")
            if stated is not None and stated != total:
                yield Problem(
                    f"stated_{column}",
                    N_("The lines make {total}, the paper states {stated}."),
                    {"total": total, "stated": stated},
                    blocks=False,
                )
        share, ratio = ratios(self.full_time, self.part_time)
        if self.share_asked is not None and share is not None and share < self.share_asked:
            yield Problem(
                "full_time",
                N_("Full-time workers are {share} % of all; {asked} % is asked for."),
                {"share": share, "asked": self.share_asked},
                blocks=False,
            )
        if self.ratio_asked is not None and ratio is not None and ratio < self.ratio_asked:
            yield Problem(
                "part_time",
                N_("Full-time to part-time is {ratio} %; {asked} % is asked for."),
                {"ratio": ratio, "asked": self.ratio_asked},
                blocks=False,
            )


def ratios(full: int | None, part: int | None) -> tuple[int | None, int | None]:
    """(full-time out of all, full-time to part-time) in whole percent, downwards: two definitions of two papers."""
    if full is None or part is None:
        return None, None
    return (full * 100 // (full + part) if full + part else None), (full * 100 // part if part else None)
