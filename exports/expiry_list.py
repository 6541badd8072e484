"""到期鉴定清单: records whose term of keeping is over, to be appraised before anything is destroyed."""

from datetime import date, datetime

from reportlab.lib.units import mm

from exports.document import BODY, CELL, Paper, Signatures, gap, pdf, title
from exports.grids import grid
from exports.prose import Prose
from models.files import silent
from resources.language import N_, Language

_HEADS = (
    N_("No."), N_("Kind of record"), N_("Number or name"), N_("Day of the end"), N_("Kept until"),
    N_("Destroy / keep"), N_("Remarks"),
)  # fmt: skip
_WIDTHS = (10, 34, 48, 22, 22, 22, 18)
_SIGNERS = (N_("Drawn up by:"), N_("Appraised by:"), N_("Station lead:"), N_("Date:"))
NAME = N_("Records whose term of keeping is over")


def expiry_pdf(
    expired, *, day: date, language: Language, station: str, made: datetime | None = None, tick=silent
) -> bytes:
    """The list of retention.expired() as of `day`, with room for the decision on each and lines to sign."""
    say = language.text
    paper = Paper(language, say(NAME), station, made=made)
    rows = [
        [str(n), say(one.title), one.caption, one.ended.isoformat(), one.until.isoformat(), "□ / □", ""]
        for n, one in enumerate(expired, 1)
    ]
    note = say(N_("As of {day}. Nothing is destroyed before this list is approved; two people sign the destruction."),
               day=day.isoformat())  # fmt: skip
    middle = CELL.but(align="centre")
    table = grid(
        [[say(head) for head in _HEADS], *rows], [width * mm for width in _WIDTHS],
        kinds=[middle, CELL, CELL, middle, middle, middle, CELL], least=7 * mm,
    )  # fmt: skip
    body = [table] if rows else [Prose(say(N_("None on file.")), CELL)]
    story = [*title(say(NAME), station), Prose(note, BODY), gap(), *body]
    return pdf(paper, [*story, Signatures([(say(label), "") for label in _SIGNERS], 4)], tick)
