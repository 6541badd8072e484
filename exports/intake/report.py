"""What became of every row, as JSON for scripts and as a workbook for people."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from exports.intake.doubts import LEFT_OUT, NOTE, REFUSED
from exports.intake.kinds import label
from exports.intake.ledger import DOUBTFUL, TAKEN, Ledger, LedgerRow
from models.errors import UserError
from models.files import whole_file
from resources.language import N_, Language

_VERDICTS = {
    TAKEN: N_("Taken in"),
    DOUBTFUL: N_("Taken in, with doubts"),
    "held": N_("Waiting, not taken in"),
    REFUSED: N_("Cannot be taken in"),
    LEFT_OUT: N_("No entry"),
}
SURENESS = {
    "remembered": N_("as settled before"),
    "exact": N_("certain"),
    "alike": N_("similar words, please look"),
    "": N_("not taken in"),
}


@dataclass
class Report:
    """The outcome of a dry run (`batch` is None) or an intake; `made` counts records by table."""

    ledger: Ledger
    made: dict[str, int] = field(default_factory=dict)
    batch: UUID | None = None

    @property
    def rows(self) -> int:
        """How many entries the ledger has: taken, doubtful and refused together."""
        return len(self.ledger.entries)

    @property
    def taken(self) -> int:
        return len(self._of(TAKEN))

    @property
    def doubtful(self) -> list[LedgerRow]:
        """Rows with a doubt: stored without what is doubtful, or waiting (`is_stored` tells)."""
        return self._of(DOUBTFUL)

    @property
    def refused(self) -> list[LedgerRow]:
        return self._of(REFUSED)

    @property
    def left_out(self) -> list[LedgerRow]:
        """Rows that are no entries: titles, headings, blanks, sums, feet."""
        return self._of(LEFT_OUT)

    def _of(self, verdict: str) -> list[LedgerRow]:
        return [row for row in self.ledger.rows if row.verdict == verdict]

    @property
    def counts(self) -> dict[str, int]:
        """Code → number of rows, notes and rows left out included."""
        return dict(sorted(Counter(doubt.code for row in self.ledger.rows for doubt in row.findings).items()))

    def as_json(self, language: Language) -> dict:
        """The shape that docs/commands.md promises: rows = taken + doubtful + refused, one entry a row."""
        return {
            "kind": self.ledger.kind,
            "rows": self.rows,
            "taken": self.taken,
            "doubtful": [self._entry(row, language) | {"stored": row.is_stored} for row in self.doubtful],
            "refused": [self._entry(row, language) for row in self.refused],
            "left_out": [self._entry(row, language) for row in self.left_out],
            "duplicates": [
                {"row": pair.row.number, "of": pair.other.number, "certain": pair.certain}
                for pair in self.ledger.duplicates
            ],
            "counts": self.counts,
            "made": self.made,
            "batch": self.batch.hex if self.batch else None,
            "columns": [
                {"heading": column.heading, "question": column.question, "sure": column.sure}
                for column in self.ledger.columns
            ],
        }

    def _entry(self, row, language):
        """The row with what weighs most, and whatever else was found under `also`."""
        findings = [doubt for doubt in row.findings if doubt.weight != NOTE]
        entry = {"row": row.number, "code": findings[0].code, "reason": findings[0].say(language)}
        if row.sheet:
            entry["sheet"] = row.sheet
        if findings[1:]:
            entry["also"] = [{"code": doubt.code, "reason": doubt.say(language)} for doubt in findings[1:]]
        return entry

    def save(self, path, language: Language) -> Path:
        """A workbook beside the ledger: every row not taken or doubtful, the notes, the columns, likely households."""
        # reportlab's neighbour: loaded when a report is written, so that reading a ledger starts fast
        import xlsxwriter

        path = Path(path)
        with whole_file(path) as file:
            book = xlsxwriter.Workbook(
                file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
            )
            for title, heads, rows in self._sheets(language):
                _write_sheet(book, language.text(title), [language.text(head) for head in heads], rows)
            book.close()
        return path

    def save_beside(self, ledger_path, language: Language, otherwise) -> Path:
        """Save beside the ledger; where that place takes no file (a locked stick), in the folder `otherwise`."""
        path = report_path(ledger_path, language)
        try:
            return self.save(path, language)
        except UserError:  # whatever is wrong with that place: the report matters more than where it lies
            return self.save(Path(otherwise) / path.name, language)

    def _sheets(self, language):
        heads = (N_("Sheet"), N_("Row"), N_("Name"), N_("Outcome"), N_("Code"), N_("Reason"))
        yield N_("To look at"), heads, list(self._lines(language, lambda doubt: doubt.weight not in (NOTE, LEFT_OUT)))
        yield N_("Notes on rows"), heads, list(self._lines(language, lambda doubt: doubt.weight == NOTE))
        yield N_("No entries"), heads, list(self._lines(language, lambda doubt: doubt.weight == LEFT_OUT))
        yield N_("Columns"), (N_("Heading"), N_("Question"), N_("How sure")), list(self._columns(language))
        if self.ledger.kind == "roster":
            yield N_("Perhaps one household"), (N_("Row"), N_("Name"), N_("Row"), N_("Name")), list(self._pairs())
        yield N_("In all"), (N_("Rows"), N_("How many")), list(self._summary(language))

    def _lines(self, language, wanted):
        for row in self.ledger.rows:
            outcome = language.text(_VERDICTS["held" if row.verdict == DOUBTFUL and row.is_held else row.verdict])
            name = row.values.get("name", "")
            for doubt in filter(wanted, row.findings):
                yield row.sheet or "", row.number, name, outcome, doubt.code, doubt.say(language)

    def _columns(self, language):
        for column in self.ledger.columns:
            yield column.heading, language.text(self._label(column)), language.text(SURENESS[column.sure])

    def _label(self, column):
        return label(self.ledger.kind, column.question) if column.question else "—"

    def _pairs(self):
        for one, other in self.ledger.households:
            yield one.place, one.values["name"], other.place, other.values["name"]

    def _summary(self, language):
        held = sum(row.is_held for row in self.doubtful)
        yield language.text(N_("All entries")), self.rows
        yield language.text(_VERDICTS[TAKEN]), self.taken
        yield language.text(_VERDICTS[DOUBTFUL]), len(self.doubtful) - held
        yield language.text(_VERDICTS["held"]), held
        yield language.text(_VERDICTS[REFUSED]), len(self.refused)
        yield language.text(_VERDICTS[LEFT_OUT]), len(self.left_out)


def _write_sheet(book, title, heads, rows):
    """Text cells as strings: a formula in a ledger stays the text it was."""
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
        sheet.set_column(column, column, 60 if column == 5 else 16)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, wrap)
            else:
                sheet.write_string(number, column, str(value), wrap)
    sheet.freeze_panes(1, 0)


def report_path(ledger_path, language: Language) -> Path:
    """Where the report of a ledger is kept: beside it, its name ending in 导入结果."""
    ledger_path = Path(ledger_path)
    ending = language.text(N_("intake result"))
    return ledger_path.with_name(f"{ledger_path.stem}-{ending}.xlsx")
