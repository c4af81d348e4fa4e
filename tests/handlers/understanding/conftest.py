"""The demo pack, read once."""

from pathlib import Path

import pytest

from handlers.packs import Pack, read_pack
from handlers.understanding import Snapshot

DEMO = Path(__file__).parents[3] / "community" / "demo"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(DEMO)


@pytest.fixture(scope="session")
def snapshot(pack: Pack) -> Snapshot:
    return Snapshot.of_pack(pack)
