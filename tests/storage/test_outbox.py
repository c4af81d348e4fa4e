"""The outbox as handlers write it: keyed messages, edits, and the questions that people were asked."""

from storage import outbox, sending
from storage.database import Database
from storage.sending import Claimed
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, HOUR, NOW, Community, community, outgoing


def next_one(tx: Transaction) -> Claimed:
    """Claims the next message."""
    return sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 1), "me", NOW)[0]


def send(tx: Transaction, sent_as: str) -> Claimed:
    """Sends the next message."""
    claimed = next_one(tx)
    sending.mark(tx, claimed, "sent", NOW, sent_as=sent_as)
    return claimed


def nothing_due(tx: Transaction) -> bool:
    return sending.due(tx, ACCOUNT, NOW + DAY, 9) == []


async def test_an_edit_replaces_what_is_still_unsent(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        first = outbox.add(tx, outgoing(address, "old", key="card"), NOW)
        assert outbox.edit(tx, outgoing(address, "new", key="card", asks=True), NOW) == first
        claimed = send(tx, "m1")
        assert (claimed.body, claimed.edits, claimed.is_edit) == ("new", None, False)
        assert [question.body for question in outbox.open_questions(tx, address.id, NOW)] == ["new"]
        assert nothing_due(tx)

    await database.turn(work)


async def test_an_edit_of_what_was_sent_finds_its_message(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        first = outbox.add(tx, outgoing(address, "old", key="card"), NOW)
        send(tx, "m1")
        assert outbox.edit(tx, outgoing(address, "new", key="card"), NOW) != first
        outbox.edit(tx, outgoing(address, "newer", key="card"), NOW)
        claimed = send(tx, "m1")
        assert (claimed.body, claimed.edits, claimed.is_edit) == ("newer", "m1", True)
        assert nothing_due(tx)

    await database.turn(work)


async def test_an_edit_while_the_message_is_being_sent_comes_after_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "old", key="card"), NOW)
        claimed = next_one(tx)
        outbox.edit(tx, outgoing(address, "new", key="card"), NOW)
        assert nothing_due(tx)
        sending.mark(tx, claimed, "sent", NOW, sent_as="m1")
        assert next_one(tx).edits == "m1"

    await database.turn(work)


async def test_after_an_unknown_outcome_an_edit_is_sent_anew(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "old", key="card", lane=3), NOW)
        sending.mark(tx, next_one(tx), "unknown", NOW)
        outbox.edit(tx, outgoing(address, "new", key="card", lane=3), NOW)
        claimed = next_one(tx)
        assert (claimed.body, claimed.edits, claimed.is_edit) == ("new", None, True)

    await database.turn(work)


async def test_an_edit_does_not_overtake_a_message_that_waits_for_another_try(database: Database) -> None:
    """Also where edits usually take a faster lane: the old card would come after it, with a live button."""

    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "card", key="card", lane=2), NOW)
        sending.retry(tx, next_one(tx), NOW + HOUR, "try again")
        outbox.edit(tx, outgoing(address, "taken", key="card", lane=1), NOW)
        assert sending.due(tx, ACCOUNT, NOW, 9) == []
        for body, edits in (("card", None), ("taken", "m1")):
            claimed = sending.claim(tx, sending.due(tx, ACCOUNT, NOW + HOUR, 9), "me", NOW)[0]
            assert (claimed.body, claimed.edits) == (body, edits)
            sending.mark(tx, claimed, "sent", NOW, sent_as="m1")

    await database.turn(work)


async def test_what_was_dropped_before_it_was_sent_is_not_said_anew(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "card", key="card"), NOW)
        assert outbox.addresses_with_key(tx, "card") == [(address.id, ACCOUNT)]
        sending.drop_line(tx, address.id, "unbound", NOW)
        assert outbox.addresses_with_key(tx, "card") == []

    await database.turn(work)


async def test_an_edit_does_not_change_a_message_that_waits_for_another_try(database: Database) -> None:
    """It may have arrived already, as it was."""

    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "old", key="card"), NOW)
        sending.retry(tx, next_one(tx), NOW, "time-out")
        outbox.edit(tx, outgoing(address, "new", key="card"), NOW)
        assert (send(tx, "m1").body, send(tx, "m1").edits) == ("old", "m1")

    await database.turn(work)


async def test_a_key_is_of_one_address(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place: Community = community(tx)
        for address in (place.resident_address, place.team_address):
            outbox.add(tx, outgoing(address, "old", key="card"), NOW)
        outbox.edit(tx, outgoing(place.team_address, "new", key="card"), NOW)
        assert sorted(send(tx, name).body for name in ("m1", "m2")) == ["new", "old"]
        both = sorted((address.id, address.account) for address in (place.resident_address, place.team_address))
        assert outbox.addresses_with_key(tx, "card") == both
        assert outbox.addresses_with_key(tx, "other") == []

    await database.turn(work)


async def test_a_pressed_message_is_edited_by_the_channels_id(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        outbox.add(tx, outgoing(address, "which?", asks=True), NOW)
        send(tx, "m1")
        outbox.edit_message(tx, outgoing(address, "this one"), "m1", NOW)
        claimed = send(tx, "m1")
        assert (claimed.edits, claimed.is_edit, claimed.body) == ("m1", True, "this one")
        question = outbox.question_by_message(tx, address.id, "m1")
        assert question is not None and (question.body, question.open) == ("this one", False)
        assert outbox.open_questions(tx, address.id, NOW) == []
        assert outbox.question_by_message(tx, address.id, "m2") is None

    await database.turn(work)


async def test_open_questions_are_those_that_were_sent_the_latest_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        for number in range(3):
            outbox.add(tx, outgoing(place.resident_address, f"q{number}", asks=True, key=f"k{number}"), NOW)
        outbox.add(tx, outgoing(place.team_address, "of the team", asks=True), NOW)

        def bodies(limit: int = 9) -> list[str]:
            found = outbox.open_questions(tx, place.resident_address.id, NOW + HOUR, limit)
            assert all(question.open for question in found)
            return [question.body for question in found]

        assert bodies() == []
        for number in range(4):
            send(tx, f"m{number}")
        assert (bodies(), bodies(1)) == (["q2", "q1", "q0"], ["q2"])
        late = NOW + outbox.QUESTION_LIVES
        assert outbox.open_questions(tx, place.resident_address.id, late) == []
        outbox.close_question(tx, outbox.open_questions(tx, place.resident_address.id, NOW, 1)[0].id)
        assert bodies() == ["q1", "q0"]
        outbox.close_questions_with_key(tx, place.resident_address.id, "k0")
        outbox.close_questions_with_key(tx, place.team_address.id, "k1")
        assert bodies() == ["q1"]

    await database.turn(work)


async def test_what_was_not_sent_asks_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        address = community(tx).resident_address
        for state in ("gone", "gave_up", "unknown", "expired"):
            outbox.add(tx, outgoing(address, state, asks=True), NOW)
            sending.mark(tx, next_one(tx), state, NOW)
        assert outbox.open_questions(tx, address.id, NOW) == []

    await database.turn(work)
