"""The receipt and the recovery sheet."""

from datetime import datetime

from exports.papers import receipt, recovery
from models import recovery_code
from models.clock import SHANGHAI
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

EN = Language("en")
NOON = datetime(2026, 10, 2, 12, 0, tzinfo=SHANGHAI)


def test_the_recovery_sheet_shows_a_code_that_opens(tmp_path):
    code = recovery_code.make()
    recovery.write(tmp_path / "sheet.pdf", code, station="云岭镇社工站", user="王𠮷明", language=EN, made=NOON)
    data = (tmp_path / "sheet.pdf").read_bytes()
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) == 1
    assert "云岭镇社工站" in text and "王𠮷明" in text
    assert all(group in text for group in recovery_code.groups(code.replace("-", "")))


def test_the_code_is_no_property_of_the_file():
    code = recovery_code.make()
    data = recovery.recovery_pdf(code, station="云岭镇社工站", user="韦敏", language=EN)
    assert code.encode() not in data


def test_the_receipt_names_each_file_with_its_fate_and_the_code(tmp_path):
    files = [
        (NOON, "云岭-<b>-12.tzb", verdict, 1230, 4, reason)
        for verdict, reason in (("taken", ""), ("known", ""), ("parked", "S-301"), ("refused", "S-104"), ("new", ""))
    ]
    receipt.write(
        tmp_path / "slip.pdf", files, station="云岭镇社工站", county="历下区", code="K7Q2-9XBM", language=EN, made=NOON
    )
    data = (tmp_path / "slip.pdf").read_bytes()
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path)
    for words in (
        "云岭-<b>-12.tzb",
        "Readin",
        "Knownalready",
        "Setasideunread",
        "Refused",
        "S-301",
        "1,230",
        "K7Q2-9XBM",
    ):
        assert words in text


def test_a_receipt_of_fifty_files_goes_on(tmp_path):
    files = [(NOON, f"{n}.tzb", "taken", n, 0, "") for n in range(80)]
    data = receipt.receipt_pdf(files, station="甲", county="乙", code="K7Q2-9XBM", language=EN)
    assert pages_of(data, tmp_path) > 1
