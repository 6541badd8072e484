"""The register of proofs of volunteering (志愿服务记录证明; 民政部令第67号 art. 14–17, 民发〔2015〕149号)."""

import hashlib
import json
from datetime import timedelta

from models import lookup, numbers, parameters
from models.database import current
from models.errors import Problem
from models.fields import Choice, Day, Duration, Line, Lines, Link, Name, Phone, Text, Time
from models.process import Move, Process
from models.records import Record
from models.station import Station
from models.volunteering.hours import confirmed
from models.volunteering.volunteer import Volunteer
from resources.language import N_

_LIFETIME = 60 * 24 * 366 * 80
_MOST_SHIFTS = 3000
_COLUMNS = ("day", "start", "end", "minutes", "content", "place", "organiser", "leader", "recorder")


def _columns():
    return {
        "day": Day(N_("Date")), "start": Time(N_("Start")), "end": Time(N_("End")),
        "minutes": Duration(N_("Length")), "content": Text(N_("Content of service"), limit=500),
        "place": Text(N_("Place")), "organiser": Text(N_("Organising unit")),
        "leader": Text(N_("Activity leader"), limit=50), "recorder": Text(N_("Recording unit")),
    }  # fmt: skip


class VolunteerCertificate(Record):
    """One proof, with the confirmed shifts it rests on as they stood when it was shown or issued.

    `minutes` is their sum. `digest` is the SHA-256 over all that the proof says; its short code stands on the paper, so
    that any change shows. Anyone may ask the station that issued it to compare the two.
    """

    title, plural, letters = N_("Proof of volunteering"), N_("Proofs of volunteering"), "ZYM"
    shelf, part_of, searched = "volunteers", ("volunteer",), ("number",)
    signers = (N_("Responsible person:"), N_("Handled by:"), N_("Seal:"), N_("Date:"))
    process = Process(
        "state",
        (
            Move("show", N_("Put on public display"), ("draft",), "shown", stamps={"shown_from": "today"}),
            Move("issue", N_("Issue the proof"), ("draft", "shown"), "issued", roles=("worker", "lead"),
                 needs=("issuer", "responsible", "handler")),
            Move("withdraw", N_("Count the hours again"), ("shown",), "draft", why=True, stamps={"shown_from": ""}),
            Move("void", N_("Make the proof void"), ("shown", "issued"), "void", why=True, roles=("lead",),
                 stamps={"void_on": "today"}),
        ),
        first=("draft",),
    )  # fmt: skip

    number = Text(
        N_("Number of the proof"), limit=40, derived=True, printed=True, listed=True, index=True, synonyms=("证明编号",)
    )
    volunteer = Link(Volunteer, N_("Volunteer"), heading=N_("Proof"), required=True, listed=True, index=True)
    asked_on = Day(N_("Asked for on"), suggest=lambda proof: current().today(), synonyms=("申请日期",), required=True)
    purpose = Text(N_("Proof used for"), limit=200, synonyms=("用途",))
    since = Day(N_("Service from"), listed=True, hint=N_("Empty: from the first shift."), synonyms=("起始日期",))
    until = Day(
        N_("Service until"), listed=True, suggest=lambda proof: current().today(), synonyms=("截止日期",), required=True
    )
    minutes = Duration(
        N_("Hours confirmed"), most=_LIFETIME, derived=True, printed=True, listed=True, unit=N_("minutes"),
    )  # fmt: skip
    shown_from = Day(N_("Displayed from"), heading=N_("Display and issue"), synonyms=("公示开始",))
    shown_until = Day(N_("Displayed until"), may_be_future=True, synonyms=("公示结束",))
    issuer = Text(
        N_("Proof issued by"),
        limit=100,
        suggest=lambda proof: getattr(Station.mine(), "name", None),
        synonyms=("出具单位",),
    )
    responsible = Name(N_("Responsible person"), synonyms=("负责人",))
    handler = Name(N_("Handled by"), synonyms=("经办人",))
    phone = Phone(
        N_("Telephone of the issuer"), suggest=lambda proof: getattr(Station.mine(), "phone", None),
        synonyms=("联系方式",),
    )  # fmt: skip
    day = Day(N_("Proof issued on"), listed=True, index=True, synonyms=("出具日期",))
    state = Choice(N_("State"), "proof_state", required=True, listed=True, suggest="draft")
    void_on = Day(N_("Void since"), derived=True, printed=True)
    note = Text(N_("Remarks"), limit=500, synonyms=("备注",))
    lines = Lines(N_("Shifts"), columns=_columns(), sums=("minutes",), most=_MOST_SHIFTS, derived=True, printed=True)
    digest = Text(N_("SHA-256 of the proof"), limit=64, derived=True)

    def derive(self):
        self.number = self.number or numbers.next_number(self, self.asked_on)
        if self.state == "issued":
            self.day = self.day or current().today()
        if self.shown_from and not self.shown_until:
            self.shown_until = self.shown_from + timedelta(parameters.value("proof_display_days"))
        if not self._is_settled():
            shifts = confirmed(self.volunteer, self.since, self.until) if self.volunteer else []
            self.lines = tuple(Line({name: getattr(shift, name) for name in _COLUMNS}) for shift in shifts)
            self.minutes = sum(shift.minutes or 0 for shift in shifts)
        self.digest = self.fingerprint()

    def _is_settled(self):
        """Whether the proof was shown or issued before this save: what it says then stands."""
        before = lookup.answers(type(self), self.id, "state")
        return before is not None and before[0] != "draft"

    def fingerprint(self) -> str:
        """The SHA-256, in hexadecimal, over number, volunteer, span, sum and shifts as canonical JSON."""
        question = self.questions()["lines"]
        said = {
            "number": self.number, "volunteer": self.volunteer.hex if self.volunteer else None,
            "since": str(self.since or ""), "until": str(self.until or ""), "minutes": self.minutes,
            "issuer": self.issuer, "lines": question.pack(self.lines),
        }  # fmt: skip
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def first_day(self):
        """The first day of service: as asked for, else that of the first shift."""
        return self.since or next((line.get("day") for line in self.lines or ()), None)

    def conflicts(self):
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The span ends before it begins.")
        if self._is_settled():
            before = lookup.answers(type(self), self.id, "volunteer", "since", "until", "issuer")
            if before != (self.volunteer, self.since, self.until, self.issuer):
                yield "volunteer", N_("What a proof says no longer changes; make it void and begin another.")
            if self.state == "issued" and self.minutes != self._hours_now():
                said = N_("The confirmed hours of this span have changed since. Look whether the proof still holds.")
                yield Problem("minutes", said, blocks=False)

    def _hours_now(self):
        return sum(shift.minutes or 0 for shift in confirmed(self.volunteer, self.since, self.until))

    def missing(self, move):
        if move.name not in ("show", "issue"):
            return
        if not self.volunteer or (not self._is_settled() and not self._hours_now()):
            yield "minutes", N_("There are no confirmed hours in this span.")
        if move.name == "issue" and self.state == "shown" and self.shown_until and self.shown_until > current().today():
            yield Problem("shown_until", N_("The public display still runs."))

    def caption(self):
        volunteer = self.linked("volunteer")
        return " · ".join(filter(None, (self.number, volunteer and volunteer.caption())))


def issued(volunteer) -> list[VolunteerCertificate]:
    """The proofs a volunteer was given, the latest first."""
    rows = VolunteerCertificate.alive().where(VolunteerCertificate.volunteer == volunteer)
    return list(rows.where(VolunteerCertificate.state == "issued").order_by(VolunteerCertificate.day.desc()))
