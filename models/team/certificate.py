"""Certificates of social workers and their registration, which is valid for three years."""

from dataclasses import dataclass
from datetime import date, timedelta

from models import parameters
from models.due import Due
from models.errors import Problem
from models.fields import Choice, Day, Lines, Link, Notes, Pictures, Text
from models.records import Record
from models.team.staff import Staff
from models.terms import months_later
from resources.language import N_

_REGISTERED = ("registered", "renewed", "issued")


class Certificate(Record):
    """One certificate of a member of the staff, its first registration and those after it (登记有效期3年)."""

    title, plural, letters = N_("Certificate of a social worker"), N_("Certificates of social workers"), "ZGZ"
    part_of, shelf = ("staff",), "team"

    staff = Link(
        Staff,
        N_("Staff member"),
        heading=N_("Certificate of the profession"),
        required=True,
        listed=True,
        index=True,
        synonyms=("姓名",),
    )
    level = Choice(
        N_("Level of the certificate"),
        "certificate_level",
        required=True,
        listed=True,
        synonyms=("级别", "证书级别", "职业资格"),
    )
    way = Choice(N_("Obtained by"), "certificate_way", suggest="exam", synonyms=("取得方式",))
    certificate_number = Text(
        N_("Certificate number (professional)"), limit=60, sensitive=True, synonyms=("证书编号", "管理号")
    )
    obtained = Day(N_("Obtained on"), required=True, listed=True, synonyms=("取得日期", "批准日期", "发证日期"))
    organ = Text(N_("Approved by the authority"), synonyms=("批准机关", "发证机关"))
    state = Choice(
        N_("State of the registration"),
        "registration_state",
        heading=N_("Registration of the certificate"),
        required=True,
        listed=True,
        suggest="none",
        synonyms=("登记状态",),
    )
    registration_number = Text(
        N_("Number of the registration"), limit=60, sensitive=True, synonyms=("登记证号", "登记证书号")
    )
    registrar = Text(N_("Registered at"), synonyms=("登记机构",))
    registered = Day(N_("First registered on"), listed=True, synonyms=("首次登记日", "登记日期"))
    until = Day(N_("Registration valid until"), listed=True, may_be_future=True, synonyms=("有效期止", "有效期至"))
    renewal_from = Day(N_("To be registered again from"), derived=True, printed=True, listed=True, may_be_future=True)
    renewals = Lines(
        N_("Registered again"), room=3, synonyms=("再登记",),
        columns={
            "day": Day(N_("Date"), required=True),
            "until": Day(N_("Valid until"), may_be_future=True),
            "organ": Text(N_("Registered at"), limit=100),
            "hours": Text(N_("Lesson hours shown"), limit=20),
        },
    )  # fmt: skip
    scans = Pictures(N_("Pictures of the certificate"), most=4)
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def derive(self):
        ends = [line.get("until") or valid_until(line["day"]) for line in self.renewals or () if line.get("day")]
        if self.registered and not self.until:
            ends.append(valid_until(self.registered))
        self.until = max([*ends, *filter(None, (self.until,))], default=None)
        self.renewal_from = renewal_opens(self.until) if self.until else None

    def conflicts(self):
        if self.level == "none":
            yield "level", N_("A certificate has a level."), {}
        if self.registered and self.obtained and self.registered < self.obtained:
            yield "registered", N_("It was registered before it was obtained."), {}
        if self.state in _REGISTERED and not self.registered:
            yield Problem(
                "registered", N_("A certificate that is registered has the day of its registration."), blocks=False
            )
        if self.registered and self.obtained and self.registered > months_later(self.obtained, 12):
            yield Problem("registered", N_("First registration is due within a year of the certificate."), blocks=False)

    def followers(self):
        """The member of the staff, whose level in the register is no lower than that of the certificates."""
        return Staff.alive().where(Staff.id == self.staff)

    def caption(self):
        member = self.linked("staff")
        return member.name if member else ""


def valid_until(day: date) -> date:
    """The last day of a registration made on `day`: three years (社会工作者职业水平证书登记办法)."""
    return months_later(day, parameters.value("registration_months")) - timedelta(1)


def renewal_opens(until: date) -> date:
    """The first day on which a registration valid `until` is renewed: three months before its end."""
    return months_later(until, -parameters.value("renewal_window_months"))


@dataclass(frozen=True)
class Registering:
    """What a registration asks for: "register" by `day`, "renew" from `opens` to `day`, or "lapsed" since `day`."""

    what: str
    day: date
    opens: date | None = None


def asks_for(certificate, today: date) -> Registering | None:
    """What is to be done about the registration now; None while nothing is."""
    if not certificate.until:
        return Registering(
            "register", months_later(certificate.obtained, parameters.value("first_registration_months"))
        )
    opens = renewal_opens(certificate.until)
    if certificate.until < today:
        return Registering("lapsed", certificate.until, opens)
    return Registering("renew", certificate.until, opens) if opens <= today else None


def is_registered(certificate, day: date) -> bool:
    """Whether the registration is in force on `day`."""
    return bool(certificate.registered and certificate.registered <= day and certificate.until >= day)


def registrations_due(store) -> list[Due]:
    """Certificates to be registered within three months, to be renewed, or lapsed, of those who have not left."""
    today, found = store.today(), []
    soon = months_later(today, parameters.value("renewal_window_months"))
    for certificate in Certificate.alive().where(Certificate.station == store.unit, Certificate.state != "cancelled"):
        member, asked = certificate.linked("staff"), asks_for(certificate, today)
        if asked and asked.day <= soon and member and not (member.left and member.left <= today):
            found.append(Due("certificate", certificate.id, member.name, None, None, asked.day, certificate.registered))
    return sorted(found, key=lambda due: due.day)
