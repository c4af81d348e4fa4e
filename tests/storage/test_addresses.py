"""Addresses: the best one first, groups and their topics, groups that move."""

import asyncio

import pytest

from storage import addresses, roles, sending, teams
from storage.database import Database
from storage.errors import NotFound
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, HOUR, MINUTE, NOW, SECOND, community, new_address, new_person, say


async def test_an_address_is_found_by_its_user(database: Database) -> None:
    made = await database.turn(lambda tx: new_address(tx, "u1", person=new_person(tx), chat="c1"))
    assert await database.read(lambda tx: addresses.find(tx, ACCOUNT, "u1")) == made
    assert await database.read(lambda tx: addresses.read(tx, made.id)) == made
    assert await database.read(lambda tx: addresses.find(tx, ACCOUNT, "c1")) is None
    assert await database.read(lambda tx: addresses.find(tx, "other", "u1")) is None
    with pytest.raises(NotFound):
        await database.read(lambda tx: addresses.read(tx, 4711))


async def test_of_many_who_meet_the_same_person_at_once_one_makes_the_address(database: Database) -> None:
    def meet(tx: Transaction) -> addresses.Address | None:
        return addresses.create(tx, account=ACCOUNT, user="u1", chat="u1", now=NOW)

    made = await asyncio.gather(*(database.turn(meet) for _ in range(12)))
    assert len([address for address in made if address is not None]) == 1


async def test_open_addresses_come_first_and_of_those_the_one_used_last(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        old, late, gone = (new_address(tx, user, person=person) for user in ("old", "late", "gone"))
        addresses.seen(tx, late, "late", NOW + HOUR)
        addresses.seen(tx, gone, "gone", NOW + DAY)
        assert addresses.mark(tx, gone.id, "gone", "blocked")
        assert not addresses.mark(tx, gone.id, "gone", "blocked")
        assert [address.user for address in addresses.of_person(tx, person.id)] == ["late", "old", "gone"]
        addresses.seen(tx, addresses.read(tx, gone.id), "gone", NOW + DAY)
        assert [address.user for address in addresses.of_person(tx, person.id)] == ["gone", "late", "old"]
        assert addresses.of_person(tx, 4711) == []
        assert old.state == "open"

    await database.turn(work)


async def test_seen_is_written_only_when_it_tells_something_new(database: Database) -> None:
    def work(tx: Transaction) -> None:
        made = new_address(tx, "u1", person=new_person(tx))
        addresses.seen(tx, made, "u1", NOW + addresses.SEEN_EVERY)
        assert addresses.read(tx, made.id).seen_at == made.seen_at
        addresses.seen(tx, made, "moved", NOW + SECOND)
        assert addresses.read(tx, made.id).chat == "moved"
        addresses.seen(tx, made, "u1", NOW + addresses.SEEN_EVERY + MINUTE)
        assert addresses.read(tx, made.id).seen_at > made.seen_at

    await database.turn(work)


async def test_an_address_is_given_to_another_person(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, second = new_person(tx), new_person(tx)
        made = new_address(tx, "u1", person=first)
        addresses.give(tx, made.id, second.id)
        assert addresses.of_person(tx, first.id) == []
        assert [address.id for address in addresses.of_person(tx, second.id)] == [made.id]

    await database.turn(work)


async def test_a_group_is_bound_to_a_team_and_let_go(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        assert [address.id for address in addresses.of_team(tx, place.team.id)] == [place.team_address.id]
        addresses.mark(tx, place.team_address.id, "gone", "expelled")
        assert addresses.of_team(tx, place.team.id) == []
        addresses.bind(tx, place.team_address.id, place.team.id)
        assert [address.state for address in addresses.of_team(tx, place.team.id)] == ["open"]
        addresses.bind(tx, place.team_address.id, None)
        assert addresses.of_team(tx, place.team.id) == []

    await database.turn(work)


async def test_a_group_and_its_topics_are_of_one_chat(database: Database) -> None:
    def work(tx: Transaction) -> None:
        users = [addresses.group_user("-1", None), addresses.group_user("-1", "7")]
        for user in users:
            new_address(tx, user, chat="-1")
        new_address(tx, addresses.group_user("-2", None), chat="-2")
        assert [address.user for address in addresses.of_chat(tx, ACCOUNT, "-1")] == users
        assert addresses.of_chat(tx, "other", "-1") == []

    await database.turn(work)


async def test_a_group_that_moved_keeps_its_team_and_what_waits(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        waiting = say(tx, place.team_address)
        assert addresses.migrate_chat(tx, ACCOUNT, "-100", "-200")
        (moved,) = addresses.of_team(tx, place.team.id)
        assert (moved.chat, moved.user, moved.id) == ("-200", "group:-200", place.team_address.id)
        assert [(head.id, head.chat) for head in sending.due(tx, ACCOUNT, NOW, 9)] == [(waiting, "-200")]
        assert not addresses.migrate_chat(tx, ACCOUNT, "-100", "-200")

    await database.turn(work)


async def test_a_group_may_be_known_by_its_new_id_before_we_hear_that_it_moved(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        waiting = say(tx, place.team_address)
        after = new_address(tx, addresses.group_user("-200", None), chat="-200")
        assert addresses.migrate_chat(tx, ACCOUNT, "-100", "-200")
        assert [address.id for address in addresses.of_team(tx, place.team.id)] == [after.id]
        assert addresses.read(tx, place.team_address.id).state == "gone"
        assert [(head.id, head.chat) for head in sending.due(tx, ACCOUNT, NOW, 9)] == [(waiting, "-200")]

    await database.turn(work)


async def test_a_group_on_the_web_is_read_only_where_a_member_is(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        assert addresses.somebody_reads(tx, place.team.id)
        dry = teams.write(tx, "dry", "队", "Team", place.estate.id, "group", ())
        addresses.create(tx, account=addresses.WEB, user="group:w", chat="w", now=NOW, team_id=dry.id)
        assert not addresses.somebody_reads(tx, dry.id)
        roles.grant(tx, place.volunteer.id, "volunteer", place.estate.id, dry.id, None, NOW)
        assert not addresses.somebody_reads(tx, dry.id)
        member = {"user": "v", "chat": "v", "person_id": place.volunteer.id}
        addresses.create(tx, account=addresses.WEB, now=NOW, **member)  # type: ignore[arg-type]
        assert addresses.somebody_reads(tx, dry.id)
        assert not addresses.somebody_reads(tx, 4711)

    await database.turn(work)
