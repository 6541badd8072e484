"""Key files: what is written reads back, what was touched is refused, trust binds a key to one unit."""

import os

import pytest

from exports.bundle import bundle_errors
from exports.bundle.key_file import parse_key, read_key, trust, write_key
from models import exchange
from models.files import NotFound
from models.people.identity import match_of
from tests.hub.conftest import make


@pytest.fixture
def county(tmp_path):
    store = make(tmp_path / "county", "示例县", "county")
    yield store
    store.close()


@pytest.fixture
def township(tmp_path):
    store = make(tmp_path / "station", "云岭镇社工站")
    yield store
    store.close()


def test_a_key_file_says_who_and_how_to_write_to_them(township, county, tmp_path):
    ours = read_key(write_key(township, tmp_path / "s.tzkey"))
    theirs = read_key(write_key(county, tmp_path / "c.tzkey"))
    assert (ours.name, ours.level, ours.unit, ours.match) == ("云岭镇社工站", "station", township.unit, None)
    assert theirs.level == "county" and len(theirs.match) == 64
    assert ours.check_number != theirs.check_number
    assert [len(group) for group in ours.check_number.split()] == [4] * 6


def test_a_county_keeps_one_match_key(county, tmp_path):
    first, second = (read_key(write_key(county, tmp_path / f"{i}.tzkey")) for i in range(2))
    assert first.match == second.match


def test_every_flip_and_every_cut_of_a_key_file_is_refused(county, tmp_path):
    data = write_key(county, tmp_path / "c.tzkey").read_bytes()
    for i in range(len(data) - 1):
        with pytest.raises(bundle_errors.BadKeyFile):
            parse_key(data[:i] + bytes([data[i] ^ (1 << i % 7)]) + data[i + 1 :])
        with pytest.raises(bundle_errors.BadKeyFile):
            parse_key(data[:i])


def test_a_file_that_is_not_there_is_said_by_name(tmp_path):
    with pytest.raises(NotFound):
        read_key(tmp_path / "none.tzkey")


def test_no_computer_trusts_itself(township, tmp_path):
    with pytest.raises(bundle_errors.OwnKeyFile):
        trust(township, write_key(township, tmp_path / "s.tzkey"))


def test_trusting_twice_is_trusting_once(township, county, tmp_path):
    file = write_key(county, tmp_path / "c.tzkey")
    trust(township, file)
    trust(township, file)
    assert [peer.name for peer in exchange.peers(township)] == ["示例县"]
    assert exchange.parent(township).unit == county.unit


def test_a_key_of_one_unit_is_not_taken_for_another(township, county, tmp_path):
    trust(county, write_key(township, tmp_path / "s.tzkey"))
    before = township.meta("unit")
    other = make(tmp_path / "other", "大湾乡社工站")
    other.keep("device sign", township.kept("device sign"))
    del other.own_device
    with pytest.raises(bundle_errors.KeyOfAnother):
        trust(county, write_key(other, tmp_path / "o.tzkey"))
    assert [peer.unit.hex for peer in exchange.children(county)] == [before]
    other.close()


def test_trusting_the_county_gives_persons_their_pseudonym(township, county, tmp_path):
    number = "11010519491231002X"
    with township:
        person = township.tables["person"].new(name="王五", id_number=number)
        person.save()
    assert person.match is None
    trust(township, write_key(county, tmp_path / "c.tzkey"))
    with township:
        again = township.tables["person"].get_by_id(person.id)
    assert again.match == match_of(number, county.kept("match_key"))


def test_nothing_is_left_where_a_key_file_cannot_be_written(township, tmp_path):
    with pytest.raises(NotFound):
        write_key(township, tmp_path / "no" / "s.tzkey")
    assert not os.path.exists(tmp_path / "no")
