"""The list of a broadcast: one body for all, looked at again as each is claimed, and what became of each."""

from datetime import timedelta

import pytest

from storage import addresses, broadcasts, outbox, people, recipients, sending
from storage.addresses import Address
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.outbox import Outgoing
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, HOUR, NOW, SECOND, community, new_address, new_person

TIMES = {"not_before": NOW - SECOND, "lane": 3, "body": "", "asks": True}


def written(tx: Transaction, kind: str = broadcasts.ROUTINE, **plan: timedelta) -> Broadcast:
    place = community(tx)
    silent = plan.get("silent_after")
    made = broadcasts.create(
        tx,
        place_id=place.estate.id,
        drafter_id=place.resident.id,
        kind=kind,
        body='{"words": "明天停水"}',
        words="明天停水",
        audience="{}",
        silent_after=silent,
        now=NOW,
    )
    for before, after in zip(
        (broadcasts.DRAFT, broadcasts.PLANNED, broadcasts.FREEZING),
        (broadcasts.PLANNED, broadcasts.FREEZING, broadcasts.SENDING),
        strict=True,
    ):
        assert broadcasts.move(tx, made.id, before, after)
    return broadcasts.get(tx, made.id)


def fed(tx: Transaction, broadcast: Broadcast, number: int) -> list[tuple[int, Address]]:
    """So many people on the list, each with the shared message in the outbox."""
    shared = outbox.share(tx, '{"t":["hello"]}', NOW)
    found = []
    for each in range(number):
        person = new_person(tx)
        address = new_address(tx, f"b{each}", person=person)
        assert recipients.add(tx, broadcast.id, person.id, broadcast.place_id)
        (queued,) = recipients.queue(tx, broadcast.id, 9)
        assert queued.address_id == address.id
        assert recipients.move(tx, queued.id, recipients.QUEUED, recipients.WAITING)
        row = Outgoing(address_id=address.id, account=ACCOUNT, shared_id=shared, recipient_id=queued.id, **TIMES)  # type: ignore[arg-type]
        outbox.add(tx, row, NOW)
        found.append((queued.id, address))
    return found


def claimed(tx: Transaction) -> list[sending.Claimed]:
    return sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "me", NOW)


def standing(tx: Transaction, recipient_id: int) -> tuple[str, str | None]:
    row = recipients.read(tx, recipient_id)
    assert row is not None
    return row.state, row.reason


async def test_one_body_for_all_and_an_outcome_for_each(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx, silent_after=HOUR)
        (one, _), (two, _), (three, _) = fed(tx, broadcast, 3)
        first, second, third = claimed(tx)
        assert {each.body for each in (first, second, third)} == {'{"t":["hello"]}'}
        sending.mark(tx, first, "sent", NOW, sent_as="m1")
        sending.mark(tx, second, "unknown", NOW, reason="time-out")
        sending.mark(tx, third, "gave_up", NOW, reason="bad request")
        assert [standing(tx, each) for each in (one, two, three)] == [
            ("sent", None),
            ("unknown", "time-out"),
            ("gone", "bad request"),
        ]
        assert {each.id for each in recipients.due(tx, NOW, 9)} == {two, three}  # no need to wait for their answer
        assert {each.id for each in recipients.due(tx, NOW + HOUR, 9)} == {one, two, three}
        recipients.answer(tx, one, recipients.KNOWN, NOW)
        assert {each.id for each in recipients.due(tx, NOW + HOUR, 9)} == {two, three}

    await database.turn(work)


async def test_a_question_shows_what_the_shared_body_says(database: Database) -> None:
    def work(tx: Transaction) -> None:
        ((_, address),) = fed(tx, written(tx), 1)
        (message,) = claimed(tx)
        sending.mark(tx, message, "sent", NOW, sent_as="m1")
        question = outbox.question_by_message(tx, address.id, "m1")
        assert question is not None and question.body == '{"t":["hello"]}' and question.open

    await database.turn(work)


