"""The stages of a purchased project: 需求、立项、采购、签约、实施、监管、评估、验收 (全团要讯 2018年第3期)."""

from models.process import Move, Process
from resources.language import N_

_BEFORE_END = ("need", "approved", "tender", "signed", "running", "oversight", "evaluation")

PROCESS = Process(
    "stage",
    (
        Move("approve", N_("Approve the project"), ("need",), "approved", needs=("buyer",), roles=("lead",)),
        Move("tender", N_("Begin purchasing"), ("approved",), "tender", needs=("tender_way",)),
        Move(
            "sign", N_("Contract signed"), ("approved", "tender"), "signed",
            needs=("undertaker", "contract", "begin", "end", "amount"), roles=("lead",),
        ),
        Move("start", N_("Start work"), ("signed",), "running", needs=("staff",)),
        Move("oversee", N_("Oversight"), ("running",), "oversight"),
        Move("resume", N_("Go on working"), ("oversight", "evaluation"), "running", why=True),
        Move("evaluate", N_("To evaluation"), ("running", "oversight"), "evaluation"),
        Move(
            "accept", N_("Pass acceptance"), ("evaluation",), "accepted", needs=("acceptance",), roles=("lead",),
            stamps={"accepted_on": "today"},
        ),
        Move("stop", N_("Stop the project"), _BEFORE_END, "stopped", roles=("lead",), why=True),
    ),
    first=("need",),
)  # fmt: skip
