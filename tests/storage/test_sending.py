"""The outbox as delivery reads it: heads of lines, lanes, retries, outcomes, what a killed process left."""

import asyncio
import random

import pytest

from storage import addresses, outbox, sending
from storage.addresses import Address
from storage.database import Database
from storage.sending import Claimed
from storage.transaction import Transaction
from tests.storage.samples import (
    ACCOUNT,
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    community,
    new_address,
    new_person,
    outgoing,
    say,
)


def due_ids(tx: Transaction, limit: int = 9) -> list[int]:
    return [head.id for head in sending.due(tx, ACCOUNT, NOW, limit)]


def next_one(tx: Transaction) -> Claimed:
    return sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 1), "me", NOW)[0]


def state_of(tx: Transaction, message: int) -> str:
    return str(tx.get("SELECT state FROM outbox WHERE id = :id", id=message)["state"])


def strangers(tx: Transaction, count: int) -> list[Address]:
    return [new_address(tx, f"s{number}", person=new_person(tx)) for number in range(count)]


async def test_one_message_of_each_line_is_due_and_the_next_when_it_was_sent(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = strangers(tx, 2)
        first, second, other = say(tx, one, "1"), say(tx, one, "2"), say(tx, two, "3")
        assert due_ids(tx) == [first, other]
        claimed = next_one(tx)
        assert due_ids(tx) == [other]
        sending.mark(tx, claimed, "sent", NOW, sent_as="m")
        assert due_ids(tx) == [second, other]

    await database.turn(work)


async def test_urgent_comes_first_and_lanes_do_not_wait_for_each_other(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        by_lane = {lane: say(tx, one, lane=lane) for lane in (3, 2, 1, 0)}
        assert due_ids(tx) == [by_lane[lane] for lane in (0, 1, 2, 3)]
        assert due_ids(tx, 2) == [by_lane[0], by_lane[1]]
        assert [head.lane for head in sending.due(tx, ACCOUNT, NOW, 9)] == [0, 1, 2, 3]

    await database.turn(work)


async def test_a_broadcast_to_everybody_does_not_hide_a_reply(database: Database) -> None:
    def work(tx: Transaction) -> None:
        everybody = strangers(tx, 30)
        for address in everybody:
            say(tx, address, lane=3)
        reply = say(tx, everybody[-1], lane=1)
        assert due_ids(tx, 5)[0] == reply

    await database.turn(work)


async def test_what_is_not_due_yet_does_not_hold_up_what_is(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        later = say(tx, one, not_before=NOW + HOUR)
        now = say(tx, one)
        assert due_ids(tx) == [now]
        assert sending.next_due(tx, ACCOUNT, NOW) == NOW + HOUR
        assert [head.id for head in sending.due(tx, ACCOUNT, NOW + HOUR, 9)] == [later]
        assert sending.next_due(tx, ACCOUNT, NOW + HOUR) is None
        assert sending.next_due(tx, "other", NOW) is None

    await database.turn(work)


async def test_a_retry_holds_up_its_line_and_no_other(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = strangers(tx, 2)
        first, second, other = say(tx, one, "1"), say(tx, one, "2"), say(tx, two, "3")
        sending.retry(tx, next_one(tx), NOW + MINUTE, "429")
        assert due_ids(tx) == [other]
        assert [head.id for head in sending.due(tx, ACCOUNT, NOW + MINUTE, 9)] == [other, first]
        again = sending.claim(tx, sending.due(tx, ACCOUNT, NOW + MINUTE, 9), "me", NOW)
        assert {message.id: message.attempts for message in again} == {first: 2, other: 1}
        for message in again:
            sending.mark(tx, message, "sent", NOW, sent_as="m")
        assert due_ids(tx) == [second]

    await database.turn(work)


async def test_unclaiming_takes_nothing_from_its_attempts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        say(tx, one)
        sending.unclaim(tx, next_one(tx))
        assert next_one(tx).attempts == 1

    await database.turn(work)


async def test_a_message_knows_where_it_goes(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        expires = NOW + DAY
        outbox.add(tx, outgoing(place.resident_address, "to her", key="k", expires_at=expires), NOW)
        say(tx, place.team_address, "to the team")
        heads = sending.due(tx, ACCOUNT, NOW, 9)
        assert [(head.chat, head.group, head.address_id) for head in heads] == [
            ("u1", False, place.resident_address.id),
            ("-100", True, place.team_address.id),
        ]
        alone, team = sending.claim(tx, heads, "me", NOW)
        assert (alone.body, alone.key, alone.chat, alone.group) == ("to her", "k", "u1", False)
        assert (alone.person_id, alone.language, alone.expires_at) == (place.resident.id, "zh-CN", expires)
        assert (team.body, team.chat, team.group, team.person_id) == ("to the team", "-100", True, None)
        assert sending.read(tx, team.id) == team
        assert sending.read(tx, 4711) is None

    await database.turn(work)


async def test_a_message_is_claimed_once(database: Database) -> None:
    await database.turn(lambda tx: [say(tx, address) for address in strangers(tx, 20)])
    heads = await database.read(lambda tx: sending.due(tx, ACCOUNT, NOW, 50))
    claimed = await asyncio.gather(*(database.turn(lambda tx: sending.claim(tx, heads, "me", NOW)) for _ in range(6)))
    ids = [message.id for batch in claimed for message in batch]
    assert sorted(ids) == sorted(head.id for head in heads)


@pytest.mark.parametrize("state", ["sent", "gone", "gave_up", "unknown", "expired"])
async def test_an_outcome_is_written_once(database: Database, state: str) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        say(tx, one)
        claimed = next_one(tx)
        sending.mark(tx, claimed, state, NOW, reason="because")
        sending.mark(tx, claimed, "other", NOW)
        sending.retry(tx, claimed, NOW, "too late")
        sending.unclaim(tx, claimed)
        assert state_of(tx, claimed.id) == state
        assert due_ids(tx) == []

    await database.turn(work)


async def test_what_a_killed_process_was_sending_is_repeated_but_for_broadcasts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        addresses = strangers(tx, 4)
        rows = [say(tx, address, lane=lane) for lane, address in enumerate(addresses)]
        sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "killed", NOW)
        mine = say(tx, addresses[0], lane=2)
        sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "me", NOW)
        assert sending.recover(tx, ACCOUNT, "me", NOW) == (3, 1)
        assert sending.recover(tx, ACCOUNT, "me", NOW) == (0, 0)
        assert sending.recover(tx, "other", "me", NOW) == (0, 0)
        assert [state_of(tx, row) for row in rows] == ["waiting", "waiting", "waiting", "unknown"]
        assert state_of(tx, mine) == "sending"
        assert due_ids(tx) == rows[:3]

    await database.turn(work)


async def test_somebody_who_blocked_us_is_left_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = strangers(tx, 2)
        rows = [say(tx, one, lane=lane) for lane in (0, 1, 2, 3)] + [say(tx, one, not_before=NOW + DAY)]
        other = say(tx, two)
        assert sending.drop_line(tx, one.id, "blocked", NOW) == 5
        assert {state_of(tx, row) for row in rows} == {"gone"}
        assert due_ids(tx) == [other]

    await database.turn(work)


async def test_what_waits_goes_to_another_open_address_of_the_same_person(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        one, two = new_address(tx, "one", person=person), new_address(tx, "two", person=person)
        first, second = say(tx, one, "1"), say(tx, one, "2")
        sending.leave(tx, one, "blocked", NOW)
        assert [message.chat for message in sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "me", NOW)] == ["two"]
        assert (state_of(tx, first), state_of(tx, second)) == ("sending", "waiting")
        addresses.mark(tx, one.id, "gone", "blocked")
        sending.leave(tx, two, "blocked", NOW)
        assert state_of(tx, second) == "gone"

    await database.turn(work)


async def test_the_backlog_and_how_long_it_waits(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        assert sending.backlog(tx, ACCOUNT) == (0, None)
        assert not sending.any_due_since(tx, ACCOUNT, NOW)
        say(tx, one, lane=3, not_before=NOW - HOUR)
        assert not sending.any_due_since(tx, ACCOUNT, NOW)
        say(tx, one, not_before=NOW - MINUTE)
        assert sending.backlog(tx, ACCOUNT) == (2, NOW - HOUR)
        assert sending.any_due_since(tx, ACCOUNT, NOW)
        assert not sending.any_due_since(tx, ACCOUNT, NOW - MINUTE)

    await database.turn(work)


async def test_old_messages_are_forgotten_and_those_that_wait_are_kept(database: Database) -> None:
    def work(tx: Transaction) -> None:
        (one,) = strangers(tx, 1)
        for _ in range(5):
            say(tx, one)
            sending.mark(tx, next_one(tx), "sent", NOW, sent_as="m")
        waiting = say(tx, one)
        assert sending.prune(tx, NOW, 9) == 0
        assert (sending.prune(tx, NOW + SECOND, 3), sending.prune(tx, NOW + SECOND, 9)) == (3, 2)
        assert due_ids(tx) == [waiting]

    await database.turn(work)


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_each_line_keeps_its_order(database: Database, seed: int) -> None:
    """Messages to a few people in a few lanes, sent, retried, unclaimed and recovered at random."""

    def work(tx: Transaction) -> dict[tuple[int, int], list[int]]:
        rng = random.Random(seed)
        people = strangers(tx, 3)
        expected: dict[tuple[int, int], list[int]] = {}
        arrived: dict[tuple[int, int], list[int]] = {}
        for _ in range(40):
            address, lane = rng.choice(people), rng.randint(0, 3)
            expected.setdefault((address.id, lane), []).append(say(tx, address, lane=lane))
        moment = NOW
        while heads := sending.due(tx, ACCOUNT, moment, rng.randint(1, 5)):
            assert len({(head.address_id, head.lane) for head in heads}) == len(heads)
            for message in sending.claim(tx, heads, "me", NOW):
                step = rng.random()
                if step < 0.6:
                    sending.mark(tx, message, "sent", moment, sent_as="m")
                    arrived.setdefault((message.address_id, message.lane), []).append(message.id)
                elif step < 0.8:
                    sending.retry(tx, message, moment + SECOND, "again")
                else:
                    sending.unclaim(tx, message)
            moment += 2 * SECOND
        assert arrived == expected
        return arrived

    assert await database.turn(work)
