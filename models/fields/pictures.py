"""Pictures belonging to a record: photographs and drawings, kept beside the database by their number."""

import re

from models.errors import Wrong
from models.fields.choices import Several
from resources.language import N_


class Pictures(Several):
    """Any number of pictures up to `most`, each by its 64-digit number (models/pictures.py keeps what they show)."""

    goes_upward = False

    def __init__(self, label, *, most=9, **options):
        super().__init__(label, **options)
        self.most = most

    def check(self, value, record, today):
        if len(value) > self.most:
            yield self.problem(N_("At most {most} pictures; these are {count}."), most=self.most, count=len(value))

    def show(self, value, language):
        return language.plural("{n} picture", "{n} pictures", len(value)) if value else ""

    def unpack_one(self, packed):
        if type(packed) is str and re.fullmatch(r"[0-9a-f]{64}", packed):
            return packed
        raise Wrong(N_("This is not the number of a picture."))
