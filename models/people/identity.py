"""What the number of a person's papers says: birth and sex to check by, and a key to know the person by elsewhere."""

import hashlib
import hmac
import re
from datetime import date

from models import id_number
from models.errors import Problem
from resources.language import N_


def sound_birth(number: str | None) -> date | None:
    """The birth in a number that can be relied on; None for any doubt."""
    if not number or not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return None
    return id_number.birth_of(number) if id_number.check_character(number[:17]) == number[17] else None


def match_of(number: str | None, key: bytes | None) -> str | None:
    """A pseudonym of an identity number under the county's key, equal for one person at all stations of a county.

    15 digits are first made 18. None without a key or without a sound number: those persons are matched by hand.
    """
    if number and re.fullmatch(r"[0-9]{15}", number):
        number = id_number.longer(number)
    if not key or not sound_birth(number):
        return None
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()[:32]


def doubts(person):
    """Warn where the number says another birth or sex than the file (GB 11643-1999); repairs follow the number."""
    number = person.id_number
    if not number or number == id_number.NONE:
        return
    born, sex = id_number.birth_of(number), id_number.sex_of(number)
    if born and person.birth and not born.isoformat().startswith(person.birth):
        said = {"birth": born.isoformat()}
        sentence = N_("The number of the papers says born {birth}.")
        yield Problem("birth", sentence, said, blocks=False, code="L-15", repair=born.isoformat())
    if sex and person.sex in ("1", "2") and sex != person.sex:
        sentence = N_("The number of the papers says another sex.")
        yield Problem("sex", sentence, blocks=False, code="L-16", repair=sex)
