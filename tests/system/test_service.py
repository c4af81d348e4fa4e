"""The service as a whole: it starts without Telegram, says how it is, stops in order, and refuses a wrong start."""

import asyncio
import os
import signal
import sys
import threading
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import running
from bot.config import ConfigurationError, read_settings
from bot.keys import open_keyring
from storage.database import open_database
from storage.errors import KeyTrouble
from tests.bot.stage import KEYS, LAMP, SEATS
from tests.botapi import BotApi
from tests.system.stage import AUNT, TEAM, RunningClock, Town, free_port, new_api, settings

ROOT = Path(__file__).parents[2]
TOKEN = "424242:" + "a" * 35


async def get(app: Any, path: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"http://127.0.0.1:{app.port}{path}", headers=headers)


def writers() -> list[str]:
    """aiosqlite's threads, which are no daemons: one that is left keeps the process from ending."""
    return [one.name for one in threading.enumerate() if "connection_worker" in one.name]


async def gone(before: list[str]) -> None:
    """Waits until no thread is left but these."""
    while set(writers()) - set(before):
        await asyncio.sleep(0.01)


async def test_it_starts_without_telegram_and_keeps_trying(demo_sqlite_url: str, tmp_path: Path, api: BotApi) -> None:
    api.down()
    async with running(settings(demo_sqlite_url, tmp_path, api), clock=RunningClock()) as app:
        await api.until(lambda: bool(app.channels["telegram:424242"].standing().trouble))
        health = await get(app, "/healthz")
        assert health.status_code == 200 and health.json()["status"] == "degraded"
        assert any(reason.startswith("telegram: ") for reason in health.json()["reasons"])
        assert (await get(app, "/")).status_code == 200
        api.up()
        api.text(AUNT, LAMP)
        place = Town(app, api, RunningClock())
        await place.hears(AUNT, "路灯楼道灯")
        await api.until(lambda: not app.channels["telegram:424242"].standing().trouble)
        assert (await get(app, "/healthz")).json() == {"status": "ok", "reasons": []}


async def test_telegram_is_down_for_an_hour(here: Town) -> None:
    here.api.down("502")
    here.api.text(AUNT, LAMP)
    await here.api.until(lambda: bool(here.app.channels["telegram:424242"].standing().trouble))
    here.clock.forward(3600)
    here.api.up()
    await here.press(AUNT, "确认")
    await here.hears(TEAM, "新任务")


async def test_delivery_that_stands_still_shows(here: Town) -> None:
    here.api.fail_next("sendMessage", 429, retry_after=10_000, times=100)
    here.api.text(AUNT, LAMP)
    await here.api.until(lambda: here.api.counts["sendMessage"] > 0)
    here.clock.forward(300)
    reasons = (await get(here.app, "/healthz")).json()["reasons"]
    assert "telegram: delivery stands still" in reasons


async def test_healthz_is_503_while_nothing_can_be_written(here: Town) -> None:
    engine = here.app.database._engine
    await engine._in_writer(lambda connection: connection.execute("PRAGMA query_only=ON").fetchall())  # type: ignore[attr-defined]
    health = await get(here.app, "/healthz")
    assert health.status_code == 503 and health.json()["reasons"][0].startswith("database: ")
    update = here.api.text(AUNT, LAMP)
    await here.api.until(lambda: here.api.handed[update["update_id"]] >= 2)
    assert update["update_id"] not in here.api.acknowledged
    await engine._in_writer(lambda connection: connection.execute("PRAGMA query_only=OFF").fetchall())  # type: ignore[attr-defined]
    await here.hears(AUNT, "路灯楼道灯")
    assert (await get(here.app, "/healthz")).status_code == 200


async def test_metrics_are_for_this_machine_and_hold_nothing_personal(here: Town) -> None:
    here.api.text(AUNT, f"{LAMP}，我叫刘大妈，电话13912345678")
    await here.hears(AUNT, "路灯楼道灯")
    metrics = await get(here.app, "/metrics")
    assert metrics.status_code == 200 and "linli_turns_total" in metrics.text
    for private in (*SEATS.values(), "刘大妈", "13912345678", "424242"):
        assert private not in metrics.text
    assert (await get(here.app, "/metrics", **{"X-Forwarded-For": "203.0.113.9"})).status_code == 403


