"""Narrow reads for rules that run at every save: a few answers of a row, or whether a row has a twin.

The statement is written once for each form; peewee takes half a millisecond to write a SELECT of thirty columns.
"""

from functools import cache

from models.database import current


def answers(cls, row, *names) -> tuple | None:
    """The named answers of the row with that id, as the record would have them; None where it is not here."""
    if row is None:
        return None
    found = current().db.execute_sql(_select(cls, names), (row.bytes,)).fetchone()
    return found and tuple(getattr(cls, name).python_value(value) for name, value in zip(names, found, strict=True))


def has_twin(record, *names) -> bool:
    """Whether another row of the same station, not removed, gives the same answers to the named questions.

    An empty answer has no twin.
    """
    values = [getattr(type(record), name).db_value(getattr(record, name)) for name in names]
    if None in values:
        return False
    values += [(record.station or current().unit).bytes, record.id.bytes if record.id else b""]
    return current().db.execute_sql(_twin(type(record), names), values).fetchone() is not None


@cache
def _select(cls, names):
    columns = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {columns} FROM "{cls._meta.table_name}" WHERE id = ?'


@cache
def _twin(cls, names):
    same = " AND ".join(f'"{name}" = ?' for name in names)
    return f'SELECT 1 FROM "{cls._meta.table_name}" WHERE {same} AND station = ? AND id <> ? AND deleted = 0 LIMIT 1'
