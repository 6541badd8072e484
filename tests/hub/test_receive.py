"""From a station's stick into the county and back: taken once, whole or not at all, and nobody else's rows."""

import shutil
from datetime import date
from uuid import UUID

import pytest

from exports.bundle import sending
from exports.bundle.bundle_errors import NoParent, NoReceipt
from exports.bundle.key_file import trust, write_key
from hub import receipts, receive
from hub.receive import bundles_on, take_in, take_parked
from models import carried, exchange, proof, register, station
from models.errors import Cancelled
from models.records import save_all
from tests.exports.forge import COUNTY, OTHER, STATION, bundle, chain, ops, row
from tests.hub.conftest import make

POST = {"host": "云岭镇人民政府", "host_kind": "town", "opened": date(2026, 1, 5)}


def people(store, *names):
    with store:
        save_all([store.tables["person"].new(name=name, village="李家村", note="安静的人") for name in names])


def rows(store, table="person"):
    with store:
        return list(store.tables[table].alive())


def the_stick(tmp_path):
    return tmp_path / "stick"


def verdicts(found):
    return [(one.verdict, one.code) for one in found]


def test_the_county_takes_what_a_station_sends(pair, tmp_path):
    township, county = pair
    people(township, "王𠮷明", "次仁·卓玛措姆")
    sending.send(township, the_stick(tmp_path))
    found = take_in(county, bundles_on(the_stick(tmp_path)))
    assert verdicts(found) == [("taken", "")]
    assert found[0].new == 4 and found[0].sender == "云岭镇社工站"
    assert {one.id for one in rows(county)} == {one.id for one in rows(township)}
    assert {(one.village, one.name, one.station) for one in rows(county)} == {("李家村", None, township.unit)}
    with county:
        assert proof.check(county) == []


def test_names_notes_and_reasons_do_not_travel_upwards(pair, tmp_path):
    township, county = pair
    people(township, "王𠮷明")
    person = rows(township)[0]
    person.village = "李家村二组"
    with township:
        person.save(why="王𠮷明搬家了")
        assert person.history("village")[0].why == "王𠮷明搬家了"
    sending.send(township, the_stick(tmp_path))
    take_in(county, bundles_on(the_stick(tmp_path)))
    kept = county.db.execute_sql("SELECT group_concat(body || CAST(head AS TEXT)) FROM journal").fetchone()[0]
    assert "李家村" in kept
    assert "王𠮷明" not in kept and "安静的人" not in kept


def test_taking_in_twice_changes_nothing(pair, tmp_path):
    township, county = pair
    people(township, "王五")
    files = sending.send(township, the_stick(tmp_path))
    take_in(county, files)
    digest = proof.digest(county)
    assert verdicts(take_in(county, files)) == [("known", "")]
    everything = sending.send(township, the_stick(tmp_path), everything=True)
    assert verdicts(take_in(county, everything)) == [("known", "")]
    assert proof.digest(county) == digest


def test_bundles_are_cumulative_until_a_receipt_comes_back(pair, tmp_path):
    township, county = pair
    people(township, "王五")
    lost = sending.send(township, the_stick(tmp_path))[0]
    lost.unlink()
    people(township, "赵六")
    second = sending.send(township, the_stick(tmp_path))
    assert verdicts(take_in(county, second)) == [("taken", "")]
    receipt = receipts.write_receipt(county, exchange.children(county)[0], the_stick(tmp_path))
    assert verdicts(take_in(township, [receipt])) == [("taken", "")]
    assert sending.waiting(township).commits == 0
    people(township, "钱七")
    assert sending.waiting(township).commits == 1
    assert [state for _, state in sending.sent_bundles(township)] == ["acknowledged", "acknowledged"]


def test_a_receipt_says_what_became_of_each_file(pair, tmp_path):
    township, county = pair
    files = sending.send(township, the_stick(tmp_path))
    assert receipts.waiting(county) == []
    take_in(county, files)
    peer = exchange.children(county)[0]
    assert receipts.waiting(county) == [peer]
    slip = receipts.slip(county, peer)
    take_in(township, [receipts.write_receipt(county, peer, the_stick(tmp_path))])
    assert receipts.waiting(county) == []
    sent, state = sending.sent_bundles(township)[0]
    assert (sent.verdict, state) == ("taken", "acknowledged")
    assert slip.code == sending.expected_slip_code(township, sent)
    assert [one.no for one in slip.files] == [1]


def test_there_is_no_receipt_for_nothing(pair, tmp_path):
    _, county = pair
    with pytest.raises(NoReceipt):
        receipts.write_receipt(county, exchange.children(county)[0], the_stick(tmp_path))


