"""Answers that are other records, by their ids."""

import re
from uuid import UUID

from models.errors import Wrong
from models.fields.choices import Several
from models.fields.question import Question
from resources.language import N_


class _Pointing:
    """What points to other records: `target` is a class, or its name where it is declared later."""

    @property
    def table(self) -> str:
        """The table pointed to."""
        if not isinstance(self.target, str):
            return self.target._meta.table_name
        return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", self.target).lower()


class Link(_Pointing, Question):
    """Another record, by its id. The other need not be here yet: stations' rows arrive in any order."""

    field_type = "BLOB"

    def __init__(self, target, label, **options):
        super().__init__(label, **options)
        self.target = target

    def pack(self, value):
        return None if value is None else value.hex

    def unpack(self, packed):
        return None if packed is None else _uuid(packed)

    def stored(self, packed):
        return None if packed is None else bytes.fromhex(packed)

    def db_value(self, value):
        return None if value is None else getattr(value, "id", value).bytes

    def python_value(self, value):
        return None if value is None else UUID(bytes=bytes(value))


class Links(_Pointing, Several):
    """Any number of other records, by their ids."""

    def __init__(self, target, label, **options):
        super().__init__(label, **options)
        self.target = target

    def pack_one(self, one):
        return one.hex

    def unpack_one(self, packed):
        return _uuid(packed)


def _uuid(packed):
    if type(packed) is str and re.fullmatch(r"[0-9a-f]{32}", packed):
        return UUID(packed)
    raise Wrong(N_("This is not the number of a record."))
