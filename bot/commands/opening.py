"""What the short commands share: the database opened with its key, and closed again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.config import Settings
from bot.keys import open_keyring
from storage.database import Database, open_database


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings. Raises what opening raises."""
    database = await open_database(settings.database, open_keyring(settings))
    try:
        yield database
    finally:
        await database.close()
