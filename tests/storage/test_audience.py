"""Walking through an audience, in slices of any size, on both engines."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from storage import absences, audience, broadcasts, cards, recipients, roles, teams, volunteers
from storage.audience_sources import source
from storage.audience_terms import EVERYBODY, Wanted, Window
from storage.cards import About, Birthday
from storage.database import Database, open_database
from storage.freezing import _filling
from storage.places import Place
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.storage.audience_town import Town
from tests.storage.samples import DAY, NOW
from tests.storage.test_indexes import make_large, postgresql_scans, sqlite_scans

LIMITS = (1, 3, 100)


def helper(town: Town, name: str, home: str, team: teams.Team, role: str = "volunteer") -> int:
    """Somebody with a role in a team."""
    person_id = town.live(name, home)
    roles.grant(town.tx, person_id, role, team.place_id, team.id, None, NOW)
    return person_id


def team(town: Town, code: str, place: Place, *skills: str) -> teams.Team:
    return teams.write(town.tx, code, code, code, place.id, "group", skills)


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("many", [1, 300], ids=["person by person", "place by place"])
async def test_a_place_and_all_below_it(
    database: Database, limit: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience, "MANY_PLACES", many)

    def work(tx: Transaction) -> None:
        town = Town(tx)
        town.live("nowhere", None)
        two = town.wanted(town.homes["east1"], town.homes["west2"])
        assert town.found(town.wanted(town.east), limit) == town.at("east")
        assert town.found(two, limit) == sorted([*town.at("east1"), *town.at("west2")])
        assert town.found(town.wanted(town.district, homeless=True), limit) == sorted(town.people)
        assert town.found(town.wanted(town.district), limit) == sorted(town.people.keys() - {"nowhere"})
        assert town.found(town.wanted(), limit) == []

    await database.turn(work)


async def test_who_left_or_never_joined_is_not_meant(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        here = town.at("east1")
        for state in ("left", "died", "merged", "refused", "new", "known"):
            town.live(state, "east1", state)
        assert town.found(town.wanted(town.homes["east1"])) == here
        assert town.found(town.wanted(town.homes["east1"], by_phone=True)) == sorted([*here, "known"])

    await database.turn(work)


async def test_languages_and_ages(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        town.live("Mary", "east1", language="en")
        town.live("old", "east1", born_year=1940)
        town.live("young", "west1", born_year=2001)
        for name, year in (("carded", 1945), ("undated", None)):
            town.live(name, "west1")
            town.card(name, About(birthday=Birthday(3, 12, year=year)))
        assert town.found(town.wanted(town.district, languages=("en",))) == ["Mary"]
        assert town.found(town.wanted(town.district, born=((1900, 1950),))) == ["carded", "old"]
        assert town.found(town.wanted(town.district, born=((1900, 1950), (1999, 2010)))) == ["carded", "old", "young"]

    await database.turn(work)


@pytest.mark.parametrize("limit", LIMITS)
async def test_who_lives_alone_stands_on_an_open_card(database: Database, limit: int) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        for name, home, groups in (
            ("a", "east1", ("alone",)),
            ("b", "east2", ("alone", "over_80")),
            ("c", "east1", ()),
        ):
            town.live(name, home)
            town.card(name, About(groups=groups))
        assert town.found(town.wanted(town.east, alone=True), limit) == ["a", "b"]
        assert town.found(town.wanted(town.homes["east2"], alone=True), limit) == ["b"]
        assert town.found(town.wanted(town.west, alone=True), limit) == []
        closed = cards.of_person(tx, town.people["a"])
        assert closed is not None and cards.close(tx, closed.id, "moved", NOW)
        assert town.found(town.wanted(town.east, alone=True), limit) == ["b"]

    await database.turn(work)


@pytest.mark.parametrize("limit", LIMITS)
async def test_roles_teams_and_skills(database: Database, limit: int) -> None:
    """Whoever lives in the unit, or does something in it, is meant; once, whatever roles they hold."""

    def work(tx: Transaction) -> None:
        town = Town(tx)
        medical, water = team(town, "medical", town.east, "medical"), team(town, "water", town.west, "water", "medical")
        helper(town, "nurse", "west1", medical)
        both = helper(town, "both", "east1", medical)
        roles.grant(tx, both, "leader", town.east.id, medical.id, None, NOW)
        helper(town, "plumber", "west1", water)
        only_water = volunteers.of_person(tx, town.people["plumber"])[0]
        volunteers.set_skills(tx, only_water.id, ("water",))
        roles.grant(tx, town.live("desk", "west2"), "desk", town.east.id, None, None, NOW)

        assert town.found(town.wanted(town.east, roles=("volunteer",)), limit) == ["both", "nurse"]
        assert town.found(town.wanted(town.east, roles=("volunteer", "desk")), limit) == ["both", "desk", "nurse"]
        assert town.found(town.wanted(town.district, skills=("medical",)), limit) == ["both", "nurse"]
        assert town.found(town.wanted(town.west, roles=("volunteer",)), limit) == ["nurse", "plumber"]
        assert town.found(town.wanted(town.west, skills=("water",)), limit) == ["plumber"]
        assert town.found(town.wanted(team_ids=(medical.id,)), limit) == ["both", "nurse"]
        assert town.found(town.wanted(team_ids=(medical.id,), roles=("leader",)), limit) == ["both"]

    await database.turn(work)


async def test_who_is_on_leave_or_away_can_be_left_out(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        water = team(town, "water", town.east, "water")
        for name in ("here", "on leave", "away", "back"):
            helper(town, name, "east1", water)
        on_leave = volunteers.of_person(tx, town.people["on leave"])[0]
        volunteers.set_duty(tx, on_leave.id, "leave", NOW + DAY)
        absences.add(tx, town.people["away"], None, NOW + DAY, NOW)
        absences.add(tx, town.people["back"], None, NOW + DAY, NOW)
        absences.end(tx, town.people["back"], NOW)
        assert town.found(town.wanted(town.east, roles=("volunteer",), not_away=True)) == ["back", "here"]
        assert town.found(town.wanted(town.homes["east1"], not_away=True, languages=("zh-CN",))) == sorted(
            [*town.at("east1"), "back", "here", "on leave"]
        )

    await database.turn(work)


@pytest.mark.parametrize("limit", LIMITS)
async def test_those_on_another_list(database: Database, limit: int) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        names = ("east1-0", "east1-4", "west1-2", "west2-3")
        values: dict[str, Any] = {"kind": "emergency", "body": "{}", "words": "", "audience": ""}
        drafter = town.people["east2-1"]
        listed = broadcasts.create(tx, place_id=town.district.id, drafter_id=drafter, now=NOW, **values)
        for name in names:
            recipients.add(tx, listed.id, town.people[name], town.east.id)
        rows = {name: recipients.of_person(tx, listed.id, town.people[name]) for name in names}
        for name, state in zip(names, ("sent", "unknown", "gone", "sent"), strict=True):
            row = rows[name]
            assert row is not None
            recipients.outcome(tx, row.id, state, NOW)
        answered = rows["west2-3"]
        assert answered is not None
        recipients.answer(tx, answered.id, "yes", NOW + timedelta(minutes=1))

        assert town.found(town.wanted(list_of=listed.id), limit) == sorted(names)
        assert town.found(town.wanted(list_of=listed.id, got=True), limit) == ["east1-0", "east1-4", "west2-3"]
        assert town.found(town.wanted(list_of=listed.id, answers=("yes",)), limit) == ["west2-3"]
        assert town.found(town.wanted(list_of=listed.id, answers=("",)), limit) == ["east1-0", "east1-4", "west1-2"]
        assert town.found(town.wanted(town.homes["west1"], list_of=listed.id, answers=("",)), limit) == ["west1-2"]

    await database.turn(work)


GROUND = {"now": NOW, "grounds": ("/1/", "/2/3/")}
ALL = {"languages": ("en",), "subjects": ("policy",), "born": ((1900, 1950),), "not_away": True, "by_phone": True}
TIES = {"roles": ("volunteer",), "team_ids": (1, 2), "skills": ("medical", "water")}
STATEMENTS = {
    "everybody": (Wanted(**GROUND, homeless=True, **ALL), EVERYBODY),  # type: ignore[arg-type]
    "a home": (Wanted(**GROUND, **ALL), 1),  # type: ignore[arg-type]
    "no home": (Wanted(**GROUND, homeless=True, **ALL), None),  # type: ignore[arg-type]
    "ties": (Wanted(**GROUND, **ALL, **TIES), None),  # type: ignore[arg-type]
    "alone": (Wanted(**GROUND, **ALL, **TIES, alone=True), None),  # type: ignore[arg-type]
    "a list": (Wanted(**GROUND, **ALL, **TIES, list_of=1, answers=("", "yes"), got=True), None),  # type: ignore[arg-type]
}


def asked(name: str) -> list[str]:
    """The statements that a window of this kind runs."""
    wanted, place_id = STATEMENTS[name]
    where, _ = source(wanted, Window(place_id, 0, 1, 1))
    return [f"SELECT p.id {where} ORDER BY p.id", _filling("CAST(:counted AS BIGINT)", where)]


@pytest.mark.parametrize("name", STATEMENTS)
async def test_no_statement_goes_through_a_whole_table(
    sqlite_database: Database, bare_postgresql_url: str, keys: Keyring, name: str
) -> None:
    for text in asked(name):
        assert await sqlite_database.read(lambda tx, text=text: sqlite_scans(tx, text)) == set()  # type: ignore[misc]
    await (await open_database(bare_postgresql_url, keys)).close()
    with psycopg.connect(bare_postgresql_url) as connection, connection.cursor() as cursor:
        make_large(connection)
        scanned = [postgresql_scans(cursor, text) for text in asked(name)]
        connection.rollback()
    assert scanned == [set(), set()]
