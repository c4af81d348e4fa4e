"""`linli backup`, `linli restore`, `linli rotate-key`: what keeps a community's data safe."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.opening import opened
from bot.config import ConfigurationError, Settings
from bot.keys import open_keyring
from storage import backup, rotation


async def back_up(settings: Settings, target: Path) -> int:
    """Writes a backup. It holds no key, and says so."""
    async with opened(settings) as database:
        report = await backup.back_up(database, settings.media, target, now=_now())
    print(f"{target}: {sum(report.tables.values())} rows, {report.media_files} files, {report.size:,} bytes")
    print("The key is not in it. Keep a copy of the key file in another place, or nothing can be read again:")
    print(f"  {settings.key_file}")
    return 0


async def restore(settings: Settings, source: Path) -> int:
    """Fills an empty database from a backup."""
    report = await backup.restore(source, settings.database, open_keyring(settings), settings.media)
    taken = report.taken_at.astimezone(settings.zone)
    print(f"{sum(report.tables.values())} rows and {report.media_files} files of {taken:%Y-%m-%d %H:%M} are back")
    return 0


async def rotate_key(settings: Settings) -> int:
    """Seals everything with a new key and forgets the old one."""
    if settings.keys:
        raise ConfigurationError("the keys come from LINLI_KEYS; put them into a file and set LINLI_KEY_FILE instead")
    async with opened(settings) as database:
        report = await rotation.rotate(database, settings.key_file, settings.media, clock=_now)
    for broken in report.broken:
        print(f"no key opens {broken}; it was damaged before and is left as it is", file=sys.stderr)
    print(f"{report.values} values and {report.files} files have a new key. Keep a new copy of the key file:")
    print(f"  {settings.key_file}")
    print("Backups made before this open with the key file of their time alone; make a new one now.")
    return 0


def _now() -> datetime:
    return datetime.now(UTC)
