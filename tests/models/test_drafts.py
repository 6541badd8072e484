from uuid import uuid4

from models import drafts, proof, replay
from models.people.household import Household

ANSWERS = {"head": "欧𠮷明", "count": 3, "note": "两行\n字", "seen": ["a", "b"]}


def test_a_draft_comes_back_as_it_was_kept(store, noon):
    row = uuid4()
    drafts.keep(store, "household", row, ANSWERS, caret="note:4")
    kept = drafts.of(store, "household", row)
    assert (kept.form, kept.record, kept.data, kept.caret, kept.at) == ("household", row, ANSWERS, "note:4", noon)


def test_the_latest_draft_takes_the_place_of_the_one_before(store):
    row = uuid4()
    drafts.keep(store, "household", row, {"head": "欧"})
    drafts.keep(store, "household", row, ANSWERS)
    assert [draft.data for draft in drafts.all(store)] == [ANSWERS]


def test_a_fresh_form_has_one_draft_of_its_kind(store):
    drafts.keep(store, "household", None, ANSWERS)
    drafts.keep(store, "visit", None, {"day": "2026-09-15"})
    assert drafts.of(store, "household", None).record is None
    assert len(drafts.all(store)) == 2


def test_a_draft_taken_or_dropped_is_gone(store):
    row = uuid4()
    drafts.keep(store, "household", row, ANSWERS)
    assert drafts.take(store, "household", row).data == ANSWERS
    assert drafts.take(store, "household", row) is None
    drafts.keep(store, "household", row, ANSWERS)
    drafts.drop(store, "household", row)
    drafts.drop(store, "household", row)
    assert drafts.all(store) == []


def test_each_user_sees_the_own_drafts_only(store):
    mine = store.user
    drafts.keep(store, "household", None, ANSWERS)
    store.user = uuid4()
    assert drafts.all(store) == [] and drafts.of(store, "household", None) is None
    drafts.drop(store, "household", None)
    store.user = mine
    assert drafts.of(store, "household", None)


def test_drafts_are_no_part_of_journal_digest_or_rebuild(store):
    before = proof.digest(store)
    drafts.keep(store, "household", None, ANSWERS)
    replay.rebuild(store)
    assert proof.digest(store) == before and not list(Household.alive())
    assert drafts.of(store, "household", None)
