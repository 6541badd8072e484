"""From the first start to the month that the county has read, by keyboard only: the real program, its real window."""

from PySide6.QtWidgets import QApplication, QLineEdit

from exports.bundle import key_file
from models import exchange, pinyin, recovery_code, register, search, station
from models.keys import FLOOR
from models.month import Month
from models.people.household import Household
from models.people.person import Person
from models.services.activity import Activity, Attendance
from models.services.visit import Visit
from models.station import Station
from resources import FOLDER
from tests.stories.hand import Hand
from tests.stories.walk import Walk
from ui.widgets.buttons import LinkButton

PASSWORD = "moss on the ninth step"
LEDGER = FOLDER / "demo" / "服务对象台账.xlsx"


class FirstDays(Walk):
    """From the first start on."""

    @property
    def wizard(self):
        return self.program.window.centralWidget()

    def set_up(self, kind_downs, name, key=None):
        """The wizard to its end, the three groups read from its sheet on the screen."""
        self.press(*["Down"] * kind_downs, "Return")
        yield lambda: self.wizard.place == 1
        self.press("Tab")
        self.type(name)
        self.press("Return", "Return", "Return")
        yield lambda: self.wizard.place == 2
        self.type("wei min")
        self.press("Return")
        self.type(PASSWORD)
        self.press("Return")
        self.type(PASSWORD)
        self.press("Return")
        yield lambda: self.wizard.place == 3
        groups = recovery_code.groups(self.wizard.answers.recovery)
        self.press("Shift+Tab", "Space", "Tab")
        for place in self.wizard.steps[3].typed:
            self.type(groups[place])
            self.press("Return")
        yield lambda: self.wizard.place == 4
        if key:
            self.type(str(key))
        self.press("Return")
        yield lambda: self.program.desk is not None


def first_day(walk, tmp_path):
    """Set up, ledger, visits, an activity, the month."""
    yield from walk.set_up(0, "云岭镇社工站", tmp_path / "county.tzkey")
    walk.press("Return")
    yield from walk.give(LEDGER)
    yield lambda: QApplication.activeModalWidget() is not None and QApplication.activeModalWidget().take.isEnabled()
    walk.press("Ctrl+Return")
    yield lambda: Person.alive().count() == 60 and QApplication.activeModalWidget().job is None
    walk.press("Return")
    yield walk.no_dialog
    yield from visits(walk)
    yield from activity(walk)
    yield from month(walk, tmp_path)
    yield from bundle(walk, tmp_path)


def initials(count):
    """The initials of households that no other household or person shares."""
    heads = [household.head for household in Household.alive()]
    sounds = {head: "".join(part[0] for part in next(iter(pinyin.spoken(head)))) for head in heads}
    alone = [sound for sound in sounds.values() if len(search.find_ids(sound, 9, ("household", "person"))) <= 2]
    return [sound for sound in dict.fromkeys(alone) if list(sounds.values()).count(sound) == 1][:count]


def visits(walk):
    """Three lines found by initials; the second has a mistake, which F8 finds again."""
    yield from walk.go("今日", "today")
    walk.press("Ctrl+K", "Tab", "Return")
    yield lambda: walk.window.name == "visits" and walk.page.title == walk.page.grid.title
    rows = walk.page.grid.rows
    for number, sounds in enumerate(initials(3)):
        walk.type(sounds)
        walk.press("Return")
        if number == 1:
            walk.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
            walk.type("-9")
            walk.press("Ctrl+Return")
            yield lambda: rows.counts() == (1, 1, 0)
            walk.press("Up", "F8")
            yield lambda: walk.page.grid.view.currentIndex().row() == 1
            walk.type("0")
        walk.press("Ctrl+Return")
        yield lambda n=number: rows.counts() == (n + 1, 0, 0)
    walk.press("Escape")
    yield lambda: Visit.alive().count() == 3