@pytest.mark.parametrize("kind, goes", [(broadcasts.ROUTINE, False), (broadcasts.EMERGENCY, True)])
async def test_whoever_unsubscribed_meanwhile_gets_emergencies_alone(database: Database, kind: str, goes: bool) -> None:
    def work(tx: Transaction) -> None:
        ((recipient, address),) = fed(tx, written(tx, kind), 1)
        assert address.person_id is not None
        person = people.read(tx, address.person_id)
        person.unsubscribed_at = NOW
        people.save(tx, person)
        assert bool(claimed(tx)) is goes
        assert standing(tx, recipient) == (("waiting", None) if goes else ("left_out", "unsubscribed"))

    await database.turn(work)


async def test_the_dead_and_those_who_left_get_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        ((recipient, address),) = fed(tx, written(tx, broadcasts.EMERGENCY), 1)
        assert address.person_id is not None
        person = people.read(tx, address.person_id)
        person.state = "died"
        people.save(tx, person)
        assert claimed(tx) == [] and standing(tx, recipient) == ("left_out", "died")

    await database.turn(work)


async def test_a_pause_puts_back_what_was_about_to_leave(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        (one, _), (two, _) = fed(tx, broadcast, 2)
        assert broadcasts.move(tx, broadcast.id, broadcasts.SENDING, broadcasts.PAUSED)
        assert claimed(tx) == []
        assert [standing(tx, each)[0] for each in (one, two)] == ["queued", "queued"]

    await database.turn(work)


async def test_what_waits_is_taken_back_and_what_leaves_is_not(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        (one, _), (two, _) = fed(tx, broadcast, 2)
        (leaving,) = sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 1), "me", NOW)
        assert recipients.count_waiting(tx, broadcast.id, 9) == 2
        recipients.take_back(tx, broadcast.id, 9)
        assert standing(tx, two) == ("queued", None) and standing(tx, one) == ("waiting", None)
        assert [each.id for each in recipients.queue(tx, broadcast.id, 9)] == [two]
        sending.mark(tx, leaving, "sent", NOW, sent_as="m1")
        assert standing(tx, one) == ("sent", None)

    await database.turn(work)


async def test_after_a_kill_nobody_knows_and_nothing_is_repeated(database: Database) -> None:
    def work(tx: Transaction) -> None:
        ((recipient, _),) = fed(tx, written(tx, silent_after=HOUR), 1)
        sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "killed", NOW)
        assert sending.recover(tx, ACCOUNT, "me", NOW) == (0, 1)
        assert standing(tx, recipient) == ("unknown", None) and claimed(tx) == []
        assert [each.id for each in recipients.due(tx, NOW, 9)] == [recipient]

    await database.turn(work)


async def test_who_blocked_us_is_gone_or_gets_it_on_the_other_channel(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one, blocked), (two, other) = fed(tx, written(tx), 2)
        new_address(tx, "second", person=people.read(tx, other.person_id or 0))
        for address in (blocked, other):
            addresses.mark(tx, address.id, "gone", "blocked")
            sending.leave(tx, addresses.read(tx, address.id), "blocked", NOW)
        assert standing(tx, one) == ("gone", "blocked") and standing(tx, two) == ("waiting", None)
        assert [message.chat for message in claimed(tx)] == ["second"]

    await database.turn(work)


async def test_whoever_was_reached_once_stays_reached(database: Database) -> None:
    def work(tx: Transaction) -> None:
        ((recipient, _),) = fed(tx, written(tx, silent_after=HOUR), 1)
        recipients.outcome(tx, recipient, recipients.SENT, NOW)
        recipients.outcome(tx, recipient, recipients.GONE, NOW + DAY, "blocked")
        assert standing(tx, recipient) == ("sent", None)
        assert recipients.climb(tx, recipient, 0, recipients.PHONE, None)
        assert not recipients.climb(tx, recipient, 0, recipients.PHONE, None)
        (count,) = recipients.counts(tx, recipients.read(tx, recipient).broadcast_id)  # type: ignore[union-attr]
        assert (count.state, count.rung, count.number) == ("sent", recipients.PHONE, 1)

    await database.turn(work)
