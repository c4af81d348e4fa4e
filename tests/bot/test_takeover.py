"""Two processes on one PostgreSQL: one sends; when it dies, or hangs, the other takes the account over, and nobody gets
anything twice."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.posts import TRY_EVERY_SECONDS
from handlers.message import Lane
from storage import leases
from storage.database import Database, open_database
from storage.sealing import save_keyring
from tests.bot.sending import Mail, new_api
from tests.bot.stage import ACCOUNT, KEYS, RESIDENT, Clock
from tests.botapi import BotApi, Rules

TOKEN = "424242:" + "a" * 35
LEASE = leases.of_account(ACCOUNT)


def test_the_lease_of_a_dead_holder_is_taken_over_within_fifteen_seconds() -> None:
    assert leases.LASTS + timedelta(seconds=TRY_EVERY_SECONDS) < timedelta(seconds=15)
    assert leases.LASTS.total_seconds() > leases.RENEW_SECONDS * 2, "one renewal may fail"


@contextmanager
def serving(url: str, api: BotApi, folder: Path, number: int) -> "Iterator[subprocess.Popen[bytes]]":
    """A process of the service."""
    if not (folder / "keys").exists():
        save_keyring(folder / "keys", KEYS)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")} | {
        "LINLI_DATABASE": url,
        "LINLI_KEY_FILE": str(folder / "keys"),
        "LINLI_MEDIA": str(folder / "media"),
        "LINLI_TELEGRAM_TOKEN": api.token,
        "LINLI_TELEGRAM_API": api.base_url,
        "LINLI_PORT": "0",
    }
    with (folder / f"log{number}").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "bot", "serve"], env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGCONT)
        process.kill()
        process.wait()


async def holder_of(database: Database) -> str | None:
    """Who has the account's lease."""
    return await database.read(lambda tx: leases.holder(tx, LEASE))


async def say(database: Database, words: str) -> None:
    clock = Clock(datetime.now(UTC))
    mail = Mail(database, None, clock, None, None)  # type: ignore[arg-type]
    mail.delivery = type("Nobody", (), {"wake": staticmethod(lambda: None)})  # type: ignore[assignment]
    await mail.say(RESIDENT, words, lane=Lane.URGENT)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
async def test_the_other_process_takes_over(demo_postgresql_url: str, tmp_path: Path, how: signal.Signals) -> None:
    """A process that hangs is still there, so that its lease has to run out; one that was killed is seen to be gone."""
    database = await open_database(demo_postgresql_url, KEYS)
    with (
        new_api(token=TOKEN, rules=Rules.without_rates()) as api,
        serving(demo_postgresql_url, api, tmp_path, 1) as one,
        serving(demo_postgresql_url, api, tmp_path, 2) as two,
    ):
        try:
            await say(database, "0")
            await api.until(lambda: len(api.sent) == 1, timeout=120)
            first = await holder_of(database)
            assert first is not None
            holds = next(process for process in (one, two) if f"/{process.pid}/" in first)
            holds.send_signal(how)
            await say(database, "1")
            await api.until(lambda: len(api.sent) == 2, timeout=120)
            second = await holder_of(database)
            assert second is not None and second != first
            holds.send_signal(signal.SIGCONT)
            for number in range(2, 8):
                await say(database, f"{number}")
                await asyncio.sleep(0.05)
            await api.until(lambda: len(api.sent) >= 8, timeout=60)
            await asyncio.sleep(leases.RENEW_SECONDS)
        finally:
            await database.close()
    # What was under way at the kill may come twice; nothing is lost, and the order holds.
    assert list(dict.fromkeys(message.text for message in api.sent)) == [f"{number}" for number in range(8)]
