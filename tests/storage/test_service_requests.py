"""Requests: what was said, every move, and that of all who take one at once exactly one does."""

import asyncio
from dataclasses import replace

import pytest

from storage import media, offers, request_changes, request_events, reveals, service_requests
from storage.database import Database
from storage.errors import Conflict
from storage.service_requests import Details, ServiceRequest
from storage.transaction import Transaction
from tests.storage.samples import DAY, HOUR, NOW, SECOND, community, founded, new_person, new_request


def take(tx: Transaction, request_id: int, helper: int) -> bool:
    """What a volunteer's tap does: looks, and moves if it is still on offer."""
    request = service_requests.read(tx, request_id)
    assert request is not None
    if request.state != "offered":
        return False
    return service_requests.move(tx, replace(request, state="taken", helper_id=helper), request.state)


async def test_a_request_comes_back_as_it_was_written(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        details = Details('灯坏了 "三楼" \\ 🏮', "幸福路9号", "晚上", "+8613800138000")
        request_id = service_requests.create(
            tx,
            number="20261123-0007",
            state="new",
            item="light",
            person_id=place.resident.id,
            place_id=place.estate.id,
            team_id=place.team.id,
            details=details,
            respond_by=NOW + HOUR,
            resolve_by=NOW + DAY,
            now=NOW,
        )
        found = service_requests.read(tx, request_id)
        assert found == ServiceRequest(
            request_id,
            "20261123-0007",
            "new",
            "light",
            place.resident.id,
            place.estate.id,
            place.team.id,
            None,
            details,
            "",
            None,
            None,
            NOW + HOUR,
            NOW + DAY,
            NOW,
            None,
        )
        assert service_requests.by_number(tx, "20261123-0007") == service_requests.lock(tx, request_id) == found
        assert service_requests.by_number(tx, "20261123-0008") is None
        assert service_requests.read(tx, 4711) is None and service_requests.lock(tx, 4711) is None

    await database.turn(work)


async def test_numbers_of_a_day_are_given_once_and_without_a_gap(database: Database) -> None:
    async def one(day: str) -> str:
        return await database.turn(lambda tx: service_requests.next_number(tx, day))

    numbers = await asyncio.gather(*(one("20261123") for _ in range(40)))
    assert sorted(numbers) == [f"20261123-{number:04d}" for number in range(1, 41)]
    assert await one("20261124") == "20261124-0001"


async def test_a_number_of_a_turn_that_fails_is_given_again(database: Database) -> None:
    def failing(tx: Transaction) -> None:
        service_requests.next_number(tx, "20261123")
        raise ValueError

    with pytest.raises(ValueError):
        await database.turn(failing)
    assert await database.turn(lambda tx: service_requests.next_number(tx, "20261123")) == "20261123-0001"


async def test_the_same_number_is_not_given_twice(database: Database) -> None:
    place = await founded(database)
    await database.turn(lambda tx: new_request(tx, place.estate, place.resident, "1"))
    with pytest.raises(Conflict):
        await database.turn(lambda tx: new_request(tx, place.estate, place.resident, "1"))


async def test_what_is_added_later(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request = new_request(tx, place.estate, place.resident, words="灯")
        request_changes.set_details(tx, request.id, Details("灯和水管"))
        request_changes.set_note(tx, request.id, "换好了")
        request_changes.set_outcome(tx, request.id, "solved")
        assert request_changes.set_stars(tx, request.id, place.resident.id, 5)
        assert not request_changes.set_stars(tx, request.id, place.volunteer.id, 1)
        found = service_requests.read(tx, request.id)
        assert found is not None
        assert (found.details.words, found.note, found.outcome, found.stars) == ("灯和水管", "换好了", "solved", 5)

    await database.turn(work)


async def test_the_history_keeps_every_move_in_order(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request = new_request(tx, place.estate, place.resident)
        for move, note, actor in (("offer", "", None), ("take", "马上来", place.volunteer.id)):
            request_events.add(
                tx, request.id, move=move, from_state="a", to_state="b", actor_id=actor, now=NOW, note=note
            )
        events = request_events.of_request(tx, request.id)
        assert [(e.move, e.note, e.actor_id, e.at) for e in events] == [
            ("offer", "", None, NOW),
            ("take", "马上来", place.volunteer.id, NOW),
        ]

    await database.turn(work)


async def test_a_move_from_a_state_that_is_no_more_does_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        before = new_request(tx, place.estate, place.resident)
        taken = replace(before, state="taken", helper_id=place.volunteer.id, team_id=place.team.id)
        assert service_requests.move(tx, taken, before.state)
        assert not service_requests.move(tx, replace(taken, helper_id=place.resident.id), before.state)
        now = service_requests.read(tx, before.id)
        assert now is not None
        assert (now.state, now.helper_id, now.team_id, now.closed_at) == (
            "taken",
            place.volunteer.id,
            place.team.id,
            None,
        )
        assert service_requests.move(tx, replace(now, state="closed", closed_at=NOW + HOUR), now.state)
        closed = service_requests.read(tx, before.id)
        assert closed is not None and closed.closed_at == NOW + HOUR

    await database.turn(work)


@pytest.mark.parametrize("round_", range(4))
async def test_of_fifty_who_take_it_at_once_exactly_one_does(database: Database, round_: int) -> None:
    place = await founded(database)
    helpers = await database.turn(lambda tx: [new_person(tx).id for _ in range(50)])
    request = await database.turn(lambda tx: new_request(tx, place.estate, place.resident))
    won = await asyncio.gather(
        *(database.turn(lambda tx, h=helper: take(tx, request.id, h)) for helper in helpers)  # type: ignore[misc]
    )
    assert won.count(True) == 1
    after = await database.read(lambda tx: service_requests.read(tx, request.id))
    assert after is not None and after.helper_id == helpers[won.index(True)]


async def test_a_locked_request_makes_others_wait_for_the_turn(database: Database) -> None:
    """Read, wait and write under the lock: no increment is lost."""
    place = await founded(database)
    request = await database.turn(lambda tx: new_request(tx, place.estate, place.resident, words="0"))

    def count(tx: Transaction) -> None:
        locked = service_requests.lock(tx, request.id)
        assert locked is not None
        request_changes.set_details(tx, request.id, Details(str(int(locked.details.words) + 1)))

    await asyncio.gather(*(database.turn(count) for _ in range(40)))
    after = await database.read(lambda tx: service_requests.read(tx, request.id))
    assert after is not None and after.details.words == "40"


async def test_lists_of_requests(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        first, second = (new_request(tx, place.estate, place.resident) for _ in range(2))
        other = new_request(tx, place.other_estate, place.volunteer)
        assert [r.id for r in service_requests.of_person(tx, place.resident.id)] == [second.id, first.id]
        assert [r.id for r in service_requests.of_person(tx, place.resident.id, limit=1)] == [second.id]
        assert [r.id for r in service_requests.open_below(tx, place.district.path)] == [first.id, second.id, other.id]
        assert [r.id for r in service_requests.open_below(tx, place.estate.path, 1, 1)] == [second.id]
        taken = replace(first, state="taken", helper_id=place.volunteer.id)
        service_requests.move(tx, taken, first.state)
        service_requests.move(tx, replace(taken, id=second.id, state="closed", closed_at=NOW), second.state)
        assert [r.id for r in service_requests.of_helper(tx, place.volunteer.id)] == [first.id]
        assert [r.id for r in service_requests.open_below(tx, place.district.path)] == [first.id, other.id]

    await database.turn(work)


async def test_the_media_of_a_request(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request, other = (new_request(tx, place.estate, place.resident) for _ in range(2))
        photos = [media.create(tx, kind="photo", mime="image/jpeg", size=1, now=NOW, file=f"f{n}") for n in range(3)]
        for photo in [*photos, photos[0]]:
            service_requests.add_medium(tx, request.id, photo)
        service_requests.add_medium(tx, other.id, photos[0])
        assert service_requests.media(tx, request.id) == photos
        assert [r.id for r in service_requests.with_medium(tx, photos[0])] == [request.id, other.id]
        assert service_requests.with_medium(tx, 4711) == []

    await database.turn(work)


async def test_offers_are_closed_together(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        request, other = (new_request(tx, place.estate, place.resident) for _ in range(2))
        made = [offers.create(tx, request.id, place.team.id, NOW) for _ in range(2)]
        beside = offers.create(tx, other.id, place.team.id, NOW)
        assert offers.read(tx, made[0]) == offers.Offer(made[0], request.id, place.team.id, "open")
        assert offers.close_all(tx, request.id, "taken", NOW) == 2
        assert offers.close_all(tx, request.id, "withdrawn", NOW) == 0
        states = [offer.state for number in (*made, beside) if (offer := offers.read(tx, number))]
        assert states == ["taken", "taken", "open"]
        assert offers.read(tx, 4711) is None

    await database.turn(work)


async def test_who_looked_at_whose_phone_is_kept_but_not_ones_own(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for minute, actor in enumerate((2, 1, 3)):
            reveals.add(tx, 1, actor, 7, "phone", NOW + minute * SECOND)
        assert reveals.of_subject(tx, 1) == [
            reveals.Reveal(1, 3, 7, "phone", NOW + 2 * SECOND),
            reveals.Reveal(1, 2, 7, "phone", NOW),
        ]
        assert len(reveals.of_subject(tx, 1, limit=1)) == 1
        assert reveals.of_subject(tx, 2) == []

    await database.turn(work)
