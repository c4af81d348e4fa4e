"""A district of volunteers as rows, inserted in bulk: 122 communities, in each a team that is asked by rings."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.linli.bulk import Bulk
from storage.times import to_ms

COMMUNITIES, ESTATES, BUILDINGS = 122, 4, 20
SKILLS = ("hands", "errand")
ITEM = "hom.express"
MOST_TASKS, MOST_RESIDENTS = 4, 100_000
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
FIRST = 1_000_000_000  # ids below it are the demo pack's own or nobody's


@dataclass(frozen=True, slots=True)
class World:
    """The ids of everything are counted from here."""

    volunteers: int

    def community(self, number: int) -> int:
        """The place of a community."""
        return FIRST + number

    def team(self, number: int) -> int:
        """Its team."""
        return FIRST + number

    def team_of(self, building: int) -> int:
        """The team that serves a building."""
        return self.team(building // (ESTATES * BUILDINGS))

    def estate(self, building: int) -> int:
        """The estate of a building."""
        return FIRST + COMMUNITIES + building // BUILDINGS

    def building(self, number: int) -> int:
        """A building."""
        return FIRST + COMMUNITIES * (1 + ESTATES) + number

    @property
    def buildings(self) -> int:
        """How many there are."""
        return COMMUNITIES * ESTATES * BUILDINGS

    def home(self, person: int) -> int:
        """In which building somebody lives, by number."""
        return (person * 7919) % self.buildings

    @property
    def residents(self) -> int:
        """How many of all ask; each has asked before."""
        return min(self.volunteers, MOST_RESIDENTS)

    def person(self, number: int) -> int:
        """A volunteer, who is a resident as well."""
        return FIRST + number


def fill(lines: Bulk, world: World, rng: random.Random) -> None:
    """Writes the whole world."""
    _places(lines, world)
    at = to_ms(NOW)
    teams_made = (
        (world.team(n), f"bench-{n}", f"互助队{n}", "", world.community(n), "ring") for n in range(COMMUNITIES)
    )
    lines.insert("teams", ("id", "code", "name", "name_en", "place_id", "mode"), teams_made)
    lines.insert("team_skills", ("team_id", "skill"), ((world.team(n), s) for n in range(COMMUNITIES) for s in SKILLS))
    people = range(world.volunteers)
    persons = ((world.person(n), "joined", "zh-CN", world.building(world.home(n)), at) for n in people)
    lines.insert("people", ("id", "state", "language", "place_id", "created_at"), persons)
    reached = ((world.person(n), "web", f"b{n}", f"b{n}", world.person(n), "zh-CN", "open", at, at) for n in people)
    columns = ("id", "account", "user_key", "chat_key", "person_id", "language", "state", "seen_at", "created_at")
    lines.insert("addresses", columns, reached)
    tasks = [rng.randrange(MOST_TASKS + 1) for _ in people]
    _volunteers(lines, world, tasks, at)
    _requests(lines, world, at)
    lines.insert("assignments", ASSIGNMENT, _assignments(world, tasks, rng))
    lines.run("ANALYZE")


def _places(lines: Bulk, world: World) -> None:
    columns = ("id", "code", "parent_id", "kind", "name", "name_en", "path", "position", "latitude", "longitude")
    made: list[tuple[object, ...]] = []
    for n in range(COMMUNITIES):
        made.append(
            (world.community(n), f"c{n}", None, "community", f"社区{n}", "", f"/{world.community(n)}/", n, None, None)
        )
    for n in range(world.buildings):
        above, estate = world.community(n // (ESTATES * BUILDINGS)), world.estate(n)
        path = f"/{above}/{estate}/"
        if n % BUILDINGS == 0:
            made.append((estate, f"e{estate}", above, "estate", "小区", "", path, n, None, None))
        spot = (30.6 + (n % BUILDINGS) * 0.0004 + n // BUILDINGS * 0.01, 114.3)
        number = world.building(n)
        made.append((number, f"b{n}", estate, "building", "楼", "", f"{path}{number}/", n, *spot))
    lines.insert("places", columns, made)


def _volunteers(lines: Bulk, world: World, tasks: Sequence[int], at: int) -> None:
    columns = ("id", "person_id", "team_id", "badge", "duty", "most", "home_id", "estate_id", "recent", "joined_at")
    lines.insert(
        "volunteers",
        columns,
        ((*_member(world, n), f"B-{n}", "on", 2, *_home(world, n), tasks[n], at) for n in range(world.volunteers)),
    )
    of_skills = ("volunteer_id", "skill", "team_id", "home_id", "estate_id", "ready", "recent")
    skilled = (
        (world.person(n), skill, _member(world, n)[2], *_home(world, n), int(n % 10 != 0), tasks[n])
        for n in range(world.volunteers)
        for skill in SKILLS[: 1 + n % 2]
    )
    lines.insert("volunteer_skills", of_skills, skilled)


def _member(world: World, number: int) -> tuple[int, int, int]:
    return world.person(number), world.person(number), world.team_of(world.home(number))


def _home(world: World, number: int) -> tuple[int, int]:
    home = world.home(number)
    return world.building(home), world.estate(home)


def _requests(lines: Bulk, world: World, at: int) -> None:
    columns = (
        *("id", "number", "state", "item", "person_id", "place_id", "team_id", "details_sealed", "respond_by_at"),
        *("resolve_by_at", "created_at", "closed_at"),
    )
    made = (
        (world.person(n), f"b-{n}", "archived", ITEM, world.person(n), None, None, b"", at, at, at, at)
        for n in range(world.residents)
    )
    lines.insert("service_requests", columns, made)


ASSIGNMENT = ("id", "request_id", "person_id", "claimed_at", "heard_at", "ended_at", "ended", "again")


def _assignments(world: World, tasks: Sequence[int], rng: random.Random) -> Iterator[tuple[object, ...]]:
    """Each volunteer's tasks, for neighbours a few doors on; one of ten is still in hand."""
    number = FIRST
    for person, taken in enumerate(tasks):
        for task in range(taken):
            number += 1
            claimed = to_ms(NOW - timedelta(hours=rng.randrange(1, 29 * 24)))
            ended = None if task == 0 and person % 10 == 1 else claimed + 3_600_000
            again = rng.choice((1, 1, 0, None)) if ended else None
            request = world.person((person + (task + 1) * world.buildings) % world.residents)
            yield (number, request, world.person(person), claimed, claimed, ended, ended and "finish", again)
