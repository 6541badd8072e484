"""A list written as a workbook is a ledger of its form: what was written is what is read back."""

import pytest

from exports.intake import plan, read_sheets
from exports.intake.kinds import kind_named
from exports.layout import lists
from models import fields
from models.register import RECORDS
from resources.language import Language
from tests.exports import hostile, samples

ZH = Language("zh_CN")
FORMS = [form for form in RECORDS if form._meta.table_name not in ("station", "month") and not form.restricted]
_OWN_RULES = (fields.Link, fields.Links, fields.Answers, fields.IdNumber, fields.Phone)


@pytest.fixture(scope="module", params=[samples.Filler, hostile.Filler], ids=["usual", "hostile"])
def filled(request, tmp_path_factory):
    from models import register, station

    store, _ = station.set_up(
        tmp_path_factory.mktemp("back") / "station", tables=register.BY_TABLE, name="云岭镇社工站",
        users=[station.NewUser("韦敏", "", "lead")], training=True,
    )  # fmt: skip
    with store:
        yield samples.fill_all(store, request.param)
    store.close()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_a_workbook_says_is_read_back(filled, tmp_path, form):
    record, asked = filled[form._meta.table_name], kind_named(form._meta.table_name).words
    path = tmp_path / "list.xlsx"
    lists.list_workbook(
        path,
        form,
        form.select().where(form.id == record.id),
        language=ZH,
        station="云岭镇社工站",
        names=[*asked],
        whole=True,
    )
    ledger = plan(read_sheets(path), kind=form._meta.table_name)
    (row,) = ledger.entries
    taken = {column.question for column in ledger.columns if column.question}
    for name in taken:
        question, said = form.questions()[name], getattr(record, name)
        said = said.strip() if isinstance(said, str) else said  # a cell is read without its outer blanks
        if not isinstance(question, _OWN_RULES) and not question.is_empty(said):
            assert row.values.get(name) == said or any(doubt for doubt in row.doubts), name
    assert len(taken) >= len(asked) * 2 // 3
