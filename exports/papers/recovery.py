"""The recovery sheet: the one paper that opens a station when all passwords are forgotten."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Table

from exports.layout.document import BODY, LABEL, THICK, THIN, Paper, Signatures, gap, heading, keep, pdf, title
from exports.layout.grids import cell, grid
from exports.layout.prose import Type
from models import recovery_code
from resources.language import N_, Language

_GROUP = Type("medium", 26, 34, "centre")
_PLACE = Type("sans", 8, 10, "centre")
_STEPS = (
    N_("Put this sheet into an envelope, seal it, stamp the seal, and lock it away, not beside the computer."),
    N_("Do not photograph it, do not copy it, do not keep it on a computer or telephone."),
    N_("When a password is forgotten: start the program, choose “Use the recovery code”, type the nine groups."),
    N_("Small letters do, and gaps do not matter. O is read as 0, I and L as 1."),
    N_("After it was used, or when the envelope is found open: make a new code in Settings. Then this one is void."),
    N_("Without this sheet and without a password nobody can read the data, the makers of the program neither."),
)


def recovery_pdf(code: str, *, station: str, user: str, language: Language, made: datetime | None = None) -> bytes:
    """The sheet for a code of nine groups of four."""
    say = language.text
    name = say(N_("Recovery sheet"))
    paper = Paper(language, name, station, made=made)
    facts = [
        [say(N_("Station")), station],
        [say(N_("Handed to")), user],
        [say(N_("Made on")), f"{made:%Y-%m-%d}" if made else ""],
    ]
    steps = [[str(number), say(step)] for number, step in enumerate(_STEPS, 1)]
    signers = [N_("Sealed by:"), N_("Kept by:"), N_("Date:"), N_("Opened by:"), N_("Why:"), N_("Date:")]
    big = BODY.but(size=11, leading=16.5)
    story = [
        *title(name, say(N_("Opens the records of this station when a password is forgotten. Keep it under seal."))),
        gap(),
        grid(facts, [32 * mm, paper.width - 32 * mm], heads=0, kinds=[LABEL, big], padding=(5, 6)),
        gap(8 * mm),
        _code(code, paper.width),
        gap(4 * mm),
        *heading(say(N_("What to do with it"))),
        grid(steps, [10 * mm, paper.width - 10 * mm], heads=0, kinds=[big.but(align="centre"), big], padding=(5, 5)),
        gap(6 * mm),
        Signatures([(say(label), "") for label in signers], 3, big, 13 * mm),
    ]
    return pdf(paper, story)


def _code(code, width):
    """Three rows of three groups, in the order they are typed."""
    parts = recovery_code.groups(code.replace("-", ""))
    cells = [
        [cell(str(row * 3 + column + 1), _PLACE) for column in range(3)] if line == 0
        else [cell(parts[row * 3 + column], _GROUP) for column in range(3)]
        for row in range(3)
        for line in range(2)
    ]  # fmt: skip
    table = Table(cells, [width / 3] * 3, [16, 40] * 3)
    inner = [("BOX", (column, row), (column, row + 1), THIN) for row in (0, 2, 4) for column in range(3)]
    table.setStyle(
        [(*line, "#000000") for line in inner]
        + [("BOX", (0, 0), (-1, -1), THICK, "#000000"), ("TOPPADDING", (0, 0), (-1, -1), 5)]
    )
    return table


def write(path, code: str, *, station: str, user: str, language: Language, made: datetime | None = None) -> None:
    """Put the sheet on disk or stick, whole or not at all."""
    keep(path, recovery_pdf(code, station=station, user=user, language=language, made=made))
