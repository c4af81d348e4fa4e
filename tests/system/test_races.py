"""Fifty volunteers tap the same card at the same moment, on PostgreSQL with eight workers: one helper each time."""

import asyncio
import os
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.flood import FloodControl
from handlers.incoming import Incoming, Press
from handlers.message import Choice, Text
from storage import addresses, assignments, dialogues, offers, people, roles, service_requests, teams, volunteers
from storage.database import Database, open_database
from storage.service_requests import Details
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, GROUP, KEYS, MORNING, RESIDENT, Service

ROUNDS = int(os.environ.get("LINLI_TEST_RACES", "40"))  # the full number, 200, is run beside the benchmarks
VOLUNTEERS = [str(number) for number in range(5000, 5050)]
TAKEN = "SELECT actor_id FROM request_events WHERE request_id = :id AND to_state = 'claimed'"


def recruit(tx: Transaction) -> None:
    """Fifty volunteers of the team, each with a private chat."""
    team = teams.read_by_code(tx, "shuidian")
    assert team is not None
    for user in VOLUNTEERS:
        person = people.create(tx, "zh-CN", MORNING)
        dialogues.create(tx, person.id, MORNING)
        person.state, person.name = "joined", f"志愿者{user}"
        people.save(tx, person)
        roles.grant(tx, person.id, "volunteer", team.place_id, team.id, None, MORNING)
        for each in volunteers.of_person(tx, person.id):
            volunteers.set_most(tx, each.id, 2 * ROUNDS)  # hands are never full here
        addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)


def offered(tx: Transaction, number: int, wanted: int = 1) -> tuple[int, int]:
    """A request on offer, as the resident's turn leaves it: (request, offer)."""
    team = teams.read_by_code(tx, "shuidian")
    resident = addresses.find(tx, ACCOUNT, RESIDENT)
    assert team is not None and resident is not None and resident.person_id is not None
    request = service_requests.create(
        tx,
        number=f"20261123-{number:04d}",
        state="dispatched",
        item="pub.light",
        person_id=resident.person_id,
        place_id=team.place_id,
        team_id=team.id,
        details=Details("灯坏了", "3号楼", "", "+8613000000001"),
        respond_by=MORNING + timedelta(hours=2),
        resolve_by=MORNING + timedelta(hours=9),
        now=MORNING,
        helpers_wanted=wanted,
    )
    return request, offers.create(tx, request, team.id, MORNING)


def press(user: str, offer: int) -> Incoming:
    return Incoming(
        account=ACCOUNT,
        update=f"{offer}:{user}",
        user=user,
        chat=GROUP,
        group=True,
        at=MORNING,
        press=Press(f"{offer}:{user}", Choice(f"offer.take:{offer}", Text("offer-take")).action),
    )


async def tapped(services: list[Service], offer: int) -> None:
    """All tap at once, spread over the processes; a group's presses of one process stand in one line."""
    taps = [services[n % len(services)].intake.receive(press(user, offer)) for n, user in enumerate(VOLUNTEERS)]
    await asyncio.gather(*taps)


async def test_one_helper_each_time(demo_postgresql_url: str, tmp_path: Path) -> None:
    """Eight processes' worth of intakes, each with a worker of its own, so that taps meet in the tables."""
    databases = [await open_database(demo_postgresql_url, KEYS, workers=2) for _ in range(8)]
    try:
        tireless = FloodControl(burst=10_000)
        services = [Service(database, tmp_path / "media", flood=tireless) for database in databases]
        await databases[0].turn(recruit)
        for number in range(1, ROUNDS + 1):
            request, offer = await databases[0].turn(partial(offered, number=number))
            await tapped(services, offer)
            await _one_helper(databases[0], request)
        toasts = [text for service in services for _, text in service.toasts]
        assert len([text for text in toasts if "是您的了" in text]) == ROUNDS
        assert len([text for text in toasts if "有人接了" in text]) == ROUNDS * (len(VOLUNTEERS) - 1)
        shown = await databases[0].read(
            lambda tx: tx.all("SELECT address_id FROM outbox WHERE key LIKE 'help:%' AND kind = 'send'")
        )
        assert len(shown) == ROUNDS, "the details go to the one who has it, and to nobody else"
        assert await services[0].count("parked_turns") == 0
    finally:
        for database in databases:
            await database.close()


async def test_two_where_two_are_wanted_and_never_three(demo_postgresql_url: str, tmp_path: Path) -> None:
    """The last place is taken once, however many tap for it at the same moment."""
    databases = [await open_database(demo_postgresql_url, KEYS, workers=2) for _ in range(4)]
    try:
        tireless = FloodControl(burst=10_000)
        services = [Service(database, tmp_path / "media", flood=tireless) for database in databases]
        await databases[0].turn(recruit)
        for number in range(1, ROUNDS // 4 + 1):
            request, offer = await databases[0].turn(partial(offered, number=number, wanted=2))
            await tapped(services, offer)
            held = await databases[0].read(lambda tx, request=request: assignments.held(tx, request))  # type: ignore[misc]
            assert len({each.person_id for each in held}) == len(held) == 2
        assert await services[0].count("offers", "state = 'open'") == 0
        assert await services[0].count("parked_turns") == 0
    finally:
        for database in databases:
            await database.close()


async def _one_helper(database: Database, request: int) -> None:
    events = await database.read(lambda tx: tx.all(TAKEN, id=request))
    now = await database.read(lambda tx: service_requests.read(tx, request))
    assert now is not None and now.state == "claimed" and len(events) == 1
    assert events[0]["actor_id"] == now.helper_id
    open_offers = await database.read(
        lambda tx: tx.get("SELECT COUNT(*) AS n FROM offers WHERE request_id = :id AND state = 'open'", id=request)
    )
    assert open_offers["n"] == 0


async def test_many_residents_get_numbers_without_gaps_or_doubles(demo_postgresql_url: str, tmp_path: Path) -> None:
    """The day's counter is everybody's row; with several workers nobody waits for ever and no number is used twice."""
    databases = [await open_database(demo_postgresql_url, KEYS) for _ in range(2)]
    try:
        services = [Service(database, tmp_path / "media") for database in databases]
        await databases[0].turn(recruit)

        async def ask(service: Service, user: str) -> None:
            await service.press(user, "menu.ask", update=f"{user}:1")
            await service.press(user, "ask.item:pub.light", update=f"{user}:2")
            await service.say(user, "3号楼", update=f"{user}:3")
            await service.press(user, "form.skip:phone", update=f"{user}:4")
            await service.press(user, "ask.confirm:yes", update=f"{user}:5")

        await asyncio.gather(*(ask(services[n % 2], user) for n, user in enumerate(VOLUNTEERS)))
        rows = await databases[0].read(lambda tx: tx.all("SELECT number FROM service_requests ORDER BY number"))
        assert [row["number"] for row in rows] == [f"20261123-{n:04d}" for n in range(1, len(VOLUNTEERS) + 1)]
        assert await services[0].count("parked_turns") == 0
    finally:
        for database in databases:
            await database.close()
