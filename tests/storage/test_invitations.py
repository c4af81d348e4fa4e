"""Invitations and link codes: once, in time, and only by whoever knows the secret."""

import asyncio
from dataclasses import replace

import pytest

from storage import addresses, invitations, links, people, reveals, roles, service_requests
from storage.database import Database
from storage.errors import Conflict
from storage.transaction import Transaction
from tests.storage.samples import (
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    Community,
    community,
    founded,
    new_address,
    new_person,
    new_request,
)


def invite(tx: Transaction, place: Community) -> str:
    return invitations.create(
        tx,
        role="volunteer",
        place_id=place.estate.id,
        team_id=place.team.id,
        invited_by=place.volunteer.id,
        expires_at=NOW + HOUR,
        now=NOW,
    )


async def test_an_invitation_is_found_by_its_token_alone(database: Database) -> None:
    place = await founded(database)
    tokens = {await database.turn(lambda tx: invite(tx, place)) for _ in range(5)}
    assert len(tokens) == 5 and all(len(token) == 22 for token in tokens)
    token = tokens.pop()
    found = await database.read(lambda tx: invitations.find(tx, token))
    assert found is not None and not found.used
    assert (found.role, found.place_id, found.team_id) == ("volunteer", place.estate.id, place.team.id)
    assert (found.invited_by, found.expires_at) == (place.volunteer.id, NOW + HOUR)
    assert await database.read(lambda tx: invitations.read(tx, found.id)) == found
    assert await database.read(lambda tx: invitations.find(tx, token[:-1])) is None
    assert await database.read(lambda tx: invitations.read(tx, 4711)) is None


async def test_of_many_who_use_it_at_once_one_does(database: Database) -> None:
    place = await founded(database)
    token = await database.turn(lambda tx: invite(tx, place))
    found = await database.read(lambda tx: invitations.find(tx, token))
    assert found is not None
    person = place.resident.id
    used = await asyncio.gather(
        *(database.turn(lambda tx: invitations.use(tx, found.id, person, NOW)) for _ in range(12))
    )
    assert used.count(True) == 1
    again = await database.read(lambda tx: invitations.find(tx, token))
    assert again is not None and again.used


async def test_an_invitation_ends_with_its_time(database: Database) -> None:
    place = await founded(database)
    token = await database.turn(lambda tx: invite(tx, place))
    found = await database.read(lambda tx: invitations.find(tx, token))
    assert found is not None
    assert not await database.turn(lambda tx: invitations.use(tx, found.id, 1, NOW + HOUR))
    assert await database.turn(lambda tx: invitations.use(tx, found.id, 1, NOW + HOUR - SECOND))


async def test_a_link_code_goes_from_shown_to_done_once(database: Database) -> None:
    place = await founded(database)
    other = await database.turn(lambda tx: new_address(tx, "u2", person=new_person(tx)))
    end = NOW + 10 * MINUTE
    number = await database.turn(lambda tx: links.create(tx, "730915", place.resident_address.id, end))
    code = await database.read(lambda tx: links.find(tx, "730915", NOW))
    assert code == links.LinkCode(number, place.resident_address.id, None, "shown", end)
    assert code is not None
    assert await database.read(lambda tx: links.find(tx, "730916", NOW)) is None
    assert await database.read(lambda tx: links.find(tx, "730915", end)) is None
    assert not await database.turn(lambda tx: links.step(tx, code, "typed", other.id, end))
    steps = [database.turn(lambda tx: links.step(tx, code, "typed", other.id, NOW)) for _ in range(6)]
    assert (await asyncio.gather(*steps)).count(True) == 1
    assert await database.read(lambda tx: links.find(tx, "730915", NOW)) is None
    typed = await database.read(lambda tx: links.read(tx, number, NOW))
    assert typed is not None and (typed.state, typed.other_address_id) == ("typed", other.id)
    assert await database.read(lambda tx: links.read(tx, number, end)) is None


async def test_a_code_that_is_in_use_is_not_made_twice(database: Database) -> None:
    place = await founded(database)
    await database.turn(lambda tx: links.create(tx, "730915", place.resident_address.id, NOW + HOUR))
    with pytest.raises(Conflict):
        await database.turn(lambda tx: links.create(tx, "730915", place.team_address.id, NOW + HOUR))


async def test_two_people_become_one_with_all_that_was_theirs(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        into, gone = place.resident, new_person(tx)
        address = new_address(tx, "u2", person=gone)
        asked = new_request(tx, place.estate, gone)
        helped = new_request(tx, place.estate, place.volunteer)
        service_requests.move(tx, replace(helped, state="taken", helper_id=gone.id), helped.state)
        for person, role in ((gone, "volunteer"), (gone, "leader"), (into, "leader")):
            roles.grant(tx, person.id, role, place.estate.id, place.team.id, None, NOW)
        reveals.add(tx, gone.id, place.volunteer.id, asked.id, "phone", NOW)
        reveals.add(tx, place.volunteer.id, gone.id, helped.id, "phone", NOW)
        invited = invitations.find(tx, invite(tx, place))
        assert invited is not None and invitations.use(tx, invited.id, gone.id, NOW)
        tx.run("UPDATE invitations SET invited_by = :id", id=gone.id)
        tx.run("UPDATE people SET code = 'G' WHERE id = :id", id=gone.id)
        links.merge_people(tx, into.id, gone.id, NOW)
        assert [a.id for a in addresses.of_person(tx, into.id)] == [place.resident_address.id, address.id]
        assert [request.id for request in service_requests.of_person(tx, into.id)] == [asked.id]
        assert [request.id for request in service_requests.of_helper(tx, into.id)] == [helped.id]
        assert sorted(held.role for held in roles.of_person(tx, into.id)) == ["leader", "volunteer"]
        assert len(reveals.of_subject(tx, into.id)) == 1
        assert [reveal.actor_id for reveal in reveals.of_subject(tx, place.volunteer.id)] == [into.id]
        used = tx.get("SELECT invited_by, used_by FROM invitations")
        assert (used["invited_by"], used["used_by"]) == (into.id, into.id)
        moved = people.read_by_code(tx, "G")
        assert moved is not None and moved.id == into.id
        assert addresses.of_person(tx, gone.id) == service_requests.of_person(tx, gone.id) == []
        assert roles.of_person(tx, gone.id) == []

    await database.turn(work)


async def test_of_two_codes_of_the_pack_each_keeps_its_own(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        into, gone = place.resident.id, place.volunteer.id
        for person, code in ((into, "I"), (gone, "G")):
            tx.run("UPDATE people SET code = :code WHERE id = :id", id=person, code=code)
        links.merge_people(tx, into, gone, NOW)
        found = [people.read_by_code(tx, code) for code in ("I", "G")]
        assert [person.id for person in found if person is not None] == [into, gone]

    await database.turn(work)
