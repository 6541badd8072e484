"""Publicity: news items, briefs, media reports and publicity events (信息、简报)."""

from models import numbers
from models.database import current
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Link, Name, Notes, Pictures, Text, YesNo
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


def _is_brief(article):
    return article.kind == "brief"


def _is_event(article):
    return article.kind == "event"


class Article(Record):
    """One piece of publicity. Row 72 of the monthly table counts those published."""

    title, plural, letters = N_("News or brief"), N_("News items and briefs"), "XXJ"
    shelf, searched = "office", ("number", "name")
    signers = (N_("Text by:"), N_("Checked by:"), N_("Issued by:"))

    number = Text(N_("Number"), limit=40, derived=True, listed=True, index=True, upward=True)
    kind = Choice(
        N_("Kind"),
        "article_kind",
        heading=N_("News or brief"),
        required=True,
        listed=True,
        suggest="article",
        synonyms=("类别",),
    )
    name = Text(N_("Headline"), required=True, listed=True, synonyms=("标题", "题目"))
    day = Day(
        N_("Date"),
        required=True,
        listed=True,
        index=True,
        suggest=lambda article: current().today(),
        synonyms=("日期", "发布日期"),
    )
    masthead = Text(N_("Masthead"), asked_if=_is_brief, suggest="工作简报", synonyms=("刊名",))
    issue = Count(N_("Issue number"), asked_if=_is_brief, most=10000, listed=True, synonyms=("期号",))
    editor_note = Notes(N_("Editor's note"), asked_if=_is_brief, limit=2000)
    text = Notes(N_("Text"), synonyms=("正文", "内容"))
    source = Text(N_("Source of the report"), synonyms=("来源",))
    copies = Text(N_("Copies to"), limit=1000, asked_if=_is_brief, synonyms=("分送",))
    printed = Count(N_("Copies printed"), asked_if=_is_brief, unit=N_("copies"))
    events = Count(N_("Events held"), asked_if=_is_event, unit=N_("times"))
    audience = Count(N_("Audience"), asked_if=_is_event, unit=N_("person-times"))
    author = Link(Staff, N_("Writer"), heading=N_("Publication"), suggest=lambda one: current().user)
    checked = Name(N_("Checked by"))
    issuer = Name(N_("Signed off by"))
    level = Choice(
        N_("Highest level that used it"),
        "article_level",
        required=True,
        listed=True,
        suggest="station",
        synonyms=("级别", "采用级别"),
    )
    media = Choices(N_("Media"), "medium", listed=True, synonyms=("媒体", "发布平台"))
    outlet = Text(N_("Name of the medium"), synonyms=("媒体名称",))
    link = Text(N_("Address of the page"), limit=500)
    faces = YesNo(N_("Persons served can be recognised"), hint=N_("Then consent to pictures is needed"))
    consent = YesNo(N_("Consent to pictures on file"), asked_if=lambda article: article.faces == "yes")
    pictures = Pictures(N_("Pictures"))
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.day)
        if self.kind == "brief" and self.issue is None and self.day:
            self.issue = next_issue(self.day.year)

    def conflicts(self):
        if self.faces == "yes" and self.consent != "yes":
            yield Problem(
                "consent",
                N_("Persons served can be recognised: get their consent first, or make them unrecognisable."),
                blocks=False,
            )

    def caption(self):
        return self.name or ""


def next_issue(year: int) -> int:
    """The number of the next brief of a year."""
    rows = Article.alive().where(Article.kind == "brief", Article.station == current().unit)
    return max((row.issue or 0 for row in rows if row.day and row.day.year == year), default=0) + 1
