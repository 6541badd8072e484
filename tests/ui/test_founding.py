"""What the last step of the wizard does, on real files."""

import pytest

from models import backups, recovery_code, register, station
from models.errors import UserError
from models.key_slot import FLOOR
from models.people.person import Person
from models.services.visit import Visit
from models.station import Station
from ui.start import founding
from ui.start.answers import COUNTY, RESTORE, TRAINING, Answers

PASSWORD = "河边的桂花开在十月里"


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    """A back-up of an encrypted station, and its recovery code."""
    folder = tmp_path_factory.mktemp("old") / "station"
    store, code = station.set_up(
        folder, tables=register.BY_TABLE, name="云岭镇社工站", cost=FLOOR,
        users=[station.NewUser("韦敏", PASSWORD, "lead"), station.NewUser("潘晓燕", PASSWORD + "呀", "worker")],
    )  # fmt: skip
    with store:
        path = backups.back_up(store)
    store.close()
    return path, code


def test_a_hub_is_set_up_at_its_level(tmp_path):
    answers = Answers(COUNTY, "清溪县社工总站", "0400", "110102", "", "苏文", PASSWORD)
    store = founding.found(tmp_path / "home" / "station", answers)
    with store:
        mine = Station.mine()
        assert (mine.name, mine.level, mine.division, mine.phone) == ("清溪县社工总站", "county", "110102", None)
        assert store.encrypted
    store.close()


def test_the_code_shown_in_the_wizard_opens_the_station(tmp_path):
    answers = Answers(name="云岭镇社工站", short="0417", user="韦敏", password=PASSWORD)
    founding.found(tmp_path / "station", answers).close()
    again = station.open_station(tmp_path / "station", tables=register.BY_TABLE, recovery=answers.recovery)
    again.close()
    assert len(recovery_code.groups(answers.recovery)) == 9


def test_a_key_file_that_is_none_is_said(tmp_path):
    (tmp_path / "key.tzkey").write_text("nonsense", encoding="utf-8")
    answers = Answers(name="云岭镇社工站", short="0417", user="韦敏", password=PASSWORD)
    answers.key_file = str(tmp_path / "key.tzkey")
    with pytest.raises(UserError):
        founding.found(tmp_path / "station", answers)
    answers.key_file = ""
    founding.found(tmp_path / "station", answers).close()


def test_a_training_station_has_invented_people_and_no_key(tmp_path):
    store = founding.found(tmp_path / "station", Answers(TRAINING))
    with store:
        assert not store.encrypted
        assert Person.alive().count() > 10 and Visit.alive().count() > 10
    store.close()


def test_a_back_up_says_whose_password_opens_it(backup):
    assert [label for _user, label in founding.users_of(backup[0])] == ["韦敏", "潘晓燕"]


def test_a_file_that_is_no_back_up_names_nobody(tmp_path):
    (tmp_path / "x.tzbak").write_bytes(b"\x00" * 99)
    assert founding.users_of(tmp_path / "x.tzbak") == []
    assert founding.users_of(tmp_path / "missing.tzbak") == []


def test_a_back_up_is_restored_by_the_password_of_the_one_chosen(backup, tmp_path):
    user = founding.users_of(backup[0])[1][0]
    answers = Answers(RESTORE, user=user, password=PASSWORD + "呀", backup=str(backup[0]))
    assert founding.found(tmp_path / "station", answers) is None
    store = station.open_station(tmp_path / "station", tables=register.BY_TABLE, password=PASSWORD)
    with store:
        assert Station.mine().name == "云岭镇社工站"
    store.close()


def test_a_back_up_is_restored_by_the_code_in_the_safe(backup, tmp_path):
    answers = Answers(RESTORE, backup=str(backup[0]), opened_by_code=backup[1])
    founding.found(tmp_path / "station", answers)
    station.open_station(tmp_path / "station", tables=register.BY_TABLE, password=PASSWORD).close()


def test_a_wrong_password_restores_nothing(backup, tmp_path):
    answers = Answers(RESTORE, password="not the right one", backup=str(backup[0]))
    with pytest.raises(UserError):
        founding.found(tmp_path / "station", answers)
    assert not (tmp_path / "station" / "station.db").exists()


def test_the_sheet_for_the_safe_is_a_pdf(tmp_path):
    answers = Answers(name="云岭镇社工站", user="韦敏")
    founding.print_recovery_sheet(tmp_path / "sheet.pdf", answers)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_the_self_check_says_disk_clock_type_and_input_method(tmp_path):
    lines = founding.self_check(tmp_path / "not" / "there" / "yet")
    assert len(lines) == 4
    assert {sign for sign, _words in lines} <= {"✓", "!", "⊘"}
