"""Linli: the snapshot of the pack, read as the service reads it."""

from benchmarks.understanding.words import Ranked
from handlers.packs import Pack
from handlers.understanding import Snapshot, understand
from handlers.understanding.measuring import made_of


def build(pack: Pack) -> Ranked:
    """Makes the snapshot ready. The whole reading is timed: danger, places, phones and all."""
    snapshot = Snapshot.of_pack(pack)
    return lambda text: made_of(understand(text, snapshot)).labels
