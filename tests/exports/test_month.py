"""The monthly return on paper and in a workbook: the same figures, the four states apart, signed."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from exports import sign
from exports.month import month, month_files, monthly_return
from exports.month.month_workbook import month_workbook
from models import figures
from models.people.household import Household
from models.people.person import Person
from models.services.visit import Visit
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, shown, signature_of, text_of

ZH, EN = Language("zh_CN"), Language("en")
MONTH = "2026-09"


@pytest.fixture
def paper(store):
    home = Household.new(head="王𠮷明", village="次仁·卓玛措姆村")
    home.save()
    Person.new(name="王𠮷明", household=home.id, village="次仁·卓玛措姆村", since=date(2026, 9, 1)).save()
    for day in (2, 3, 4):
        Visit.new(household=home.id, day=date(2026, 9, day), visitors=(store.user,), way="door").save()
    return monthly_return.read(store, MONTH, EN)


def lines_of(data, tmp_path):
    """Row number → the words of its line, as laid out."""
    found = [line.split() for line in shown(data, tmp_path, "-layout").splitlines() if line.strip()]
    return {words[0]: words for words in reversed(found)}


def test_every_figure_of_the_table_stands_on_paper(paper, tmp_path):
    data = month.month_pdf(paper)
    lines = lines_of(data, tmp_path)
    assert {line.number for line in paper.table.lines} <= set(lines)
    assert "3" in lines["8"]
    assert is_clean(data, tmp_path)


def test_the_four_states_print_apart(paper, tmp_path):
    states = {"1": ("number", 0), "7": ("blank", None), "22": ("na", None), "47": ("not_kept", None)}
    lines = [
        replace(line, state=states[line.number][0], value=states[line.number][1]) if line.number in states else line
        for line in paper.table.lines
    ]
    told = {line.number: month.printed(line.state, line.value, line.figure, EN) for line in lines}
    assert [told[number] for number in states] == ["0", "", "／", "—"]
    text = text_of(month.month_pdf(replace(paper, table=replace(paper.table, lines=tuple(lines)))), tmp_path)
    assert "／" in text and "—" in text


def test_it_names_unit_number_month_and_check_code(paper, tmp_path):
    data = month.month_pdf(replace(paper, language=ZH))
    text = text_of(data, tmp_path)
    for words in ("云岭镇社工站", "0417", "SGZ-01", "2026年9月", paper.code, f"第1页共{pages_of(data, tmp_path)}页"):
        assert words in text


def test_villages_with_rare_characters_copy_from_the_annex(paper, tmp_path):
    assert "次仁·卓玛措姆村" in text_of(month.month_pdf(paper), tmp_path)


def test_the_check_code_changes_with_a_figure_and_with_nothing_else(store, paper):
    table = paper.table
    line = table.by_number["8"]
    other = replace(table, lines=tuple(replace(x, value=99) if x is line else x for x in table.lines))
    assert monthly_return.check_code(other, paper.annexes) != paper.code
    assert monthly_return.read(store, MONTH, ZH).code == paper.code


def test_what_was_signed_prints_after_the_records_changed(store, paper, tmp_path):
    figures.snapshot(store, MONTH, {"groups.idle": "场地维修 <b>"})
    Visit.alive().get().remove()
    again = monthly_return.read(store, MONTH, EN)
    assert again.code == paper.code
    assert again.table.by_number["8"].value == 3
    assert (again.signed, again.names["lead"], again.correction) == (store.today(), "韦敏", 0)
    assert "3" in lines_of(month.month_pdf(again), tmp_path)["8"]


def test_a_correction_says_so(store, paper, tmp_path):
    figures.snapshot(store, MONTH)
    Visit.alive().get().remove()
    figures.snapshot(store, MONTH)
    again = monthly_return.read(store, MONTH, EN)
    assert again.correction == 1 and again.table.by_number["8"].value == 2
    assert "correctionno.1" in text_of(month.month_pdf(again), tmp_path)


def test_a_month_not_signed_says_so(paper, tmp_path):
    assert "notsignedyet" in text_of(month.month_pdf(paper), tmp_path)


def test_reasons_given_are_printed_with_their_checks(paper, tmp_path):
    checks = [check for check in paper.checks if check.blocks][:2]
    wrong = replace(checks[0], holds=False)
    data = month.month_pdf(replace(paper, checks=(wrong, checks[1]), reasons={wrong.code: "新来的社工 & <b>"}))
    text = text_of(data, tmp_path)
    assert "Doesnot" in text and "新来的社工&<b>" in text


def test_the_files_are_written_and_the_pdf_is_signed(store, paper, tmp_path):
    month_files.write(store, MONTH, pdf=tmp_path / "月报.pdf", xlsx=tmp_path / "月报.xlsx", language=ZH)
    data = (tmp_path / "月报.pdf").read_bytes()
    assert "Signature is Valid" in signature_of(data, tmp_path)
    assert sign.verify_pdf(data, sign.station_certificate(store)[1]).ours
    assert sign.fingerprint(sign.station_certificate(store)[1]).replace(" ", "") in text_of(data, tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]


def test_the_workbook_has_the_same_figures_as_numbers(paper, tmp_path):
    lines = tuple(
        replace(line, state="not_kept", value=None) if line.number == "6" else line for line in paper.table.lines
    )
    paper = replace(paper, table=replace(paper.table, lines=lines))
    month_workbook(paper).keep(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = {row[0]: row for row in book.worksheets[0].iter_rows(values_only=True)}
    assert rows["8"][3] == 3
    assert rows["6"][3] == "—"
    for line in paper.table.lines:
        if line.state == "number" and line.figure.unit != "hours" and not line.figure.is_share:
            assert rows[line.number][3] == line.value
    assert len(book.worksheets) == 1 + len(paper.annexes) + 1


def test_targets_give_a_share(paper, tmp_path):
    line = lines_of(month.month_pdf(replace(paper, targets={"8": 12})), tmp_path)["8"]
    assert line[-2:] == ["12", "25.0"]
