"""A large audience is counted by a worker; what it finds is said once, and only of what is still chosen."""

import pytest

from bot.workers import Workers
from handlers.audience import audience as audiences
from handlers.audience import counting
from handlers.audience.audience import Audience
from storage import broadcasts, roles
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.stage import MORNING, Service, demo_community, said
from tests.handlers.audience.stand import place, turn_of
from tests.handlers.kept import folder_of


def asked(tx: Transaction, code: str = "heshunli") -> Broadcast:
    """A draft whose audience a worker is to count."""
    turn = turn_of(tx, "陈主任")
    whom = Audience((place(tx, code),))
    unit, drafter, kind = place(tx, "heshunli"), turn.person.id, "routine"
    text = audiences.encode(whom)
    made = broadcasts.create(
        tx, place_id=unit, drafter_id=drafter, kind=kind, body="{}", words="", audience=text, now=MORNING
    )
    counting.have_counted(turn, made.id, whom)
    return made


async def worked(service: Service, path: object) -> None:
    folder = folder_of(service, path)  # type: ignore[arg-type]
    workers = Workers(service.database, {}, folder, demo_community, service.clock, lambda: None)
    while await workers.step():
        pass


def told(tx: Transaction) -> list[str]:
    """The keys of what the drafter was told."""
    turn = turn_of(tx, "陈主任")
    return [each.message.text.key for each in said(tx, turn.incoming.user)]


@pytest.mark.parametrize("change", ["nothing", "another audience", "no role"])
async def test_what_was_counted_is_said_while_it_holds(here: Service, tmp_path: object, change: str) -> None:
    database: Database = here.database
    made = await database.turn(asked)

    def meanwhile(tx: Transaction) -> None:
        if change == "another audience":
            broadcasts.set_audience(tx, made.id, audiences.encode(Audience((place(tx, "heshun-3"),))))
        if change == "no role":
            for held in roles.of_person(tx, made.drafter_id):
                roles.end(tx, held.id, made.drafter_id, MORNING)

    await database.turn(meanwhile)
    await worked(here, tmp_path)
    found = await database.turn(told)
    assert found == (["audience-counted"] if change == "nothing" else [])
