"""Open recruitment of social workers: notice, applicants, check of their certificates (面向有资质的社工公开招募)."""

from models.errors import Problem
from models.fields import Choice, Count, Day, Lines, Link, Name, Notes, Text, YesNo
from models.records import Record
from models.team.job_post import JobPost
from resources.language import N_


class Recruitment(Record):
    """One recruitment, from its notice to those taken on."""

    title, plural, letters = N_("Recruitment"), N_("Recruitments"), "ZMB"
    shelf, searched = "team", ("name",)
    signers = (N_("Written by:"), N_("Approved by:"), N_("Date:"))

    name = Text(
        N_("Title of the notice"),
        limit=200,
        heading=N_("Recruitment"),
        required=True,
        listed=True,
        synonyms=("公告名称", "名称"),
    )
    position = Link(JobPost, N_("Post to fill"), listed=True, synonyms=("岗位",))
    quota = Count(
        N_("People wanted"), most=10_000, required=True, listed=True, unit=N_("people"), synonyms=("招募人数",)
    )
    level = Choice(N_("Certificate asked for"), "certificate_level", synonyms=("要求证书",))
    noticed = Day(N_("Notice published on"), required=True, listed=True, synonyms=("公告日期",))
    until = Day(N_("Applications until"), may_be_future=True, listed=True, synonyms=("报名截止",))
    demands = Notes(N_("Requirements"), synonyms=("任职要求", "报名条件"))
    applicants = Lines(
        N_("Applicants"), room=8, heading=N_("Applicants"), synonyms=("报名人员",),
        columns={
            "name": Name(N_("Name"), required=True),
            "level": Choice(N_("Certificate"), "certificate_level"),
            "qualified": YesNo(N_("Certificate checked")),
            "score": Count(N_("Score"), most=1000),
            "result": Choice(N_("Result"), "recruit_result"),
        },
    )  # fmt: skip
    applied = Count(N_("Applied"), derived=True, printed=True, listed=True, unit=N_("people"))
    hired = Count(N_("Taken on"), derived=True, printed=True, listed=True, unit=N_("people"))
    published = Day(N_("Result published on"), synonyms=("公示日期",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        self.applied = len(self.applicants or ())
        self.hired = sum(line.get("result") == "hired" for line in self.applicants or ())

    def conflicts(self):
        if self.noticed and self.until and self.until < self.noticed:
            yield "until", N_("The last day is before the first."), {}
        for number, line in enumerate(self.applicants or (), 1):
            if line.get("result") == "hired" and line.get("qualified") != "yes":
                sentence = N_("Line {line}: taken on, but the certificate was not checked.")
                yield Problem("applicants", sentence, {"line": number}, blocks=False)

    def caption(self):
        return self.name or ""
