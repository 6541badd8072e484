"""The look of the program, as every widget expects it."""

import pytest

from ui import theme, words


@pytest.fixture(scope="session")
def fonts(qapp):
    qapp.setStyle("Fusion")
    theme.load_fonts()


@pytest.fixture(autouse=True)
def look(qapp, fonts):
    """Light, 100 %, Chinese; put on anew only where a test changed it, for restyling takes time."""
    if not qapp.styleSheet() or (theme.theme(), theme.size()) != ("light", 100):
        theme.apply(qapp, "light", 100)
    words.speak("zh_CN")
    yield
    words.speak("zh_CN")
