"""The keys of this service: from the environment, or from the key file, which the first start makes."""

from bot.config import Settings
from storage.database import sqlite_path
from storage.errors import KeyTrouble
from storage.sealing import Keyring, load_keyring, make_keyring


def open_keyring(settings: Settings) -> Keyring:
    """The keyring. Raises KeyTrouble: a database without its key file is never given a new one."""
    if settings.keys:
        return Keyring.parse(settings.keys)
    if settings.key_file.exists():
        return load_keyring(settings.key_file)
    database = sqlite_path(settings.database)
    if database is not None and database.exists():
        raise KeyTrouble(
            f"{database.name} is there but its key file {settings.key_file.name} is missing; "
            "put the key file back, or set LINLI_KEY_FILE to where it is"
        )
    return make_keyring(settings.key_file)
