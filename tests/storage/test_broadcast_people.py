"""Broadcasts and people: two are one, somebody leaves, years pass; and the numbers that stay."""

from datetime import timedelta

import pytest

from storage import (
    broadcast_limits,
    broadcast_messages,
    broadcast_people,
    broadcast_retention,
    broadcast_trail,
    broadcasts,
    links,
    outbox,
    people,
    recipients,
    sending,
)
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.recipients import GONE, LEFT_OUT, SENT
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, HOUR, NOW, community, new_person
from tests.storage.test_recipients import fed, standing, written

YEAR = timedelta(days=365)


def both(tx: Transaction, broadcast: Broadcast) -> tuple[int, int, int, int]:
    """Two people with a message on its way each, who will turn out to be one: their ids and those of their rows."""
    (one, first), (two, second) = fed(tx, broadcast, 2)
    assert first.person_id is not None and second.person_id is not None
    return first.person_id, one, second.person_id, two


async def test_what_one_channel_got_the_other_does_not_get_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        into, one, gone, two = both(tx, written(tx))
        recipients.outcome(tx, two, SENT, NOW)
        recipients.answer(tx, two, recipients.HELP, NOW)
        links.merge_people(tx, into, gone, NOW)
        kept = recipients.read(tx, one)
        assert kept is not None and (kept.state, kept.answer, kept.sent_at) == (SENT, recipients.HELP, NOW)
        assert standing(tx, two) == (LEFT_OUT, "merged")
        assert [each.recipient_id for each in sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "me", NOW)] != [one]

    await database.turn(work)


async def test_what_waits_for_the_second_channel_does_not_leave(database: Database) -> None:
    def work(tx: Transaction) -> None:
        into, one, gone, two = both(tx, written(tx))
        person = people.read(tx, gone)
        person.state = "merged"
        links.merge_people(tx, into, gone, NOW)
        people.save(tx, person)
        claimed = sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "me", NOW)
        assert [each.recipient_id for each in claimed] == [one]
        assert standing(tx, two)[0] == LEFT_OUT

    await database.turn(work)


async def test_an_answer_is_not_written_over(database: Database) -> None:
    def work(tx: Transaction) -> None:
        into, one, gone, two = both(tx, written(tx, silent_after=HOUR))
        for row, answer in ((one, recipients.KNOWN), (two, recipients.CANNOT)):
            recipients.outcome(tx, row, SENT, NOW)
            recipients.answer(tx, row, answer, NOW)
        links.merge_people(tx, into, gone, NOW)
        kept = recipients.read(tx, one)
        assert kept is not None and kept.answer == recipients.KNOWN
        assert recipients.due(tx, NOW + DAY, 9) == []

    await database.turn(work)


async def test_whoever_leaves_gets_nothing_and_is_waited_for_by_nobody(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx, silent_after=HOUR)
        (one, address), (two, other) = fed(tx, broadcast, 2)
        recipients.outcome(tx, two, SENT, NOW)
        for each in (address, other):
            assert each.person_id is not None
            broadcast_people.leave(tx, each.person_id)
        assert standing(tx, one) == (LEFT_OUT, "left") and standing(tx, two)[0] == SENT
        assert recipients.due(tx, NOW + DAY, 9) == [] and recipients.all_done(tx, broadcast.id)

    await database.turn(work)


