"""Purchased projects: their files, with how far the contract is fulfilled standing above."""

from models import codes
from models.partners import compliance, indicator, labour_share
from models.partners.project import Project
from models.partners.spending import spent
from models.team import shares
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage
from ui.words import _, spoken


class ProjectPage(FilePage):
    def __init__(self, desk):
        file = FactsFile(Project, desk, standing)
        super().__init__(Project, desk, file)


def standing(project) -> str:
    """What is done of each indicator, in all by weight, the share of staff costs, and who lacks a certificate."""
    facts = (*_indicators(project), _by_weight(project), _staff_costs(project), _without_certificate(project))
    return "　".join(filter(None, facts))


def _indicators(project):
    number = spoken().number
    for one, actual, done in indicator.progress(project):
        if actual is not None:
            yield _(
                "{name} {actual} / {target} {unit} ({share})",
                name=one.name, actual=number(actual), target=number(one.year_target or 0), unit=one.unit or "",
                share=shares.shown(done),
            )  # fmt: skip


def _by_weight(project):
    total = indicator.weighted(project)
    return "" if total is None else _("Done by weight: {share}", share=shares.shown(total))


def _staff_costs(project):
    """Of the contract's money, as the limit is meant."""
    staff = spent(project, "staff")
    light = labour_share.light(staff, project.amount)
    if not staff or light is None:
        return ""
    share = shares.shown(shares.share(staff, project.amount))
    word = codes.label("traffic_light", light, spoken())
    return _("Staff costs so far {share} of the contract ({light})", share=share, light=word)


def _without_certificate(project):
    """Who works in the project against what purchased services ask for (浙江《意见》)."""
    names = "、".join(member.name for member, _what in compliance.lacking(project))
    return names and _("Without a certificate that is registered and still runs: {names}", names=names)
