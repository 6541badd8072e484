"""A file written by an older program: forms and questions that it lacks are added at opening, nothing is lost."""

import pytest

from models import backups, database, proof, register, restoring, station
from models.engine import OutsideJournal
from models.people.household import Household
from models.services.visit import Visit


@pytest.fixture
def older(tmp_path):
    """A station folder without some forms, and with visits that lack questions, indexed ones too."""
    folder = tmp_path / "older"
    store, _ = station.set_up(
        folder, tables=register.BY_TABLE, name="云岭镇社工站", short="0417",
        users=[station.NewUser("韦敏", "", "lead")], training=True,
    )  # fmt: skip
    with store:
        household = Household.new(head="石有田")
        household.save()
        Visit.new(household=household.id, visitors=(store.user,), found="柴草").save()
        with store.writing():
            _older_shape(store.db)
            _guard_of_version_0_1(store.db)
    store.close()
    return folder


def _older_shape(db):
    for index in db.get_indexes("visit"):
        if set(index.columns) & {"todo_day", "todos", "leads"}:
            db.execute_sql(f'DROP INDEX "{index.name}"')
    for column in ("todo_day", "todos", "leads"):
        db.execute_sql(f'ALTER TABLE visit DROP COLUMN "{column}"')
    for table in ("referral", "meeting", "scale_result"):
        db.execute_sql(f'DROP TABLE "{table}"')


def _guard_of_version_0_1(db):
    db.execute_sql("CREATE TABLE guard(open INTEGER NOT NULL)")
    db.execute_sql("INSERT INTO guard VALUES (0)")
    for event in ("INSERT", "UPDATE", "DELETE"):
        db.execute_sql(
            f'CREATE TRIGGER "guard_visit_{event.lower()}" BEFORE {event} ON "visit" WHEN (SELECT open FROM guard) = 0 '
            "BEGIN SELECT RAISE(ABORT, 'write outside the journal'); END"
        )


def test_forms_and_questions_that_are_missing_are_added_and_what_was_there_stays(older):
    store = station.open_station(older, tables=register.BY_TABLE)
    try:
        with store:
            assert Visit.alive().get().found == "柴草"
            assert {"todo_day", "todos"} <= {column.name for column in store.db.get_columns("visit")}
            assert store.db.table_exists("referral") and store.db.table_exists("meeting")
            assert any("todo_day" in index.columns for index in store.db.get_indexes("visit"))
            assert proof.check(store) == []
    finally:
        store.close()


def test_before_the_file_is_changed_a_back_up_is_made(older):
    station.open_station(older, tables=register.BY_TABLE).close()
    assert list((older / "back-ups").glob("*.tzbak"))


def test_a_file_with_the_guard_of_version_0_1_is_written_on(older):
    store = station.open_station(older, tables=register.BY_TABLE)
    with store:
        visit = Visit.alive().get()
        visit.found = "灶台"
        visit.save()
        with pytest.raises(OutsideJournal):
            Visit.update(found="forged").execute()
        assert proof.check(store) == []
    store.close()


def test_a_back_up_with_the_guard_of_version_0_1_is_put_back(older, tmp_path):
    path = backups.back_up(database.open_database(older, None))
    restoring.restore(path, tmp_path / "again")
    store = station.open_station(tmp_path / "again", tables=register.BY_TABLE)
    with store:
        assert Visit.alive().get().found == "柴草"
    store.close()


def test_a_file_that_fits_is_not_touched(older):
    station.open_station(older, tables=register.BY_TABLE).close()
    made = set((older / "back-ups").iterdir())
    station.open_station(older, tables=register.BY_TABLE).close()
    assert set((older / "back-ups").iterdir()) == made


def test_indexes_become_those_that_the_forms_declare(older):
    station.open_station(older, tables=register.BY_TABLE).close()
    store = station.open_station(older, tables=register.BY_TABLE)
    with store:
        store.db.execute_sql("DROP INDEX visit_day")
        store.db.execute_sql("CREATE INDEX visit_gone ON visit(way)")
    store.close()
    store = station.open_station(older, tables=register.BY_TABLE)
    with store:
        names = {index.name for index in store.db.get_indexes("visit")}
    store.close()
    assert "visit_day" in names and "visit_gone" not in names
