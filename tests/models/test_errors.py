import re
from collections import Counter
from pathlib import Path

from models.errors import InvalidRecord, Problem, UserError
from resources.language import N_, Language

ROOT = Path(__file__).parents[2]
PACKAGES = ("models", "exports", "hub", "ui")


class TooLate(UserError):
    code = "X-999"
    sentence = N_("There is no station in “{folder}”.")


def test_no_two_errors_share_the_code_that_is_said_on_the_telephone():
    text = "\n".join(path.read_text("utf-8") for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    codes = Counter(re.findall(r'^    code = "([A-Z]-\d{3})"$', text, re.M))
    assert len(codes) > 50
    assert [code for code, times in codes.items() if times > 1] == []


def test_an_error_says_its_sentence_with_the_code_at_the_end():
    assert TooLate(folder="D:/台账").say(Language("en")) == "There is no station in “D:/台账”. (X-999)"
    assert TooLate(folder="D:/台账").say(Language()).endswith("（X-999）")


def test_showing_an_error_never_fails_for_want_of_a_value():
    assert "{folder}" in str(TooLate())


def test_an_invalid_record_names_its_questions():
    assert "day" in str(InvalidRecord([Problem("day", N_("This has to be answered."))]))
