"""What the form of a household says of those members who have files of their own."""

from exports.layout.answers import Answers
from exports.layout.document import CELL
from exports.layout.grids import grid
from resources.language import N_

_OF_MEMBER = ("name", "sex", "relation", "birth", "occupation", "health", "disability_kind", "care")
_WIDTHS = (0.14, 0.07, 0.12, 0.13, 0.2, 0.14, 0.1, 0.1)


def members(answers, width):
    """Before those without a file of their own the members who have one; nothing on the blank form."""
    household = None if answers.blank else answers.record
    people = household.members() if household else []
    if not people:
        return {}
    questions, language = people[0].questions(), answers.language
    rows = [[language.text(N_("Members with a file"))], [language.text(questions[name].label) for name in _OF_MEMBER]]
    rows += [[Answers(one, language, answers.whole).say(name) for name in _OF_MEMBER] for one in people]
    rows[0] += [""] * (len(_OF_MEMBER) - 1)
    centre = CELL.but(align="centre")
    kinds = [centre if name in ("sex", "relation", "birth") else CELL for name in _OF_MEMBER]
    widths, across = [width * share for share in _WIDTHS], [("SPAN", (0, 0), (-1, 0))]
    return {"as_stated": grid(rows, widths, heads=2, kinds=kinds, head_size=8.5, style=across)}
