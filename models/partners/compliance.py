"""Who works in a purchased project as a social worker without certificate or registration.

浙江《意见》: 在政府购买的社会服务项目中以社会工作者身份从事社会工作服务的，应取得证书并在登记管理系统登记。
"""

from models.database import current
from models.team.certificate import Certificate, is_registered
from models.team.staff import Staff

NO_CERTIFICATE, NOT_REGISTERED, EXPIRED = "no certificate", "not registered", "expired"


def lacking(project, day=None) -> list[tuple]:
    """(staff member, what is lacking) for each of the project's staff who does not comply on `day`, in their order."""
    day = day or current().today()
    return [(member, what) for member in _members(project, day) if (what := _lack(member, day))]


def certified_share(project) -> int | None:
    """The certified out of the project's staff in whole percent, downwards; None where nobody is named."""
    members = _members(project, current().today())
    return 100 * sum(map(_is_certified, members)) // len(members) if members else None


def _members(project, day):
    """The project's staff, without those who have left."""
    found = (Staff.get_or_none(Staff.id == row) for row in project.staff or ())
    return [member for member in found if member and not (member.left and member.left <= day)]


def _is_certified(member):
    return member.level not in (None, "none")


def _lack(member, day):
    if not _is_certified(member):
        return NO_CERTIFICATE
    own = [one for one in Certificate.alive().where(Certificate.staff == member.id) if one.state != "cancelled"]
    if not any(one.registered for one in own):
        return NOT_REGISTERED
    return None if any(is_registered(one, day) for one in own) else EXPIRED
