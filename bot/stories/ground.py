"""The ground that stories are played on: a pack, read once, and a database that holds it, copied for each story."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.folders import read_folder
from bot.stories.cast import TELEGRAM, group_chat
from handlers import loading
from handlers.packs import Pack
from handlers.understanding import Snapshot
from storage import addresses, people, teams
from storage.addresses import group_user
from storage.database import open_database
from storage.ids import YEAR_2020_MS, IdMaker
from storage.sealing import Keyring
from storage.transaction import Transaction

LOADED_AT = datetime(2020, 1, 1, tzinfo=UTC)  # before any story begins, so that its row ids come later
SEED = 1


@dataclass(frozen=True, slots=True)
class Ground:
    """A pack as stories need it, and the keys of the databases that they are played on."""

    pack: Pack
    files: Mapping[str, str]
    snapshot: Snapshot
    keys: Keyring

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the pack's community: `at:` and the printed times are in it."""
        return ZoneInfo(self.pack.timezone)


def read_ground(folder: Path) -> Ground:
    """The ground of a pack's folder. Takes a second or two. Raises PackInvalid."""
    wanted = read_folder(folder)
    return Ground(wanted.pack, wanted.files, Snapshot.of_pack(wanted.pack), Keyring.fresh())


async def fill(ground: Ground, url: str) -> None:
    """Writes the pack into an empty database, and gives everybody in it an address. Raises what opening raises."""
    ids = IdMaker(random.Random(SEED), lambda: YEAR_2020_MS)
    database = await open_database(url, ground.keys, ids=ids)
    try:
        await database.turn(lambda tx: _fill(tx, ground))
    finally:
        await database.close()


def _fill(tx: Transaction, ground: Ground) -> None:
    loading.load(tx, ground.pack, dict(ground.files), LOADED_AT)
    for wanted in ground.pack.people:
        person = people.read_by_code(tx, wanted.name)
        if person is not None:
            addresses.create(
                tx, account=TELEGRAM, user=wanted.name, chat=wanted.name, person_id=person.id, now=LOADED_AT
            )
    for listed in ground.pack.teams:
        team = teams.read_by_code(tx, listed.code)
        if team is not None:
            chat = group_chat(listed.code)
            user = group_user(chat, None)
            addresses.create(tx, account=TELEGRAM, user=user, chat=chat, team_id=team.id, now=LOADED_AT)
