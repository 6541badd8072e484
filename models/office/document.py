"""Documents: policies, rules, standards and pledges, with issuers, what cites them, and who signed (文件库)."""

from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Lines, Link, Name, Notes, Pictures, Text
from models.records import Record
from models.team.staff import Staff
from resources.language import N_


class Document(Record):
    """One document of the library."""

    title, plural, letters = N_("Document"), N_("Documents"), "WJK"
    shelf, searched = "office", ("name", "number")

    name = Text(
        N_("Title of the document"),
        heading=N_("Document"),
        limit=300,
        required=True,
        listed=True,
        synonyms=("文件名称", "标题"),
    )
    kind = Choice(
        N_("Kind of document"), "document_kind", required=True, listed=True, suggest="policy", synonyms=("类别",)
    )
    number = Text(N_("Document number"), limit=60, listed=True, synonyms=("文号",))
    issuers = Text(
        N_("Issuing bodies"),
        limit=500,
        listed=True,
        hint=N_("One after another for a joint document"),
        synonyms=("发文单位",),
    )
    level = Choice(N_("Level of the issuer"), "article_level", listed=True)
    issued = Day(N_("Issued on"), listed=True, synonyms=("发文日期", "印发日期"))
    effective = Day(N_("In force from"), may_be_future=True)
    until = Day(N_("In force until"), may_be_future=True)
    received = Day(N_("Came in on"))
    state = Choice(N_("State"), "document_state", required=True, listed=True, suggest="valid")
    replaced_by = Text(N_("Replaced by"), limit=300, asked_if=lambda document: document.state == "replaced")
    summary = Notes(N_("Summary of the document"), synonyms=("主要内容",))
    cited = Lines(
        N_("Cited in"), room=4,
        columns={
            "where": Text(N_("Document or place"), limit=300, required=True),
            "number": Text(N_("Document number"), limit=60),
            "day": Day(N_("Date")),
        },
    )  # fmt: skip
    kept = Text(N_("Kept at"), hint=N_("Shelf, box or folder"))
    keeper = Link(Staff, N_("Keeper"))
    signed = Lines(
        N_("Who signed"), heading=N_("Who signed"), room=8,
        columns={"name": Name(N_("Name"), required=True), "day": Day(N_("Signed on"), required=True)},
    )  # fmt: skip
    pages = Pictures(N_("Pictures of the pages"), most=20)
    note = Text(N_("Remarks"), limit=1000, synonyms=("备注",))

    def conflicts(self):
        if self.effective and self.until and self.until < self.effective:
            yield "until", N_("It ends before it is in force."), {}
        if self.until and self.until < current().today() and self.state == "valid":
            yield Problem("state", N_("Its term is over: is it still in force?"), blocks=False, repair="replaced")
        if self.kind == "pledge" and (names := [one.name for one in unsigned(self)]):
            sentence = N_("Not signed yet by {count} in post: {names}")
            yield Problem("signed", sentence, {"count": len(names), "names": "、".join(names)}, blocks=False)

    def caption(self):
        return " ".join(part for part in (self.name, self.number) if part)


def unsigned(document) -> list:
    """Staff in post who have not signed a pledge."""
    names = {line.get("name") for line in document.signed}
    in_post = Staff.alive().where(Staff.station == current().unit, Staff.left.is_null()).order_by(Staff.id)
    return [one for one in in_post if one.name not in names]
