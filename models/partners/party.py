"""Party building of organisations: which form so many formal members ask for, and how many organisations it covers.

攀枝花“十四五”规划: three members or more have a branch of their own, fewer join with others, none get an instructor.
"""

from resources.language import N_

LEAST = 3
_SENTENCES = {
    "own": N_("With three formal party members or more, a branch of its own is asked for."),
    "joint": N_("With fewer than three formal party members, a joint branch is asked for."),
    "instructor": N_("Without formal party members, a party-building instructor is asked for."),
}


def suggested_form(members: int | None) -> str | None:
    """Code of party_form for so many formal members; None where the number is not known."""
    if members is None:
        return None
    return "own" if members >= LEAST else "joint" if members else "instructor"


def doubt(members: int | None, form: str | None) -> str | None:
    """The sentence of the rule where the form kept is another one; None where they agree or one is not known."""
    asked = suggested_form(members)
    return _SENTENCES[asked] if asked and form and form != asked else None


def coverage(organisations) -> tuple[int, int]:
    """(covered, all): organisations with a branch or an instructor, out of all given."""
    organisations = list(organisations)
    return sum(one.party_form in ("own", "joint", "instructor") for one in organisations), len(organisations)
