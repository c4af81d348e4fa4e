"""The private line in the tables: what was said, where it was written, its files; and what remains after forgetting."""

from storage import forgetting, line, media, outbox, reveals, sending
from storage.database import Database
from storage.line import LineMessage, Said
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, NOW, Community, community, new_address, new_request, outgoing


def said_by_resident(
    tx: Transaction, place: Community, request_id: int, words: str = "几点来", message: str | None = "7", **more: object
) -> LineMessage:
    values = {"about_id": None, "phones": False, "media_ids": [], **more}
    return line.create(
        tx,
        request_id=request_id,
        sender_id=place.resident.id,
        address_id=place.resident_address.id,
        message=message,
        said=Said(words),
        now=NOW,
        **values,  # type: ignore[arg-type]
    )


async def test_what_was_said_comes_back_and_is_found_by_where_it_was_written(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request = new_request(tx, place.estate, place.resident)
        other = new_address(tx, "u2", person=place.volunteer)
        made = said_by_resident(tx, place, request.id)
        assert line.read(tx, made.id) == line.lock(tx, made.id) == made
        assert line.by_origin(tx, place.resident_address.id, "7") == made
        assert line.by_origin(tx, other.id, "7") is None
        key = line.key_of(made.id)
        assert line.written_as(tx, key, place.resident_address.id) == "7"
        assert line.written_as(tx, key, other.id) is None
        assert line.written_as(tx, "card:4711", place.resident_address.id) is None
        assert sending.shown_as(tx, key, other.id) is None

    await database.turn(work)


async def test_an_answer_is_shown_below_the_copy_that_was_sent_to_its_reader(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        other = new_address(tx, "u2", person=place.volunteer)
        made = said_by_resident(tx, place, new_request(tx, place.estate, place.resident).id)
        outbox.add(tx, outgoing(other, "copy", key=line.key_of(made.id)), NOW)
        (claimed,) = sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "holder", NOW)
        sending.mark(tx, claimed, "sent", NOW, sent_as="88")
        assert sending.shown_as(tx, line.key_of(made.id), other.id) == "88"
        assert line.id_in(outbox.key_of(tx, other.id, "88")) == made.id
        assert outbox.key_of(tx, other.id, "89") is None

    await database.turn(work)


async def test_files_keep_their_order_and_a_lost_one_is_known(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        files = [
            media.create(tx, kind="photo", mime="image/jpeg", size=1, now=NOW, account=ACCOUNT, file=f"f{n}")
            for n in range(3)
        ]
        order = [files[2], files[0], files[1]]
        made = said_by_resident(tx, place, new_request(tx, place.estate, place.resident).id, media_ids=order)
        media.fetched(tx, files[0], "d" * 64, "image/jpeg", 1)
        line.lose(tx, files[2])
        kept = line.media(tx, made.id)
        assert [(each.id, each.digest, each.lost) for each in kept] == [
            (files[2], None, True),
            (files[0], "d" * 64, False),
            (files[1], None, False),
        ]
        assert line.with_medium(tx, files[1]) == [made.id]

    await database.turn(work)


async def test_the_same_file_twice_in_an_album_is_one(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        file = media.create(tx, kind="photo", mime="image/jpeg", size=1, now=NOW, digest="d" * 64)
        made = said_by_resident(tx, place, new_request(tx, place.estate, place.resident).id, media_ids=[file, file])
        assert [each.id for each in line.media(tx, made.id)] == [file]

    await database.turn(work)


async def test_a_talk_ends_and_another_begins(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request = new_request(tx, place.estate, place.resident)
        first = said_by_resident(tx, place, request.id)
        assert line.not_ended(tx, request.id) == [first]
        line.end(tx, request.id)
        assert line.not_ended(tx, request.id) == []
        second = said_by_resident(tx, place, request.id, "还来吗", "8")
        assert line.not_ended(tx, request.id) == [second]
        assert [each.id for each in line.of_request(tx, request.id, 9)] == [first.id, second.id]
        assert [each.id for each in line.of_request(tx, request.id, 1)] == [second.id]

    await database.turn(work)


async def test_forgetting_a_request_or_a_person_leaves_nothing_of_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        file = media.create(tx, kind="photo", mime="image/jpeg", size=1, now=NOW, digest="d" * 64)
        requests = [new_request(tx, place.estate, place.resident) for _ in range(2)]
        made = [said_by_resident(tx, place, each.id, media_ids=[file]) for each in requests]
        assert forgetting.words_of(tx, requests[0].id) == [file]
        assert (line.read(tx, made[0].id), line.media(tx, made[0].id)) == (None, [])
        assert line.keys_of_sender(tx, place.resident.id) == [line.key_of(made[1].id)]
        assert forgetting.said_on_lines(tx, place.resident.id) == [file]
        assert (line.read(tx, made[1].id), line.media(tx, made[1].id)) == (None, [])

    await database.turn(work)


async def test_reveals_of_a_request_are_the_latest_first_and_no_others(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        one, other = (new_request(tx, place.estate, place.resident) for _ in range(2))
        shown = (place.resident.id, place.volunteer.id)
        reveals.add(tx, *shown, one.id, "address and phone", NOW)
        reveals.add(tx, *shown, one.id, "phone in words", NOW + DAY)
        reveals.add(tx, *shown, other.id, "address and phone", NOW)
        reveals.add(tx, *shown, None, "address and phone", NOW)
        assert [each.what for each in reveals.of_request(tx, one.id)] == ["phone in words", "address and phone"]
        assert len(reveals.of_request(tx, one.id, limit=1)) == 1

    await database.turn(work)
