"""Notice (告知书) and consent (同意书) on one paper, for each kind of consent, blank and filled.

个人信息保护法 §§13–17, 23, 28–31: what has to be told stands in numbered sentences before anybody signs; one paper for
each kind, because a separate consent is a step of its own. Changing a sentence here changes consent.TEMPLATE.
"""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak

from exports.layout.answers import Answers, Blank
from exports.layout.document import BODY, LABEL, SMALL, Paper, Signatures, gap, heading, pdf, title
from exports.layout.grids import plain
from exports.layout.prose import Prose
from models import ages, codes, parameters
from models.files import silent
from models.people.consent import TEMPLATE
from models.station import Station
from resources.language import N_, Language

_LARGE = BODY.but(size=12, leading=18)  # many who read it are old
_ROOM = "＿＿＿＿＿＿＿＿＿＿"
_PURPOSES = {
    "general": N_("To give you social-work services: to learn your needs, keep a file, visit, find help."),
    "sensitive": N_("To judge risks and needs and to give suitable services and help in applying for benefits."),
    "image": N_("To record the service; what the scope below names is also shown in briefs and at activities."),
    "referral": N_("To let another unit give you a service that this station cannot give."),
    "upward": N_("To report to the civil affairs department above and to apply for benefits for you."),
}
_KINDS = {
    "general": N_("Name, sex, date of birth, address, telephone, family, what you ask for, and what is done for you."),
    "sensitive": N_(
        "Sensitive data: ID document number, health and disability, income and accounts, special identity (such as "
        "allowance or correction), and all data of children under 14."
    ),
    "image": N_("Photographs, video and sound in which you can be recognised."),
    "referral": N_("Only the kinds ticked on the referral slip."),
    "upward": N_("Only the items that the return or the application asks for; counts go without names."),
}
_WHY_NEEDED = {
    "sensitive": N_(
        "Why it is needed and what it means for you: without these data risks cannot be judged nor benefits applied "
        "for; if they leaked you could suffer shame or loss. They are kept encrypted, few may read them, reading is "
        "logged."
    ),
    "image": N_(
        "What it means for you: a picture can be copied further. Faces of children are made unrecognisable unless the "
        "guardian agrees in writing."
    ),
    "referral": N_("Receiver, contact and purpose stand below; the receiver answers for its own handling."),
    "upward": N_("Receiver, contact and purpose stand below; the receiver answers for its own handling."),
}
_COMMON = (
    N_("Way: kept in an encrypted file on the station's own computers and in locked paper files; not put on the net."),
    N_(
        "How long: as long as the service lasts and then as long as the station's table of terms says; after that it "
        "is destroyed or made anonymous."
    ),
    N_(
        "Your rights: to see, copy, correct and delete your data, to have it explained, and to withdraw this consent "
        "at any time, as easily as it was given. What was done before the withdrawal stays lawful."
    ),
    N_("You may say no. Services that do not need these data are given all the same."),
    N_(
        "Without consent data are given away only where the law demands it: danger to life, a report on harm to a "
        "minor or to somebody without full capacity, an order of the court or the police."
    ),
)
_CHILD = N_(
    "For children under 14 the guardian agrees; the station keeps rules of its own for children's data. From the 14th "
    "birthday the child is asked anew."
)
_NAMES = {
    "general": N_("Notice and consent: personal data"), "sensitive": N_("Notice and separate consent: sensitive data"),
    "image": N_("Notice and consent: pictures and sound"),
    "referral": N_("Notice and separate consent: giving data to another unit"),
    "upward": N_("Notice and separate consent: reporting upward"),
}  # fmt: skip
_SIGNERS = (
    N_("The person:"), N_("Guardian and relation:"), N_("Witness (spoken or fingerprint):"), N_("Explained by:"),
    N_("Date:"),
)  # fmt: skip


def consent_pdf(
    consent, *, language: Language, station: str, whole: bool = False, made: datetime | None = None, tick=silent
) -> bytes:
    """The paper of a consent; with the class Consent the blank papers, one page for each kind."""
    if not isinstance(consent, type):
        answers, name = Answers(consent, language, whole), language.text(_NAMES[consent.kind])
        paper = Paper(language, name, station, made=made)
        return pdf(paper, _story(answers, consent.kind, paper), tick)
    paper = Paper(language, language.text(N_("Notices and consents")), station, made=made)
    story = []
    for kind in _NAMES:
        story += [*([PageBreak()] if story else []), *_story(Blank(consent, language), kind, paper)]
    return pdf(paper, story, tick)


