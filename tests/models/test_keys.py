import json
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from models import key_slot, keys, lockout, register, station
from models.clock import SHANGHAI
from models.errors import UserError
from models.keys import FLOOR, Cost, KeySlots, Ring
from models.passwords import WeakPassword, refuse_weak

WEI, NONG = uuid4(), uuid4()
PASSWORD, OTHER = "竹林 und Regen 7", "stone-bridge-in-rain"


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 9, 15, 12, tzinfo=SHANGHAI)

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """(bytes of a key file with two passwords and a recovery code, its ring, the code): Argon2id is dear, so once."""
    path = tmp_path_factory.mktemp("keys") / "keyslots.json"
    slots, ring = KeySlots.create(path, uuid4()), Ring.new()
    slots.add_password(ring, WEI, "韦敏", PASSWORD, cost=FLOOR)
    slots.add_password(ring, NONG, "小农", OTHER, cost=FLOOR)
    code = slots.replace_recovery(ring)
    return path.read_bytes(), ring, code


@pytest.fixture
def path(tmp_path, made):
    path = tmp_path / "keyslots.json"
    path.write_bytes(made[0])
    return path


def test_each_password_and_the_recovery_code_give_the_same_ring(path, made):
    _, ring, code = made
    slots = KeySlots(path)
    assert slots.unlock(WEI, PASSWORD) == (ring, WEI)
    assert slots.unlock(NONG, OTHER) == (ring, NONG)
    assert slots.unlock(None, PASSWORD) == (ring, WEI)
    assert slots.unlock_recovery(code) == (ring, None)


def test_unlock_shows_labels_and_staff_in_the_order_they_came(path):
    assert [(slot.owner, slot.label) for slot in KeySlots(path).users()] == [(WEI, "韦敏"), (NONG, "小农")]


def test_a_ring_never_shows_itself():
    ring = Ring(b"k" * 32, b"b" * 32)
    assert "k" * 8 not in repr(ring) and repr(b"k" * 8) not in repr(ring)


def test_the_file_is_small_and_holds_neither_keys_nor_password(path, made):
    text, ring, code = made
    assert len(text) < 2500
    for secret in (ring.database.hex(), ring.backup.hex(), PASSWORD, code, code.replace("-", "")):
        assert secret.encode() not in text


def test_a_wrong_password_says_so(path):
    with pytest.raises(keys.WrongPassword):
        KeySlots(path).unlock(WEI, OTHER)
    with pytest.raises(keys.NoSuchUser):
        KeySlots(path).unlock(uuid4(), PASSWORD)


def test_a_code_of_another_station_says_so(path):
    with pytest.raises(keys.WrongRecoveryCode):
        KeySlots(path).unlock_recovery(keys.recovery_code.make())


# --- changing -------------------------------------------------------------------------------------------------------


def test_a_changed_password_takes_the_place_of_the_old_one(path, made):
    slots = KeySlots(path)
    slots.change_password(WEI, PASSWORD, "moss on the ninth step", cost=FLOOR)
    again = KeySlots(path)
    assert again.unlock(WEI, "moss on the ninth step")[0] == made[1]
    assert [slot.label for slot in again.users()].count("韦敏") == 1
    with pytest.raises(keys.WrongPassword):
        again.unlock(WEI, PASSWORD)


def test_a_removed_user_is_gone_from_file_and_copy(path):
    KeySlots(path).remove(NONG)
    for place in (path, path.with_suffix(".1")):
        assert NONG.hex not in place.read_text()
    with pytest.raises(keys.LastPassword):
        KeySlots(path).remove(WEI)


def test_a_new_recovery_code_ends_the_old_one(path, made):
    _, ring, old = made
    new = KeySlots(path).replace_recovery(ring)
    assert KeySlots(path).unlock_recovery(new)[0] == ring
    with pytest.raises(keys.WrongRecoveryCode):
        KeySlots(path).unlock_recovery(old)


def test_passwords_below_the_rule_are_not_taken(path, made):
    before = path.read_bytes()
    with pytest.raises(WeakPassword):
        KeySlots(path).add_password(made[1], WEI, "韦敏", "shegongzhan2026", cost=FLOOR)
    assert path.read_bytes() == before


def test_there_is_room_for_63_users_and_the_recovery_code(path, made):
    slots = KeySlots(path)
    slots._slots += [slots._slots[0]] * (keys.MOST_SLOTS - len(slots._slots))
    with pytest.raises(keys.TooManyUsers):
        slots.add_password(made[1], uuid4(), "新人", "moss on the ninth step", cost=FLOOR)


def test_the_calibrated_cost_stays_between_floor_and_ceiling():
    cost = key_slot.calibrated(0.0)
    assert cost == FLOOR
    assert key_slot.calibrated(0.3).memory <= keys.CEILING.memory