async def test_of_an_old_list_only_numbers_are_left(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        rows = [row for row, _ in fed(tx, broadcast, 5)]
        for row in rows[:3]:
            recipients.outcome(tx, row, SENT, NOW)
        recipients.answer(tx, rows[0], recipients.HELP, NOW)
        for row in rows[3:]:
            recipients.outcome(tx, row, GONE, NOW, "blocked")
        before = {(each.state, each.answer, each.number) for each in recipients.counts(tx, broadcast.id)}
        assert before == {(SENT, None, 2), (SENT, recipients.HELP, 1), (GONE, None, 2)}
        broadcasts.end(tx, broadcast.id, NOW)
        assert broadcast_retention.oldest_ended(tx, broadcasts.ROUTINE, NOW) is None
        assert broadcast_retention.oldest_ended(tx, broadcasts.EMERGENCY, NOW + DAY) is None
        assert broadcast_retention.oldest_ended(tx, broadcasts.ROUTINE, NOW + DAY) == broadcast.id
        assert [broadcast_retention.into_numbers(tx, broadcast.id, 3) for _ in range(3)] == [3, 2, 0]
        after = {(each.state, each.answer, each.number) for each in recipients.counts(tx, broadcast.id)}
        assert after == before
        assert tx.get("SELECT COUNT(*) AS n FROM recipients")["n"] == 0

    await database.turn(work)


async def test_its_words_and_its_trail_go_with_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        shared = outbox.share(tx, '{"t":["hello"]}', NOW)
        broadcast_messages.name(tx, broadcast, broadcast_messages.FIRST, shared)
        broadcast_trail.add(tx, broadcast.id, "planned", None, NOW)
        broadcasts.end(tx, broadcast.id, NOW)
        assert broadcast_retention.drop_bodies(tx, NOW + YEAR, 9) == 0
        broadcast_retention.forget(tx, broadcast.id)
        assert "停水" not in broadcasts.get(tx, broadcast.id).body
        assert broadcast_trail.of_broadcast(tx, broadcast.id) == []
        assert broadcast_retention.oldest_ended(tx, broadcasts.ROUTINE, NOW + YEAR) is None
        assert broadcast_retention.drop_bodies(tx, NOW, 9) == 0
        assert broadcast_retention.drop_bodies(tx, NOW + YEAR, 9) == 1

    await database.turn(work)


async def test_a_body_that_the_outbox_says_stays(database: Database) -> None:
    def work(tx: Transaction) -> None:
        fed(tx, written(tx), 1)
        assert broadcast_retention.drop_bodies(tx, NOW + YEAR, 9) == 0

    await database.turn(work)


@pytest.mark.parametrize("state, stays", [("draft", False), ("proposed", False), ("refused", False), ("planned", True)])
async def test_what_was_never_sent_goes(database: Database, state: str, stays: bool) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        values = {"place_id": place.estate.id, "drafter_id": place.resident.id, "kind": "routine", "audience": "{}"}
        made = broadcasts.create(tx, **values, body='{"words": "停水"}', words="停水", now=NOW)  # type: ignore[arg-type]
        if state != broadcasts.DRAFT:
            assert broadcasts.move(tx, made.id, broadcasts.DRAFT, state)
        assert broadcast_retention.unsent(tx, NOW, 9) == []
        assert broadcast_retention.unsent(tx, NOW + DAY, 9) == ([] if stays else [made.id])
        assert broadcast_retention.unsent_of(tx, place.resident.id) == ([] if stays else [made.id])
        broadcast_retention.drop_draft(tx, made.id)
        assert "停水" not in broadcasts.get(tx, made.id).body

    await database.turn(work)


async def test_the_limit_of_the_nearest_place_counts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        assert broadcast_limits.of(tx, place.estate) == broadcast_limits.USUAL
        broadcast_limits.write(tx, place.district.id, 50, place.resident.id, NOW)
        broadcast_limits.write(tx, place.estate.id, 5, place.resident.id, NOW)
        broadcast_limits.write(tx, place.estate.id, 6, place.resident.id, NOW)
        assert [broadcast_limits.of(tx, each) for each in (place.estate, place.other_estate)] == [6, 50]

    await database.turn(work)


async def test_those_who_wait_for_their_week_are_counted(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        for _ in range(3):
            assert recipients.add(tx, broadcast.id, new_person(tx).id, broadcast.place_id)
        for each in recipients.queue(tx, broadcast.id, 2):
            recipients.hold(tx, each.id, NOW + DAY)
        assert (recipients.count_held(tx, broadcast.id, 9), recipients.count_held(tx, broadcast.id, 1)) == (2, 1)
        assert not recipients.all_done(tx, broadcast.id)
        recipients.release(tx, broadcast.id, NOW + DAY, 9)
        assert recipients.count_held(tx, broadcast.id, 9) == 0

    await database.turn(work)


async def test_broadcasts_of_one_person_are_found(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        ((row, address),) = fed(tx, broadcast, 1)
        assert address.person_id is not None
        recipients.outcome(tx, row, SENT, NOW)
        (got,) = broadcast_people.of_person(tx, address.person_id, 9)
        assert (got.broadcast_id, got.state, got.sent_at) == (broadcast.id, SENT, NOW)
        assert broadcast_people.count(tx, address.person_id) == 1
        assert broadcast_people.count_drafted(tx, broadcast.drafter_id) == 1

    await database.turn(work)
