"""The life of a case: from asking for help to the archive, with the lead's approval of opening and closing."""

from models.errors import Problem
from models.process import Move, Process
from resources.language import N_

ENDED = ("closed", "follow", "archived")
BEFORE = ("waiting", "assessing", "opening", "returned")
NEVER = ("refused",)

_LEAD = ("lead",)
_OPENING = {"opening_by": "user", "opened": "today"}
_CLOSING = {"closing_by": "user", "closed": "today"}

LIFE = Process(
    "state",
    (
        Move("assign", N_("Assign"), ("waiting",), "assessing", needs=("worker",), roles=_LEAD),
        Move("submit_opening", N_("Submit for opening"), ("assessing", "returned"), "opening", needs=("worker",)),
        Move("approve_opening", N_("Approve the opening"), ("opening",), "open", roles=_LEAD, stamps=_OPENING),
        Move("return_opening", N_("Return the intake"), ("opening",), "returned", roles=_LEAD, why=True),
        Move(
            "open_now", N_("Open at once"), ("waiting", "assessing", "returned"), "open", needs=("worker",),
            roles=_LEAD, stamps=_OPENING,
        ),
        Move(
            "open_crisis", N_("Open at once: crisis"), BEFORE, "open", needs=("worker",), stamps={"opened": "today"}
        ),
        Move("confirm_opening", N_("Approve the opening afterwards"), ("open",), "open", roles=_LEAD,
             stamps={"opening_by": "user"}),
        Move("refuse", N_("Do not take the case"), (*BEFORE, "paused"), "refused", why=True),
        Move("refer_on", N_("Refer elsewhere, do not take the case"), (*BEFORE, "paused"), "refused", why=True),
        Move("take_up", N_("Take it up after all"), ("refused",), "assessing", why=True),
        Move("pause", N_("Pause"), ("assessing", "returned", "opening", "open", "closing"), "paused", why=True),
        Move("resume", N_("Go on with the case"), ("paused",), "open"),
        Move("resume_assessment", N_("Go on with the assessment"), ("paused",), "assessing"),
        Move("submit_closing", N_("Submit for closing"), ("open",), "closing"),
        Move("approve_closing", N_("Approve the closing"), ("closing",), "closed", roles=_LEAD, stamps=_CLOSING),
        Move("return_closing", N_("Return the closing"), ("closing",), "open", roles=_LEAD, why=True),
        Move("close_now", N_("Close at once"), ("open", "paused"), "closed", roles=_LEAD, stamps=_CLOSING),
        Move(
            "transfer_out", N_("Transfer to another agency"), ("open", "closing", "paused"), "closed", roles=_LEAD,
            why=True, stamps=_CLOSING | {"transferred": "today"},
        ),
        Move("take_back", N_("Take the closing back"), ("closed", "follow"), "open", roles=_LEAD, why=True,
             stamps={"closing_by": "", "transferred": ""}),
        Move("follow", N_("Begin the follow-up"), ("closed",), "follow"),
        Move("archive", N_("Archive"), ("closed", "follow"), "archived"),
        Move("unarchive", N_("Take out of the archive"), ("archived",), "closed", roles=_LEAD, why=True),
    ),
    first=("waiting", "assessing", "refused"),
)  # fmt: skip

# Step → the forms of the case that have to be there, by table, each with the sentence that says so.
PAPERS = {
    "submit_opening": (
        ("case_intake", N_("The intake form is missing.")),
        ("case_assessment", N_("The assessment is missing.")),
    ),
    "submit_closing": (
        ("case_evaluation", N_("The evaluation at the end is missing.")),
        ("case_closure", N_("The closing form is missing.")),
    ),
    "archive": (("case_follow_up", N_("No visit after closing is on file.")),),
    "transfer_out": (("referral", N_("No referral slip of this case is on file.")),),
}
PAPERS |= {
    "refer_on": PAPERS["transfer_out"],
    "open_now": PAPERS["submit_opening"],
    "open_crisis": PAPERS["submit_opening"],
    "close_now": PAPERS["submit_closing"],
}
# Where the lead decides alone or life is at stake, what is missing is said but holds nobody up.
SAID_ONLY = frozenset(("open_now", "open_crisis", "close_now", "archive", "transfer_out", "refer_on"))


def papers_missing(case, move: str) -> tuple[tuple[str, str], ...]:
    """The papers that a step of a case needs and that are not on file, as (table, sentence)."""
    return tuple(paper for paper in PAPERS.get(move, ()) if not _is_on_file(case, paper[0]))


def _is_on_file(case, table):
    forms = case.forms(table)
    return any(form.ends() for form in forms) if table == "case_evaluation" else forms.exists()


def lacking_papers(case, move: str):
    """Yield what is missing on paper for a step of a case, and what the papers say against it."""
    for _table, sentence in papers_missing(case, move):
        yield Problem(None, sentence, blocks=move not in SAID_ONLY)
    intake = case.latest("case_intake") if move == "submit_opening" else None
    if intake and intake.decision in ("refuse", "refer"):
        yield Problem(None, N_("The intake form says not to open a case."), blocks=False)
    slip = case.latest("referral") if move in ("transfer_out", "refer_on") else None
    if slip and slip.scope == "part":
        yield Problem(None, N_("The referral slip says that the station goes on with the case."), blocks=False)


_OF_PAUSED = {"refuse": BEFORE, "refer_on": BEFORE, "close_now": ("open",), "transfer_out": ("open",)}


def fits_pause(move: str, goes_on: str) -> bool:
    """Whether a step may be taken in a paused case that would go on as `goes_on`: what was not opened is not closed."""
    return goes_on in _OF_PAUSED.get(move, (goes_on,))


def goes_on_after(state: str) -> str:
    """Where a case paused in `state` goes on; what waited for the lead is submitted again, as much may have changed."""
    return "assessing" if state in BEFORE else "open"
