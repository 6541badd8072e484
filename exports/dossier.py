"""The file of a record as one paper: cover, index with page numbers, each form that stands in it, closing note.

Order and words are those of paper files (卷宗封面, 卷内目录, 备考表); the file of a closed case is the model. Forms
that are restricted have files of their own: in the file of what all read they are only counted.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak, Spacer

from exports import prints
from exports.layout.document import BODY, CELL, SUBTITLE, TITLE, Paper, Place, Signatures, gap, pdf, title, turned
from exports.layout.form_head import number_of
from exports.layout.forms import answers_of, is_wide
from exports.layout.grids import grid
from exports.layout.prose import Prose
from models import papers
from models.files import silent
from models.people.retention import kept_until
from resources.language import N_, Language

_TURNS = 4
_WHICH = (("version", N_("version {n}")), ("nth", N_("time {n}")), ("turn", N_("time {n}")))
_COLUMNS = (
    (N_("No."), 12), (N_("Number"), 44), (N_("Name of the paper"), 60), (N_("Date"), 24), (N_("On page"), 14),
    (N_("Remarks"), 22),
)  # fmt: skip


@dataclass(frozen=True)
class File:
    """What stands in a file: its owner, the records in the order of their forms, how many are kept apart."""

    owner: object
    records: tuple
    apart: int = 0

    @property
    def papers(self) -> tuple[tuple, ...]:
        """The records by the paper on which they stand: those of one list share it."""
        tables = groupby(self.records, lambda one: one._meta.table_name if _is_listed(one) else one.id)
        return tuple(tuple(found) for _key, found in tables)

    @property
    def days(self) -> list[date]:
        return sorted(filter(None, map(day_of, self.records)))


def _is_listed(record):
    return record._meta.table_name in prints.TOGETHER


def day_of(record) -> date | None:
    """The day a record is about."""
    name = papers.day_of(type(record))
    return getattr(record, name) if name else None


def read(store, owner) -> File:
    """The file of a record that others are part of; plans, then the other forms as declared, each by its days.

    What stands in the file of a part stands here too, unless that part has a list of its own.
    """
    found, apart = [owner], 0
    for part in sorted(papers.parts_of(type(owner), store.tables), key=lambda part: not part.comes_first):
        query = part.select().where(papers.is_in(part, owner) & (part.deleted == False))  # noqa: E712
        if part.restricted and not owner.restricted:
            apart += query.count()
            continue
        for record in sorted(query, key=lambda one: (str(day_of(one) or ""), one.id)):
            inside = File(record, (record,)) if part.shelf else read(store, record)
            found += inside.records
            apart += inside.apart
    return File(owner, tuple({record.id: record for record in found}.values()), apart)


def dossier_pdf(
    store, owner, *, language: Language, station: str, whole: bool = False, maker: str = "",
    made: datetime | None = None, tick=silent,
) -> bytes:  # fmt: skip
    """The file of `owner` in one PDF; the store has to be in force. `maker` is who put it together.

    Set until the index says where each form came to stand: twice, or once more where it grew. `tick` counts pages.
    """
    file = read(store, owner)
    paper = Paper(language, _name(owner, language), station, made=made)
    known, found = None, {}
    for _turn in range(_TURNS):
        if known == found:
            break
        known, found = found, {}
        data = pdf(paper, _Dossier(file, paper, whole, maker, known, found).story(), tick)
    return data


def _name(owner, language):
    return language.text(N_("File: {what}"), what=language.text(owner.title))


class _Dossier:
    """`known` are the page numbers of the setting before, `found` takes those of this one."""

    def __init__(self, file, paper, whole, maker, known, found):
        self.file, self.paper, self.whole, self.maker, self.known, self.found = file, paper, whole, maker, known, found
        self.language, self.say = paper.language, paper.language.text

    def story(self):
        story = [*self._cover(), PageBreak(), *self._index()]
        for number, records in enumerate(self.file.papers, 1):
            record = records[0]
            wide = is_wide(type(record), self.language)
            bookmark = f"{number} {self.say(record.title)}"
            story += [*turned(wide), Place(bookmark, lambda page, number=number: self.found.update({number: page}))]
            form = self._form(records)
            self.found["name", number] = form[0].text  # a form begins with its title
            story += form
        return [*story, *turned(False), *self._closing()]

    def _form(self, records):
        said = {"language": self.language, "station": self.paper.station, "whole": self.whole}
        if _is_listed(records[0]):
            return prints.story_of_several(records, **said)
        return prints.story_of(records[0], **said)

    def _cover(self):
        owner, days = self.file.owner, self.file.days
        worker = answers_of(owner, self.language).say("worker") if "worker" in owner.questions() else ""
        rows = [
            (N_("Number"), number_of(owner)),
            (N_("Name of the file"), self._called()),
            (N_("Worker responsible"), worker),
            (N_("First day"), days[0].isoformat() if days else ""),
            (N_("Last day"), days[-1].isoformat() if days else ""),
            (N_("Number of papers in it"), self.language.number(len(self.file.papers))),
            (N_("Pages"), self._pages()),
            (N_("Kept apart, sealed"), self.language.number(self.file.apart) if self.file.apart else ""),
            (N_("Kept until"), until.isoformat() if (until := kept_until(owner)) else ""),
            (N_("Remarks"), ""),
        ]
        kind = BODY.but(size=12, leading=18)
        table = grid(
            [[self.say(label), said] for label, said in rows], [42 * mm, 84 * mm], heads=0, least=12.5 * mm,
            kinds=[kind.but(face="medium"), kind], padding=(3, 6),
        )  # fmt: skip
        big = TITLE.but(size=28, leading=40)
        top = [Spacer(1, 26 * mm), Prose(self.paper.station, SUBTITLE.but(size=15, leading=22)), gap(8 * mm)]
        return [*top, Prose(self.paper.title, big), gap(16 * mm), table]

    def _called(self):
        """Whom or what it is about; the number stands above."""
        return self.file.owner.caption().removeprefix(number_of(self.file.owner)).strip()

    def _pages(self):
        last = self.known.get("end")
        return self.language.number(last) if last else ""

    def _index(self):
        heads = [self.say(word) for word, _width in _COLUMNS]
        rows = [self._line(number, record) for number, (record, *_others) in enumerate(self.file.papers, 1)]
        middle = CELL.but(align="centre")
        table = grid(
            [heads, *rows], [width * mm for _word, width in _COLUMNS],
            kinds=[middle, CELL, CELL, middle, middle, CELL], least=8 * mm,
        )  # fmt: skip
        return [*title(self.say(N_("Papers in this file")), self.file.owner.caption()), table]

    def _line(self, number, record):
        day, page = day_of(record), self.known.get(number)
        return [
            str(number),
            number_of(record),
            self.known.get(("name", number), ""),
            day.isoformat() if day else "",
            str(page or ""),
            self._which(record),
        ]

    def _which(self, record):
        """Which of several papers of one name it is."""
        told = ((getattr(record, name, None), words) for name, words in _WHICH)
        return next((self.say(words, n=count) for count, words in told if type(count) is int), "")

    def _closing(self):
        """备考表: how much there is, what happened to it, who put it together and who looked it over."""
        count, apart = len(self.file.papers), self.file.apart
        said = self.say(N_("This file holds {papers} papers on {pages} pages."), papers=count, pages=self._pages())
        more = self.say(N_("{count} papers are kept apart, sealed."), count=apart) if apart else ""
        box = grid(
            [[self.say(N_("About this file")), f"　　{said}{more}"]], [34 * mm, 142 * mm], heads=0, least=110 * mm,
            kinds=[BODY.but(face="medium"), BODY.but(size=12, leading=22)], padding=(6, 6),
            style=[("VALIGN", (1, 0), (1, 0), "TOP")],
        )  # fmt: skip
        day = f"{self.paper.made:%Y-%m-%d}" if self.paper.made else ""
        fields = [
            (self.say(N_("Put together by:")), self.maker), (self.say(N_("Looked over by:")), ""),
            (self.say(N_("Date:")), day),
        ]  # fmt: skip
        end = Place(self.say(N_("Closing note")), lambda page: self.found.update(end=page))
        return [end, KeepTogether([*title(self.say(N_("Closing note"))), box, gap(8 * mm), Signatures(fields, 3)])]
