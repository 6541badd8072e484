import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import recovery_code
from models.recovery_code import ALPHABET, BadRecoveryCode, code_of, make, secret_of

SECRETS = st.binary(min_size=20, max_size=20)


def test_a_code_is_nine_groups_of_four_and_never_the_same():
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", make())
    assert len({make() for _ in range(50)}) == 50


@given(SECRETS)
def test_a_code_gives_its_secret_back(secret):
    assert secret_of(code_of(secret)) == secret


def test_the_code_of_a_secret_never_changes():
    assert code_of(bytes(range(20))) == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-GFGV"


@given(SECRETS)
def test_a_code_may_be_typed_in_many_ways(secret):
    code = code_of(secret)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        wide,
        code.replace("0", "o").replace("1", "l"),
    ):
        assert secret_of(typed) == secret


def test_each_single_typo_and_neighbour_swap_is_noticed():
    code = make().replace("-", "")
    wrong = [code[:i] + c + code[i + 1 :] for i in range(36) for c in ALPHABET if c != code[i]]
    wrong += [code[:i] + code[i + 1] + code[i] + code[i + 2 :] for i in range(35) if code[i] != code[i + 1]]
    for typed in wrong:
        with pytest.raises(BadRecoveryCode):
            secret_of(typed)


def test_any_two_wrong_characters_are_noticed():
    # the check is linear: two errors go unnoticed only where one error looks like another, at a different place
    seen = {recovery_code._remainder(value << 5 * place) for place in range(36) for value in range(1, 32)}
    assert len(seen) == 36 * 31 and 0 not in seen


@pytest.mark.parametrize("typed", ["", "ABCD", "0" * 37, "U" * 36, "王" * 36, "0" * 35 + "\0"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(BadRecoveryCode):
        secret_of(typed)