def test_a_code_that_people_wrote_down_before_the_station_was_made_becomes_its_code(path, made):
    code = keys.recovery_code.make()
    assert KeySlots(path).replace_recovery(made[1], code) == code
    assert KeySlots(path).unlock_recovery(code)[0] == made[1]


# --- damage and forgery ---------------------------------------------------------------------------------------------


def test_every_byte_flipped_leaves_a_refusal_or_the_true_ring(path, made):
    text, ring, code = made
    sound, refused, lost = KeySlots(path)._slots, 0, 0
    for at in range(len(text)):
        for flip in (1, 0x20, 0x80):
            path.write_bytes(text[:at] + bytes([text[at] ^ flip]) + text[at + 1 :])
            try:
                slots = KeySlots(path)
                assert all(slot in sound for slot in slots._slots)
                assert slots.unlock_recovery(code)[0] == ring
                lost += slots.damaged
            except UserError:
                refused += 1
    assert refused and lost


def test_every_truncation_is_refused(path, made):
    for end in range(len(made[0]) - 1):
        path.write_bytes(made[0][:end])
        with pytest.raises(keys.DamagedKeys):
            KeySlots(path)


def test_a_damaged_slot_leaves_the_others_usable(path, made):
    text, ring, code = made
    path.write_bytes(text.replace("韦敏".encode(), "韦民".encode()))
    slots = KeySlots(path)
    assert slots.damaged == 1
    assert slots.unlock(NONG, OTHER)[0] == ring
    assert slots.unlock_recovery(code)[0] == ring
    with pytest.raises(keys.DamagedSlot):
        slots.unlock(WEI, PASSWORD)


def test_the_copy_serves_when_the_file_is_damaged_or_gone(path, made):
    copy = path.with_suffix(".1")
    copy.write_bytes(made[0])
    for damage in (lambda: path.write_bytes(made[0][:700]), lambda: path.write_bytes(b""), path.unlink):
        damage()
        assert KeySlots(path).unlock_recovery(made[2])[0] == made[1]
    path.write_bytes(made[0].replace(b'"lanes":4', b'"lanes":5', 1))
    assert KeySlots(path).damaged == 0


def forged(path, change, which=0):
    """Edit one slot as somebody would who knows the format, check sum and all."""
    file = json.loads(path.read_bytes())
    file["slots"][which] |= change(file["slots"][which])
    slot = key_slot.Slot(**file["slots"][which])
    file["slots"][which]["sum"] = slot.summed(file["database"])
    path.write_text(json.dumps(file))


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: {"user": NONG.hex, "label": "小农"},
        lambda slot: {"label": "站长"},
        lambda slot: {"slot": "0" * 16},
        lambda slot: {"passes": slot["passes"] + 1},
        lambda slot: {"salt": "0" * 32},
        lambda slot: {"nonce": "0" * 24},
        lambda slot: {"wrapped": "0" * 160},
    ],
)
def test_an_edited_slot_opens_nothing(path, change):
    forged(path, change)
    slots = KeySlots(path)
    with pytest.raises(keys.WrongPassword):
        slots.unlock(slots.users()[0].owner, PASSWORD)


def test_slots_of_another_database_open_nothing(path, made):
    file = json.loads(made[0])
    file["database"] = uuid4().hex
    for slot in file["slots"]:
        slot["sum"] = key_slot.Slot(**slot).summed(file["database"])
    path.write_text(json.dumps(file))
    with pytest.raises(keys.WrongPassword):
        KeySlots(path).unlock(WEI, PASSWORD)
    with pytest.raises(keys.WrongRecoveryCode):
        KeySlots(path).unlock_recovery(made[2])


@pytest.mark.parametrize(
    "cost",
    [
        Cost(1024, 3, 4),
        Cost(FLOOR.memory, 1, 4),
        Cost(2**30, 3, 4),
        Cost(FLOOR.memory, 11, 4),
        Cost(FLOOR.memory, 3, 99),
    ],
)
def test_weak_and_absurd_costs_are_refused_before_anything_is_derived(path, cost, monkeypatch):
    forged(path, lambda slot: {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes})
    monkeypatch.setattr(key_slot, "Argon2id", None)
    with pytest.raises(keys.DamagedSlot):
        KeySlots(path).unlock(WEI, PASSWORD)


NO_SLOTS = b'{"format":"%s","database":"' + b"0" * 32 + b'","slots":[%s]}'


@pytest.mark.parametrize(
    "text",
    {
        "empty": b"",
        "empty object": b"{}",
        "deep": b"[" * 70000,
        "null": b"null",
        "not text": b"\xff" * 100,
        "other format": NO_SLOTS % (b"other", b""),
        "65 slots": NO_SLOTS % (b"taizhang/keyslots/1", b",".join([b"1"] * 65)),
        "too long": b" " * 70000 + NO_SLOTS % (b"taizhang/keyslots/1", b""),
    }.items(),
    ids=lambda item: item[0],
)
def test_what_is_no_key_file_is_refused(path, text):
    path.write_bytes(text[1])
    with pytest.raises(keys.DamagedKeys):
        KeySlots(path)


