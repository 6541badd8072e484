from pathlib import Path

from exports.intake import doubts, refusals
from resources.language import Language

DOCS = Path(__file__).parents[2] / "docs" / "ledgers.md"
FILES = [
    *refusals.BY_CODE.values(), refusals.NoHeading, refusals.NoOneThere, refusals.SeveralKinds,
]  # fmt: skip


def test_every_code_is_in_the_documentation_with_its_sentence():
    said = DOCS.read_text(encoding="utf-8")
    for kind in (*doubts.all_kinds(), *FILES):
        assert any(line.startswith(f"| {kind.code} |") and kind.sentence in line for line in said.splitlines())


def test_no_code_is_used_twice():
    codes = [kind.code for kind in (*doubts.all_kinds(), *FILES)]
    assert len(codes) == len(set(codes)) == len({kind.sentence for kind in FILES}) + len(doubts.all_kinds())


def test_every_finding_and_refusal_is_said_in_chinese():
    chinese = Language("zh_CN")
    for kind in (*doubts.all_kinds(), *FILES):
        assert chinese.text(kind.sentence) != kind.sentence or kind.sentence == "{reason}"
