"""The community's own tables: places, teams, roles, the catalogue, the pack's files."""

from dataclasses import replace

import pytest

from storage import catalogue, packs, places, roles, service_requests, teams
from storage.catalogue import Series
from storage.database import Database
from storage.errors import NotFound
from storage.transaction import Transaction
from tests.storage.samples import HOUR, NOW, SECOND, community, founded, new_item, new_person, new_request


async def test_the_tree_of_places(database: Database) -> None:
    place = await founded(database)
    assert place.estate.path == f"/{place.district.id}/{place.estate.id}/"
    assert place.estate.ancestors() == [place.district.id, place.estate.id]

    def look(tx: Transaction) -> None:
        assert places.read(tx, place.estate.id) == places.read_by_code(tx, "e1") == place.estate
        assert places.children(tx, place.district.id) == [place.estate, place.other_estate]
        assert places.children(tx, place.district.id, limit=1, offset=1) == [place.other_estate]
        assert places.of_kind(tx, "estate") == [place.estate, place.other_estate]
        assert places.line(tx, place.estate) == [place.district, place.estate]
        assert places.read_by_code(tx, "nowhere") is None

    await database.read(look)
    with pytest.raises(NotFound):
        await database.read(lambda tx: places.read(tx, 4711))


async def test_a_place_that_is_written_again_keeps_its_id(database: Database) -> None:
    place = await founded(database)
    again = await database.turn(lambda tx: places.write(tx, "e1", None, "grid", "新", "New", 9))
    assert again == replace(
        place.estate, parent_id=None, kind="grid", name="新", name_en="New", path=f"/{place.estate.id}/"
    )
    assert await database.read(lambda tx: places.read(tx, place.estate.id)) == again


async def test_children_come_in_the_packs_order(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        root = places.write(tx, "r", None, "district", "区", "District", 0)
        for position, code in enumerate("cab"):
            places.write(tx, code, root, "estate", code, code, position)
        return [place.code for place in places.children(tx, root.id)]

    assert await database.turn(work) == ["c", "a", "b"]


async def test_the_team_whose_place_is_nearest_serves(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        wide = teams.write(tx, "wide", "区队", "District team", place.district.id, "group", ("water", "lift", "lift"))
        assert teams.serving(tx, ("water",), place.estate) == [place.team, wide]
        assert teams.serving(tx, ("lift", "water"), place.estate) == [place.team, wide], "nearest before best"
        assert teams.serving(tx, ("lift", "water"), place.other_estate) == [wide]
        assert teams.serving(tx, ("cooking",), place.estate) == []
        assert teams.below(tx, place.district.path) == [place.team, wide]
        assert teams.below(tx, place.estate.path) == [place.team]
        assert teams.below(tx, place.other_estate.path) == []
        again = teams.write(tx, "wide", "新", "New", place.district.id, "group", ("lift",))
        assert again.id == wide.id
        assert teams.read(tx, wide.id) == teams.read_by_code(tx, "wide") == again
        assert teams.serving(tx, ("water",), place.other_estate) == []
        assert teams.skills_of(tx, wide.id) == ("lift",)
        assert teams.read_by_code(tx, "nobody") is None

    await database.turn(work)


async def test_a_subtree_does_not_take_in_a_place_whose_id_only_begins_alike(database: Database) -> None:
    def work(tx: Transaction) -> None:
        insert = """
            INSERT INTO places (id, code, parent_id, kind, name, name_en, path, position)
            VALUES (:id, :code, NULL, 'estate', 'x', 'x', :path, 0)"""
        for number in (1, 10, 11, 2):
            tx.run(insert, id=number, code=f"c{number}", path=f"/{number}/")
        team = teams.write(tx, "t1", "队", "Team", 1, "group", ())
        teams.write(tx, "t10", "队", "Team", 10, "group", ())
        assert teams.below(tx, "/1/") == [team]

    await database.turn(work)


async def test_roles_are_held_once_and_end(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        person, other = new_person(tx), new_person(tx)
        grant = (person.id, "volunteer", place.estate.id, place.team.id, other.id, NOW)
        assert roles.grant(tx, *grant)
        assert not roles.grant(tx, *grant)
        assert roles.grant(tx, person.id, "coordinator", place.district.id, None, None, NOW)
        assert roles.grant(tx, other.id, "leader", place.estate.id, place.team.id, None, NOW)
        volunteer, coordinator = roles.of_person(tx, person.id)
        assert (volunteer.role, coordinator.role) == ("volunteer", "coordinator")
        assert coordinator.covers(place.estate.path) and not volunteer.covers(place.other_estate.path)
        assert [held.person_id for held in roles.of_team(tx, place.team.id)] == [person.id, other.id]
        assert [held.person_id for held in roles.of_team(tx, place.team.id, limit=1)] == [person.id]
        assert not roles.end(tx, volunteer.id, other.id, NOW)
        assert roles.end(tx, volunteer.id, person.id, NOW)
        assert not roles.end(tx, volunteer.id, person.id, NOW)
        assert roles.of_person(tx, person.id) == [coordinator]
        assert roles.grant(tx, *grant)

    await database.turn(work)


async def test_holders_of_a_role_are_found_up_the_line_the_nearest_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        near, far, other = new_person(tx), new_person(tx), new_person(tx)
        for person, at in (
            (far, place.district),
            (near, place.estate),
            (near, place.district),
            (other, place.other_estate),
        ):
            roles.grant(tx, person.id, "coordinator", at.id, None, None, NOW)
        upwards = [place.estate.id, place.district.id]
        assert roles.holders(tx, "coordinator", upwards) == [near.id, far.id]
        assert roles.holders(tx, "leader", upwards) == []

    await database.turn(work)


async def test_the_catalogue_keeps_old_items_for_old_requests(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        second = new_item(tx, "pipe", position=0)
        assert catalogue.of_series(tx, "repairs") == [second, place.item]
        assert catalogue.of_series(tx, "repairs", limit=1, offset=1) == [place.item]
        request = new_request(tx, place.estate, place.resident)
        catalogue.retire_all(tx)
        assert catalogue.of_series(tx, "repairs") == []
        changed = replace(second, name="水管", respond_within=2 * HOUR, sensitive=True, needs=("place", "when"))
        catalogue.write_item(tx, changed, 5)
        assert catalogue.of_series(tx, "repairs") == [catalogue.read(tx, "pipe")] == [changed]
        assert catalogue.read(tx, request.item) == place.item
        assert catalogue.read(tx, "nothing") is None
        assert service_requests.read(tx, request.id) == request

    await database.turn(work)


async def test_series_come_in_the_packs_order(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for position, code in enumerate("ba"):
            catalogue.write_series(tx, Series(code, code, code), position)
        catalogue.write_series(tx, Series("a", "新", "New"), 1)
        assert catalogue.all_series(tx) == [Series("b", "b", "b"), Series("a", "新", "New")]
        assert catalogue.read_series(tx, "a") == Series("a", "新", "New")
        assert catalogue.read_series(tx, "c") is None

    await database.turn(work)


async def test_the_packs_files_are_replaced_as_a_whole(database: Database) -> None:
    assert await database.read(packs.version) == 0
    await database.turn(lambda tx: packs.write_files(tx, {"b.yaml": "b", "a.yaml": "邻里"}, NOW))
    first = await database.read(packs.version)
    assert await database.read(packs.read_files) == {"a.yaml": "邻里", "b.yaml": "b"}
    await database.turn(lambda tx: packs.write_files(tx, {"c.yaml": ""}, NOW + SECOND))
    assert await database.read(packs.read_files) == {"c.yaml": ""}
    assert await database.read(packs.version) > first > 0
