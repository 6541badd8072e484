"""Who works in a purchased project as a social worker without certificate or registration.

浙江《意见》: 在政府购买的社会服务项目中以社会工作者身份从事社会工作服务的，应取得证书并在登记管理系统登记。
"""

from models.database import current

NO_CERTIFICATE, NOT_REGISTERED, EXPIRED = "no certificate", "not registered", "expired"


def lacking(project, day=None) -> list[tuple]:
    """(staff member, what is lacking) for each of the project's staff who does not comply on `day`, in their order."""
    day = day or current().today()
    found = []
    for member in map(_staff, project.staff or ()):
        what = member and _lack(member, day)
        if what:
            found.append((member, what))
    return found


def certified_share(project) -> int | None:
    """The certified out of the project's staff in whole percent; None where nobody is named."""
    members = [member for member in map(_staff, project.staff or ()) if member]
    return 100 * sum(member.level not in (None, "none") for member in members) // len(members) if members else None


def _staff(row):
    staff = current().tables["staff"]
    return staff.get_or_none(staff.id == row)


def _lack(member, day):
    if member.level in (None, "none"):
        return NO_CERTIFICATE
    certificate = current().tables.get("certificate")
    if certificate is None or not {"staff", "registered", "until"} <= certificate.questions().keys():
        return None
    own = certificate.alive().where(certificate.staff == member.id)
    if not own.where(certificate.registered.is_null(False)).exists():
        return NOT_REGISTERED
    return None if own.where(certificate.until.is_null() | (certificate.until >= day)).exists() else EXPIRED
