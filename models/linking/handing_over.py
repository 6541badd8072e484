"""On what ground a referral hands personal data over: a separate consent, or what the law allows without one.

个人信息保护法 §§13, 23: nothing leaves the station without the one or the other. All take a referral as it stands.
"""

from models.database import current
from models.errors import Problem
from models.people.consent import Consent
from resources.language import N_


def is_outward(referral) -> bool:
    return referral.direction == "out"


def on_consent(referral) -> bool:
    return is_outward(referral) and referral.basis == "consent"


def on_exception(referral) -> bool:
    return is_outward(referral) and referral.basis not in (None, "consent")


def consent_on_file(referral):
    """The latest consent of the person to just this receiver; None where there is none."""
    day = referral.day or current().today()
    given = Consent.alive().where(
        Consent.person == referral.person, Consent.kind == "referral", Consent.receiver == referral.agency
    )
    return next((one.id for one in given.order_by(Consent.day.desc()) if one.in_force(day)), None)


def lacking_ground(referral):
    """Yield what is missing before anything may leave, as Record.missing() does."""
    if referral.basis == "consent" and not referral.consent:
        yield "consent", N_("A separate consent to handing over is needed, or a statutory exception."), {}
    elif referral.basis is None or (referral.basis != "consent" and not referral.exception):
        yield "exception", N_("Say why the law allows this without consent."), {}


def doubts_about_consent(referral):
    """Yield what is wrong with the consent named, as Record.conflicts() does."""
    consent = referral.linked("consent")
    if consent is None:
        return
    if consent.kind != "referral" or consent.state != "agreed" or consent.person != referral.person:
        yield "consent", N_("This is not this person's consent to being referred."), {}
    elif not consent.in_force(referral.day or current().today()):
        yield "consent", N_("This consent was withdrawn or has run out."), {}
    elif consent.receiver and referral.agency and consent.receiver != referral.agency:
        yield Problem("consent", N_("The consent names another receiver: {name}."), {"name": consent.receiver})
