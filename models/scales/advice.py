"""What to do when a scale shows something: sentences for the screen and for paper. None of them is a diagnosis."""

from models.errors import Problem
from resources.language import N_

NOT_A_DIAGNOSIS = N_("For the work of the social worker only, no ground for a diagnosis")
SCREENING = N_("A hint of a screening, not a diagnosis")

ALERTS = {
    "suicide": N_(
        "The answer hints at self-harm. Do not leave the person alone now: ask calmly about plan and means, put means "
        "out of reach, tell family and lead; hotline 12356, in danger 110 or 120. Then write the crisis report. Tick "
        "below what was done."
    ),
    "protect": N_(
        "A child may be harmed. Ask no further than needed, keep the child safe and report at once to police, civil "
        "affairs and the lead (law on the protection of minors §11). Tick below what was done."
    ),
    "danger": N_(
        "There is danger at home now. Remove it together on the spot, or leave the place and call 119 or the lead. "
        "Tick below what was done."
    ),
}

ADVICE = {
    "refer": N_("Advise the person to see a medical institution for a closer look (Mental Health Law §23)."),
    "phq9": N_("Go on with PHQ-9."),
    "gad7": N_("Go on with GAD-7."),
}


def doubts(score, open_ones):
    """Warnings over answers that ask about safety: `open_ones` have no answer, the alerts of `score` show danger."""
    if open_ones:
        sentence = N_("These items ask about safety and have no answer: {numbers}. Ask about them.")
        yield Problem("answers", sentence, {"numbers": " ".join(open_ones)}, blocks=False)
    for alert in score.alerts:
        yield Problem("answers", ALERTS[alert], blocks=False, code="A-140")