def activity(walk):
    yield from walk.go("活动", "activities")
    walk.press("Ctrl+N")
    yield lambda: walk.page.editor.isVisible()
    walk.type("festival tea")
    walk.press("Return", "Down", "Ctrl+S")
    yield lambda: Activity.alive().count() == 1 and walk.page.in_file
    walk.type(Person.alive().order_by(Person.id).first().name)
    walk.press("Return", "Ctrl+S")
    yield lambda: Attendance.alive().count() == 1


def month(walk, tmp_path):
    """A figure down to its record and back, then signed, printed and saved."""
    yield from walk.go("月报", "report")
    row = walk.page.lines.row_of("8")
    walk.press(*["Down"] * (row - walk.page.view.currentIndex().row()))
    yield lambda: walk.page.view.currentIndex().row() == row
    walk.press("Return")
    yield lambda: isinstance(QApplication.focusWidget(), LinkButton)
    walk.press("Return")
    yield lambda: walk.window.name == "visits"
    walk.press("Alt+Left")
    yield lambda: walk.window.name == "report" and walk.page.view.currentIndex().row() == row
    walk.press("Shift+Tab", "Return")
    yield lambda: QApplication.activeModalWidget() is not None
    for _line in QApplication.activeModalWidget().findChildren(QLineEdit):
        walk.type("busy")
        walk.press("Return")
    yield lambda: Month.alive().count() == 1 and QApplication.activeModalWidget() is None
    walk.press("Shift+Tab", "Return")
    yield from walk.give(tmp_path / "month.pdf")
    yield lambda: (tmp_path / "month.pdf").exists() and (tmp_path / "month.xlsx").exists()


def bundle(walk, tmp_path):
    """The bundle onto the stick, and the key file beside it."""
    (tmp_path / "stick").mkdir()
    yield from walk.go("数据包", "sync")
    walk.press("Ctrl+U")
    yield from walk.give(tmp_path / "stick")
    yield lambda: walk.no_dialog() and len(list((tmp_path / "stick").glob("*.tzb"))) == 1
    yield from walk.reach(lambda: walk.page.key_button)
    walk.press("Return")
    yield from walk.give(tmp_path / "stick" / "station.tzkey")
    yield lambda: (tmp_path / "stick" / "station.tzkey").exists()


def county_day(walk, tmp_path):
    """Unlock, accept the station's key, read the stick, see the table."""
    walk.type(PASSWORD)
    walk.press("Return")
    yield lambda: walk.program.desk is not None
    yield from walk.go("数据包", "sync")
    yield from walk.reach(lambda: walk.page.trust_button)
    walk.press("Return")
    yield from walk.give(tmp_path / "stick" / "station.tzkey")
    yield lambda: len(exchange.children(walk.program.store)) == 1
    walk.press("Ctrl+R")
    yield from walk.give(tmp_path / "stick")
    yield lambda: walk.no_dialog() and Month.alive().count() == 1
    yield from walk.go("汇总", "matrix")
    yield lambda: walk.page.found.reported == 1


def a_county(folder, key):
    """The county's computer as it stands before the stick comes."""
    store, _code = station.set_up(
        folder,
        tables=register.BY_TABLE,
        name="青河县社工总站",
        level="county",
        users=[station.NewUser("农县长", PASSWORD)],
        cost=FLOOR,
    )
    key_file.write_key(store, key)
    store.close()


def test_from_an_empty_computer_to_the_county_by_keyboard_alone(begin, qtbot, tmp_path):
    a_county(tmp_path / "hub" / "station", tmp_path / "county.tzkey")
    hand = Hand()
    program = begin(tmp_path / "home")
    hand.walk(first_day(FirstDays(hand, program), tmp_path), qtbot)
    assert Station.mine().name == "云岭镇社工站"
    assert (tmp_path / "month.pdf").read_bytes().startswith(b"%PDF")
    figures = Month.get().figures
    program.close_store()
    program.window.close()
    hand = Hand()
    program = begin(tmp_path / "hub")
    hand.walk(county_day(FirstDays(hand, program), tmp_path), qtbot)
    assert Month.get().figures == figures
