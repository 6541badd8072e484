"""How fast appeals and complaints were answered and settled this year (诉求办理情况统计表)."""

from datetime import date

from exports.layout.statement import Counted, Statement
from models import codes
from models.office import appeal
from models.team import shares
from resources.language import N_, Language

_SETTLED = N_("Settled, or told that it cannot be met, out of those received")
_HOURS = N_("Of those whose times are known, begun hours counted whole")
_DAYS = N_("Of those whose days are known")


def appeal_statement(store, language: Language) -> Statement:
    """Of the appeals received since the first of January, all and by kind; the store in force."""
    today = store.today()
    received = appeal.received(date(today.year, 1, 1), today)
    parts = [(N_("All kinds"), _counted(received))]
    for kind in codes.choices("appeal_kind"):
        if same := [one for one in received if one.kind == kind.code]:
            parts.append((kind.label(language), _counted(same)))
    return Statement(N_("Appeals and complaints this year"), tuple(parts))


def _counted(received):
    settled = sum(one.state in appeal.SETTLED for one in received)
    in_time = [one.responded <= one.due for one in received if one.responded and one.due]
    return (
        Counted(N_("Received in the year"), len(received)),
        Counted(N_("Settled in the end"), settled),
        Counted(N_("Share settled"), shares.share(settled, len(received)), "percent", _SETTLED),
        Counted(N_("Answered in time"), shares.share(sum(in_time), len(in_time)), "percent",
                N_("By the day they were to be answered, of those answered")),
        Counted(N_("Hours to the first answer, mean"), _mean(one.answer_hours for one in received), "mean", _HOURS),
        Counted(N_("Days to the first answer, mean"), _mean(_days(received, "responded")), "mean", _DAYS),
        Counted(N_("Days until settled, mean"), _mean(_days(received, "solved")), "mean", _DAYS),
    )  # fmt: skip


def _days(received, name):
    return [(getattr(one, name) - one.received).days for one in received if getattr(one, name)]


def _mean(values):
    known = [value for value in values if value is not None]
    return shares.mean(sum(known), len(known))
