"""How personal data were handled this year: facts for the audit of 个人信息保护法 §54, no verdict (合规审计)."""

from datetime import date

from exports.layout.statement import Counted, Statement
from models.linking.referral import Referral
from models.people import data_care, retention
from models.people.consent import Consent
from models.people.impact import ImpactAssessment
from models.people.incident import DataIncident
from models.people.person import Person
from models.people.retention import Destruction
from models.people.rights import RightsRequest
from resources.language import N_, Language

_LOOKED = {
    "open": N_("Protected records opened"), "refused": N_("Openings refused"), "print": N_("Papers printed"),
    "export": N_("Lists and files exported"), "wrong password": N_("Wrong passwords"),
}  # fmt: skip
_NO_VERDICT = N_(
    "This table says what the program has written down. It is not the audit itself, which asks for the judgement of "
    "people (§54 of the law; for persons under 18 every year, 未成年人网络保护条例 §37). Paper files and what is done "
    "outside this program are looked at on the spot."
)


def data_care_statement(store, language: Language) -> Statement:
    """What is on file today and what was done since the first of January; the store in force."""
    today = store.today()
    since = date(today.year, 1, 1)
    parts = (
        (N_("Files today"), _files(store)),
        (N_("Consent"), _consents(since, today)),
        (N_("Who looked"), _looks(store, since)),
        (N_("Requests, handing over, incidents"), _events(since)),
        (N_("Keeping and protecting"), _keeping(store, since, language)),
    )
    return Statement(N_("Handling of personal data this year"), parts, (language.text(_NO_VERDICT),))


def _files(store):
    people = Person.alive()
    return (
        Counted(N_("Files in force of people"), people.where(Person.state == "active").count()),
        Counted(N_("Of these under 14"), data_care.files_below(store, data_care.CHILD)),
        Counted(N_("Of these under 18"), data_care.files_below(store, data_care.MINOR)),
        Counted(N_("Files sealed"), people.where(Person.state == "sealed").count()),
        Counted(N_("Standing on consent, with none in force"), data_care.on_consent_without(store.today()), "",
                N_("The file names consent as its legal ground, and neither a general nor a separate one is in force")),
    )  # fmt: skip


def _consents(since, today):
    def told(state):
        return Consent.alive().where(Consent.day >= since, Consent.day <= today, Consent.state == state).count()

    withdrawn = Consent.alive().where(Consent.withdrawn >= since, Consent.withdrawn <= today)
    return (
        Counted(N_("Agreed to this year"), told("agreed"), "", N_("Each kind of consent counted")),
        Counted(N_("Refused this year"), told("refused"), "", N_("Each kind of consent counted")),
        Counted(N_("Withdrawn this year"), withdrawn.count()),
    )


def _looks(store, since):
    tally = data_care.looked_at(store, since)
    rules = {"open": N_("Casework, restricted records, and whatever is about somebody under 18")}
    lines = [Counted(label, tally[action], "", rules.get(action, "")) for action, label in _LOOKED.items()]
    lines.insert(1, Counted(N_("Users who opened them"), data_care.readers(store, since)))
    lines.insert(2, Counted(N_("Files of minors opened"), data_care.minors_opened(store, since), "",
                            N_("The page of a person who is under 18 today")))  # fmt: skip
    return tuple(lines)


def _events(since):
    asked = list(RightsRequest.alive().where(RightsRequest.day >= since))
    incidents = list(DataIncident.alive().where(DataIncident.found >= since))
    given = Referral.alive().where(Referral.direction == "out", Referral.sent_on >= since)
    return (
        Counted(N_("Requests about own data received"), len(asked)),
        Counted(N_("Of these replied to in time"), sum(_in_time(one) for one in asked)),
        Counted(N_("Times data were handed over"), given.count(), "", N_("Referrals sent out")),
        Counted(N_("Incidents noticed"), len(incidents)),
        Counted(N_("Of these not closed"), sum(one.state != "closed" for one in incidents)),
        Counted(N_("Impact assessments made"), ImpactAssessment.alive().where(ImpactAssessment.day >= since).count()),
    )


def _in_time(request):
    return bool(request.answered and request.reply_by and request.answered <= request.reply_by)


def _keeping(store, since, language):
    destroyed = Destruction.alive().where(Destruction.state == "destroyed", Destruction.destroyed_on >= since)
    encrypted = N_("encrypted") if store.encrypted else N_("not encrypted (training)")
    return (
        Counted(N_("Records whose term is over"), len(retention.expired(store)), "", N_("To be appraised")),
        Counted(N_("Records destroyed"), sum(len(one.things) for one in destroyed), "", N_("Lines of the register")),
        Counted(N_("The file of this station"), language.text(encrypted), "words"),
    )
