"""One run: `linli serve` sends a broadcast to everybody on its list, with or without being killed, while residents
write; then every trace is compared."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.broadcasts import audience
from benchmarks.broadcasts.server import RATE, Residents, server
from benchmarks.crash.serving import Serving
from benchmarks.crash.town import ACCOUNT, TOKEN
from bot.config import read_settings
from storage import broadcasts
from storage.database import Database, open_database
from storage.sealing import load_keyring, make_keyring
from storage.transaction import Transaction
from tests.botapi import BotApi
from tests.botapi.records import Sent

REPLIES_PER_SECOND = 10.0
LIVES = (2.0, 5.0)  # seconds from the first message after a start to the next kill, at random
STARTS_WITHIN, STANDS_STILL = 60.0, 30.0
ENVIRONMENT = {"LINLI_TELEGRAM_RATE": str(RATE[0])}
LIST = "SELECT a.chat_key, r.state, r.rung, r.next_at FROM recipients r JOIN addresses a ON a.person_id = r.person_id"
OPEN = "SELECT COUNT(*) AS n FROM recipients WHERE state IN ('queued', 'waiting', 'held')"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run showed. `waits`: for replies, in seconds. `share`: of the limit, while the service was running."""

    share: float
    too_many: int
    missed: int
    doubled: int
    unknown: int
    waits: list[float]
    faults: list[str] = field(default_factory=list)


async def run(folder: Path, number: int, kills: int, seed: int = 1) -> Outcome:
    """Sends to so many. Raises TimeoutError where it does not come to an end."""
    folder.mkdir(parents=True)
    with server(TOKEN, seed) as api:
        serving = Serving(folder, api.base_url, webhook=False, more=ENVIRONMENT)
        keys = make_keyring(serving.key_file)
        broadcast = await audience.found(serving.database, keys, ACCOUNT, number)
        for user in audience.users(number):
            api.person(user, f"P{user}", started=True)
        residents = Residents(api, audience.users(number), audience.WORDS, REPLIES_PER_SECOND, seed)
        database = await open_database(serving.database, load_keyring(serving.key_file))
        try:
            await asyncio.to_thread(_live_through, serving, api, residents, kills, random.Random(seed))
            await _end(database, api, residents, broadcast)
            serving.end()
            return await _judge(database, api, residents, number)
        finally:
            residents.leave()
            serving.abandon()
            await database.close()


def _live_through(serving: Serving, api: BotApi, residents: Residents, kills: int, rng: random.Random) -> None:
    serving.start()
    _wait_for_more(api)
    residents.come()
    for _ in range(kills):
        time.sleep(rng.uniform(*LIVES))
        serving.kill()
        serving.start()
        _wait_for_more(api)


def _wait_for_more(api: BotApi) -> None:
    """Waits until the service, just started, sends."""
    before, deadline = len(api.world.records.sent), time.monotonic() + STARTS_WITHIN
    while len(api.world.records.sent) == before:
        if time.monotonic() > deadline:
            raise TimeoutError("nothing was sent after a start")
        time.sleep(0.02)


async def _end(database: Database, api: BotApi, residents: Residents, broadcast: int) -> None:
    """Waits until nobody on the list is left and every reply has come."""
    sent, since = -1, time.monotonic()
    while True:
        still_open = await database.read(lambda tx: int(tx.get(OPEN)["n"]))
        if not still_open:
            residents.hold()
            state = await database.read(lambda tx: broadcasts.read(tx, broadcast).state)
            if state == broadcasts.SENT and not residents.waiting:
                return
        if (now := len(api.world.records.sent)) != sent:
            sent, since = now, time.monotonic()
        if time.monotonic() - since > STANDS_STILL:
            raise TimeoutError(f"{still_open} are left on the list, {residents.waiting} wait for a reply")
        await asyncio.sleep(0.5)


async def _judge(database: Database, api: BotApi, residents: Residents, number: int) -> Outcome:
    sent = api.sent
    got = Counter(str(one.chat_id) for one in sent if audience.WORDS in one.text)
    return await database.read(lambda tx: _verdict(tx, got, sent, api.count_429, residents, number))


def _verdict(
    tx: Transaction, got: "Counter[str]", sent: list[Sent], too_many: int, residents: Residents, number: int
) -> Outcome:
    rows = tx.all(LIST)
    unknown = {row["chat_key"] for row in rows if row["state"] == "unknown"}
    on_ladder = {row["chat_key"] for row in rows if row["next_at"] is not None or row["rung"] > 0}
    faults = [f"{row['chat_key']}: {row['state']}, never received" for row in rows if not _told(row, got, on_ladder)]
    faults += [f"{chat}: received {times} times" for chat, times in got.items() if times > 1]
    faults += [f"{number - len(rows)} are not on the list"] * (len(rows) != number)
    missed = sum(not _told(row, got, on_ladder) for row in rows)
    doubled = sum(times - 1 for times in got.values())
    return Outcome(share(sent), too_many, missed, doubled, len(unknown), residents.waits, faults)


def _told(row: "dict[str, object]", got: "Counter[str]", on_ladder: set[str]) -> bool:
    """Whether somebody has received it, or is reported as unknown and handed to the ladder."""
    chat = str(row["chat_key"])
    return got[chat] > 0 or (row["state"] == "unknown" and chat in on_ladder)


def share(sent: list[Sent], limit: tuple[int, float] = RATE) -> float:
    """Which share of the limit was used, on average over every sliding second from the first full one to the last."""
    times = sorted(one.at for one in sent)
    if len(times) < 2 or times[-1] - times[0] < limit[1] * 3:
        return 0.0
    last = next(at for at in reversed(times) if at <= times[-1] - limit[1])  # the last second peters out
    within = [at for at in times if times[0] + limit[1] <= at <= last]
    return len(within) / (last - times[0] - limit[1]) * limit[1] / limit[0]


def percentile(values: list[float], share: float) -> float:
    """The value that this share of them does not exceed; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def window() -> int:
    """How many sends the service has under way at once, at this rate."""
    return read_settings(ENVIRONMENT).window
