"""What is asked about in a purchased project: money that does not add up, staff costs, people the contract asks for."""

from models import parameters
from models.errors import Problem
from models.partners import compliance, labour_share
from models.team import shares
from resources.language import N_


def budgeted(project) -> tuple[int, int]:
    """(on staff, in all) of the budget; in all is the amount of the contract where it is known."""
    if not project.budget:
        return 0, 0
    staff = sum(line.get("amount") or 0 for line in project.budget if line.get("item") == "staff")
    return staff, project.amount or project.questions()["budget"].total(project.budget, "amount")


def money(project):
    """Yield what does not add up in sources, budget and staff costs."""
    for name in ("sources", "budget"):
        total = project.questions()[name].total(getattr(project, name), "amount")
        if project.amount and getattr(project, name) and total != project.amount:
            yield Problem(
                name,
                N_("The lines make {total} yuan, the contract {amount}."),
                {"total": _yuan(total), "amount": _yuan(project.amount)},
                blocks=False,
            )
    if labour_share.light(*budgeted(project)) == "red":
        yield Problem(
            "budget",
            N_("Staff costs are {share} of the project's money; at most {limit} % is allowed."),
            {
                "share": shares.shown(shares.share(*budgeted(project))),
                "limit": parameters.value("labour_share_limit"),
            },
            blocks=False,
            code="labour",
        )


def staff(project):
    """Yield where fewer people or certificates are named than the contract asks for."""
    if not project.staff:
        return
    if names := [member.name for member, _what in compliance.lacking(project)]:
        sentence = N_("Without a certificate that is registered and still runs: {names}")
        yield Problem("staff", sentence, {"names": "、".join(names)}, blocks=False, code="certificates")
    if project.staff_asked is not None and len(project.staff) < project.staff_asked:
        values = {"count": len(project.staff), "asked": project.staff_asked}
        yield Problem("staff", N_("{asked} people are asked for; {count} are named."), values, blocks=False)
    share = compliance.certified_share(project)
    if project.certified_asked is not None and share is not None and share < project.certified_asked:
        values = {"share": share, "asked": project.certified_asked}
        yield Problem(
            "staff", N_("{share} % of the staff are certified; {asked} % are asked for."), values, blocks=False
        )


def _yuan(fen):
    return f"{fen // 100}.{fen % 100:02}"
