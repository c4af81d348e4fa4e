"""Life notes and thoughts in the tables: kept, changed with and without what was before, forgotten, merged."""

from datetime import datetime, timedelta

from storage import cards, life_notes, places, thoughts
from storage.cards import About
from storage.database import Database
from storage.life_notes import Known, LifeNote
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, community, new_person

ALONE = Known("family", "visit", "一个人住，女儿周末来")
STAIRS = Known("difficulties", "self", "下楼要人扶")
SHOP = Known("work", "neighbour", "在菜场看摊")


def only(tx: Transaction, person_id: int) -> LifeNote:
    (note,) = life_notes.of_person(tx, person_id, 9)
    return note


async def test_notes_come_topic_by_topic(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        member, liaison, other = (new_person(tx, name=name) for name in ("老何", "小林", "老郑"))
        for known in (STAIRS, SHOP, ALONE):
            life_notes.create(tx, member.id, place, known, liaison.id, NOW)
        life_notes.create(tx, other.id, place, ALONE, liaison.id, NOW)
        found = life_notes.of_person(tx, member.id, 9)
        assert [note.known for note in found] == [ALONE, SHOP, STAIRS]
        assert {(note.author_id, note.written_at, note.confirmed_at) for note in found} == {(liaison.id, NOW, NOW)}
        assert life_notes.count(tx, member.id) == 3
        assert [life_notes.about(tx, note.id) for note in found] == [member.id] * 3
        assert life_notes.forget(tx, member.id) == 3
        assert (life_notes.count(tx, member.id), life_notes.count(tx, other.id)) == (0, 1)

    await database.turn(work)


async def test_a_change_keeps_what_was_before_or_leaves_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        member, liaison = new_person(tx, name="老何"), new_person(tx, name="小林")
        number = life_notes.create(tx, member.id, place, ALONE, liaison.id, NOW)
        for n, known in enumerate((SHOP, STAIRS), 1):
            note = life_notes.lock(tx, number)
            assert note is not None
            life_notes.change(tx, note, known, liaison.id, NOW + n * DAY, keep=True)
        before = life_notes.versions(tx, number, 9)
        assert [(each.known, each.written_at) for each in before] == [(SHOP, NOW + DAY), (ALONE, NOW)]
        note = only(tx, member.id)
        assert (note.known, note.written_at, note.confirmed_at) == (STAIRS, NOW + 2 * DAY, NOW + 2 * DAY)
        life_notes.change(tx, note, ALONE, member.id, NOW + 3 * DAY, keep=False)
        assert life_notes.versions(tx, number, 9) == []
        assert only(tx, member.id).author_id == member.id

    await database.turn(work)


async def test_a_note_is_confirmed_and_removed(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        member, liaison = new_person(tx, name="老何"), new_person(tx, name="小林")
        first = life_notes.create(tx, member.id, place, ALONE, liaison.id, NOW)
        second = life_notes.create(tx, member.id, place, SHOP, liaison.id, NOW)
        life_notes.confirm(tx, first, NOW + DAY)
        when = {note.id: note.confirmed_at for note in life_notes.of_person(tx, member.id, 9)}
        assert when == {first: NOW + DAY, second: NOW}
        assert life_notes.confirm_all(tx, member.id, place, NOW + 2 * DAY) == 2
        assert life_notes.confirm_all(tx, liaison.id, place, NOW + 2 * DAY) == 0
        assert life_notes.remove(tx, first) and not life_notes.remove(tx, first)
        assert (life_notes.lock(tx, first), life_notes.about(tx, first)) == (None, None)
        assert only(tx, member.id).id == second

    await database.turn(work)


async def test_another_station_has_what_is_passed_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place, there = community(tx).estate.id, places.write(tx, "l", None, "community", "柳堤", "Liudi", 1).id
        member, liaison = new_person(tx, name="老何"), new_person(tx, name="小林")
        life_notes.create(tx, member.id, place, ALONE, liaison.id, NOW)
        assert life_notes.pass_on(tx, member.id, place) == 0
        assert life_notes.confirm_all(tx, member.id, there, NOW + DAY) == 0
        assert life_notes.pass_on(tx, member.id, there) == 1
        assert only(tx, member.id).place_id == there

    await database.turn(work)


async def test_what_nobody_confirmed_goes_slice_by_slice(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        member, liaison = new_person(tx, name="老何"), new_person(tx, name="小林")
        old = [life_notes.create(tx, member.id, place, ALONE, liaison.id, NOW) for _ in range(3)]
        note = life_notes.lock(tx, old[0])
        assert note is not None
        life_notes.change(tx, note, SHOP, liaison.id, NOW + 5 * DAY, keep=True)
        assert life_notes.drop_unconfirmed(tx, NOW + DAY, 1) == 1
        assert life_notes.drop_unconfirmed(tx, NOW + DAY, 9) == 1
        assert life_notes.drop_unconfirmed(tx, NOW + DAY, 9) == 0
        assert life_notes.drop_versions(tx, NOW, 9) == 0
        assert life_notes.drop_versions(tx, NOW + DAY, 9) == 1
        assert only(tx, member.id).known == SHOP

    await database.turn(work)


async def test_a_thought_has_one_author_and_twelve_months(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        member, other = new_person(tx, name="老何"), new_person(tx, name="老郑")
        thoughts.write(tx, member.id, place.estate.id, "想多和人说说话", NOW)
        thoughts.write(tx, member.id, place.estate.id, "想学画画", NOW + DAY)
        found = thoughts.read(tx, member.id, NOW + 2 * DAY)
        assert found is not None and (found.words, found.place_id) == ("想学画画", place.estate.id)
        assert found.until == NOW + 366 * DAY
        assert thoughts.read(tx, other.id, NOW) is None
        almost = NOW + 366 * DAY - timedelta(seconds=1)
        assert thoughts.read(tx, member.id, almost) is not None and thoughts.over(tx, almost, 9) == []
        over = NOW + 366 * DAY
        assert thoughts.read(tx, member.id, over) is None and thoughts.over(tx, over, 9) == [member.id]
        assert thoughts.forget(tx, member.id) and not thoughts.forget(tx, member.id)

    await database.turn(work)


def closed(tx: Transaction, person_id: int, place_id: int, at: datetime) -> None:
    card = cards.create(
        tx,
        number=str(person_id),
        token=f"t{person_id}",
        person_id=person_id,
        place_id=place_id,
        liaison_id=None,
        deputy_id=None,
        about=About(),
        source="chat",
        now=NOW,
    )
    cards.close(tx, card.id, "moved", at)


async def test_whose_card_was_closed_is_found_in_its_time(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        member, quiet = new_person(tx, name="老何"), new_person(tx, name="老郑")
        closed(tx, member.id, place, NOW + DAY)
        closed(tx, quiet.id, place, NOW + DAY)
        life_notes.create(tx, member.id, place, ALONE, quiet.id, NOW)
        thoughts.write(tx, member.id, place, "想学画画", NOW)
        for search in (life_notes.of_closed_cards, thoughts.of_closed_cards):
            assert search(tx, NOW, NOW + DAY, 9) == []
            assert search(tx, NOW, NOW + 2 * DAY, 9) == [member.id]
            assert search(tx, NOW + DAY, NOW + 2 * DAY, 9) == []

    await database.turn(work)


async def test_two_who_are_one_keep_what_is_known(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx).estate.id
        into, gone = new_person(tx, name="老何"), new_person(tx, name="何老师")
        life_notes.create(tx, gone.id, place, ALONE, gone.id, NOW)
        thoughts.write(tx, gone.id, place, "想学画画", NOW)
        life_notes.merge(tx, into.id, gone.id)
        thoughts.merge(tx, into.id, gone.id, NOW)
        assert only(tx, into.id).author_id == into.id
        kept = thoughts.read(tx, into.id, NOW)
        assert kept is not None and kept.words == "想学画画"
        thoughts.write(tx, gone.id, place, "另一句", NOW)
        thoughts.merge(tx, into.id, gone.id, NOW)
        assert thoughts.read(tx, into.id, NOW) == kept and thoughts.read(tx, gone.id, NOW) is None

    await database.turn(work)
