"""Files that are written whole or not at all, also where the power fails in between."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

DRAFT = ".part"  # how the name of an unfinished file ends; one that is left over may be removed


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream to write a file with (mode 0600). It takes the place of `path` at the end, unless an error comes."""
    with _draft(path) as (draft, stream):
        yield stream
        _settle(stream)
        draft.replace(path)
    _keep_name(path)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file (mode 0600) in place of what was there."""
    with written_whole(path) as stream:
        stream.write(data)


def write_new(path: Path, data: bytes) -> bool:
    """Writes a file (mode 0600) that is not there yet; False, and nothing written, if another was quicker."""
    with _draft(path) as (draft, stream):
        stream.write(data)
        _settle(stream)
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
    _keep_name(path)
    return True


@contextlib.contextmanager
def _draft(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(DRAFT, f"{path.name}.", path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield Path(name), stream
    finally:
        Path(name).unlink(missing_ok=True)


def _settle(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _keep_name(path: Path) -> None:
    """A new name is safe only when its folder is on the disk too."""
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