def test_a_newer_key_file_is_refused_in_words(path, made):
    path.write_bytes(made[0].replace(b"keyslots/1", b"keyslots/2"))
    with pytest.raises(keys.NewerKeys):
        KeySlots(path)


# --- pauses ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def pauses(tmp_path):
    clock = Clock()
    return lockout.Lockout(tmp_path / "lockout.json", clock), clock


def fail(pauses, times):
    for _ in range(times):
        pauses.failed("w")


def test_five_wrong_passwords_make_a_pause_that_doubles_to_a_quarter_of_an_hour(pauses):
    pauses, clock = pauses
    fail(pauses, 4)
    pauses.refuse_early("w")
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        pauses.failed("w")
        clock.wait(seconds - 1)
        with pytest.raises(lockout.LockedOut):
            pauses.refuse_early("w")
        clock.wait(1)
        pauses.refuse_early("w")


def test_a_pause_holds_one_user_only_and_survives_a_restart(pauses):
    pauses, clock = pauses
    fail(pauses, 5)
    pauses.refuse_early("n")
    with pytest.raises(lockout.LockedOut):
        lockout.Lockout(pauses.path, clock).refuse_early("w")


def test_a_clock_set_back_by_years_locks_nobody_out_for_longer(pauses):
    pauses, clock = pauses
    fail(pauses, 5)
    clock.wait(-10 * 365 * 86400)
    with pytest.raises(lockout.LockedOut):
        pauses.refuse_early("w")
    clock.wait(30)
    pauses.refuse_early("w")


def test_a_damaged_counter_file_keeps_nobody_out(pauses):
    pauses, _ = pauses
    fail(pauses, 5)
    pauses.path.write_bytes(b"\xff{")
    pauses.refuse_early("w")


def test_the_next_success_tells_of_the_failures_and_forgets_them(path):
    clock = Clock()
    slots = KeySlots(path, clock=clock)
    for _ in range(2):
        with pytest.raises(keys.WrongPassword):
            slots.unlock(NONG, "not this one")
    clock.wait(60)
    slots.unlock(NONG, OTHER)
    assert (slots.failures.count, slots.failures.when) == (2, clock.now - timedelta(seconds=60))
    slots.unlock(NONG, OTHER)
    assert slots.failures.count == 0


def test_during_a_pause_even_the_right_password_waits_and_the_recovery_code_does_not(path, made):
    clock = Clock()
    slots = KeySlots(path, clock=clock)
    for _ in range(5):
        slots._lockout.failed(WEI.hex)
    with pytest.raises(lockout.LockedOut):
        slots.unlock(WEI, PASSWORD)
    assert slots.unlock_recovery(made[2])[0] == made[1]
    clock.wait(30)
    assert slots.unlock(WEI, PASSWORD)[0] == made[1]


# --- the rule for passwords -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "password",
    [
        "", "short-one", "1234567890", "13812345678", "450102199001011234", "2026-11-20 10:00", "aaaaaaaaaaaa",
        "abcabcabcabc", "qwertyuiop", "poiuytrewq", "1qaz2wsx3edc", "abcdefghijk", "password123",
        "P@ssw0rd2026", "Shegong123456",
        "taizhang2026", "shegongzhan!!", "woaini5201314", "minzheng-admin", "admin@admin123", "admin12345", "x" * 1001,
        "Welcome2026", "!!!Iloveyou!!!", "wei min 2026",
    ],
)  # fmt: skip
def test_guessable_passwords_are_refused_with_a_sentence(password):
    with pytest.raises(WeakPassword):
        refuse_weak(password, "Wei Min")


@pytest.mark.parametrize(
    "password",
    [PASSWORD, OTHER, "moss on the ninth step", "zhulin-guxiang-7-ye", "Kx7#pQm2vT", "我家门前有三棵树和一条河"],
)
def test_passwords_of_several_words_are_taken(password):
    refuse_weak(password, "韦敏")


def test_who_came_in_by_the_recovery_code_may_set_a_password_without_the_old_one(tmp_path):
    store, code = station.set_up(
        tmp_path / "station",
        tables=register.BY_TABLE,
        name="云岭镇社工站",
        users=[station.NewUser("韦敏", "云岭的早晨有雾二月里")],
        cost=FLOOR,
    )
    user = store.user
    store.close()
    again = station.open_station(tmp_path / "station", tables=register.BY_TABLE, recovery=code)
    assert again.recovered and again.user == user
    KeySlots(again.folder / station.SLOTS).add_password(again.ring, user, "韦敏", "桃坞村的路今年修好了呀", cost=FLOOR)
    again.close()
    opened = station.open_station(
        tmp_path / "station", tables=register.BY_TABLE, user=user, password="桃坞村的路今年修好了呀"
    )
    assert not opened.recovered
    opened.close()
