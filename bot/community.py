"""The community as the database holds it: the pack's files read back, and the snapshot that texts are compared with."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot import training
from handlers.community import QUIET, Community, Entrances
from handlers.packs import Pack, Sheet, phrase_files, read_pack, texts_of_sheets
from handlers.packs.cards import CARDS
from handlers.packs.phrases import FOLDER
from handlers.understanding import Snapshot
from storage import packs, settings
from storage.database import Database
from storage.transaction import Transaction

PEOPLE = "people.yaml"
NOBODY = "version: 1\npeople: []\n"


class NoPack(Exception):
    """The database holds no pack yet."""


def pack_files(folder: Path, sheets: Sequence[Sheet] = ()) -> dict[str, str]:
    """The files of a pack as they are kept in the database, without people and their cards: those are sealed elsewhere.

    What stands in sheets of workbooks is kept as YAML.
    """
    names = [path.name for path in sorted(folder.glob("*.yaml")) if path.name not in (PEOPLE, CARDS)]
    return {name: (folder / name).read_text("utf-8-sig") for name in [*names, *phrase_files(folder)]} | (
        texts_of_sheets(folder, sheets) if sheets else {}
    )


class Version(NamedTuple):
    """What changes when a pack is loaded, and when something is taught in chat."""

    pack: int
    taught: str


@dataclass(frozen=True, slots=True)
class Base:
    """A pack as it was loaded, its version, and the snapshot of it, without what was taught in chat."""

    pack: Pack
    snapshot: Snapshot
    version: int


def version_of(tx: Transaction) -> Version:
    """The version of pack and teaching that the tables hold now."""
    return Version(packs.version(tx), settings.read(tx, settings.TAUGHT) or "")


async def read_base(database: Database) -> Base:
    """The pack in the database. Raises NoPack."""
    files, version = await database.read(lambda tx: (packs.read_files(tx), packs.version(tx)))
    if not files:
        raise NoPack
    pack = await asyncio.to_thread(read_back, files)
    known = await training.trained(database, pack)
    return Base(pack, await asyncio.to_thread(Snapshot.of_pack, pack, known), version)


async def read_community(
    database: Database,
    zone: ZoneInfo,
    entrances: Callable[[], Entrances],
    *,
    quiet: tuple[tuple[time, time], ...] = QUIET,
) -> tuple[Community, Base]:
    """The community by its pack, and what it is made of (see renewal.py for what was taught). Raises NoPack."""
    base = await read_base(database)
    community = Community(pack=base.pack, snapshot=base.snapshot, zone=zone, quiet=quiet, entrances=entrances)
    return community, base


def read_back(files: dict[str, str]) -> Pack:
    """The pack from its files as the database holds them, without people. Raises PackInvalid."""
    with tempfile.TemporaryDirectory() as folder:
        for name, body in {**files, PEOPLE: NOBODY}.items():
            path = _path(Path(folder), PurePosixPath(name))
            path.parent.mkdir(exist_ok=True)
            path.write_text(body, "utf-8")
        return read_pack(Path(folder))


def _path(folder: Path, name: PurePosixPath) -> Path:
    """Where a file lies in the folder: phrases one folder deeper, all others, whatever their name says, in it."""
    return folder / FOLDER / name.name if name.parent.name == FOLDER else folder / name.name
