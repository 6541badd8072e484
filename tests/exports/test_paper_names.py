"""The head of a paper says which form it is, as stations title their forms."""

import pytest

from exports.layout.paper_names import _OF_TABLE, _OWN, paper_name
from models import register
from resources.language import Language

ZH, EN = Language("zh_CN"), Language("en")


_KNOWN = {
    "household": "家庭登记表",
    "case_intake": "接案登记表",
    "guardianship": "监护评估表",
    "group_member": "组员报名表",
}


@pytest.mark.parametrize(("table", "name"), _KNOWN.items(), ids=list(_KNOWN))
def test_a_paper_bears_the_name_stations_know(table, name):
    assert paper_name(register.BY_TABLE[table], ZH) == name


def test_only_forms_of_the_program_are_named():
    assert {*_OF_TABLE, *_OWN} <= register.BY_TABLE.keys() and not _OF_TABLE.keys() & _OWN.keys()


@pytest.mark.parametrize("form", register.RECORDS, ids=lambda form: form._meta.table_name)
def test_a_name_says_form_once_and_the_title_stays_in_it(form):
    name = paper_name(form, ZH)
    assert "表表" not in name and "记录记录" not in name
    assert ZH.text(form.title) in name
    assert EN.text(form.title) in paper_name(form, EN) or form._meta.table_name in _OWN
