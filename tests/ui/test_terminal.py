"""What commands say, and in which language."""

import pytest

from ui import terminal


@pytest.mark.parametrize(("asked", "spoken"), [("en", "en"), ("zh_CN", "zh_CN"), ("", "zh_CN"), ("fr", "zh_CN")])
def test_a_language_the_program_does_not_know_is_answered_in_chinese(monkeypatch, asked, spoken):
    monkeypatch.setenv("TAIZHANG_LANGUAGE", asked)
    assert terminal.language().name == spoken
