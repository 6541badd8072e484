"""Every form on paper, blank and filled in, with what people type against it; no workbook ever holds a formula."""

import re
from functools import cache

import openpyxl
import pypdfium2
import pytest

from exports import dossier, prints
from exports.layout import forms, lists
from models import fields, journal, register
from resources.language import Language
from tests.exports import hostile, samples
from tests.exports.hostile import HOSTILE

ZH = Language("zh_CN")
SAYS = {"language": ZH, "station": "云岭镇社工站"}
EVERY_FORM = pytest.mark.parametrize("cls", register.RECORDS, ids=lambda cls: cls.__name__)


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@cache
def squeezed(words):
    return re.sub(r"\s+", "", words)


@EVERY_FORM
def test_every_form_prints_filled_in(shared_store, cls):
    filler = samples.Filler()
    filler.ids = {"staff": [shared_store.user], "station": [shared_store.unit]}
    record = samples.filled(cls, filler)
    text = text_of(forms.record_pdf(record, whole=True, **SAYS))
    for name, question in cls.questions().items():
        value = getattr(record, name)
        plain = isinstance(question, (fields.Text, fields.Count)) and not isinstance(question, fields.Data)
        if plain and question.printed and question.is_asked(record) and value:
            assert squeezed(question.show(value, ZH)) in text, name


@EVERY_FORM
def test_what_is_typed_prints_as_it_is(shared_store, cls):
    for first in range(0, len(HOSTILE), 5):
        filler = hostile.Filler(first)
        record = samples.filled(cls, filler)
        text = text_of(forms.record_pdf(record, whole=True, **SAYS))
        for name, question in cls.questions().items():
            words = getattr(record, name)
            if words and _tells(question, record, words):
                assert squeezed(words)[:40] in text, (name, words)


def _tells(question, record, words):
    """Whether a paper shows the words of a question as they are, in letters that this reader can tell back."""
    kinds = (fields.IdNumber, fields.Phone, fields.Division, fields.Data)
    words_of = isinstance(question, fields.Text) and not isinstance(question, kinds)
    shown = question.printed and question.is_asked(record) and question.name != "number"  # that is filled in anew
    return words_of and shown and not set("😀🧓ש١") & set(words)


def test_prints_of_their_own_bear_what_is_typed(store):
    made = samples.fill_all(store)
    for table in sorted(prints.OWN):
        cls = register.BY_TABLE[table]
        assert text_of(prints.record_pdf(cls, **SAYS)) and text_of(prints.record_pdf(made[table], **SAYS)), table
        for first in range(0, len(HOSTILE), 5):
            assert text_of(prints.record_pdf(samples.filled(cls, hostile.Filler(first)), **SAYS)), (table, first)


@pytest.mark.parametrize("cls", [cls for cls in register.RECORDS if not cls.restricted])
def test_no_list_holds_a_formula(shared_store, cls, tmp_path):
    records = [samples.filled(cls, hostile.Filler(first)) for first in range(len(HOSTILE))]
    lists.list_workbook(tmp_path / "list.xlsx", cls, records, whole=True, **SAYS)
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    assert not [cell.coordinate for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]
    assert book.active.max_row == 2 + len(HOSTILE)
    assert len(pypdfium2.PdfDocument(lists.list_pdf(cls, records, **SAYS))) >= 1


def test_the_file_of_every_owner_is_one_paper(store):
    made = samples.fill_all(store)
    for table in ("case", "group", "activity", "person", "household", "project"):
        file = dossier.read(store, made[table])
        data = dossier.dossier_pdf(store, made[table], **SAYS)
        text, pages = text_of(data), len(pypdfium2.PdfDocument(data))
        assert file.records[0].id == made[table].id and len(file.records) > 1
        assert "卷内目录" in text and "备考表" in text and f"第{pages}页共{pages}页" in text
        assert not [record for record in file.records if record.restricted]


def test_restricted_papers_are_only_counted(store):
    made = samples.fill_all(store)
    kept = [made[cls._meta.table_name] for cls in register.RECORDS if cls.restricted and "staff" in cls.part_of]
    file = dossier.read(store, kept[0].linked("staff"))
    assert file.apart == sum(record.staff == kept[0].staff for record in kept) > 0
    assert not {record.id for record in kept} & {record.id for record in file.records}


def test_the_index_names_the_page_on_which_a_paper_begins(store):
    made = samples.fill_all(store)
    file = dossier.read(store, made["case"])
    document = pypdfium2.PdfDocument(dossier.dossier_pdf(store, made["case"], **SAYS))
    begins = [mark.get_dest().get_index() for mark in document.get_toc()]
    assert len(begins) == len(file.records) + 1
    for record, page in zip(file.records, begins, strict=False):
        assert squeezed(ZH.text(record.title)) in squeezed(document[page].get_textpage().get_text_range())


def test_a_list_counts_and_adds_up(store):
    cls = store.tables["volunteer_hours"]
    filler = samples.Filler()
    records = [samples.filled(cls, filler) for _ in range(3)]
    journal.commit(store, records)
    text = text_of(lists.list_pdf(cls, cls.alive(), **SAYS))
    assert "共3条" in text and "合计" in text