def _story(answers, kind, paper):
    language, say = answers.language, answers.language.text
    return [
        *title(say(_NAMES[kind])), *_who(answers, paper.station, paper.width), *heading(say(N_("What we tell you"))),
        *_numbered(language, _sentences(kind, _is_child(answers))), *_more(answers, kind, paper.width),
        KeepTogether([*heading(say(N_("Your answer"))), *_answer(answers, language), *_signed(answers, language),
                      gap(2 * mm), Prose(say(N_("Wording of {version}"), version=_version(answers)), SMALL)]),
    ]  # fmt: skip


def _sentences(kind, child):
    yield N_("Purpose: {text}"), _PURPOSES[kind]
    yield N_("Kinds of data: {text}"), _KINDS[kind]
    if kind in _WHY_NEEDED:
        yield _WHY_NEEDED[kind], None
    for sentence in _COMMON:
        yield sentence, None
    if child:
        yield _CHILD, None


def _numbered(language, sentences):
    for number, (sentence, inner) in enumerate(sentences, 1):
        said = language.text(sentence, text=language.text(inner)) if inner else language.text(sentence)
        yield Prose(language.text(N_("{number}. {said}"), number=number, said=said), _LARGE, after=1.2 * mm)


def _is_child(answers):
    """A blank paper says the rule for children too."""
    if answers.blank:
        return True
    person, day = answers.record.linked("person"), answers.record.day
    age = ages.full_years(person.birth, day) if person and day else None
    return age is None or age < parameters.value("consent_age")


def _version(answers):
    return TEMPLATE if answers.blank else answers.record.template or TEMPLATE


def _field(language, label, said):
    return language.text(N_("{label}: {said}"), label=language.text(label), said=said or _ROOM)


def _who(answers, station, width):
    language, mine = answers.language, Station.mine()
    said = "" if answers.blank else answers.say("person")
    rows = [
        [_field(language, N_("Handler of the data"), station), _field(language, N_("Telephone"), mine and mine.phone)],
        [_field(language, N_("Person"), said), _field(language, N_("Number of the file"), "")],
    ]
    return [plain(rows, [width * 0.58, width * 0.42], [LABEL, LABEL], 1.6)]


def _more(answers, kind, width):
    """Receiver, purpose and scope, where they are asked or were written."""
    language, names = answers.language, []
    if kind in ("referral", "upward"):
        names += ["receiver", "receiver_contact"]
    names += ["purpose", "scope"]
    questions = answers.record.questions()
    rows = []
    for name in names:
        said = "" if answers.blank else answers.say(name)
        if answers.blank and name in ("purpose", "scope") and kind == "general":
            continue
        if answers.blank or said or name.startswith("receiver"):
            rows.append([_field(language, questions[name].label, said or _ROOM * 3)])
    return [gap(1 * mm), plain(rows, [width], [_LARGE], 1.4)] if rows else []


def _answer(answers, language):
    """□同意 □不同意, ticked where the answer is on file."""
    state = None if answers.blank else answers.record.state
    boxes = (("■" if state == one.code else "□") + one.label(language) for one in codes.choices("consent_state"))
    said = language.text(N_("I have read this or had it read to me, and I understand it:"))
    story = [Prose(f"{said}　　{'　　'.join(boxes)}", _LARGE, after=1 * mm)]
    if not answers.blank:
        names = [name for name in ("by", "giver", "giver_relation", "method", "witness", "day", "until", "withdrawn")
                 if not answers.record.questions()[name].is_empty(getattr(answers.record, name))]  # fmt: skip
        questions = answers.record.questions()
        parts = [_field(language, questions[name].label, answers.say(name)) for name in names]
        story.append(Prose(language.text(N_("; ")).join(parts), _LARGE))
    return story


def _signed(answers, language):
    return [Signatures([(language.text(label), "") for label in _SIGNERS], 2)]
