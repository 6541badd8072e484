"""Statements: what was counted, each line with how it is counted; the same lines on paper and as a workbook."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm

from exports.layout.document import CELL, SMALL, Paper, pdf, title
from exports.layout.grids import grid
from exports.layout.prose import Prose
from exports.workbook import Sheet, Workbook
from models.files import silent
from resources.language import N_, Language

_VALUE = CELL.but(size=9.5, leading=12, align="right")
_LABEL = CELL.but(size=9.5, leading=12)
_HEADS = (N_("Item"), N_("Count or share"), N_("How it is counted"))
_TENTHS = {"percent": "{n} %", "mean": "{n}"}


@dataclass(frozen=True)
class Counted:
    """One line. `unit`: "" a count, "percent" and "mean" in tenths, "permille" in hundredths, "hours" in minutes,
    "yuan" in fen, "words" as they are; `value` None is a line of which there is nothing to say (—)."""

    label: str
    value: int | str | None
    unit: str = ""
    rule: str = ""

    def said(self, language: Language) -> str:
        if self.value is None:
            return "—"
        if self.unit == "words":
            return self.value
        if self.unit == "hours":
            return language.hours(self.value)
        if self.unit == "yuan":
            return language.money(self.value)
        if self.unit == "permille":
            return f"{self.value // 100}.{self.value % 100:02} ‰"
        tenths = _TENTHS.get(self.unit)
        return tenths.format(n=f"{self.value // 10}.{self.value % 10}") if tenths else language.number(self.value)

    def cell(self, language: Language):
        """What stands in a workbook: a number where it is one."""
        if self.value is None or self.unit == "words":
            return self.value
        return {"": (self.value, "#,##0"), "yuan": (self.value / 100, "#,##0.00")}.get(self.unit, self.said(language))


@dataclass(frozen=True)
class Statement:
    """`parts` are (heading, lines of Counted); `notes` are sentences below them, in the language it was made for."""

    name: str
    parts: tuple[tuple[str, tuple[Counted, ...]], ...]
    notes: tuple[str, ...] = ()

    def pdf(self, *, language: Language, station: str, day, made: datetime | None = None, tick=silent) -> bytes:
        """On one page or two, as of `day`."""
        say, name = language.text, language.text(self.name)
        paper = Paper(language, name, station, made=made)
        rows, bands = [[say(head) for head in _HEADS]], []
        for heading, lines in self.parts:
            bands.append(len(rows))
            rows.append([say(heading)])
            rows += [[say(line.label), line.said(language), say(line.rule)] for line in lines]
        widths = [paper.width * share for share in (0.34, 0.22, 0.44)]
        under = say(N_("{station}　As of {day}"), station=station, day=day.isoformat())
        table = grid(rows, widths, kinds=[_LABEL, _VALUE, SMALL], bands=bands, padding=(1.6, 4), least=6 * mm)
        notes = [Prose(note, _LABEL, before=3 * mm) for note in self.notes]
        return pdf(paper, [*title(name, under), table, *notes], tick)

    def workbook(self, path, *, language: Language, station: str, day) -> None:
        """The same lines as a workbook. Raises DiskFull, ReadOnly, Pulled, NotFound; nothing is left behind then."""
        say, name = language.text, language.text(self.name)
        book = Workbook(name, station)
        sheet = book.sheet(name, widths=(36, 18, 60))
        sheet.across(f"{station}　{name}　{day.isoformat()}", 3, 26, **Sheet.TITLE)
        sheet.heads([say(head) for head in _HEADS])
        for heading, lines in self.parts:
            sheet.line([say(heading), None, None], **Sheet.BAND)
            for line in lines:
                sheet.line([say(line.label), line.cell(language), say(line.rule)])
        for note in self.notes:
            sheet.across(note, 3)
        book.keep(path)
