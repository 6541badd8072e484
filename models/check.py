"""All that can be checked of a station at once: file, journal, tables, read log, keys, back-ups, pictures."""

from models import backups, pictures, proof, read_log, restoring
from models.errors import UserError
from models.files import silent
from models.keys import KeySlots
from models.station import SLOTS


def whole_station(store, tick=silent) -> dict:
    """What `check` says: {"problems": sentences for technicians, "digest", "commits", "rows"}; all holds if none.

    The digest is of records and journal: equal before and after whatever changed nothing.
    """
    with store:
        problems = proof.check(store, tick)
        if problems:
            return {"problems": problems, "digest": None, "commits": None, "rows": None}
        problems = [*read_log.check(store), *_key_problems(store), *_backup_problems(store), *pictures.problems(store)]
        rows = sum(_count(store, table) for table in store.tables)
        return {
            "problems": problems,
            "digest": proof.digest(store),
            "commits": _count(store, "journal"),
            "rows": rows,
        }


def _count(store, table):
    return store.db.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def _key_problems(store):
    if not store.encrypted:
        return
    try:
        slots = KeySlots(store.folder / SLOTS)
    except UserError as error:
        yield f"key file: {error}"
        return
    if slots.damaged:
        yield f"key file: {slots.damaged} slots are damaged"
    if slots.database != store.meta("database"):
        yield "key file: it is of another database"
    if not slots.has_recovery:
        yield "key file: there is no recovery code"


def _backup_problems(store):
    """Every back-up can be read, and the newest is opened aside and looked through."""
    readable = [path for path, _ in backups.listed(store.folder)]
    for path in sorted((store.folder / backups.FOLDER).glob("*" + backups.SUFFIX)):
        if path not in readable:
            yield f"back-up {path.name}: it cannot be read"
    for path in readable[:1]:
        try:
            restoring.verify(path, store.ring)
        except UserError as error:
            yield f"back-up {path.name}: {error.code}"
