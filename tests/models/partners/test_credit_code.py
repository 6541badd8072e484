"""The unified social credit code against python-stdnum, which is somebody else's reading of GB 32100-2015."""

from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import uscc

from models import credit_code

_letters = st.sampled_from(credit_code.LETTERS)
_stems = st.builds(
    "{}{}{:06}{}".format,
    st.sampled_from("159"),
    st.sampled_from("1239"),
    st.integers(110000, 659900),
    st.text(_letters, min_size=9, max_size=9),
)


@given(stem=_stems)
@settings(deadline=None)
def test_a_code_with_its_check_character_is_one_to_others_too(stem):
    code = stem + credit_code.check_letter(stem)
    assert credit_code.problem(code) is None
    assert uscc.calc_check_digit(stem) == code[-1]
    assert uscc.is_valid(code)


@given(stem=_stems, place=st.integers(0, 16), letter=_letters)
@settings(deadline=None)
def test_one_wrong_character_is_seen(stem, place, letter):
    code = stem + credit_code.check_letter(stem)
    other = code[:place] + letter + code[place + 1 :]
    assert (credit_code.problem(other) is None) == (other == code)


@given(text=st.text(max_size=24))
@settings(deadline=None)
def test_any_text_is_answered_with_a_sentence_or_with_none(text):
    tidied = credit_code.tidy(text)
    if tidied:
        assert credit_code.problem(tidied) is None or credit_code.problem(tidied).endswith(".")


def test_a_code_is_kept_in_narrow_capitals():
    assert credit_code.tidy(" ９１１１０１０８ma01-ABCD x ") == "91110108MA01ABCDX"
    assert credit_code.tidy("  ") is None
