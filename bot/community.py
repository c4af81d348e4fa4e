"""The community as the database holds it: the pack's files read back, and the snapshot that texts are compared with."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.community import QUIET, Community, Entrances
from handlers.packs import Pack, read_pack
from handlers.understanding import Snapshot
from storage import packs
from storage.database import Database

PEOPLE = "people.yaml"
NOBODY = "version: 1\npeople: []\n"


class NoPack(Exception):
    """The database holds no pack yet."""


def pack_files(folder: Path) -> dict[str, str]:
    """The files of a pack as they are kept in the database: people are left out, their numbers are sealed elsewhere."""
    return {path.name: path.read_text("utf-8-sig") for path in sorted(folder.glob("*.yaml")) if path.name != PEOPLE}


async def read_community(
    database: Database,
    zone: ZoneInfo,
    entrances: Callable[[], Entrances],
    *,
    quiet: tuple[tuple[time, time], ...] = QUIET,
) -> tuple[Community, int]:
    """The community and the version of its pack. Raises NoPack."""
    files, version = await database.read(lambda tx: (packs.read_files(tx), packs.version(tx)))
    if not files:
        raise NoPack
    pack = await asyncio.to_thread(_read_back, files)
    snapshot = await asyncio.to_thread(Snapshot.of_pack, pack)
    return Community(pack=pack, snapshot=snapshot, zone=zone, quiet=quiet, entrances=entrances), version


def _read_back(files: dict[str, str]) -> Pack:
    with tempfile.TemporaryDirectory() as folder:
        for name, body in {**files, PEOPLE: NOBODY}.items():
            Path(folder, Path(name).name).write_text(body, "utf-8")
        return read_pack(Path(folder))