async def test_a_failed_start_closes_everything(demo_sqlite_url: str, tmp_path: Path, api: BotApi) -> None:
    before = writers()
    tasks = len(asyncio.all_tasks())
    async with running(settings(demo_sqlite_url, tmp_path)) as app:
        with pytest.raises(ConfigurationError, match="LINLI_PORT"):
            async with running(settings(demo_sqlite_url, tmp_path, api, port=app.port)):
                raise AssertionError("the port is taken")
    await asyncio.wait_for(gone(before), 10)
    assert len(asyncio.all_tasks()) == tasks
    with pytest.raises(KeyTrouble):
        async with running(settings(demo_sqlite_url, tmp_path, keys=KEYS.fresh().render())):
            raise AssertionError("the key is another's")
    await asyncio.wait_for(gone(before), 10)


async def test_two_services_start_at_once_on_one_empty_server(bare_postgresql_url: str, demo_server: object) -> None:
    both = await asyncio.gather(*(open_database(bare_postgresql_url, KEYS) for _ in range(4)))
    versions = [await one.read(lambda tx: tx.get("SELECT MAX(version) AS v FROM migrations")["v"]) for one in both]
    assert len(set(versions)) == 1
    await asyncio.gather(*(one.close() for one in both))


async def test_two_services_share_one_database(demo_postgresql_url: str, tmp_path: Path, api: BotApi) -> None:
    """One of them polls and sends; each person is answered once."""
    clock = RunningClock()
    first, second = (settings(demo_postgresql_url, tmp_path, api) for _ in range(2))
    async with running(first, clock=clock) as one, running(second, clock=clock):
        place = Town(one, api, clock)
        api.text(AUNT, LAMP)
        await place.press(AUNT, "确认")
        await place.hears(TEAM, "新任务")
        await place.quiet()
        assert len([sent for sent in api.sent_to(AUNT) if "编号" in sent.text]) == 1
        assert api.errors.total() == 0


def environment(folder: Path, **more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    own = {
        "LINLI_DATABASE": f"sqlite:///{folder}/linli.db",
        "LINLI_KEY_FILE": str(folder / "linli.keys"),
        "LINLI_MEDIA": str(folder / "media"),
        "LINLI_PORT": str(free_port()),
        "PYTHONPATH": str(ROOT),
    }
    return {**clean, **own, **more}


async def linli(folder: Path, *arguments: str, **more: str) -> Process:
    command = (sys.executable, "-m", "bot", *arguments)
    return await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environment(folder, **more), stdout=PIPE, stderr=PIPE
    )


async def finished(process: Process) -> tuple[int, str, str]:
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


async def test_sigterm_finishes_what_runs(tmp_path: Path) -> None:
    loaded = await finished(await linli(tmp_path, "load", "demo"))
    assert loaded[0] == 0 and "places" in loaded[1], loaded
    with new_api(token=TOKEN) as api:
        process = await linli(
            tmp_path,
            "serve",
            LINLI_TELEGRAM_TOKEN=TOKEN,
            LINLI_TELEGRAM_API=api.base_url,
            LINLI_TIMEZONE="Asia/Shanghai",
        )
        await api.until(lambda: api.counts["getUpdates"] > 0, 20)
        for number in range(20):
            api.person(3000 + number, f"邻居{number}", started=True)
            api.text(3000 + number, f"你好，第{number}位")
        await api.until(lambda: len(api.sent) >= 3, 20)
        process.send_signal(signal.SIGTERM)
        code, _, err = await finished(process)
        assert code == 0 and "Traceback" not in err
        taken, sent = len(api.acknowledged), len(api.sent)
    database = await open_database(f"sqlite:///{tmp_path}/linli.db", open_keyring_of(tmp_path))
    try:
        rows = await database.read(lambda tx: tx.all("SELECT state FROM outbox"))
        states = [row["state"] for row in rows]
        inbox = await database.read(lambda tx: tx.get("SELECT COUNT(*) AS n FROM inbox")["n"])
        assert "sending" not in states and states.count("sent") == sent
        assert len(rows) == inbox >= taken
        leases = await database.read(lambda tx: tx.all("SELECT name FROM leases"))
        assert leases == []
    finally:
        await database.close()


def open_keyring_of(folder: Path) -> Any:
    return open_keyring(read_settings({"LINLI_KEY_FILE": str(folder / "linli.keys")}))


async def test_a_wrong_start_ends_with_one_line_and_a_code(tmp_path: Path) -> None:
    """As a supervisor sees it: a process of its own. What each setting says is told in test_commands."""
    code, _, err = await finished(await linli(tmp_path, "serve", LINLI_PORT="99999"))
    assert code == 2 and err.splitlines() == ["linli: LINLI_PORT must be a number from 1 to 65535, such as 8080"]
    code, _, err = await finished(await linli(tmp_path, "serve"))
    assert code == 2 and "linli load" in err and "Traceback" not in err
