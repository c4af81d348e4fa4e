"""`linli demo`: a made-up community in the browser, on three phones; on this machine only, never on real data."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.app import Demo
from bot.channels.web import Seat
from bot.commands.load import find_pack, load_pack
from bot.commands.opening import opened
from bot.commands.serve import serve
from bot.config import ConfigurationError, Settings
from storage import addresses, packs, people, settings
from storage.addresses import WEB
from storage.database import Database
from storage.transaction import Transaction

PACK = "demo"
SEATS = (
    Seat("resident", "web-seat-resident", "demo-resident", "web-seat-resident-hint"),
    Seat("volunteer", "web-seat-volunteer", "demo-volunteer", "web-seat-volunteer-hint"),
    Seat("coordinator", "web-seat-coordinator", "demo-coordinator", "web-seat-coordinator-hint"),
)
SITTING = {"demo-resident": "王阿姨", "demo-volunteer": "小李", "demo-coordinator": "陈主任"}


def demo_settings(given: Settings) -> Settings:
    """Settings of the demo: its own database, key and media, unless others are given. Raises ConfigurationError."""
    if given.telegram_token:
        raise ConfigurationError("the demo takes no bot token; unset LINLI_TELEGRAM_TOKEN, or run: linli serve")
    if not given.local:
        raise ConfigurationError("the demo is for this machine only; set LINLI_HOST to 127.0.0.1, or run: linli serve")
    if given.database != Settings.database:
        return given
    return replace(
        given,
        database="sqlite:///var/demo/linli.db",
        key_file=Path("var/demo/linli.keys"),
        media=Path("var/demo/media"),
    )


async def demo(given: Settings) -> int:
    """Serves the demo. Raises ConfigurationError where the database is not a demo's."""
    chosen = demo_settings(given)
    async with opened(chosen) as database:
        await prepare(database)
    return await serve(chosen, Demo(SEATS))


async def prepare(database: Database) -> None:
    """Loads the demo pack where it is missing, and seats its people at the three phones."""
    mark, version = await database.read(lambda tx: (settings.read(tx, "demo"), packs.version(tx)))
    if version and mark != "1":
        raise ConfigurationError("this database holds a real community; run: linli serve, or unset LINLI_DATABASE")
    if not version:
        await load_pack(database, find_pack(PACK))
    await database.turn(_seat)


def _seat(tx: Transaction) -> None:
    now = datetime.now(UTC)
    for user, name in SITTING.items():
        person = people.read_by_code(tx, name)
        if person is not None and addresses.find(tx, WEB, user) is None:
            addresses.create(tx, account=WEB, user=user, chat=user, person_id=person.id, now=now)
