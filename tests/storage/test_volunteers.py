"""Volunteers: badge, duty, leave, skills, figures; and that choosing reads a few entries of an index, never a team."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from storage import addresses, assignments, choosing, people, places, request_changes, roles, service_requests, teams
from storage import volunteers as members
from storage.database import Database
from storage.engines.postgresql import PARAMETER
from storage.engines.sqlite_transaction import _spoken
from storage.transaction import Transaction
from storage.volunteers import SHARE_OVER, Volunteer
from tests.storage.samples import DAY, HOUR, NOW, Community, community, new_address, new_person, new_request
from tests.storage.test_indexes import make_large, nodes

SKILL = "water"


def joined(tx: Transaction, place: Community, name: str = "小李") -> Volunteer:
    person = new_person(tx, name=name)
    new_address(tx, f"of {name}", person=person)
    roles.grant(tx, person.id, "volunteer", place.estate.id, place.team.id, None, NOW)
    member = members.member(tx, person.id, place.team.id)
    assert member is not None
    return member


def ready(tx: Transaction, place: Community) -> list[int]:
    return [number for _, number in choosing.least_recent(tx, place.team.id, SKILL, 10)]


async def test_a_role_makes_a_membership_and_its_end_ends_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        first, second = joined(tx, place), joined(tx, place, "小赵")
        assert (first.badge, second.badge) == ("WATER-01", "WATER-02")
        assert (first.duty, first.most, first.skills) == ("on", members.AT_ONCE, None)
        assert ready(tx, place) == [first.id, second.id]
        roles.grant(tx, first.person_id, "leader", place.estate.id, place.team.id, None, NOW)
        volunteer, leader = roles.of_person(tx, first.person_id)
        assert roles.end(tx, volunteer.id, first.person_id, NOW)
        assert ready(tx, place) == [first.id, second.id], "a leader is a member still"
        assert roles.end(tx, leader.id, first.person_id, NOW)
        assert ready(tx, place) == [second.id]
        assert members.of_person(tx, first.person_id) == []
        assert [each.id for each in members.of_team(tx, place.team.id)] == [second.id]
        roles.grant(tx, first.person_id, "volunteer", place.estate.id, place.team.id, None, NOW)
        assert [each.badge for each in members.of_person(tx, first.person_id)] == ["WATER-01"]

    await database.turn(work)


async def test_who_is_off_duty_or_on_leave_is_not_found_until_they_are_back(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        member = joined(tx, place)
        members.set_duty(tx, member.id, "off")
        assert ready(tx, place) == []
        members.set_duty(tx, member.id, "leave", NOW + DAY)
        assert (ready(tx, place), members.next_back(tx)) == ([], NOW + DAY)
        assert members.back(tx, NOW + DAY - HOUR, 10) == []
        assert [each.id for each in members.back(tx, NOW + DAY, 10)] == [member.id]
        members.set_duty(tx, member.id, "on")
        assert ready(tx, place) == [member.id]
        assert members.next_back(tx) is None

    await database.turn(work)


async def test_skills_are_the_teams_narrowed_by_ones_own(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        member = joined(tx, place)
        teams.write(tx, "water", "水电队", "", place.estate.id, "ring", (SKILL, "lift"))
        assert choosing.anybody(tx, place.team.id, "lift")
        members.set_skills(tx, member.id, (SKILL, "sing"))
        assert not choosing.anybody(tx, place.team.id, "lift")
        assert not choosing.anybody(tx, place.team.id, "sing")
        assert choosing.membership(tx, place.team.id, SKILL, member.person_id) == member.id
        members.set_skills(tx, member.id, None)
        assert choosing.anybody(tx, place.team.id, "lift")

    await database.turn(work)


async def test_figures_are_counted_by_a_job_and_not_in_the_turns_of_others(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        busy, idle = joined(tx, place), joined(tx, place, "小赵")
        members.take_news(tx, 10)
        request = new_request(tx, place.estate, place.resident)
        held = assignments.create(tx, request.id, busy.person_id, place.team.id, NOW)
        members.add_news(tx, busy.person_id)
        assert ready(tx, place) == [busy.id, idle.id]
        assert members.take_news(tx, 10) == [busy.person_id]
        members.recount(tx, busy.id, NOW)
        assert ready(tx, place) == [idle.id, busy.id]
        found = {each.volunteer_id: each for each in choosing.figures(tx, [busy.id, idle.id], NOW + HOUR)}
        assert (found[busy.id].held, found[busy.id].taken, found[busy.id].last_at) == (1, 1, NOW)
        assert (found[idle.id].held, found[idle.id].taken, found[idle.id].last_at) == (0, 0, None)
        assert members.to_recount(tx, NOW + SHARE_OVER, 10) == []
        later = NOW + SHARE_OVER + timedelta(seconds=1)
        assert [each.id for each in members.to_recount(tx, later, 10)] == [busy.id]
        members.recount(tx, busy.id, later)
        assert members.read(tx, busy.id).recent == 0
        assignments.end(tx, held.id, "give back", NOW)
        assert choosing.figures(tx, [busy.id], NOW)[0].taken == 0, "what was given back is nobody's work"

    await database.turn(work)


async def test_whom_nothing_reaches_is_set_aside_until_something_does(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        member = joined(tx, place)
        address = addresses.reachable(tx, member.person_id)
        assert address is not None
        addresses.mark(tx, address.id, "gone", "blocked")
        members.recount(tx, member.id, NOW)
        assert ready(tx, place) == []
        assert [each.id for each in members.to_recount(tx, NOW + members.LOOK_AGAIN, 10)] == [member.id]
        gone = addresses.read(tx, address.id)
        members.take_news(tx, 10)
        addresses.seen(tx, gone, gone.chat, NOW)
        assert members.take_news(tx, 10) == [member.person_id]
        members.recount(tx, member.id, NOW)
        assert ready(tx, place) == [member.id]

    await database.turn(work)


async def test_neighbours_are_found_by_building_and_estate(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        home = places.write(tx, "b1", place.estate, "building", "1号楼", "", 0, (30.6, 114.3))
        other = places.write(tx, "b2", place.estate, "building", "2号楼", "", 1)
        inside, beside, away = (joined(tx, place, name) for name in ("a", "b", "c"))
        for member, where in ((inside, home), (beside, other)):
            person = people.read(tx, member.person_id)
            person.place_id = where.id
            people.save(tx, person)
            members.recount(tx, member.id, NOW)
        assert members.estate_of(tx, home.id) == place.estate.id
        assert choosing.near(tx, place.team.id, SKILL, home.id, place.estate.id, 5) == [inside.id, beside.id]
        assert choosing.near(tx, place.team.id, SKILL, None, None, 5) == []
        assert away.id in ready(tx, place)
        assert choosing.figures(tx, [inside.id], NOW)[0].point == (30.6, 114.3)

    await database.turn(work)


async def test_what_a_resident_said_last_of_a_helper_counts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place = community(tx)
        member = joined(tx, place)
        assert choosing.known_to(tx, [place.resident.id]) == {}
        for liked in (False, True):
            request = new_request(tx, place.estate, place.resident)
            held = assignments.create(tx, request.id, member.person_id, place.team.id, NOW)
            assignments.set_again(tx, held.id, liked)
        assert choosing.known_to(tx, [place.resident.id]) == {member.person_id: True}
        assert choosing.known_to(tx, [member.person_id]) == {}
        assert service_requests.read(tx, request.id) is not None
        request_changes.set_outcome(tx, request.id, "solved")

    await database.turn(work)


INDEX = {
    "LEAST_RECENT": "volunteer_skills_fair",
    "SAME_HOME": "volunteer_skills_home",
    "SAME_ESTATE": "volunteer_skills_estate",
    "ANYBODY": "volunteer_skills_fair",
}


@pytest.mark.parametrize("name", INDEX)
async def test_sqlite_reads_a_range_of_an_index_and_sorts_nothing(sqlite_database: Database, name: str) -> None:
    text = _spoken(getattr(choosing, name))
    values = dict.fromkeys(PARAMETER.findall(text), 1)
    plan = await sqlite_database.read(lambda tx: tx.all(f"EXPLAIN QUERY PLAN {text}", **values))
    details = [row["detail"] for row in plan]
    assert len(details) == 1, details
    assert f"SEARCH s USING COVERING INDEX {INDEX[name]} (team_id=? AND skill=?" in details[0]


@pytest.mark.parametrize("name", INDEX)
def test_postgresql_reads_a_range_of_an_index_and_sorts_nothing(postgresql_url: str, name: str) -> None:
    found: dict[str, int] = {}
    text = PARAMETER.sub(lambda m: f"${found.setdefault(m[1], len(found) + 1)}", getattr(choosing, name))
    with psycopg.connect(postgresql_url) as connection, connection.cursor() as cursor:
        make_large(connection)
        cursor.execute(f"EXPLAIN (GENERIC_PLAN, FORMAT JSON) {text}".encode())
        row = cursor.fetchone()
        connection.rollback()
    assert row is not None
    plan: list[dict[str, Any]] = list(nodes(row[0][0]["Plan"]))
    kinds = {node["Node Type"] for node in plan}
    assert kinds <= {"Limit", "Index Only Scan", "Index Scan"}, kinds
    scan = next(node for node in plan if "Index Name" in node)
    assert scan["Index Name"] == INDEX[name]
    assert "team_id" in scan["Index Cond"] and "skill" in scan["Index Cond"]
