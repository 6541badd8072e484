"""到期鉴定清单: records whose term of keeping is over, to be appraised before anything is destroyed."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, Paper, Signatures, gap, pdf, title
from exports.layout.forms import record_pdf
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models.files import silent
from resources.language import N_, Language

_HEADS = (
    N_("No."), N_("Kind of record"), N_("Number or name"), N_("Day of the end"), N_("Kept until"),
    N_("Destroy / keep"), N_("Remarks"),
)  # fmt: skip
_WIDTHS = (10, 34, 48, 22, 22, 22, 18)
_SIGNERS = (N_("Drawn up by:"), N_("Appraised by:"), N_("Station lead:"), N_("Date:"))
NAME = N_("Records whose term of keeping is over")


def destruction_pdf(
    register, *, language: Language, station: str, made: datetime | None = None, tick=silent
) -> bytes:  # fmt: skip
    """A destruction register: while it waits for appraisal the list to decide on, afterwards (or blank) the form."""
    if isinstance(register, type) or register.state != "proposed":
        return record_pdf(register, language=language, station=station, made=made, tick=tick)
    say, day = language.text, register.day.isoformat()
    paper = Paper(language, say(NAME), station, made=made)
    rows = [
        [str(n), line.get("what", ""), line.get("name", ""), *(_day(line.get(name)) for name in ("ended", "until")),
         "□ / □", ""]
        for n, line in enumerate(register.things or (), 1)
    ]  # fmt: skip
    note = say(
        N_("As of {day}. Nothing is destroyed before this list is approved; two people sign the destruction."), day=day
    )
    middle = CELL.but(align="centre")
    table = grid(
        [[say(head) for head in _HEADS], *rows], [width * mm for width in _WIDTHS],
        kinds=[middle, CELL, CELL, middle, middle, middle, CELL], least=7 * mm,
    )  # fmt: skip
    body = [table] if rows else [Prose(say(N_("None on file.")), CELL)]
    label = say(register.questions()["appraisal"].label)
    opinion = say(N_("{label}: {said}"), label=label, said=register.appraisal or "")
    story = [*title(say(NAME), station), Prose(note, BODY), gap(), *body, gap(), Prose(opinion, BODY)]
    return pdf(paper, [*story, Signatures([(say(label), "") for label in _SIGNERS], 4)], tick)


def _day(value):
    return value.isoformat() if value else ""
