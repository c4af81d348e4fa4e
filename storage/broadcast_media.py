"""Files of broadcasts: what goes along with one, in order. It is kept for as long as the broadcast."""

from collections.abc import Sequence

from storage import media
from storage.media import Medium
from storage.transaction import Transaction

ADD = """
INSERT INTO broadcast_media (id, broadcast_id, media_id) VALUES (:id, :broadcast_id, :media_id)
ON CONFLICT (broadcast_id, media_id) DO NOTHING
"""
OF_BROADCAST = "SELECT media_id FROM broadcast_media WHERE broadcast_id = :broadcast_id ORDER BY id"
WITH_MEDIUM = "SELECT broadcast_id FROM broadcast_media WHERE media_id = :media_id ORDER BY broadcast_id"
CLEAR = "DELETE FROM broadcast_media WHERE broadcast_id = :broadcast_id"


def put(tx: Transaction, broadcast_id: int, media_ids: Sequence[int]) -> None:
    """The files that go along with a broadcast are these, in this order."""
    tx.run(CLEAR, broadcast_id=broadcast_id)
    for media_id in media_ids:
        tx.run(ADD, id=tx.new_id(), broadcast_id=broadcast_id, media_id=media_id)


def of_broadcast(tx: Transaction, broadcast_id: int) -> list[Medium]:
    """The files of a broadcast, in order; those still on their way have no digest."""
    return [media.read(tx, row["media_id"]) for row in tx.all(OF_BROADCAST, broadcast_id=broadcast_id)]


def with_medium(tx: Transaction, media_id: int) -> list[int]:
    """The broadcasts that a file goes along with."""
    return [row["broadcast_id"] for row in tx.all(WITH_MEDIUM, media_id=media_id)]
