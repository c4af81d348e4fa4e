"""Documents and polls in the tables: versions, votes, and what stays when somebody leaves."""

from storage import broadcasts, documents, links, polls, recipients, retention, votes
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.polls import HOUSEHOLD, Rules
from storage.transaction import Transaction
from tests.storage.samples import DAY, HOUR, NOW, community, new_person

RULES = Rules(("同意", "不同意", "弃权"), 1, True, HOUSEHOLD, NOW + DAY)


def written(tx: Transaction, kind: str = broadcasts.POLL) -> Broadcast:
    place = community(tx)
    return again(tx, place.estate.id, place.resident.id, kind)


def again(tx: Transaction, place_id: int, drafter_id: int, kind: str) -> Broadcast:
    values = {"body": '{"title": "装电梯"}', "words": "装电梯", "audience": "{}", "now": NOW}
    return broadcasts.create(tx, place_id=place_id, drafter_id=drafter_id, kind=kind, **values)  # type: ignore[arg-type]


async def test_versions_of_a_document_belong_together(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one = written(tx, broadcasts.DOCUMENT)
        two = again(tx, one.place_id, one.drafter_id, broadcasts.DOCUMENT)
        first = documents.create(tx, one.id, NOW + DAY)
        second = documents.create(tx, two.id, None, paper_id=first.paper_id)
        assert (first.version, second.version, second.paper_id) == (1, 2, first.id)
        assert documents.latest(tx, first.paper_id) is None, "nothing went out"
        broadcasts.begin(tx, one.id, NOW)
        assert documents.latest(tx, first.paper_id) == first
        broadcasts.begin(tx, two.id, NOW)
        assert documents.latest(tx, first.paper_id) == second
        documents.set_deadline(tx, second.id, NOW + 2 * DAY)
        documents.count_reader(tx, second.id)
        found = documents.of_broadcast(tx, two.id)
        assert found is not None and (found.reads, found.deadline_at) == (1, NOW + 2 * DAY)

    await database.turn(work)


async def test_the_longest_due_comes_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one = written(tx, broadcasts.DOCUMENT)
        two = again(tx, one.place_id, one.drafter_id, broadcasts.DOCUMENT)
        late, early = documents.create(tx, one.id, None), documents.create(tx, two.id, None)
        assert documents.next_due(tx) is None
        documents.set_step(tx, late.id, "end", NOW + HOUR)
        documents.set_step(tx, early.id, "remind", NOW)
        assert documents.next_due(tx) == NOW
        assert documents.due(tx, NOW + DAY) == early.id and documents.due(tx, NOW - HOUR) is None
        documents.set_step(tx, early.id, None, None)
        assert documents.due(tx, NOW + DAY) == late.id

    await database.turn(work)


async def test_each_voter_votes_once_and_counts_add_up(database: Database) -> None:
    def work(tx: Transaction) -> None:
        poll = polls.create(tx, written(tx).id, RULES)
        for voter, pick in (("a", 0), ("b", 2), ("a", 1)):
            found = polls.lock(tx, poll.id)
            assert found is not None
            if votes.admit(tx, poll.id, votes.voter(tx, poll.id, voter)):
                assert polls.count(tx, found, (pick,))
        found = polls.of_broadcast(tx, poll.broadcast_id)
        assert found is not None and (found.counts, found.ballots, found.rules) == ((1, 0, 1), 2, RULES)
        assert votes.has_voted(tx, poll.id, votes.voter(tx, poll.id, "a"))
        assert votes.voter(tx, poll.id, "a") != votes.voter(tx, poll.id + 1, "a"), "known again in one poll alone"

    await database.turn(work)


async def test_a_changed_mind_moves_a_vote_and_adds_none(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        poll = polls.create(tx, broadcast.id, RULES)
        assert polls.count(tx, poll, (0, 1))
        votes.write(tx, poll.id, broadcast.drafter_id, (0, 1), NOW)
        found = polls.lock(tx, poll.id)
        assert found is not None and polls.count(tx, found, (1, 2), instead_of=(0, 1))
        votes.write(tx, poll.id, broadcast.drafter_id, (1, 2), NOW + HOUR)
        found = polls.lock(tx, poll.id)
        assert found is not None and (found.counts, found.ballots) == ((0, 1, 1), 1)
        (vote,) = votes.page(tx, poll.id, 0, 9)
        assert (vote.picks, vote.at) == ((1, 2), NOW + HOUR)

    await database.turn(work)


async def test_a_closed_poll_takes_no_vote_and_rules_stay_once_somebody_voted(database: Database) -> None:
    def work(tx: Transaction) -> None:
        poll = polls.create(tx, written(tx).id, RULES)
        other = Rules(("甲", "乙"), 2, False, "person", NOW + 2 * DAY)
        assert polls.set_rules(tx, poll.id, other)
        found = polls.lock(tx, poll.id)
        assert found is not None and (found.rules, found.counts) == (other, (0, 0))
        assert polls.count(tx, found, (1,)) and not polls.set_rules(tx, poll.id, RULES)
        assert polls.close(tx, poll.id, NOW) and not polls.close(tx, poll.id, NOW)
        found = polls.lock(tx, poll.id)
        assert found is not None and not polls.count(tx, found, (0,))
        assert (found.counts, found.ballots, found.closed_at) == ((0, 1), 1, NOW)

    await database.turn(work)


async def test_who_has_voted_is_forgotten_slice_by_slice(database: Database) -> None:
    def work(tx: Transaction) -> None:
        poll = polls.create(tx, written(tx).id, RULES)
        for voter in "abc":
            assert votes.admit(tx, poll.id, votes.voter(tx, poll.id, voter))
        assert [votes.forget_voters(tx, poll.id, 2) for _ in range(3)] == [2, 1, 0]
        assert not votes.has_voted(tx, poll.id, votes.voter(tx, poll.id, "a"))

    await database.turn(work)


async def test_whoever_leaves_takes_their_name_and_leaves_the_vote(database: Database) -> None:
    def work(tx: Transaction) -> None:
        poll = polls.create(tx, written(tx).id, RULES)
        person = new_person(tx, name="大刘")
        votes.write(tx, poll.id, person.id, (2,), NOW)
        assert [each.picks for each in votes.of_person(tx, person.id, 9)] == [(2,)]
        votes.forget(tx, person.id)
        assert votes.of_person(tx, person.id, 9) == []
        (left,) = votes.page(tx, poll.id, 0, 9)
        assert (left.person_id, left.picks) == (None, (2,))

    await database.turn(work)


async def test_two_channels_of_one_person_keep_one_named_vote(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        poll = polls.create(tx, broadcast.id, RULES)
        other = polls.create(tx, again(tx, broadcast.place_id, broadcast.drafter_id, broadcasts.POLL).id, RULES)
        into, gone = new_person(tx), new_person(tx)
        votes.write(tx, poll.id, into.id, (0,), NOW)
        votes.write(tx, poll.id, gone.id, (1,), NOW)
        votes.write(tx, other.id, gone.id, (2,), NOW)
        links.merge_people(tx, into.id, gone.id, NOW)
        assert sorted((each.poll_id, each.picks) for each in votes.of_person(tx, into.id, 9)) == [
            (poll.id, (0,)),
            (other.id, (2,)),
        ]
        assert votes.of_person(tx, gone.id, 9) == []

    await database.turn(work)


async def test_old_votes_go_first_then_their_polls(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx)
        poll = polls.create(tx, broadcast.id, RULES)
        votes.write(tx, poll.id, broadcast.drafter_id, (0,), NOW)
        before = NOW + 2 * DAY
        kinds = ("polls", "votes", "polls")
        assert [retention.drop_rows(tx, kind, before, 9) for kind in kinds] == [0, 1, 1]
        assert polls.of_broadcast(tx, broadcast.id) is None

    await database.turn(work)


async def test_the_silent_are_found_by_their_missing_answer(database: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = written(tx, broadcasts.DOCUMENT)
        people = [new_person(tx) for _ in range(3)]
        for person in people:
            assert recipients.add(tx, broadcast.id, person.id, broadcast.place_id)
        (first, *_) = recipients.page(tx, broadcast.id, 0, 9)
        recipients.answer(tx, first.id, documents.READ_IT, NOW)
        rows = recipients.page(tx, broadcast.id, 0, 9)
        assert [each.answer for each in rows] == [documents.READ_IT, None, None]

    await database.turn(work)
