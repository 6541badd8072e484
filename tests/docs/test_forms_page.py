"""The page of all forms says what the forms say."""

from resources import FOLDER
from tests.exports import contact_sheet


def test_the_table_names_every_form_as_it_is_declared():
    page = (FOLDER.parent / "docs" / "forms.md").read_text(encoding="utf-8").splitlines()
    table = [line for line in page if line.startswith("| ") and line[2].isdigit()]
    assert table == contact_sheet.rows(), "make contact-sheet brings it up to date"


def test_every_picture_it_shows_is_there():
    page = (FOLDER.parent / "docs" / "forms.md").read_text(encoding="utf-8")
    shown = {f"forms-{path.stem.removeprefix('forms-')}" for path in contact_sheet.PICTURES.glob("forms-*.png")}
    assert shown and all(f"pictures/{name}.png" in page for name in shown)
