"""Small tables inside a form: lines of a few columns each, such as the steps of a plan or the items of a budget."""

import json
from dataclasses import dataclass

from models.errors import Problem, Wrong
from models.fields.choices import Several
from models.fields.question import Question, unwanted_character
from resources.language import N_

MOST_LINES = 200
_LONGEST = 100 * 1024


class Line(dict):
    """One line: column → value, empty answers left out. `place` is where it stands among the others, once stored."""

    def __init__(self, answers=(), place=None, **more):
        super().__init__(answers, **more)
        self.place = place


@dataclass(frozen=True)
class LineProblem(Problem):
    """What is wrong in one line, said with its number and its column."""

    line: int = 0
    label: str = ""

    def say(self, language):
        sentence = language.text(self.sentence, **self.values)
        where = N_("Line {line}, {label}: {sentence}")
        return language.text(where, line=self.line, label=language.text(self.label), sentence=sentence)


class Lines(Several):
    """A table of the form: `columns` are questions by name, `sums` those added up below it.

    A value is a tuple of Line. Each line is one element in the journal (canonical JSON `[place, {column: packed}]`), so
    that lines written on two computers stand side by side. `room` is how many empty lines the blank form has.
    """

    goes_upward = False

    def __init__(self, label, *, columns: dict[str, Question], sums=(), room=4, most=MOST_LINES, **options):
        super().__init__(label, **options)
        for name, column in columns.items():
            column.name = name
        self.columns, self.sums, self.room, self.most = columns, tuple(sums), room, most

    def line(self, answers) -> Line:
        """A line without its empty answers."""
        kept = {name: value for name, value in answers.items() if not self._is_empty(name, value)}
        return Line(kept, getattr(answers, "place", None))

    def _is_empty(self, name, value):
        return self.columns[name].is_empty(value) if name in self.columns else value is None

    def total(self, value, column: str) -> int:
        """The sum of one column."""
        return sum(line.get(column) or 0 for line in value or ())

    def read(self, text, today):
        """Lines as pasted from a sheet: columns apart by tabs, in their order."""
        found = []
        for row in text.splitlines():
            cells = [cell.strip() for cell in row.split("\t")]
            if len(cells) > len(self.columns):
                raise Wrong(N_("There are more columns than this table has."))
            columns = zip(self.columns.items(), cells, strict=False)
            line = self.line({name: column.read(cell, today) for (name, column), cell in columns})
            if line:
                found.append(line)
        return tuple(found)

    def check(self, value, record, today):
        if len(value) > self.most:
            yield self.problem(N_("At most {most} lines; this has {count}."), most=self.most, count=len(value))
        for number, line in enumerate(value, 1):
            for name, column in self.columns.items():
                for problem in self._doubts(column, line.get(name), record, today):
                    yield LineProblem(
                        self.name, problem.sentence, problem.values, problem.blocks, problem.code, None, number,
                        column.label,
                    )  # fmt: skip

    def _doubts(self, column, value, record, today):
        if not column.is_empty(value):
            yield from column.check(value, record, today)
        elif column.required:
            yield Problem(self.name, N_("This has to be answered."))

    def show(self, value, language):
        return "\n".join(language.text(N_(", ")).join(self._shown(line, language)) for line in value or ())

    def _shown(self, line, language):
        return [column.show(line[name], language) for name, column in self.columns.items() if name in line]

    def pack(self, value):
        if value is None:
            return None
        packed, last = [], (0, "")
        for line in map(self.line, value):
            if line:
                answers = {name: self._packed(name, answer) for name, answer in line.items()}
                here = (line.place or 0, _canon(_canon_key(line)))
                if here < last or not line.place:  # two written at one place on two computers both stay there
                    here = (last[0] + 1, here[1])
                packed.append(_canon([here[0], answers]))
                last = here
        return sorted(packed)

    def _packed(self, name, answer):
        return self.columns[name].pack(answer) if name in self.columns else answer

    def unpack(self, packed):
        return tuple(sorted(super().unpack(packed), key=lambda line: (line.place, _canon(_canon_key(line)))))

    def unpack_one(self, packed):
        if type(packed) is not str or not 0 < len(packed) <= _LONGEST or unwanted_character(packed):
            raise Wrong(N_("This is not a line of this table."))
        try:
            place, answers = json.loads(packed)
        except (ValueError, TypeError, RecursionError):
            raise Wrong(N_("This is not a line of this table.")) from None
        well_made = type(place) is int and 0 < place < 2**31 and type(answers) is dict
        if not well_made or _canon([place, answers]) != packed:  # another spelling could hide an unwanted character
            raise Wrong(N_("This is not a line of this table."))
        return Line({name: self._unpacked(name, answer) for name, answer in answers.items()}, place)

    def _unpacked(self, name, answer):
        """A column that a newer program added stays as it is, so that changing the line does not lose it."""
        if name in self.columns:
            return self.columns[name].unpack(answer)
        if type(answer) in (str, int, bool, list):
            return answer
        raise Wrong(N_("This is not a line of this table."))


def _canon(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _canon_key(line):
    return [[name, str(line[name])] for name in sorted(line)]
