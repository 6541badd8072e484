"""The entries of a received bundle, judged before anything is written: form, signature, author, kinds of answer."""

from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from exports.bundle import bundle_errors as wrong
from exports.bundle.bundle import Opened
from models import commits, exchange
from models.commits import Commit
from models.database import SCHEMA
from models.errors import Wrong
from models.fields import Text
from models.files import silent
from models.journal import NotTheirs
from models.merge import DELETED, MADE, WHY, is_element


@dataclass
class Entries:
    """ids of all in stream order; those not yet here, in that order; how many are here already."""

    ids: list[bytes] = field(default_factory=list)
    new: list[Commit] = field(default_factory=list)
    known: int = 0


def read(store, opened: Opened, peers: dict, unit: UUID, tick=silent) -> Entries:
    """Checks 17-20. Raises BadCommit, Forged, NotTheirs or BadAnswer; writes nothing."""
    found, keys, total = Entries(), {}, len(opened.commits)
    seen, homes = set(), {}
    questions = {name: table.questions() for name, table in store.tables.items()}
    for done, wire in enumerate(opened.commits):
        if done % 200 == 0:
            tick(done, total)
        one = commits.from_wire(wire)
        found.ids.append(one.id)
        if one.id in seen or exchange.is_known(store, one.id):
            found.known += 1
            continue
        seen.add(one.id)
        _check_author(one, peers, unit, keys)
        _check_rows(store, one, unit, homes)
        _check_answers(one, questions)
        found.new.append(one)
    return found


def _check_author(one, peers, unit, keys):
    """Written for the sender's unit, by a computer trusted for it, linked as its place asks."""
    if (one.head["seq"] == 0) != (one.head["prev"] is None):
        raise commits.BadCommit(what="prev")
    if one.head["unit"] != unit.hex:
        raise NotTheirs()
    dev = one.head["dev"]
    if dev not in peers or peers[dev].unit != unit:
        raise commits.Forged()
    if dev not in keys:
        keys[dev] = Ed25519PublicKey.from_public_bytes(bytes.fromhex(peers[dev].sign))
    commits.verify(one, keys[dev])


def _check_rows(store, one, unit, homes):
    """A row is written by the unit that made it, in one table; a unit's own record by that unit."""
    for table, row in {(op[0], op[1]) for op in one.ops}:
        if row not in homes:
            homes[row] = exchange.home_of(store, bytes.fromhex(row)) or (unit, table)
        if homes[row][0] != unit or (table == "station" and row != unit.hex):
            raise NotTheirs()
        if homes[row][1] != table:
            raise commits.BadCommit(what="table")


def _check_answers(one, questions):
    if one.head["sv"] > SCHEMA:
        return  # written under later forms: what is not understood is kept and left out of the tables
    for table, _, name, value, _ in one.ops:
        if table in questions and not _fits(questions[table].get(name), name, value):
            raise wrong.BadAnswer(what=f"{table}.{name}")


def _fits(question, name, value):
    if name in (MADE, DELETED):
        return type(value) is bool and (value or name == DELETED)
    if name == WHY:
        return type(value) is str and len(value) <= commits.MOST_REASON
    if question is None:
        return True
    try:
        if question.multiple:
            return is_element(value) and question.unpack_one(value[1]) is not None
        question.unpack(value)
    except Wrong:
        return False
    return not (isinstance(question, Text) and value is not None and len(value) > question.limit)
