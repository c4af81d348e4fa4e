"""Sealing: what is sealed opens only with its key, in its place, and unchanged; the key file and its care."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import people
from storage.database import Database
from storage.errors import KeyTrouble, SealBroken
from storage.phones import Phone
from storage.sealing import Keyring, load_keyring, make_keyring, save_keyring
from storage.transaction import Transaction
from tests.storage.samples import new_person

RING = Keyring.fresh()
PLACES = st.text(max_size=30)


@given(place=PLACES, value=st.binary(max_size=2000))
def test_what_is_sealed_opens_in_its_place(place: str, value: bytes) -> None:
    sealed = RING.seal(place, value)
    assert RING.open(place, sealed) == value
    assert len(value) < 4 or value not in sealed


@given(place=PLACES, other=PLACES, value=st.binary(max_size=50))
def test_it_opens_in_no_other_place(place: str, other: str, value: bytes) -> None:
    if place != other:
        with pytest.raises(SealBroken):
            RING.open(other, RING.seal(place, value))


@given(value=st.binary(max_size=50), data=st.data())
def test_a_changed_bit_breaks_it(value: bytes, data: st.DataObject) -> None:
    sealed = bytearray(RING.seal("a:1", value))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        RING.open("a:1", bytes(sealed))


@given(value=st.binary(max_size=50), data=st.data())
def test_a_piece_of_it_does_not_open(value: bytes, data: st.DataObject) -> None:
    sealed = RING.seal("a:1", value)
    with pytest.raises(SealBroken):
        RING.open("a:1", sealed[: data.draw(st.integers(0, len(sealed) - 1))])


@given(garbage=st.binary(max_size=100))
def test_garbage_does_not_open(garbage: bytes) -> None:
    with pytest.raises(SealBroken):
        RING.open("a:1", garbage)


def test_the_same_words_are_never_sealed_the_same() -> None:
    assert len({RING.seal("a:1", b"x") for _ in range(100)}) == 100


def test_another_ring_does_not_open_it() -> None:
    with pytest.raises(SealBroken):
        Keyring.fresh().open("a:1", RING.seal("a:1", b"x"))


def test_an_old_key_opens_and_the_new_one_seals() -> None:
    old = RING.seal("a:1", b"x")
    both = RING.with_new_key()
    assert both.open("a:1", old) == b"x"
    assert not both.is_newest(old)
    new = both.seal("a:1", b"x")
    assert both.is_newest(new)
    assert both.without_old_keys().open("a:1", new) == b"x"
    with pytest.raises(SealBroken):
        both.without_old_keys().open("a:1", old)
    with pytest.raises(SealBroken):
        RING.open("a:1", new)


def test_hashes_need_the_key_and_purposes_differ() -> None:
    other = Keyring.fresh()
    assert RING.keyed_hash(b"x") == RING.with_new_key().keyed_hash(b"x") != other.keyed_hash(b"x")
    assert len({RING.derive("a"), RING.derive("b"), other.derive("a"), RING.keyed_hash(b"a"), RING.lookup}) == 5


def test_no_key_is_shown_by_accident() -> None:
    name, key = RING.sealing[0]
    assert repr(key) not in repr(RING) and repr(RING.lookup) not in repr(RING) and repr(name) not in repr(RING)


async def test_a_value_moved_to_another_row_or_column_does_not_open(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int, int]:
        first, second = new_person(tx, name="王秀英"), new_person(tx, name="李建国")
        move = "UPDATE people SET name_sealed = (SELECT name_sealed FROM people WHERE id = :a) WHERE id = :b"
        tx.run(move, a=first.id, b=second.id)
        tx.run("UPDATE people SET door_sealed = name_sealed WHERE id = :a", a=first.id)
        return first.id, second.id

    for moved in await database.turn(work):
        with pytest.raises(SealBroken) as broken:
            await database.read(lambda tx, moved=moved: people.read(tx, moved))  # type: ignore[misc]
        assert "王秀英" not in str(broken.value)


async def test_a_phone_is_found_by_its_hash(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int, int]:
        return new_person(tx, phone="+8613800138000").id, new_person(tx, phone="+8613800138000").id

    first, second = await database.turn(work)
    await database.turn(lambda tx: new_person(tx, phone="+8613900139000"))
    found = await database.read(lambda tx: people.with_phone(tx, Phone("+8613800138000")))
    assert [person.id for person in found] == [first, second]
    assert await database.read(lambda tx: people.with_phone(tx, Phone("+8613700137000"))) == []


NO_PHONES = ["13800138000", "+0138001380", "+86 138 0013 8000", "", "+", "+861", "+8613800138000\n"]


@pytest.mark.parametrize("text", NO_PHONES)
def test_other_forms_of_numbers_are_no_phones(text: str) -> None:
    with pytest.raises(ValueError, match=r"E\.164"):
        Phone(text)


def test_a_phone_is_not_shown_by_accident() -> None:
    assert "138" not in repr(Phone("+8613800138000")) + repr(people.Person(1, phone=Phone("+8613800138000")))


def test_the_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "linli.keys"
    ring = make_keyring(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_keyring(path) == make_keyring(path) == ring
    save_keyring(path, ring.with_new_key())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(load_keyring(path).sealing) == 2
    assert [child.name for child in path.parent.iterdir()] == ["linli.keys"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "linli.keys"
    make_keyring(path)
    path.chmod(mode)
    with pytest.raises(KeyTrouble, match="chmod 600"):
        load_keyring(path)


def test_a_missing_key_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeyTrouble, match=r"missing.*LINLI_KEY_FILE"):
        load_keyring(tmp_path / "linli.keys")
    with pytest.raises(KeyTrouble):
        load_keyring(tmp_path)


SHORT = '{"sealing": [{"name": "00000000", "key": "AAAA"}], "lookup": "AAAA"}'
NO_KEYS = '{"sealing": [], "lookup": ""}'


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "no json", SHORT, RING.render()[:-40], NO_KEYS])
def test_a_file_that_is_no_key_file_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "linli.keys"
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    with pytest.raises(KeyTrouble):
        load_keyring(path)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "linli.keys"
    path.write_bytes(b"\xff\xfe\x00")
    path.chmod(0o600)
    with pytest.raises(KeyTrouble):
        load_keyring(path)


def test_two_who_start_at_once_make_one_key(tmp_path: Path) -> None:
    for attempt in range(20):
        path = tmp_path / f"{attempt}.keys"
        with ThreadPoolExecutor(4) as threads:
            rings = list(threads.map(make_keyring, [path] * 4))
        assert rings == [load_keyring(path)] * 4


def test_a_ring_survives_its_file() -> None:
    ring = RING.with_new_key()
    assert Keyring.parse(ring.render()) == ring
