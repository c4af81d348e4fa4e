"""Training: done once for a pack, when it is loaded; a start reads what was kept."""

from datetime import UTC, datetime

import pytest

from bot import training
from bot.commands.load import find_pack, load_pack
from handlers.understanding import Trained
from storage import models
from storage.database import Database


async def test_a_start_after_loading_does_not_train(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = await load_pack(database, find_pack("demo"))

    def never(*_: object) -> Trained:
        raise AssertionError("trained again")

    monkeypatch.setattr(Trained, "learn", never)
    assert (await training.trained(database, pack)).matcher.labels


async def test_what_cannot_be_read_is_trained_anew_and_kept(database: Database) -> None:
    pack = await load_pack(database, find_pack("demo"))
    kept = await training.train(pack)
    now = datetime.now(UTC)
    await database.turn(lambda tx: models.write(tx, training.NAME, kept.digest, b"rubbish", now))
    assert (await training.trained(database, pack)).matcher.labels
    assert await database.read(lambda tx: models.read(tx, training.NAME, kept.digest)) == kept.body