def test_a_missing_bundle_is_a_note_and_heals(pair, tmp_path):
    township, county = pair
    county.checkpoint()
    shutil.copytree(county.folder, tmp_path / "older")
    people(township, "王五")
    first = sending.send(township, the_stick(tmp_path))
    take_in(county, first)
    take_in(township, [receipts.write_receipt(county, exchange.children(county)[0], the_stick(tmp_path))])
    fresh = station.open_station(tmp_path / "older", tables=register.BY_TABLE)
    people(township, "赵六")
    gap = sending.send(township, the_stick(tmp_path))
    assert verdicts(take_in(fresh, gap)) == [("taken", "S-401")]
    assert len(rows(fresh)) == 1
    take_in(township, [receipts.write_receipt(fresh, exchange.children(fresh)[0], the_stick(tmp_path))])
    assert sending.waiting(township).commits == 4  # the county holds less than it said before, and is believed
    assert verdicts(take_in(fresh, first)) == [("taken", "")]
    assert len(rows(fresh)) == 2
    fresh.close()


def test_a_station_that_went_back_in_time_begins_a_new_incarnation_and_loses_nothing(pair, tmp_path):
    township, county = pair
    people(township, "王五")
    take_in(county, sending.send(township, the_stick(tmp_path)))
    receipt = receipts.write_receipt(county, exchange.children(county)[0], the_stick(tmp_path))
    lost = township.db.execute_sql("SELECT max(n) FROM journal").fetchone()[0]
    township.db.execute_sql("DELETE FROM journal WHERE n = ?", (lost,))
    before = township.meta("incarnation")
    take_in(township, [receipt])
    assert township.meta("incarnation") != before
    people(township, "赵六")
    again = take_in(county, sending.send(township, the_stick(tmp_path)))
    assert verdicts(again)[0][0] == "taken"
    assert len(rows(county)) == 2


def test_a_station_may_not_touch_another_stations_row(golden_county, tmp_path):
    good, bad = tmp_path / "good.tzb", tmp_path / "bad.tzb"
    good.write_bytes(bundle(STATION, COUNTY, chain(STATION, ops("person", "wang", village="李家村"))))
    bad.write_bytes(bundle(OTHER, COUNTY, chain(OTHER, [["person", row("wang"), "village", "张家村", []]])))
    take_in(golden_county, [good])
    digest = proof.digest(golden_county)
    assert verdicts(take_in(golden_county, [bad])) == [("refused", "S-212")]
    assert proof.digest(golden_county) == digest


def test_one_bad_file_never_stops_the_others(pair, tmp_path):
    township, county = pair
    good = sending.send(township, the_stick(tmp_path))[0]
    torn = tmp_path / "torn.tzb"
    torn.write_bytes(good.read_bytes()[:-100])
    found = take_in(county, [torn, tmp_path / "nowhere.tzb", good])
    assert verdicts(found) == [("refused", "S-104"), ("refused", "U-104"), ("taken", "")]
    assert [one.file for one in found] == ["torn.tzb", "nowhere.tzb", good.name]


def test_a_bundle_of_a_stranger_waits_until_it_is_trusted(pair, tmp_path):
    _, county = pair
    stranger = make(tmp_path / "stranger", "青石镇社工站")
    trust(stranger, tmp_path / "county.tzkey")
    files = sending.send(stranger, the_stick(tmp_path))
    digest = proof.digest(county)
    assert verdicts(take_in(county, files)) == [("parked", "S-301")]
    assert take_parked(county) == []
    assert proof.digest(county) == digest
    files[0].unlink()
    trust(county, write_key(stranger, tmp_path / "stranger.tzkey"))
    found = take_parked(county)
    assert verdicts(found) == [("taken", "")] and found[0].file == files[0].name
    assert carried.parked(county) == []
    assert list((county.folder / "parked").iterdir()) == []
    stranger.close()


def test_what_waited_unread_and_turns_out_to_be_known_waits_no_longer(pair, tmp_path):
    _, county = pair
    stranger = make(tmp_path / "stranger", "青石镇社工站")
    trust(stranger, tmp_path / "county.tzkey")
    first = sending.send(stranger, the_stick(tmp_path))
    second = sending.send(stranger, the_stick(tmp_path))
    take_in(county, first + second)
    trust(county, write_key(stranger, tmp_path / "stranger.tzkey"))
    assert sorted(verdicts(take_parked(county))) == [("known", ""), ("taken", "")]
    assert carried.parked(county) == []
    stranger.close()


def test_only_so_much_is_kept_unread(pair, tmp_path, monkeypatch):
    monkeypatch.setattr(receive, "MOST_PARKED", 100)
    _, county = pair
    stranger = make(tmp_path / "stranger", "青石镇社工站")
    trust(stranger, tmp_path / "county.tzkey")
    assert verdicts(take_in(county, sending.send(stranger, the_stick(tmp_path)))) == [("refused", "S-303")]
    assert carried.parked(county) == []
    stranger.close()


