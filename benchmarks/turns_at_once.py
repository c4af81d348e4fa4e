"""The bench `turns_at_once`: everybody acts on the same requests at the same time, on PostgreSQL with eight workers.

No turn may deadlock: it would be retried and go unseen, so the server's own count tells. Nothing here is a matter of
speed.
"""

import asyncio
import random
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from benchmarks.machine import Row
from bot.flood import FloodControl
from handlers import errands
from handlers.incoming import Position, Press
from handlers.message import decode
from handlers.turn import Speaker
from storage.addresses import group_user
from storage.database import Database, open_database
from storage.outbox import BODY
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, GROUP, KEYS, LAMP, SEATS, Service, demo_community, fill
from tests.databases import PostgresqlServers

BENCH, SYSTEM = "turns_at_once", "linli-postgresql"
TURNS = 10_400  # of which some find nothing to press
WORKERS = 8
LATEST = """
SELECT o.id, o.body_sealed FROM outbox o JOIN addresses a ON a.id = o.address_id
WHERE a.account = :account AND a.user_key = :user AND o.kind = 'send' ORDER BY o.id DESC LIMIT 8
"""
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
WORDS = (LAMP, "厨房水龙头漏水", "1", "2", "好的", "半小时到", "下午吧", "取消", "我在家")
PEOPLE = sorted(SEATS)
LEADING = (
    "ask.confirm",
    "offer.",
    "help.",
    "outcome.",
    "assign.",
    "board.assign",
    "board.team",
    "board.person",
    "line.",
)


def _shown(tx: Transaction, user: str) -> list[str]:
    """The actions of the newest messages for somebody, or in the group."""
    key = group_user(user, None) if user == GROUP else user
    rows = tx.all(LATEST, account=ACCOUNT, user=key)
    messages = [decode(tx.unseal(BODY, row["id"], row["body_sealed"])) for row in rows]
    # Nobody leaves for good, otherwise there would soon be nobody to talk to.
    return [
        each.action
        for one in messages
        for each in one.choices
        if not each.action.startswith(("leave.", "menu.language"))
    ]


async def _anything(here: Service, rng: random.Random) -> None:
    """One event of somebody: a press of what they see, in private or in the group, or words."""
    user = rng.choice(PEOPLE)
    dice = rng.random()
    if dice < 0.15:
        await here.say(user, rng.choice(WORDS))
    elif dice < 0.18:
        await here.say(user, position=Position(30.6, 114.4))
    else:
        where = GROUP if dice < 0.4 else user
        actions = await here.database.read(lambda tx: _shown(tx, where))
        if actions:
            leading = [action for action in actions if action.startswith(LEADING)]
            press = Press(f"q{dice}", rng.choice(leading if leading and rng.random() < 0.7 else actions))
            await here.say(user, press=press, **({"chat": GROUP, "group": True} if where == GROUP else {}))


async def _fire_timers(here: Service, over: asyncio.Event) -> None:
    """The jobs run beside the people, while the clock runs quickly."""
    while not over.is_set():
        here.clock.forward(600)
        for job in errands.JOBS:
            await here.database.turn(lambda tx, job=job: job.run(Speaker(tx, here.clock.now(), demo_community())))  # type: ignore[misc]
        await asyncio.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run showed: events taken, turns that failed for good, deadlocks that the server counted."""

    turns: int
    parked: int
    deadlocks: int


def rows(turns: int = TURNS) -> list[Row]:
    """The rows of the bench."""
    servers = PostgresqlServers()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            outcome = asyncio.run(_run(servers.server.create(SYSTEM.replace("-", "_")), Path(folder), turns))
    finally:
        servers.stop()
    return [Row(BENCH, SYSTEM, metric, value) for metric, value in asdict(outcome).items()]


async def _run(url: str, folder: Path, turns: int) -> Outcome:
    await fill(url)
    database = await open_database(url, KEYS)
    try:
        return await live(database, folder, url, turns)
    finally:
        await database.close()


async def live(database: Database, folder: Path, url: str, turns: int) -> Outcome:
    """Lets everybody act at once, `turns` times, while the jobs run."""
    here = Service(database, folder, flood=FloodControl(burst=1e9))
    over = asyncio.Event()
    jobs = asyncio.create_task(_fire_timers(here, over))

    async def worker(seed: int) -> None:
        rng = random.Random(seed)
        for _ in range(turns // WORKERS):
            await _anything(here, rng)

    await asyncio.gather(*(worker(seed) for seed in range(WORKERS)))
    over.set()
    await jobs
    await asyncio.sleep(1.1)  # the server counts once a second
    taken, parked = await here.count("inbox"), await here.count("parked_turns")
    with psycopg.connect(url) as connection:
        row = connection.execute(DEADLOCKS).fetchone()
    return Outcome(taken, parked, int(row[0]) if row else -1)
