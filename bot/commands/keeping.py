"""`linli backup`, `linli restore`, `linli rotate-key`: what keeps a community's data safe."""

from pathlib import Path

from bot.commands.opening import opened
from bot.config import ConfigurationError, Settings
from bot.keys import open_keyring
from storage import backup, rotation


async def back_up(settings: Settings, target: Path) -> int:
    """Writes a backup. It holds no key, and says so."""
    async with opened(settings) as database:
        report = await backup.back_up(database, settings.media, target)
    print(f"{target}: {report.rows} rows, {report.media} files")
    print(f"The key is not in it: keep a copy of {settings.key_file} in another place, or nothing can be read again.")
    return 0


async def restore(settings: Settings, source: Path) -> int:
    """Fills an empty database from a backup."""
    report = await backup.restore(source, settings.database, open_keyring(settings), settings.media)
    print(f"{report.rows} rows and {report.media} files are back")
    return 0


async def rotate_key(settings: Settings) -> int:
    """Seals everything with a new key and forgets the old one."""
    if settings.keys:
        raise ConfigurationError(
            "the keys come from LINLI_KEYS; put them into a file, set LINLI_KEY_FILE, and try again"
        )
    async with opened(settings) as database:
        report = await rotation.rotate(database, settings.key_file, settings.media)
    print(
        f"{report.values} values and {report.media} files are sealed with the new key; keep a new copy of the key file"
    )
    return 0
