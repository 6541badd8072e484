"""The catalogues read by the program, beside what the standard library reads in them."""

import gettext

import pytest

from resources import FOLDER
from resources.catalogue import Catalogue
from resources.language import LANGUAGES


def _place(name):
    return FOLDER / "locale" / name / "LC_MESSAGES" / "taizhang.mo"


def _by_standard_library(name):
    with _place(name).open("rb") as file:
        return gettext.GNUTranslations(file)


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_message_is_said_as_the_standard_library_says_it(name):
    catalogue, standard = Catalogue(_place(name)), _by_standard_library(name)
    messages = [message for message in standard._catalog if type(message) is str and message]
    assert len(messages) > 4000
    assert [catalogue.text(message) for message in messages] == [standard.gettext(message) for message in messages]


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("n", [0, 1, 2, 5, 21])
def test_the_form_that_a_number_asks_for_is_the_one_of_the_standard_library(name, n):
    one, many = "{n} record", "{n} records"
    assert Catalogue(_place(name)).plural(one, many, n) == _by_standard_library(name).ngettext(one, many, n)


@pytest.mark.parametrize("message", ["nobody wrote this", "\ud800", "a\0b", "%s {x}"])
def test_what_is_not_in_it_is_said_as_it_stands(message, tmp_path):
    for catalogue in (Catalogue(_place("zh_CN")), Catalogue(tmp_path / "missing.mo")):
        assert catalogue.text(message) == message
        assert [catalogue.plural("one", "many", n) for n in (1, 2)] == ["one", "many"]
