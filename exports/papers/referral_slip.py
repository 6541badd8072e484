"""The referral slip on paper: only the kinds of data handed over, the ground for it, and a receipt to tear off.

个人信息保护法 §23: receiver, contact, purpose, method and kinds are told, and the separate consent stands on the paper.
"""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from exports.layout.answers import Answers, Blank, shown
from exports.layout.document import BODY, CELL, LABEL, SMALL, THIN, Paper, Signatures, gap, heading, pdf, title
from exports.layout.form_rows import form
from exports.layout.forms import PRIVATE
from exports.layout.grids import grid, plain
from exports.layout.prose import Prose, draw_line
from models import codes
from models.files import silent
from models.station import Station
from resources.language import N_, Language

_OF_PERSON = {
    "name": ("name",), "sex": ("sex",), "birth": ("birth",), "id_number": ("id_number",), "phone": ("phone",),
    "address": ("village", "address"), "guardian": ("guardian", "guardian_phone"), "categories": ("categories",),
    "health": ("health", "care"), "disability": ("disability_kind", "disability_grade", "disability_no"),
    "income": ("income", "benefits"),
}  # fmt: skip
_OF_SLIP = {"reason": "reason", "done": "done", "wanted": "wanted", "enclosed": "enclosed"}
_TOLD_AT_LENGTH = ("reason", "done", "wanted")  # three lines to write in
_OWN_BUSINESS = {
    "number", "direction", "day", "person", "case", "worker", "reply_by", "answered", "received_by", "refusal",
    "result", "consent", "exception", "outcome", "settled", "earlier", "state", "urgency", "reason", "done", "wanted",
    "enclosed", "handed",
}  # fmt: skip
_ROOM = "＿" * 8
_SIGNERS = (N_("Client or guardian:"), N_("Social worker:"), N_("Station lead:"), N_("Date:"))
_RECEIVERS = (N_("Received by:"), N_("Telephone of the receiver:"), N_("Date:"))
_NOTICE = N_(
    "The person (or guardian) has been told the receiver, its contact, the purpose, the way and the kinds of data "
    "above. Only what is ticked is handed over; the receiver uses it for this purpose only."
)


class Cut(Flowable):
    """A dashed line to cut or tear along, with words in its middle."""

    def __init__(self, words):
        super().__init__()
        self.words = words

    def wrap(self, width, height):
        self.width = width
        return width, 10 * mm

    def draw(self):
        self.canv.setDash(3, 3)
        self.canv.setLineWidth(THIN)
        self.canv.line(0, 4 * mm, self.width, 4 * mm)
        self.canv.setDash()
        draw_line(self.canv, 0, 5 * mm, self.words, SMALL.but(align="centre"), self.width)


def referral_pdf(
    referral, *, language: Language, station: str, whole: bool = True, made: datetime | None = None, tick=silent
) -> bytes:
    """The slip and its receipt; with the class Referral the blank one.

    Numbers are printed in full unless told otherwise: what was ticked is meant for the receiver.
    """
    blank = isinstance(referral, type)
    answers = Blank(referral, language) if blank else Answers(referral, language, whole)
    paper = Paper(language, language.text(N_("Referral slip")), station, made=made)
    story = [
        *title(language.text(N_("Referral slip"))), _head(answers, station, paper.width), gap(2 * mm),
        *form(answers, paper.width, skip=_skipped(answers)), gap(2 * mm), _told(answers, paper.width), gap(2 * mm),
        KeepTogether([  # who signs, signs under what was told
            Prose(language.text(_NOTICE), BODY), *_agreed(answers),
            Signatures([(language.text(label), "") for label in _SIGNERS], 4), gap(2 * mm),
            Prose(language.text(PRIVATE), SMALL),
        ]),
        KeepTogether(_receipt(answers, station, paper.width)),
    ]  # fmt: skip
    return pdf(paper, story, tick)


def _agreed(answers):
    """When and how the separate consent was given; not by whose name, for that may not be handed over."""
    consent = None if answers.blank else answers.record.linked("consent")
    if consent is None:
        return []
    language = answers.language
    parts = [_answer(consent, name, language, False) for name in ("state", "by", "method", "day")]
    label = language.text(answers.record.questions()["consent"].label)
    said = language.text(N_(", ")).join(filter(None, parts))
    return [Prose(language.text(N_("{label}: {said}"), label=label, said=said), BODY)]


