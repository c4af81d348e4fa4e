"""The file of a backup: a tar.gz with one JSON-lines file a table, the media as they lie, and a manifest at the end.

The manifest has the hash of every other member, and is itself signed with a key derived from the lookup key: an archive
that was damaged or changed is refused before anything is written. No key is in it.
"""

import base64
import hashlib
import hmac
import io
import json
import re
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from storage.errors import BackupTrouble, KeyTrouble, SealBroken
from storage.migrating import KEY_CHECK_COLUMN
from storage.sealing import Keyring

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = re.compile(r"tables/[a-z_0-9]+\.jsonl|media/([0-9a-f]{2})/\1[0-9a-f]+")
NO_KEY = "none: this backup contains no key; keep the key file of its day in another place, it opens nothing without it"
DAMAGED = "the backup is damaged or was changed; take another one"
PIECE_BYTES = 1 << 20


@dataclass(frozen=True)
class TableFile:
    """What the manifest says of a table: its columns, in the order of the values of a line, and how many rows."""

    name: str
    columns: list[str]
    rows: int


@dataclass
class Manifest:
    """What a backup says of itself. `taken_at` is ISO 8601 in UTC; `key_check` is a sealed word and its row."""

    engine: str
    schema_version: int
    taken_at: str
    key_check_row: int
    key_check: str
    tables: list[TableFile]
    media_files: int = 0
    members: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT
    keys: str = NO_KEY

    def render(self, ring: Keyring) -> bytes:
        """Its JSON with its signature."""
        body = asdict(self)
        return json.dumps({**body, "signature": _signature(body, ring)}, ensure_ascii=False, indent=1).encode()

    @classmethod
    def parse(cls, data: bytes, ring: Keyring) -> "Manifest":
        """Reads what `render` made. Raises BackupTrouble, or KeyTrouble where the keys are not those of the backup."""
        try:
            body = json.loads(data)
            if body["format"] != FORMAT:
                raise BackupTrouble("the backup was made by a newer program; restore it with that one")
            signature = body.pop("signature")
            manifest = cls(**{**body, "tables": [TableFile(**table) for table in body["tables"]]})
            sealed = base64.b64decode(manifest.key_check)
        except (ValueError, KeyError, TypeError) as error:
            raise BackupTrouble(DAMAGED) from error
        try:
            ring.open(f"{KEY_CHECK_COLUMN}:{manifest.key_check_row}", sealed)
        except SealBroken as error:
            raise KeyTrouble("these keys do not open this backup; use the key file from when it was made") from error
        if not hmac.compare_digest(signature, _signature(body, ring)):
            raise BackupTrouble(DAMAGED)
        return manifest


class ArchiveWriter:
    """Adds members to an archive and keeps their hashes for the manifest."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6)  # noqa: SIM115, closed by `finish`
        self.members: dict[str, str] = {}

    def add(self, name: str, path: Path) -> None:
        """Adds a file under a name. Raises OSError."""
        with path.open("rb") as stream:
            reader = _Hashing(stream)
            member = tarfile.TarInfo(name)
            member.size, member.mode = path.stat().st_size, 0o600
            self._tar.addfile(member, reader)
        self.members[name] = reader.hash.hexdigest()

    def finish(self, manifest: bytes) -> None:
        """Adds the manifest and ends the archive."""
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(manifest), 0o600
        self._tar.addfile(member, io.BytesIO(manifest))
        self._tar.close()


def members(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """(name, stream) of every member, in order; read each before the next. Raises BackupTrouble and tar's errors."""
    with tarfile.open(source, "r:gz") as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            if stream is None or not (member.name == MANIFEST or MEMBER.fullmatch(member.name)):
                raise BackupTrouble(DAMAGED)
            yield member.name, stream


def verified(source: Path, ring: Keyring) -> Manifest:
    """Reads the whole archive and compares every hash; returns its manifest. Raises BackupTrouble or KeyTrouble."""
    if not source.is_file():
        raise BackupTrouble(f"there is no file {source.name}")
    try:
        return _verified(source, ring)
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise BackupTrouble(DAMAGED) from error


def _verified(source: Path, ring: Keyring) -> Manifest:
    found: dict[str, str] = {}
    manifest: Manifest | None = None
    for name, stream in members(source):
        if name == MANIFEST:
            manifest = Manifest.parse(stream.read(), ring)
        else:
            reader = _Hashing(stream)
            while reader.read(PIECE_BYTES):
                pass
            found[name] = reader.hash.hexdigest()
    if manifest is None or found != manifest.members:
        raise BackupTrouble(DAMAGED)
    return manifest


def line(values: list[Any]) -> bytes:
    """A row as a line of JSON; bytes become {"b64": …}."""
    plain = [{"b64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value for value in values]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def values(text: bytes) -> list[Any]:
    """The row behind a line."""
    return [base64.b64decode(value["b64"]) if isinstance(value, dict) else value for value in json.loads(text)]


class _Hashing:
    """A stream that hashes what is read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Reads on."""
        data = self._stream.read(size)
        self.hash.update(data)
        return data


def _signature(body: dict[str, Any], ring: Keyring) -> str:
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(ring.derive("backup"), canonical, hashlib.sha256).hexdigest()
