"""Forgetting: what is removed when somebody leaves. What happened stays, without the words of it."""

from storage import service_requests
from storage.service_requests import Details
from storage.transaction import Transaction

# Two statements, one for each index of the outbox; what is just being sent is left to its sender.
FORGET_SAID = (
    "DELETE FROM outbox WHERE address_id = :id AND message_id IS NOT NULL AND state <> 'sending'",
    "DELETE FROM outbox WHERE address_id = :id AND state IN ('waiting', 'sending') AND state = 'waiting'",
)
FORGET_WORDS = (
    "UPDATE service_requests SET note_sealed = NULL WHERE id = :id",
    "UPDATE request_events SET note_sealed = NULL WHERE request_id = :id",
    "DELETE FROM request_media WHERE request_id = :id",
)


def said_to(tx: Transaction, address_id: int) -> None:
    """Removes what was said to an address, and what waits to be said there."""
    for sql in FORGET_SAID:
        tx.run(sql, id=address_id)


def words_of(tx: Transaction, request_id: int) -> None:
    """Empties a request: its details, notes and photos are gone; number, item and moves stay."""
    service_requests.set_details(tx, request_id, Details())
    for sql in FORGET_WORDS:
        tx.run(sql, id=request_id)