def _skipped(answers):
    """What stands elsewhere on the slip, is the station's own business, or was not answered."""
    if answers.blank:
        return _OWN_BUSINESS
    questions = answers.record.questions()
    return _OWN_BUSINESS | {name for name, one in questions.items() if one.is_empty(getattr(answers.record, name))}


def _said(answers, name):
    return "" if answers.blank else answers.say(name)


def _field(answers, name, room=_ROOM):
    language = answers.language
    label = language.text(answers.record.questions()[name].label)
    return language.text(N_("{label}: {said}"), label=label, said=_said(answers, name) or room)


def _head(answers, station, width):
    """Who refers, by whom and how to reach them, at the head; of a slip that came in that is the other unit."""
    say, incoming = answers.language.text, not answers.blank and answers.record.direction == "in"
    sender = _said(answers, "agency") if incoming else station
    rows = [
        [say(N_("Referring station: {name}"), name=sender or _ROOM), _field(answers, "number")],
        [_field(answers, "worker"), _field(answers, "day")],
        [say(N_("Telephone of the referring unit: {number}"), number=_telephone(answers, incoming) or _ROOM),
         _field(answers, "urgency")],
        ["", _field(answers, "reply_by")],
    ]  # fmt: skip
    return plain(rows, [width * 0.55, width * 0.45], [LABEL, LABEL])


def _telephone(answers, incoming):
    """The telephone of the station that refers, else of its worker; of a slip that came in the other side's."""
    if answers.blank:
        return ""
    if incoming:
        return answers.record.contact_phone
    worker = answers.record.linked("worker")
    return Station.mine().phone or (worker and worker.phone)


def _told(answers, width):
    """What is handed over, a row for each kind ticked; the blank slip has a row for each kind with a box."""
    language = answers.language
    heads = [language.text(N_("Kinds of data handed over")), language.text(N_("Content"))]
    kinds = codes.choices("handed_kind")
    if answers.blank:
        rows = [[f"□{kind.label(language)}", "\n\n" if kind.code in _TOLD_AT_LENGTH else ""] for kind in kinds]
    else:
        ticked = answers.record.handed or ()
        if answers.record.direction == "in":
            ticked = tuple(kind.code for kind in kinds)
        rows = [[kind.label(language), _content(answers, kind.code)] for kind in kinds if kind.code in ticked]
        rows = [row for row in rows if row[1]] or [[language.text(N_("None")), ""]]
    least = 6 * mm if answers.blank else 0
    return grid([heads, *rows], [42 * mm, width - 42 * mm], kinds=[CELL.but(face="medium"), CELL], least=least)


def _content(answers, kind):
    """What the slip says for one kind of data."""
    language, referral = answers.language, answers.record
    if kind in _OF_SLIP:
        return answers.say(_OF_SLIP[kind])
    person = referral.linked("person")
    if person is None:
        return ""
    if kind == "household":
        return _household(person, language, answers.whole)
    said = [_answer(person, name, language, answers.whole) for name in _OF_PERSON.get(kind, ())]
    parts = list(filter(None, said))
    return language.text(N_(", ")).join([*(part.rstrip("。；.;") for part in parts[:-1]), *parts[-1:]])


def _answer(record, name, language, whole):
    return shown(record.questions()[name], getattr(record, name), language, whole)


def _household(person, language, whole):
    household = person.linked("household")
    if household is None:
        return ""
    parts = []
    for name in ("head", "count", "housing", "hardship"):
        if said := _answer(household, name, language, whole):
            label = language.text(household.questions()[name].label)
            parts.append(language.text(N_("{label}: {said}"), label=label, said=said))
    return language.text(N_("; ")).join(parts)


def _receipt(answers, station, width):
    """The part for the receiver to fill in and give back."""
    say = answers.language.text
    boxes = "　　".join("□" + say(words) for words in (N_("Accepted"), N_("Not accepted, because:")))
    rows = [
        [_field(answers, "number"), say(N_("Return to: {name}"), name=station)],
        [_field(answers, "agency"), _field(answers, "reply_by")],
    ]
    return [
        Cut(say(N_("Receipt: for the receiving unit to fill in, tear off and give back"))),
        *heading(say(N_("Receipt of the referral"))), plain(rows, [width / 2, width / 2], [LABEL, LABEL], 1.6),
        gap(2 * mm), Prose(boxes, BODY), Prose("＿" * 44, BODY, before=1.5 * mm),
        Signatures([(say(label), "") for label in _RECEIVERS], 3),
        Prose(say(N_("(Seal of the receiving unit)")), SMALL.but(align="right"), before=2 * mm),
    ]  # fmt: skip
