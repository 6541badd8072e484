"""What follows when somebody refuses or withdraws consent, or declines to give an answer (个人信息保护法 §§15, 16, 47).

Without consent a file goes on only where another ground is named; else it is sealed. Refusing what is not needed costs
nobody a service, so that what was declined is an answer, and nothing asks for it again.
"""

from models.database import current
from models.due import Due
from models.errors import Problem
from resources.language import N_

_OTHER_GROUNDS = ("duty", "contract")
_DECLINED = {"id_number": ("id_number",), "phone": ("phone", "phone2"), "income": ("income",), "health": ("health",),
             "religion": ("religion",)}  # fmt: skip


def gone(person, today):
    """The refusal or the withdrawn consent that leaves a file in use without its ground; None where there is none."""
    if person.state != "active" or person.legal_basis in _OTHER_GROUNDS:
        return None
    consent = current().tables["consent"]
    latest = (
        consent.alive().where(consent.person == person.id, consent.kind == "general", consent.day <= today)
        .order_by(consent.day.desc(), consent.id.desc()).first()
    )  # fmt: skip
    if latest is None or not (latest.state == "refused" or (latest.withdrawn and latest.withdrawn <= today)):
        return None
    return latest


def doubts(person):
    """Yield what a file says against what the person said."""
    for code in person.declined or ():
        if any(not person.questions()[name].is_empty(getattr(person, name)) for name in _DECLINED.get(code, ())):
            yield Problem("declined", N_("What was declined stands in the file all the same."), blocks=False)
            break
    if not person.is_new and gone(person, current().today()):
        sentence = N_("Consent was refused or withdrawn: seal the file, or name another legal ground.")
        yield Problem("state", sentence, blocks=False, code="withdrawn")


def unsettled(store, until) -> list[Due]:
    """Files in use whose consent is gone, since the day it went."""
    consent, person = store.tables["consent"], store.tables["person"]
    heard = consent.alive(consent.person).where(
        consent.kind == "general", (consent.state == "refused") | (consent.withdrawn <= until)
    )
    found = []
    for one in person.alive().where(person.station == store.unit, person.state == "active", person.id.in_(heard)):
        if last := gone(one, until):
            found.append(Due("person", one.id, one.caption(), one.village, one.risk, last.withdrawn or last.day))
    return sorted(found, key=lambda due: due.day)
