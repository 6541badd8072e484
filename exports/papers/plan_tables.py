"""Plans on paper: the task breakdown (任务分解表, 附件1) and the table of indicators with what was reached."""

import re
from datetime import datetime
from fractions import Fraction

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from exports.layout.document import BODY, CELL, SMALL, Paper, Signatures, gap, pdf, title
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose
from models import codes
from models.files import silent
from models.partners import indicator_table, task_matrix
from resources.language import N_, Language

_CENTRE = CELL.but(align="centre", size=10, leading=14)
_LEFT = CELL.but(size=10, leading=14)
_TASKS = [width * mm for width in (26, 26, 32, 26, 26, 24, 16)]
_PLAN = [width * mm for width in (12, 74, 28, 22, 24, 16)]


def task_matrix_pdf(
    matrix, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The breakdown as 附件1 has it: an empty cell stays empty; where the paper states another sum, both stand."""
    blank, say = isinstance(matrix, type), language.text
    name = say(N_("Task breakdown")) if blank else matrix.name
    paper = Paper(language, name, station, made=made)
    under = "" if blank else " ".join(part for part in (matrix.issuer, f"{matrix.year}") if part)
    story = [Prose(say(N_("Annex 1")), BODY.but(face="medium", size=12, leading=18)), *title(name, under)]
    story.append(grid(_task_rows(matrix, blank, language), _TASKS, kinds=[_CENTRE] * 6 + [_LEFT], least=9 * mm))
    story += [] if blank else [Prose(said, BODY, before=2 * mm) for said in _remarks(matrix, language)]
    return pdf(paper, [*story, gap(), Signatures([(say(N_("Filled in by:")), ""), (say(N_("Date:")), "")], 2)], tick)


def _task_rows(matrix, blank, language):
    columns = matrix.questions()["lines"].columns
    heads = [language.text(column.label) for column in columns.values()]
    if not blank and matrix.ratio_asked is not None:
        asked = language.text(N_(" (full-time to part-time at least {asked} %)"), asked=matrix.ratio_asked)
        heads[list(columns).index("workers")] += asked
    lines = [{}] * 9 if blank else matrix.lines
    rows = [heads] + [[_shown(line.get(name)) for name in columns] for line in lines]
    sums = {} if blank else matrix.totals()
    rows.append([language.text(N_("Total")), *[_sum(matrix, sums, name) for name in task_matrix.COLUMNS], ""])
    return rows


def _shown(value):
    return "" if value is None else str(value)


def _sum(matrix, sums, name):
    if not sums:
        return ""
    stated = getattr(matrix, f"stated_{name}")
    return str(sums[name]) if stated in (None, sums[name]) else f"{stated} ({sums[name]})"


def _remarks(matrix, language):
    """What does not add up, and both ways of reckoning full-time and part-time."""
    columns = matrix.questions()["lines"].columns
    for name, total in matrix.totals().items():
        stated = getattr(matrix, f"stated_{name}")
        if stated is not None and stated != total:
            label = language.text(columns[name].label)
            yield language.text(
                N_("Note: {column}: the paper states {stated}, the lines make {total} (in brackets)."),
                column=label,
                stated=stated,
                total=total,
            )
    share, ratio = task_matrix.ratios(matrix.full_time, matrix.part_time)
    if share is not None:
        yield language.text(N_("Full-time workers are {share} % of all workers."), share=share)
    if ratio is not None:
        yield language.text(N_("Full-time to part-time workers: {ratio} %."), ratio=ratio)


def indicator_table_pdf(
    table, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The four columns of a plan's table, and behind them what was reached."""
    blank, say = isinstance(table, type), language.text
    name = say(N_("Table of indicators")) if blank else table.name
    paper = Paper(language, name, station, made=made)
    heads = (N_("No."), N_("Indicator"), N_("Target value"), N_("Type"), N_("Reached"), N_("Met"))
    rows = [[say(head) for head in heads]]
    rows += [[str(n + 1)] + [""] * 5 for n in range(10)] if blank else _indicator_rows(table, language)
    day = "" if blank or not table.counted else table.counted.isoformat()
    facts = [[say(N_("Base: {text}"), text="" if blank else table.base or ""), say(N_("As of {day}"), day=day)]]
    story = [
        *title(name, "" if blank else table.term or ""),
        plain(facts, [paper.width * 0.6, paper.width * 0.4], [BODY, BODY.but(align="right")], padding=3),
        grid(rows, _PLAN, kinds=[_CENTRE, _LEFT] + [_CENTRE] * 4, least=9 * mm, head_size=10),
        Prose(say(N_("A share is its part out of its whole; the whole is as stated.")), SMALL, before=2 * mm),
    ]
    return pdf(paper, [*story, KeepTogether(_seals("" if blank else table.issuers, say))], tick)


def _seals(issuers, say):
    """A place for the seal of each body that issues the table jointly, else for who filled it in."""
    names = [name for name in re.split(r"[、，,;；\s]+", issuers or "") if name]
    if not names:
        return [Signatures([(say(N_("Filled in by:")), ""), (say(N_("Date:")), "")], 2)]
    places = [Prose(say(N_("{name} (seal)"), name=name), _CENTRE.but(size=11)) for name in names]
    rows = [[*places[at : at + 2], ""][:2] for at in range(0, len(places), 2)]
    return [gap(8 * mm), grid(rows, [88 * mm, 88 * mm], heads=0, least=32 * mm)]


_AFTER = {"percent": "%", "permille": "‰"}


def _indicator_rows(table, language):
    for number, line in enumerate(table.lines, 1):
        sign = (
            codes.label("target_operator", line["operator"], language) if line.get("operator") in ("ge", "le") else ""
        )
        after = _AFTER.get(line.get("unit"), "")
        reached, met = indicator_table.value(line), indicator_table.met(line)
        said = "" if met is None else language.text(N_("yes")) if met else language.text(N_("no"))
        yield [
            str(number),
            line.get("name", ""),
            f"{sign}{line.get('target', '')}{after}",
            codes.label("indicator_type", line["type"], language) if line.get("type") else "",
            "" if reached is None else f"{decimal(reached)}{after}",
            said,
        ]


def decimal(value: Fraction) -> str:
    """A fraction with at most two decimals, halves upwards: 30.34, 0.5, 2100."""
    hundredths = (2 * value * 100 + 1) // 2
    whole, rest = divmod(int(hundredths), 100)
    return str(whole) if not rest else f"{whole}.{rest:02}".rstrip("0")
