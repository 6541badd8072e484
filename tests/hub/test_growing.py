"""A county whose program has grown by questions after it took bundles in."""

from exports.bundle import sending
from hub import receive
from models import proof, register, station
from models.people.household import Household


def test_a_county_marks_new_questions_as_not_sent_in_the_rows_it_has(pair, tmp_path):
    township, county = pair
    with township:
        Household.new(head="石有田", village="桃坞村").save()
    sending.send(township, tmp_path / "stick")
    receive.take_in(county, receive.bundles_on(tmp_path / "stick"))
    county.db.execute_sql('ALTER TABLE household DROP COLUMN "note"')
    county.close()
    again = station.open_station(tmp_path / "county", tables=register.BY_TABLE)
    try:
        with again:
            assert proof.check(again) == []
            assert "note" in Household.alive().where(Household.village == "桃坞村").get().withheld
    finally:
        again.close()
