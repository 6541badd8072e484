"""What the first start learns, and what it cannot do without."""

from dataclasses import dataclass, field

from models import recovery_code
from models.errors import UserError

NEW, COUNTY, TRAINING, RESTORE = "station", "county", "training", "restore"


@dataclass
class Answers:
    """What the wizard learned. `kind` is station, county, training or restore; `backup` a file to restore, which `user`
    (an id) opens with `password`, or the sheet with `opened_by_code`."""

    kind: str = NEW
    name: str = ""
    short: str = ""
    division: str = ""
    phone: str = ""
    user: str = ""
    password: str = ""
    recovery: str = field(default_factory=recovery_code.make)
    opened_by_code: str = ""
    backup: str = ""
    key_file: str = ""


class Missing(UserError):
    """An answer that a step cannot do without."""

    code = "K-130"

    def __init__(self, sentence, **values):
        super().__init__(**values)
        self.sentence = sentence

    def say(self, language):
        return language.text(self.sentence, **self.values)
