"""The look of the program, as every widget expects it."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from models import register, station
from models.clock import SHANGHAI
from ui import look, theme, words


@pytest.fixture(scope="session")
def fonts(qapp):
    qapp.setStyle("Fusion")
    theme.load_fonts()


@pytest.fixture(autouse=True)
def usual_look(qapp, fonts):
    """Light, 100 %, Chinese; put on anew only where a test changed it, for restyling takes time."""
    if not qapp.styleSheet() or (theme.theme(), theme.size()) != ("light", 100):
        look.apply(qapp, "light", 100)
    words.speak("zh_CN")
    yield
    words.speak("zh_CN")


class Asked:
    """Stands where the program stands, and notes what the desk asked of it."""

    def __init__(self):
        self.looks = []

    def lock(self):
        self.looks.append("lock")

    def change_size(self, step):
        self.looks.append(step)

    def change_look(self, **values):
        self.looks.append(values)


@pytest.fixture
def noon():
    """The moment at which the tests' station lives."""
    return datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)


@pytest.fixture
def store(tmp_path, noon):
    """A training station in force, with a lead and a worker."""
    users = [station.NewUser("韦敏", "", "lead"), station.NewUser("潘晓燕", "", "worker")]
    store, _ = station.set_up(
        tmp_path / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417", users=users, training=True,
        clock=lambda: noon,
    )  # fmt: skip
    with store:
        yield store
    store.close()


@pytest.fixture
def person(store):
    """龙秀英, 76, at home in 河口村."""
    household = store.tables["household"].new(head="龙秀英", village="河口村")
    household.save()
    person = store.tables["person"].new(
        name="龙秀英", sex="2", birth="1950-03-21", household=household.id, village="河口村"
    )
    person.save()
    return person


@pytest.fixture
def desk(qtbot, store):
    """The desk of the station, shown; gone with all its timers before the station is closed."""
    from ui.window.desk import Desk

    desk = Desk(store, Asked())
    desk.window.resize(1366, 728)
    desk.window.show()
    yield desk
    desk.window.hide()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
