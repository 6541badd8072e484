import re
from xml.etree import ElementTree

import pytest

from resources import FOLDER

ICONS = sorted((FOLDER / "icons").glob("*.svg"))
_DRAWN = re.compile(r"""(?:icons\.(?:icon|pixmap|path)\(|icon=)["']([a-z0-9-]+)["']""")


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_one_colour_on_a_grid_of_24(path):
    picture = ElementTree.parse(path).getroot()
    assert picture.get("viewBox") == "0 0 24 24"
    assert picture.get("stroke") == "currentColor"


def test_every_icon_that_the_window_asks_for_by_name_is_there():
    there = {path.stem for path in ICONS}
    for file in (FOLDER.parent / "ui").glob("**/*.py"):
        assert set(_DRAWN.findall(file.read_text(encoding="utf-8"))) <= there, file.name


def test_icons_come_with_their_licence():
    assert "ISC License" in (FOLDER / "icons" / "LICENSE").read_text(encoding="utf-8")
