"""What nobody should type into a form, and a filler that types it wherever words are asked for."""

from models import fields
from tests.exports import samples

HOSTILE = (
    '<b>&amp;<img src="file:///etc/passwd">', "=1+1", '=HYPERLINK("http://x","y")', "+86", "-2+3", "@SUM(A1)",
    "😀🧓🏽", "𠮷野家", "%s{}{name}%(x)d", "很长的一行" * 600, "a" * 3000, "\\N{BULLET}", "</para>",
    "第一行\n第二行\t制表", "'; DROP TABLE person; --", '"1" OR 1=1', "'=cmd|' /C calc'!A0", "长" * 10_000,
    "{station}", "&#0;", "١٢٣ שלום", "𡘙𡚴𤧛",
)  # fmt: skip
"""Taken as they are: they stand in every file as typed, and nothing obeys them."""

REFUSED = ("\0", "\x07", "\x1b[31m", "\u202e", "\u2066", "\u200f", "\ud800", "\udfff", "\x85", "\r")
"""Never kept: what cannot be seen or written in UTF-8."""


class Filler(samples.Filler):
    """Gives each question of words the next of HOSTILE, beginning with the one at `first`."""

    def __init__(self, first=0, **options):
        super().__init__(**options)
        self.turn = first

    def text(self, question):
        if question.derived and question.name == "digest":
            return super().text(question)
        words = HOSTILE[self.turn % len(HOSTILE)]
        self.turn += 1
        if isinstance(question, fields.Name):
            words = words.replace("\n", " ").replace("\t", " ")
        return words[: question.limit]
