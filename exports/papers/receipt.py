"""The receipt (回执) on paper: what the county received from a station, with a short code to compare."""

from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, SMALL, Paper, Signatures, gap, keep, pdf, title
from exports.layout.grids import cell, grid, plain
from exports.layout.prose import Prose, Type
from resources.language import N_, Language

_CODE = Type("medium", 22, 30, "centre")
VERDICTS = {
    "taken": N_("Read in"),
    "known": N_("Known already"),
    "parked": N_("Set aside unread"),
    "refused": N_("Refused"),
}
HEADS = (
    N_("No."),
    N_("Received on"),
    N_("File name"),
    N_("Result"),
    N_("New records"),
    N_("Known records"),
    N_("Reason code"),
)


def receipt_pdf(
    files, *, station: str, county: str, code: str, language: Language, made: datetime | None = None
) -> bytes:
    """The slip for `files`: (received, name or number, verdict, new, known, code of the reason), latest first."""
    say = language.text
    name = say(N_("Receipt"))
    paper = Paper(language, f"{name} {station}", county, code, made)
    widths = [width * mm for width in (11, 36, 51, 24, 18, 18, 18)]
    middle = CELL.but(align="centre")
    rows = [[str(number), *_said(file, language)] for number, file in enumerate(files, 1)]
    kinds = [middle, middle, CELL, middle, middle.but(align="right"), middle.but(align="right"), middle]
    facts = [(say(N_("To: {name}"), name=station), say(N_("From: {name}"), name=county))]
    story = [
        *title(name, say(N_("What reached us from your station"))),
        plain(facts, [paper.width * 0.6, paper.width * 0.4], [BODY, BODY]),
        gap(),
        grid([[say(head) for head in HEADS], *rows], widths, kinds=kinds),
        gap(6 * mm),
        grid([[say(N_("Receipt code")), cell(code, _CODE)]], [40 * mm, 80 * mm], heads=0, kinds=[BODY, _CODE]),
        gap(2 * mm),
        Prose(say(N_("The station sees the same code under Bundles once it has read the receipt.")), SMALL),
        Signatures([(say(N_("Handled by:")), ""), (say(N_("Seal:")), ""), (say(N_("Date:")), "")], 3),
    ]
    return pdf(paper, story)


def _said(file, language):
    received, name, verdict, new, known, reason = file
    when = f"{received:%Y-%m-%d %H:%M}"
    word = language.text(VERDICTS.get(verdict, verdict))
    return [when, name, word, language.number(new), language.number(known), reason or ""]


def write(path, files, **said) -> None:
    """Put the slip on disk, whole or not at all; see receipt_pdf."""
    keep(path, receipt_pdf(files, **said))
