"""The journal is the truth: what is saved is there, tables are its replay, nothing gets round it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import RFC_4122

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import commits, devices, journal, projection, proof, register, replay, station
from models.database import NewerDatabase
from models.engine import OutsideJournal
from models.errors import Wrong
from models.fields import Choice
from models.people.household import Household
from models.records import save_all
from models.row_id import uuid7
from models.services.visit import Visit
from resources.language import N_


def a_visit(**answers):
    return Visit.new(
        household=uuid7(), day=date(2026, 9, 3), way="door", kind="regular", visitors=(uuid7(),), **answers
    )


def test_a_saved_record_reads_back_as_it_was(store):
    visit = a_visit(found="血压 165/95", living=("fire", "power"))
    visit.save()
    again = Visit.get_by_id(visit.id)
    assert (again.day, again.found, again.living) == (date(2026, 9, 3), "血压 165/95", ("fire", "power"))
    assert again.station == store.unit


@pytest.mark.parametrize("why", ["x" * 2001, "a\u202eb", "\x07"])
def test_a_reason_that_no_county_would_take_is_not_saved(store, why):
    with pytest.raises(Wrong):
        a_visit().save(why=why)


def test_saving_without_a_change_writes_no_commit(store):
    visit = a_visit()
    assert len(visit.save()) == 1
    assert visit.save() == []
    assert Visit.get_by_id(visit.id).save() == []


def test_history_tells_each_value_and_who_wrote_it(store):
    visit = a_visit(found="one")
    visit.save()
    visit.found = "two"
    visit.save(why="misread")
    newest, oldest = visit.history("found")
    assert (newest.value, newest.why, newest.user) == ("two", "misread", store.user)
    assert (oldest.value, oldest.why) == ("one", None)
    assert newest.stamp > oldest.stamp


def test_history_of_several_answers_follows_each_element(store):
    visit = a_visit(living=("fire",))
    visit.save()
    visit.living = ("power",)
    visit.save()
    assert [version.value for version in visit.history("living")] == [("power",), ("fire",)]


def test_a_removed_record_leaves_the_lists_and_comes_back(store):
    visit = a_visit()
    visit.save()
    visit.remove()
    assert Visit.alive().count() == 0
    visit.restore()
    assert Visit.alive().count() == 1
    assert proof.check(store) == []


def test_a_write_outside_the_journal_fails_loudly(store):
    visit = a_visit()
    visit.save()
    with pytest.raises(OutsideJournal):
        Visit.update(found="forged").execute()
    with pytest.raises(OutsideJournal):
        Visit.delete().execute()


def test_a_save_that_fails_half_way_leaves_nothing(store):
    before = proof.digest(store)
    visits = [a_visit(), Visit.new(household=uuid7())]
    with pytest.raises(Exception, match="A-002"):
        save_all(visits)
    assert proof.digest(store) == before


_TEXT = st.text("abc天𠮷·<=&'\"\n ", max_size=12)
_EDITS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(
            st.tuples(st.just("found"), st.one_of(st.none(), _TEXT)),
            st.tuples(st.just("living"), st.lists(st.sampled_from(("fire", "power", "none"))).map(tuple)),
            st.tuples(st.just("met"), st.sampled_from((None, "yes", "no"))),
            st.tuples(st.just("deleted"), st.booleans()),
        ),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=_EDITS)
def test_tables_are_always_the_replay_of_the_journal(store, edits):
    visits = [a_visit() for _ in range(3)]
    save_all(visits)
    for which, (name, value) in edits:
        visit = Visit.get_by_id(visits[which].id)
        setattr(visit, name, value)
        visit.save()
        if name != "deleted":
            assert (getattr(Visit.get_by_id(visit.id), name) or None) == (value or None) or name == "living"
    assert proof.check(store) == []
    before = proof.digest(store)
    replay.rebuild(store)
    assert proof.digest(store) == before


def other_station(tmp_path, noon, name="other"):
    made, _ = station.set_up(
        tmp_path / name, tables=register.BY_TABLE, name=name, level="station", training=True, clock=lambda: noon
    )
    return made


def taken_over(source, target, shows=None):
    """All commits of `source`, as they travel, put into `target`."""
    device = devices.own(source)
    lines = [commits.to_wire(one, shows) for one in journal.read(source, 0, source.meta("incarnation"))]
    with target, target.writing():
        devices.remember(target, device.public, source.unit)
        return journal.append_foreign(target, [commits.from_wire(line) for line in lines], source.unit)


def test_commits_of_a_station_make_the_same_rows_at_the_county(store, tmp_path, noon):
    visit = a_visit(found="abc", living=("fire", "power"))
    visit.save()
    visit.living = ("power",)
    visit.save()
    county = other_station(tmp_path, noon)
    taken_over(store, county)
    with county:
        there = Visit.get_by_id(visit.id)
        assert (there.found, there.living, there.station) == ("abc", ("power",), store.unit)
        assert proof.check(county) == []
    county.close()


def test_taking_the_same_commits_in_twice_changes_nothing(store, tmp_path, noon):
    a_visit().save()
    county = other_station(tmp_path, noon)
    new, known = taken_over(store, county)
    before = proof.digest(county)
    assert taken_over(store, county) == (0, new + known)
    assert proof.digest(county) == before
    county.close()


def test_what_is_not_shown_is_marked_withheld_not_empty(store, tmp_path, noon):
    visit = a_visit(found="secret")
    visit.save()
    county = other_station(tmp_path, noon)

    def shows(op):
        question = register.BY_TABLE[op[0]].questions().get(op[2])
        return question is None or question.upward

    taken_over(store, county, shows)
    with county:
        there = Visit.get_by_id(visit.id)
        assert there.found is None and "found" in there.withheld and there.day == visit.day
        assert proof.check(county) == []
        replay.rebuild(county)
        assert "found" in Visit.get_by_id(visit.id).withheld
    county.close()


def test_a_station_cannot_change_a_row_of_another(store, tmp_path, noon):
    visit = a_visit()
    visit.save()
    county, thief = other_station(tmp_path, noon, "county"), other_station(tmp_path, noon, "thief")
    taken_over(store, county)
    with thief:
        Visit(
            id=visit.id, household=uuid7(), day=date(2026, 9, 1), way="door", kind="regular", visitors=(uuid7(),)
        ).save()
    before = proof.digest(county)
    with pytest.raises(journal.NotTheirs):
        taken_over(thief, county)
    assert proof.digest(county) == before
    county.close()
    thief.close()


def test_check_names_an_altered_commit(store):
    visit = a_visit(found="abc")
    visit.save()
    store.db.execute_sql("UPDATE journal SET body = replace(body, 'abc', 'xyz')")
    assert any("contents do not fit" in problem for problem in proof.check(store))


def test_check_names_a_missing_commit(store):
    for _ in range(3):
        a_visit().save()
    store.db.execute_sql("DELETE FROM journal WHERE seq = 3")
    assert any("missing" in problem for problem in proof.check(store))


def test_check_names_a_table_that_differs(store):
    visit = a_visit(found="abc")
    visit.save()
    with store.writing():
        store.db.execute_sql("UPDATE visit SET found = 'forged'")
    assert any(str(visit.id) in problem for problem in proof.check(store))


def test_a_question_added_to_a_form_is_one_line_and_needs_no_migration(store, noon):
    visit = a_visit(found="before")
    visit.save()
    folder = store.folder
    store.close()
    Visit._meta.add_field("mood", Choice(N_("Mood"), "risk_level", listed=True))
    try:
        with station.open_station(folder, tables=register.BY_TABLE, clock=lambda: noon) as again:
            old = Visit.get_by_id(visit.id)
            assert (old.found, old.mood) == ("before", None)
            old.mood = "2"
            old.save()
            assert Visit.get_by_id(visit.id).mood == "2"
            assert proof.check(again) == []
        again.close()
    finally:
        Visit._meta.remove_field("mood")
        del Visit.mood


def test_a_question_taken_away_is_rebuilt_from_the_journal(store, noon):
    visit = a_visit(found="before", done="kept in the journal")
    visit.save()
    folder = store.folder
    store.close()
    question = Visit._meta.fields["done"]
    Visit._meta.remove_field("done")
    try:
        with station.open_station(folder, tables=register.BY_TABLE, clock=lambda: noon) as again:
            assert "done" not in projection.shape_on_disk(again)["visit"]
            assert proof.check(again) == []
        again.close()
    finally:
        Visit._meta.add_field("done", question)
    with station.open_station(folder, tables=register.BY_TABLE, clock=lambda: noon) as again:
        assert Visit.get_by_id(visit.id).done == "kept in the journal"
    again.close()


def test_a_file_of_a_newer_program_is_refused_in_words(store):
    folder = store.folder
    store.set_meta("schema", "99")
    store.close()
    with pytest.raises(NewerDatabase):
        station.open_station(folder, tables=register.BY_TABLE)


def test_row_ids_are_version_7_and_rise_with_time():
    ids = [uuid7() for _ in range(50)]
    assert {(one.version, one.variant) for one in ids} == {(7, RFC_4122)}
    assert ids[0].int >> 80 <= ids[-1].int >> 80


def test_households_and_visits_share_one_journal(store):
    Household.new(head="王𠮷明", village="河口村").save()
    assert store.db.execute_sql("SELECT count(*) FROM journal").fetchone()[0] == 3


def test_what_fails_inside_a_larger_piece_of_work_takes_only_itself_back(store):
    before, after = a_visit(), a_visit()
    with store.writing():
        before.save()
        with pytest.raises(ZeroDivisionError), store.writing():
            a_visit().save()
            raise ZeroDivisionError
        after.save()
    assert {row.id for row in Visit.alive(Visit.id)} == {before.id, after.id}
    assert proof.check(store) == []


def test_nothing_gets_round_the_journal_after_work_that_failed(store):
    visit = a_visit()
    visit.save()
    with pytest.raises(ZeroDivisionError), store.writing():
        raise ZeroDivisionError
    with pytest.raises(OutsideJournal):
        store.db.execute_sql("UPDATE visit SET deleted = 1")


def test_while_one_thread_writes_no_other_gets_round_the_journal(store):
    a_visit(found="told").save()

    def forge():
        try:
            with pytest.raises(OutsideJournal):
                store.db.execute_sql("UPDATE visit SET deleted = 1")
            return Visit.alive().count()
        finally:
            store.db.close()

    with store.writing(), ThreadPoolExecutor(1) as other:
        a_visit(found="in hand").save()
        assert other.submit(forge).result() == 1
    assert Visit.alive().count() == 2


def test_an_inner_piece_of_work_that_failed_leaves_the_outer_one_whole(store):
    with store.writing():
        a_visit(found="before").save()
        with pytest.raises(ZeroDivisionError), store.writing():
            a_visit(found="failed").save()
            raise ZeroDivisionError
        a_visit(found="after").save()
    assert sorted(visit.found for visit in Visit.alive()) == ["after", "before"]
