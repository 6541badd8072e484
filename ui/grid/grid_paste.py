"""Cells pasted from Excel into a grid: what each means is shown before it lands; what cannot be read stays as typed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from models import fields
from models.errors import Wrong
from resources.language import N_
from ui.theme import colour, px
from ui.widgets.sheet import Sheet
from ui.words import _, ngettext, spoken

_MOST = 500
_NOBODY = N_("“{text}” is not on file.")
_SEVERAL = N_("More than one is called “{text}”.")


@dataclass(frozen=True)
class Landing:
    """One cell: the line and question it is for, the text pasted, the value meant or the Wrong why there is none."""

    row: int
    name: str
    text: str
    value: object = None
    wrong: Wrong | None = None


def plan(rows, text, row, column) -> list[Landing]:
    """Where the cells of a pasted text land: under their headings where the first line has some, else from a cell on.

    Empty cells change nothing. At most 500 lines are taken.
    """
    table = [line.split("\t") for line in text.replace("\r", "").split("\n")][: _MOST + 1]
    while table and not any(cell.strip() for cell in table[-1]):
        table.pop()
    names = _headed(rows, table[0]) if table else None
    if names:
        table = table[1:]
    else:
        names = dict(enumerate(rows.names[column:]))
    found = []
    for line, cells in enumerate(table):
        for place, cell in enumerate(cells):
            if place in names and cell.strip():
                found.append(_landing(rows, row + line, names[place], cell.strip()))
    return found


def _headed(rows, cells):
    """Place of a cell → question, where two cells or more are labels or headings of ledgers; else None."""
    words = {}
    for name, question in zip(rows.names, rows.questions, strict=True):
        for word in (_(question.label), question.label, *question.synonyms):
            words.setdefault(_plain(word), name)
    found = {place: words[_plain(cell)] for place, cell in enumerate(cells) if _plain(cell) in words}
    return found if len(found) > 1 else None


def _plain(word):
    return "".join(word.split()).rstrip("*＊").casefold()


def _landing(rows, row, name, text):
    try:
        return Landing(row, name, text, _read(rows, rows.cls.questions()[name], text))
    except Wrong as wrong:
        return Landing(row, name, text, wrong=wrong)


def _read(rows, question, text):
    if isinstance(question, fields.Links):
        parts = [part for part in text.replace("，", "、").replace(",", "、").split("、") if part.strip()]
        return tuple(_found(rows, question, part.strip()) for part in parts)
    if isinstance(question, fields.Link):
        return _found(rows, question, text)
    return question.read(text, rows.choosing.today())


def _found(rows, question, text):
    """The one record of exactly that name; a household also as 龙秀英户."""
    wanted = {text, text.removesuffix("户"), text.removesuffix("家")} if question.table == "household" else {text}
    for name in sorted(wanted, key=len, reverse=True):
        offers = [one for one in rows.choosing.find(question.table, name) if one.title == name]
        if len(offers) == 1:
            return offers[0].id
        if offers:
            raise Wrong(_SEVERAL, text=text)
    raise Wrong(_NOBODY, text=text)


def put_in(rows, landings):
    """Put the cells into their lines; new lines are made as needed."""
    for one in landings:
        while one.row >= len(rows.rows):
            rows.add_row()
        if one.wrong is not None:
            rows.keep_typed(one.row, one.name, one.text, one.wrong)
        else:
            rows.answer(one.row, one.name, one.value)


def preview(rows, landings) -> QTableWidget:
    """The cells as they would land; what cannot be read is red and says why."""
    lines = sorted({one.row for one in landings})
    names = [name for name in rows.names if any(one.name == name for one in landings)]
    table = QTableWidget(len(lines), len(names))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalHeaderLabels([_(rows.cls.questions()[name].label) for name in names])
    table.setVerticalHeaderLabels([str(row + 1) for row in lines])
    table.setAccessibleName(_("What would be put in"))
    table.verticalHeader().setDefaultSectionSize(px(32))
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    for one in landings:
        item = QTableWidgetItem(_shown(rows, one))
        if one.wrong is not None:
            item.setForeground(QColor(colour("danger")))
            item.setToolTip(one.wrong.say(spoken()))
        table.setItem(lines.index(one.row), names.index(one.name), item)
    room = QGuiApplication.primaryScreen().availableGeometry()  # Qt opens no dialog wider than two thirds of it
    table.setMinimumWidth(min(px(660), room.width() * 2 // 3 - px(48)))
    table.setMinimumHeight(min(px(70 + 32 * len(lines)), room.height() // 2))
    table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return table


def _shown(rows, one):
    if one.wrong is not None:
        return f"⊘ {one.text}"
    trial = rows.cls(**{one.name: one.value})
    return rows.text(trial, one.name)


def ask_and_put_in(parent, rows, text, row, column) -> bool:
    """Show what would land, and put it in if that is wanted."""
    landings = plan(rows, text, row, column)
    if not landings:
        return False
    lines, bad = len({one.row for one in landings}), sum(one.wrong is not None for one in landings)
    title = ngettext("Put {n} line in?", "Put {n} lines in?", lines)
    sentence = _("Nothing is saved yet; each line is checked when it is left.")
    if bad:
        said = ngettext(
            "{n} cell cannot be read and stays as it is, to be mended.",
            "{n} cells cannot be read and stay as they are, to be mended.", bad,
        )  # fmt: skip
        sentence = f"{said} {sentence}"
    if Sheet(parent, title, sentence, [_("Put in")], body=preview(rows, landings)).ask() != 0:
        return False
    put_in(rows, landings)
    return True
