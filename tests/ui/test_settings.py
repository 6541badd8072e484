import pytest

from models import backups, register, station
from models.keys import Cost, KeySlots
from models.station import SLOTS
from ui.settings.settings_users import PasswordBody, UsersPart

PEOPLE_SENTENCE = "九月的桂花今年开得晚了些"


@pytest.fixture
def settings(desk):
    desk.window.go("settings")
    return desk.window.page


def part(page, place):
    page.list.setCurrentRow(place)
    return page.stack.currentWidget()


def test_each_part_is_shown_by_its_line(settings):
    for place in range(len(settings.makers)):
        assert part(settings, place) is settings.parts[place]


def test_the_station_is_renamed_in_its_form(settings):
    editor = part(settings, 0)
    editor.form.rows["name"].editor.line.setText("大湾镇社工站")
    assert editor.save()
    assert station.Station.mine().name == "大湾镇社工站"


def test_a_theme_chosen_is_asked_of_the_program_at_once(settings, desk):
    look = part(settings, 3)
    combo = look.combos["theme"]
    combo.setCurrentIndex(combo.findData("dark"))
    combo.activated.emit(combo.currentIndex())
    assert desk.program.looks == [{"theme": "dark"}]


def test_a_back_up_made_now_stands_in_the_list(settings, store, qtbot):
    backup = part(settings, 2)
    backup.now.click()
    qtbot.waitUntil(lambda: backup.now.isEnabled(), timeout=20000)
    assert len(backups.listed(store.folder)) == 1
    assert backup.table.model().rowCount() == 1


def test_the_self_check_says_that_all_holds(settings, qtbot):
    check = part(settings, 4)
    check.run.click()
    qtbot.waitUntil(lambda: check.run.isEnabled(), timeout=20000)
    assert check.found["problems"] == []
    assert not check.notice.isHidden()


def test_what_technicians_get_names_nobody(settings, person):
    details = part(settings, 4).details()
    assert "龙秀英" not in details
    assert "韦敏" not in details
    assert "云岭" not in details


def test_a_training_station_says_why_it_has_no_users(settings):
    users = part(settings, 1)
    assert not users.new.isEnabled()
    assert users.why.text()


def test_two_different_new_passwords_are_refused(qtbot, store):
    body = PasswordBody()
    qtbot.addWidget(body)
    body.name_line.setText("覃小雨")
    body.first.setText("one sentence")
    body.second.setText("another one")
    assert body.problem()


def test_a_new_user_gets_a_slot_and_stands_among_the_staff(qtbot, tmp_path, noon):
    store, _code = station.set_up(
        tmp_path / "locked", tables=register.BY_TABLE, name="云岭镇社工站", clock=lambda: noon, cost=Cost(65536, 3, 4),
        users=[station.NewUser("韦敏", "山里的雨下了整整一夜吧")],
    )  # fmt: skip
    with store:
        users = UsersPart(store, None)
        qtbot.addWidget(users)
        users.shown()
        body = PasswordBody()
        body.name_line.setText("潘晓燕")
        body.first.setText(PEOPLE_SENTENCE)
        body.second.setText(PEOPLE_SENTENCE)
        assert not users._try(users._give, body, None)
        member = store.tables["staff"].get(store.tables["staff"].name == "潘晓燕")
        assert KeySlots(store.folder / SLOTS).unlock(member.id, PEOPLE_SENTENCE)[1] == member.id
    store.close()


def test_a_weak_password_makes_no_user(qtbot, tmp_path, noon):
    store, _code = station.set_up(
        tmp_path / "locked", tables=register.BY_TABLE, name="云岭镇社工站", clock=lambda: noon, cost=Cost(65536, 3, 4),
        users=[station.NewUser("韦敏", "山里的雨下了整整一夜吧")],
    )  # fmt: skip
    with store:
        users = UsersPart(store, None)
        qtbot.addWidget(users)
        body = PasswordBody()
        body.name_line.setText("潘晓燕")
        body.first.setText("1234567890")
        body.second.setText("1234567890")
        assert users._try(users._give, body, None)
        assert store.tables["staff"].alive().count() == 1
    store.close()
