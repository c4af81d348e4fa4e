"""Training: what was trained from a pack is kept beside it in the database, so that a start only reads it."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from zipfile import BadZipFile

from handlers.packs import Pack
from handlers.understanding import Trained, digest, said_of
from storage import models
from storage.database import Database
from storage.transaction import Transaction

log = logging.getLogger(__name__)

NAME = "understanding"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was trained, ready to be written beside the pack that it was trained from."""

    digest: str
    body: bytes

    def write(self, tx: Transaction, now: datetime) -> None:
        """Keeps it in place of what was kept before."""
        models.write(tx, NAME, self.digest, self.body, now)


async def train(pack: Pack) -> Kept:
    """Trains from a pack's phrases, some seconds of one core."""
    return (await asyncio.to_thread(_learn, pack))[1]


async def trained(database: Database, pack: Pack) -> Trained:
    """What was trained from just this pack; trained now, and kept, where the database does not hold it."""
    wanted = await asyncio.to_thread(_digest, pack)
    body = await database.read(lambda tx: models.read(tx, NAME, wanted))
    if body is not None:
        try:
            return await asyncio.to_thread(Trained.load, body, pack.emergency)
        except (ValueError, KeyError, OSError, BadZipFile) as error:
            log.warning("what was trained cannot be read, and is trained anew: %s", type(error).__name__)
    made, kept = await asyncio.to_thread(_learn, pack)
    await database.turn(lambda tx: kept.write(tx, datetime.now(UTC)))
    return made


def _digest(pack: Pack) -> str:
    return digest(said_of(pack.items, pack.faq, pack.emergency), pack.emergency)


def _learn(pack: Pack) -> tuple[Trained, Kept]:
    said = said_of(pack.items, pack.faq, pack.emergency)
    made = Trained.learn(said, pack.emergency)
    return made, Kept(digest(said, pack.emergency), made.dump())
