"""Media: files by the keyed hash of their content, sealed, so that a photo from one channel can be shown on another.

The table knows what a file is; the folder holds its bytes. A file that a channel still keeps for us has no digest yet.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol

from storage.errors import NotFound
from storage.files import write_whole
from storage.sealing import Keyring
from storage.times import to_ms
from storage.transaction import Row, Transaction

NAME = "media.name_sealed"
DIGEST = re.compile(r"[0-9a-f]{64}")

MediumKind = Literal["photo", "voice", "file", "video", "sticker"]

COLUMNS = "id, digest, kind, mime, size, account, file, name_sealed"
CREATE = """
INSERT INTO media (id, digest, kind, mime, size, account, file, name_sealed, created_at)
VALUES (:id, :digest, :kind, :mime, :size, :account, :file, :name, :at)
"""
READ = f"SELECT {COLUMNS} FROM media WHERE id = :id"
# The same photo may have come twice before its bytes were fetched: two rows, one file.
BY_DIGEST = f"SELECT {COLUMNS} FROM media WHERE digest = :digest ORDER BY id LIMIT 1"
# What comes anew is kept as long as what is new.
CAME_AGAIN = "UPDATE media SET created_at = :at WHERE id = :id AND created_at < :day_ago"
FETCHED = "UPDATE media SET digest = :digest, mime = :mime, size = :size WHERE id = :id AND digest IS NULL"


@dataclass(frozen=True, slots=True)
class Medium:
    """A file: `digest` where its bytes are with us, else the channel's `account` and `file`. `size` in bytes."""

    id: int
    digest: str | None
    kind: MediumKind
    mime: str
    size: int
    account: str | None
    file: str | None
    name: str


class HasKeys(Protocol):
    """Whatever holds the keys in force: they may be rotated while it lives."""

    keys: Keyring


class MediaFolder:
    """The bytes of media, sealed, in files named by a keyed hash of what they hold."""

    def __init__(self, folder: Path, keys: HasKeys) -> None:
        self._folder = folder
        self._holder = keys

    def put(self, data: bytes) -> str:
        """Stores bytes (once, however often they come); returns their digest. Does blocking work."""
        keys = self._holder.keys
        digest = keys.keyed_hash(b"media:" + data).hex()
        path = self.path(digest)
        if not path.exists():
            write_whole(path, keys.seal(bound_to(digest), data))
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes behind a digest. Raises NotFound, or SealBroken if the file was changed. Does blocking work."""
        path = self.path(digest)
        if not DIGEST.fullmatch(digest) or not path.exists():
            raise NotFound("the file is no longer kept")
        return self._holder.keys.open(bound_to(digest), path.read_bytes())

    def remove(self, digest: str) -> None:
        """Deletes the bytes behind a digest; those that are gone already are no matter. Does blocking work."""
        if DIGEST.fullmatch(digest):
            self.path(digest).unlink(missing_ok=True)

    def path(self, digest: str) -> Path:
        """Where the file of a digest lies."""
        return self._folder / digest[:2] / digest


def files_in(folder: Path) -> list[Path]:
    """The files of a media folder, in order, without unfinished ones."""
    return sorted(path for path in folder.glob("??/*") if DIGEST.fullmatch(path.name))


def bound_to(digest: str) -> str:
    """What the content of a file is sealed to."""
    return f"media:{digest}"


def create(
    tx: Transaction,
    *,
    kind: str,
    mime: str,
    size: int,
    now: datetime,
    digest: str | None = None,
    account: str | None = None,
    file: str | None = None,
    name: str = "",
) -> int:
    """Notes a file, once for each digest; returns its id."""
    known = tx.one(BY_DIGEST, digest=digest) if digest else None
    if known is not None:
        tx.run(CAME_AGAIN, id=known["id"], at=to_ms(now), day_ago=to_ms(now - timedelta(days=1)))
        return int(known["id"])
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        digest=digest,
        kind=kind,
        mime=mime,
        size=size,
        account=account,
        file=file,
        name=tx.seal(NAME, number, name) if name else None,
        at=to_ms(now),
    )
    return number


def read(tx: Transaction, media_id: int) -> Medium:
    """A file by id. Raises NotFound."""
    return _medium(tx, tx.get(READ, id=media_id))


def by_digest(tx: Transaction, digest: str) -> Medium | None:
    """A file by the digest of its bytes."""
    row = tx.one(BY_DIGEST, digest=digest)
    return None if row is None else _medium(tx, row)


def fetched(tx: Transaction, media_id: int, digest: str, mime: str, size: int) -> None:
    """Its bytes are with us now."""
    tx.run(FETCHED, id=media_id, digest=digest, mime=mime, size=size)


def _medium(tx: Transaction, row: Row) -> Medium:
    sealed = row["name_sealed"]
    name = "" if sealed is None else tx.unseal(NAME, row["id"], sealed)
    return Medium(row["id"], row["digest"], row["kind"], row["mime"], row["size"], row["account"], row["file"], name)
