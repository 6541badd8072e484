"""The board of stations: what the county sees before it telephones."""

from datetime import date

from exports.bundle import sending
from hub import receipts
from hub.boards import days_since_receipt, stations
from hub.receive import take_in
from models import exchange


def sign(township, month):
    with township:
        staff = township.tables["staff"].get()
        township.tables["month"].new(
            month=month, figures="{}", digest="ab" * 32, signer=staff.id, day=date(2026, 10, 1)
        ).save(kind="month")


def test_a_station_that_brought_nothing_is_on_the_board(pair):
    state = stations(pair[1])[0]
    assert (state.name, state.last, state.months, state.receipt_waits) == ("云岭镇社工站", None, (), False)


def test_a_signed_month_counts_as_reported(pair, tmp_path):
    township, county = pair
    sign(township, "2026-09")
    take_in(county, sending.send(township, tmp_path / "stick"))
    state = stations(county)[0]
    assert state.months == ("2026-09",) and state.receipt_waits and state.last.verdict == "taken"


def test_a_written_receipt_no_longer_waits(pair, tmp_path):
    township, county = pair
    take_in(county, sending.send(township, tmp_path / "stick"))
    receipts.write_receipt(county, exchange.children(county)[0], tmp_path / "stick")
    assert not stations(county)[0].receipt_waits


def test_days_are_counted_since_the_county_last_said_anything(pair):
    township, county = pair
    assert days_since_receipt(township) == 0
    assert days_since_receipt(county) is None
