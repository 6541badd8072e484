"""Every text of the program has its Chinese, and keeps its {names} in it."""

from configparser import ConfigParser
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from resources import FOLDER
from resources.language import LANGUAGES

ROOT = FOLDER.parent


def _keywords():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    for word in setup["extract_messages"]["keywords"].split():
        name, _colon, places = word.partition(":")
        yield name, tuple(map(int, places.split(","))) if places else None


@cache
def _source_texts():
    """Each text of the source with one of its places; a plural is a pair."""
    parts = ["main.py", *(f"{part}/**/*.py" for part in ("ui", "hub", "exports", "models", "resources"))]
    keywords, texts = dict(_keywords()), {}
    for file in (file for part in parts for file in ROOT.glob(part)):
        for line, text, _comments, _context in extract_from_file("python", file, keywords):
            texts.setdefault(text, f"{file.relative_to(ROOT)}:{line}")
    return texts


@cache
def _catalogue(name):
    with Path(FOLDER / "locale" / name / "LC_MESSAGES" / "taizhang.po").open("rb") as file:
        return read_po(file, locale=name)


def _said(name, text):
    message = _catalogue(name).get(text[0] if isinstance(text, tuple) else text)
    if message is None:
        return ()
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _names(text):
    return {name for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None}


def test_every_text_has_its_chinese():
    missing = [f"{place}: {text!r}" for text, place in _source_texts().items() if not any(_said("zh_CN", text))]
    assert not missing, "\n".join(missing)


def test_every_text_stands_in_the_english_catalogue():
    missing = [f"{place}: {text!r}" for text, place in _source_texts().items() if not _said("en", text)]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_fills_in_no_name_that_the_source_does_not_give(name):
    for text in _source_texts():
        given = _names(text[-1]) if isinstance(text, tuple) else _names(text)
        for said in _said(name, text):
            assert _names(said) <= given | {"n"}, f"{text!r} is said as {said!r}"


def test_the_chinese_leaves_no_number_or_name_out():
    for text in _source_texts():
        if isinstance(text, str) and any(_said("zh_CN", text)):
            assert _names(_said("zh_CN", text)[0]) == _names(text), text


def test_the_chinese_is_calm():
    for message in _catalogue("zh_CN"):
        said = message.string if isinstance(message.string, str) else "".join(message.string)
        for word in ("！", "异常", "失败", "非法", "您"):
            assert word not in said, said
        assert said.count("请") <= 2, said


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_kept_that_the_source_no_longer_says(name):
    ids = {text[0] if isinstance(text, tuple) else text for text in _source_texts()}
    kept = [
        message.id[0] if isinstance(message.id, tuple) else message.id for message in _catalogue(name) if message.id
    ]
    assert not set(kept) - ids