def test_a_bundle_for_another_county_is_refused(pair, tmp_path):
    township, _ = pair
    elsewhere = make(tmp_path / "elsewhere", "外县", "county")
    trust(elsewhere, tmp_path / "station.tzkey")
    files = sending.send(township, the_stick(tmp_path))
    assert verdicts(take_in(elsewhere, files)) == [("refused", "S-202")]
    elsewhere.close()


def test_our_own_bundles_on_the_stick_are_passed_over(pair, tmp_path):
    township, county = pair
    own = sending.send(township, the_stick(tmp_path))
    take_in(county, own)
    receipts.write_receipt(county, exchange.children(county)[0], the_stick(tmp_path))
    assert sorted(verdicts(take_in(county, bundles_on(the_stick(tmp_path))))) == [("known", ""), ("known", "S-404")]
    assert sorted(verdicts(take_in(township, bundles_on(the_stick(tmp_path))))) == [("known", "S-404"), ("taken", "")]


def test_cancelling_leaves_the_county_as_it_was(pair, tmp_path):
    township, county = pair
    people(township, *(f"王{i}" for i in range(300)))
    files = sending.send(township, the_stick(tmp_path))
    digest, calls = proof.digest(county), []

    def cancel(done, total):
        calls.append(done)
        if len(calls) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(county, files, cancel)
    assert proof.digest(county) == digest
    assert verdicts(take_in(county, files)) == [("taken", "")]


def test_what_is_removed_at_the_station_is_removed_at_the_county(pair, tmp_path):
    township, county = pair
    people(township, "王五")
    take_in(county, sending.send(township, the_stick(tmp_path)))
    person = rows(township)[0]
    with township:
        person.remove()
    assert verdicts(take_in(county, sending.send(township, the_stick(tmp_path)))) == [("taken", "")]
    assert rows(county) == []


def test_what_follows_from_other_records_comes_along_with_them(pair, tmp_path):
    township, county = pair
    survey, sheet, post, staff = (township.tables[name] for name in ("survey", "survey_sheet", "job_post", "staff"))
    with township:
        asked, place = survey.new(name="满意度", kind="satisfaction"), post.new(name="社工岗", quota=2, **POST)
        save_all([asked, place])
        save_all([sheet.new(survey=asked.id, number=n, overall=str(n)) for n in (3, 4, 5)])
        staff.new(name="潘晓燕", position=place.id).save()
    take_in(county, sending.send(township, the_stick(tmp_path)))
    with county:
        assert (survey.get().rate, post.get().filled) == ("66.7 %", 1)
    with township:
        sheet.get(sheet.number == 3).remove()
        member = staff.get(staff.position == place.id)
        member.position = None
        member.save()
    take_in(county, sending.send(township, the_stick(tmp_path)))
    with county:
        assert (survey.get().rate, post.get().filled) == ("100.0 %", 0)
        assert proof.check(county) == []


def test_parts_are_taken_in_their_order(pair, tmp_path, monkeypatch):
    monkeypatch.setattr(sending, "MOST_COMMITS", 3)
    township, county = pair
    people(township, *"甲乙丙丁戊")
    files = sending.send(township, the_stick(tmp_path))
    assert len(files) == 3 and files[0].stem.endswith("1of3")
    assert verdicts(take_in(county, files[::-1])) == [("taken", "")] * 3
    assert len(rows(county)) == 5


def test_a_station_that_knows_no_county_is_told_so(tmp_path):
    alone = make(tmp_path / "alone", "云岭镇社工站")
    with pytest.raises(NoParent):
        sending.send(alone, tmp_path)
    alone.close()


def test_the_sample_of_flips_through_the_whole_road_changes_nothing(pair, tmp_path):
    township, county = pair
    people(township, "王五")
    good = sending.send(township, the_stick(tmp_path))[0].read_bytes()
    digest = proof.digest(county)
    files = []
    for i in range(0, len(good), max(1, len(good) // 60)):
        files.append(tmp_path / f"flip{i}.tzb")
        files[-1].write_bytes(good[:i] + bytes([good[i] ^ 0x10]) + good[i + 1 :])
    assert {one.verdict for one in take_in(county, files)} == {"refused"}
    assert proof.digest(county) == digest


def test_the_units_own_record_comes_with_its_bundle(pair, tmp_path):
    township, county = pair
    take_in(county, sending.send(township, the_stick(tmp_path)))
    with county:
        record = county.tables["station"].get_by_id(UUID(township.unit.hex))
    assert record.name == "云岭镇社工站"
