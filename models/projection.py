"""The tables as a cache of the journal: how a row's state stands in its table, and how it is read back.

A row keeps, beside its answers, `heads`: for each register the journal numbers of the commits that stand. The most
common one is written once under "*"; a register is named only where it differs.
"""

import json
from collections import Counter
from uuid import UUID

from models import search
from models.errors import Wrong
from models.fields.per_form import per_form
from models.merge import DELETED, MADE, RowState

_written = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_SYSTEM = ("id", "station", "deleted", "changed", "heads", "withheld")


def create_tables(store) -> None:
    """Make the tables and their indexes where they are missing, all in one transaction."""
    with store.db.atomic("IMMEDIATE"):
        search.create_tables(store)
        for cls in store.tables.values():
            cls.create_table(safe=True)


def drop_triggers(store) -> None:
    """Take away the guard of triggers that files of version 0.1 carry; now the engine asks (engine.Guard)."""
    if not store.db.table_exists("guard"):
        return
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard%'"
    with store.db.atomic("IMMEDIATE"):
        for (name,) in store.db.execute_sql(triggers).fetchall():
            store.db.execute_sql(f'DROP TRIGGER "{name}"')
        store.db.execute_sql("DROP TABLE guard")


def shape(store) -> dict[str, list[str]]:
    """Table → its columns, as the forms of this program declare them."""
    return {name: sorted(field.column_name for field in cls._meta.sorted_fields) for name, cls in store.tables.items()}


def shape_on_disk(store) -> dict[str, list[str]]:
    return {
        name: sorted(column.name for column in store.db.get_columns(name))
        for name in store.tables
        if store.db.table_exists(name)
    }


def fit_indexes(store) -> None:
    """Make the indexes that the forms of this program declare, and drop those of an older one."""
    declared = {index._name for cls in store.tables.values() for index in cls._meta.fields_to_index()}
    on_disk = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    there = {name for name, table in store.db.execute_sql(on_disk).fetchall() if table in store.tables}
    if declared == there:
        return
    with store.db.atomic("IMMEDIATE"):
        for name in there - declared:
            store.db.execute_sql(f'DROP INDEX "{name}"')
        for cls in store.tables.values():
            cls._schema.create_indexes(safe=True)


def add_columns(store, missing: dict[str, list[str]]) -> None:
    for name, columns in missing.items():
        fields = {field.column_name: field for field in store.tables[name]._meta.sorted_fields}
        for column in columns:
            store.db.execute_sql(f'ALTER TABLE "{name}" ADD COLUMN "{column}" {fields[column].field_type}')


def holds_withheld(store, added: dict) -> bool:
    """Whether a table with added columns has rows of which something was not sent: their marks name each question."""
    return any(
        columns and store.db.execute_sql(f'SELECT 1 FROM "{name}" WHERE withheld IS NOT NULL LIMIT 1').fetchone()
        for name, columns in added.items()
    )


def read_state(store, cls, row: UUID) -> RowState | None:
    """The state of a row as its table has it; None when there is no such row."""
    questions = cls.questions()
    if not store.db.execute_sql(f'SELECT 1 FROM "{cls._meta.table_name}" WHERE id = ?', (row.bytes,)).fetchone():
        return None  # a fresh row, as most are: asked without naming eighty columns
    found = store.db.execute_sql(_select_sql(cls), (row.bytes,)).fetchone()
    _, deleted, changed, heads, _, *answers = found
    values = {}
    for (name, question), answer in zip(questions.items(), answers, strict=True):
        if answer is not None:
            values[name] = question.pack(question.python_value(answer))
    return RowState(values, _expanded(json.loads(heads), values), bool(deleted), changed)


def _registers(values):
    yield MADE
    for name, value in values.items():
        if isinstance(value, list):
            yield from (f"{name}:{element}" for element in value)
        elif value is not None:
            yield name


def _expanded(heads, values):
    common = heads.pop("*", None)
    if common is not None:
        for register in _registers(values):
            heads.setdefault(register, [common])
    return heads


def _compact(heads, values):
    registers = set(_registers(values))
    made = heads.get(MADE)
    if made and len(made) == 1 and heads.keys() == registers and all(ns == made for ns in heads.values()):
        return {"*": made[0]}  # as of every row written once
    covered = registers & heads.keys()
    single = Counter(heads[register][0] for register in covered if len(heads[register]) == 1)
    if not single:
        return heads
    most = max(single.values())
    common = min(n for n, count in single.items() if count == most)
    if len(covered) < len(registers):
        return heads
    rest = {key: ns for key, ns in heads.items() if key not in covered or ns != [common]}
    return rest | {"*": common}


def row_of(cls, row: UUID, unit: UUID, state: RowState, hidden: int, ours=False) -> list:
    """The stored columns, in the order of `columns(cls)`; unknown fields and unreadable values are left out.

    `ours` is a row that was checked and packed here a moment ago: what it holds can be read.
    """
    questions, values, heads = cls.questions(), state.values, state.heads
    if not ours:
        values = {name: _readable(questions[name], value) for name, value in values.items() if name in questions}
        heads = {key: ns for key, ns in heads.items() if key in (MADE, DELETED) or key.split(":")[0] in questions}
    values = {name: value for name, value in values.items() if value is not None and value != []}
    withheld = [name for name, q in questions.items() if not q.upward and name not in heads] if hidden else []
    columns = [row.bytes, unit.bytes, int(state.deleted), state.changed]
    columns.append(_written(_compact(heads, values)))
    columns.append(json.dumps(withheld) if withheld else None)
    stored = {name: questions[name].stored(value) for name, value in values.items()}
    return columns + list(map(stored.get, questions))


def _readable(question, packed):
    try:
        if question.multiple:
            return question.pack(question.unpack(sorted(set(packed)))) if type(packed) is list else None
        question.unpack(packed)
        return packed
    except Wrong:
        return None


def columns(cls) -> list[str]:
    return [*_SYSTEM, *cls.questions()]


@per_form
def insert_sql(cls) -> str:
    names = columns(cls)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT OR REPLACE INTO "{cls._meta.table_name}" ({quoted}) VALUES ({", ".join("?" * len(names))})'


@per_form
def _select_sql(cls):
    names = ", ".join(f'"{name}"' for name in columns(cls)[1:])
    return f'SELECT {names} FROM "{cls._meta.table_name}" WHERE id = ?'


def write_row(store, cls, row: UUID, unit: UUID, state: RowState, hidden: int = 0, ours=False) -> None:
    """Put a row's state into its table and its search keys beside it, within `store.writing()`."""
    stored = row_of(cls, row, unit, state, hidden, ours)
    if cls.searched:
        search.project(store, cls, row, dict(zip(columns(cls), stored, strict=True)))
    store.db.execute_sql(insert_sql(cls), stored)
