"""The board's counts and lists, the numbers of a day, absences: on both engines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage import absences, assignments, board, request_changes, request_events, service_requests, today
from storage.board import KINDS, Part
from storage.database import Database
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, SECOND, Community, community, founded, new_item, new_request


def stated(tx: Transaction, of: Community, state: str, **changed: object) -> ServiceRequest:
    """A request of the estate in a state."""
    made = new_request(tx, of.estate, of.resident)
    now = replace(made, state=state, **changed)  # type: ignore[arg-type]
    assert service_requests.move(tx, now, made.state)
    return now


def counted(tx: Transaction, part: Part, at: timedelta = timedelta()) -> dict[str, int]:
    """What there is of each kind, but for what there is nothing of."""
    return {kind: n for kind, n in board.count(tx, part, NOW + at).items() if n}


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("submitted", "new"),
        ("accepted", "new"),
        ("reopened", "new"),
        ("dispatched", "offered"),
        ("claimed", "hand"),
        ("contacted", "hand"),
        ("in_progress", "hand"),
        ("extended", "hand"),
        ("waiting_requester", "waiting"),
        ("disputed", "disputed"),
    ],
)
async def test_each_state_is_of_one_kind(database: Database, state: str, kind: str) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        request = stated(tx, of, state)
        part = Part(of.district.path)
        assert counted(tx, part) == {"all": 1, kind: 1}
        for each in KINDS:
            found = board.listed(tx, part, each, NOW, after=0, limit=5)
            assert found == ([request.id] if each in ("all", kind) else []), each

    await database.turn(work)


async def test_late_is_what_was_not_contacted_or_not_done_in_time(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        part = Part(of.estate.path)
        stated(tx, of, "claimed")
        assert "late" not in counted(tx, part, HOUR)
        assert counted(tx, part, HOUR + SECOND)["late"] == 1
        stated(tx, of, "contacted", contacted_at=NOW)
        assert counted(tx, part, HOUR + SECOND)["late"] == 1
        assert counted(tx, part, DAY + SECOND)["late"] == 2
        stated(tx, of, "done", contacted_at=NOW)
        assert counted(tx, part, DAY + SECOND)["late"] == 2

    await database.turn(work)


async def test_silent_is_who_was_asked_and_says_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        part = Part(of.estate.path)
        held = stated(tx, of, "claimed", helper_id=of.volunteer.id)
        mine = assignments.create(tx, held.id, of.volunteer.id, None, NOW)
        assert "silent" not in counted(tx, part)
        mine.asked_at = NOW + MINUTE
        assignments.save(tx, mine)
        assert board.listed(tx, part, "silent", NOW, after=0, limit=5) == [held.id]
        mine.heard_at = NOW + HOUR
        assignments.save(tx, mine)
        assert "silent" not in counted(tx, part)
        done = stated(tx, of, "done", contacted_at=NOW)
        request_changes.set_asked(tx, done.id, 2)
        assert board.listed(tx, part, "silent", NOW, after=0, limit=5) == [done.id]

    await database.turn(work)


async def test_a_part_is_a_subtree_a_series_a_team(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        new_item(tx, "lift", "lifts", 2)
        here = stated(tx, of, "dispatched", team_id=of.team.id)
        lift = stated(tx, of, "submitted")
        tx.run("UPDATE service_requests SET item = 'lift' WHERE id = :id", id=lift.id)
        assert counted(tx, Part(of.other_estate.path)) == {}
        assert counted(tx, Part(of.district.path)) == {"all": 2, "offered": 1, "new": 1}
        assert counted(tx, Part(of.district.path, series="lifts")) == {"all": 1, "new": 1}
        assert counted(tx, Part(of.district.path, team_id=of.team.id)) == {"all": 1, "offered": 1}
        assert board.series(tx, Part(of.district.path), NOW) == {"lifts": 1, "repairs": 1}
        assert board.teams(tx, Part(of.district.path), NOW) == {of.team.id: 1}
        assert board.listed(tx, Part(of.district.path), "all", NOW, after=0, limit=1) == [here.id]
        assert board.listed(tx, Part(of.district.path), "all", NOW, after=here.id, limit=9) == [lift.id]

    await database.turn(work)


async def test_what_was_handed_over_stands_on_both_boards_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        request = stated(tx, of, "dispatched", team_id=of.team.id)
        board.hand_over(tx, request.id, of.other_estate.id)
        moved = service_requests.read(tx, request.id)
        assert moved is not None and moved.team_id is None and moved.home_id == of.other_estate.id
        for place in (of.estate, of.other_estate, of.district):
            assert counted(tx, Part(place.path)) == {"all": 1, "offered": 1}, place.code

    await database.turn(work)


async def test_what_has_no_place_is_listed_where_it_is_asked_for(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        request = stated(tx, of, "submitted")
        request_changes.set_place(tx, request.id, None)
        assert counted(tx, Part(of.district.path)) == {}
        assert counted(tx, Part(of.district.path, lost=True)) == {"all": 1, "new": 1}

    await database.turn(work)


async def test_alike_are_open_ones_of_the_same_item_and_place(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        one, two = stated(tx, of, "submitted"), stated(tx, of, "dispatched")
        new_request(tx, of.other_estate, of.resident)
        closed = stated(tx, of, "confirmed", closed_at=NOW)
        alike = board.like(tx, place_id=of.estate.id, item="light", but=one.id, since=NOW - DAY)
        assert alike == [two.id] and closed.id not in alike
        assert board.like(tx, place_id=of.estate.id, item="light", but=one.id, since=NOW + SECOND) == []
        request_changes.set_merged_into(tx, two.id, one.id)
        assert board.followers(tx, one.id) == [two.id] and board.followers(tx, two.id) == []

    await database.turn(work)


async def test_the_numbers_of_a_day(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = community(tx)
        for after in (20, 40):
            request = stated(tx, of, "contacted", contacted_at=NOW + after * MINUTE)
            for move in ("submit", "claim", "contact"):
                request_events.add(
                    tx, request.id, move=move, from_state=None, to_state=move, actor_id=None, now=NOW + after * MINUTE
                )
        day = today.of_place(tx, of.district.path, NOW, NOW + HOUR)
        assert (day.new, day.taken, day.contacted, day.done) == (2, 2, 2, 0)
        assert day.waited == 30 * MINUTE
        assert today.of_place(tx, of.other_estate.path, NOW, NOW + HOUR).new == 0
        assert today.of_place(tx, of.estate.path, NOW + HOUR, NOW + DAY).waited is None

    await database.turn(work)


async def test_absences_end_by_themselves_or_by_coming_back(database: Database) -> None:
    of = await founded(database)

    def work(tx: Transaction) -> None:
        who, cover = of.volunteer.id, of.resident.id
        assert absences.of_person(tx, who, NOW) is None
        absences.add(tx, who, cover, NOW + DAY, NOW)
        found = absences.of_person(tx, who, NOW + HOUR)
        assert found is not None and (found.cover_id, found.until) == (cover, NOW + DAY)
        assert absences.of_person(tx, who, NOW + DAY) is None
        absences.add(tx, who, None, NOW + 2 * DAY, NOW)
        again = absences.of_person(tx, who, NOW + HOUR)
        assert again is not None and again.cover_id is None
        assert absences.end(tx, who, NOW + HOUR) and not absences.end(tx, who, NOW + HOUR)
        assert absences.of_person(tx, who, NOW + HOUR) is None

    await database.turn(work)
