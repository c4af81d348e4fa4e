"""`linli load PACK`: a pack is read, checked as a whole, and written in one transaction; nothing is half loaded."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.opening import opened
from bot.community import pack_files
from bot.config import Settings
from handlers import loading
from handlers.packs import Pack, PackInvalid, read_pack
from storage.database import Database

COMMUNITY = Path(__file__).parents[2] / "community"


class PackTrouble(Exception):
    """A pack cannot be loaded; the message names every fault with its file and line."""


def find_pack(name: str) -> Path:
    """The folder of a pack: a path, or the name of one that comes with the program. Raises PackTrouble."""
    for folder in (Path(name), COMMUNITY / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise PackTrouble(f"there is no pack at {name}; a pack is a folder with pack.yaml in it, such as community/demo")


async def load_pack(database: Database, folder: Path) -> Pack:
    """Reads and writes a pack. Raises PackTrouble with all its faults."""
    try:
        pack = await asyncio.to_thread(read_pack, folder)
    except PackInvalid as invalid:
        raise PackTrouble(f"the pack was not loaded:\n{invalid}") from invalid
    files = pack_files(folder)
    now = datetime.now(UTC)
    await database.turn(lambda tx: loading.load(tx, pack, files, now))
    return pack


async def load(settings: Settings, name: str) -> int:
    """Loads a pack into the service's database."""
    folder = find_pack(name)
    async with opened(settings) as database:
        pack = await load_pack(database, folder)
    counted = (
        f"{len(pack.places)} places, {len(pack.items)} services, {len(pack.teams)} teams, {len(pack.people)} people"
    )
    print(f"{pack.name}: {counted}")
    return 0
