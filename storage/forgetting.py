"""Forgetting: what is removed when somebody leaves, or deletes one thing. What happened stays, without the words."""

from dataclasses import dataclass

from storage import line, request_changes, sending
from storage.outbox import BODY
from storage.service_requests import Details
from storage.transaction import Transaction

# Two statements, one for each index of the outbox; what is just being sent is left to its sender.
FORGET_SAID = (
    "DELETE FROM outbox WHERE address_id = :id AND message_id IS NOT NULL AND state <> 'sending'",
    "DELETE FROM outbox WHERE address_id = :id AND state IN ('waiting', 'sending') AND state = 'waiting'",
)
FORGET_WORDS = (
    "UPDATE service_requests SET note_sealed = NULL, feedback_sealed = NULL WHERE id = :id",
    "UPDATE request_events SET note_sealed = NULL WHERE request_id = :id",
    "UPDATE assignments SET codes_sealed = NULL WHERE request_id = :id",
    "DELETE FROM request_media WHERE request_id = :id",
)
MEDIA = "SELECT media_id FROM request_media WHERE request_id = :id"
MEDIA_SAID = "SELECT media_id FROM line_media WHERE message_id = :id"
# The rows stay, since a later edit needs to know where the message stands; their words do not.
SAID_WITH_KEY = "SELECT id FROM outbox WHERE key = :key AND state <> 'waiting' AND state <> 'sending'"
# An edit reaches the latest copy in a chat; these are all that were sent.
COPIES = """
SELECT address_id, account, message_id FROM outbox
WHERE key = :key AND kind = 'send' AND message_id IS NOT NULL ORDER BY id
"""
EMPTY = "UPDATE outbox SET body_sealed = :body, shared_id = NULL, asks = 0 WHERE id = :id"
MEMBERSHIPS = "SELECT id FROM volunteers WHERE person_id = :id"
FORGET_MEMBERSHIP = (
    "DELETE FROM volunteer_skills WHERE volunteer_id = :id",
    "UPDATE volunteers SET home_id = NULL, estate_id = NULL, skills = NULL WHERE id = :id",
)
FILES_OF_CHAT = "SELECT DISTINCT digest FROM web_media WHERE chat = :chat"


@dataclass(frozen=True, slots=True)
class Copy:
    """One message that was sent: in which chat, and the channel's id of it."""

    address_id: int
    account: str
    message: str


def said_to(tx: Transaction, address_id: int) -> None:
    """Removes what was said to an address, and what waits to be said there."""
    for sql in FORGET_SAID:
        tx.run(sql, id=address_id)


def said_as(tx: Transaction, key: str, instead: str) -> None:
    """Empties the sent copies of a keyed message, whoever got it; `instead` (JSON of a message) stands there now."""
    for row in tx.all(SAID_WITH_KEY, key=key):
        tx.run(EMPTY, id=row["id"], body=tx.seal(BODY, row["id"], instead))


def older_copies(tx: Transaction, key: str) -> list[Copy]:
    """The copies of a keyed message that were sent, without the one in each chat that an edit of the key reaches."""
    sent = [Copy(row["address_id"], row["account"], row["message_id"]) for row in tx.all(COPIES, key=key)]
    return [each for each in sent if each.message != sending.shown_as(tx, key, each.address_id)]


def said_on_lines(tx: Transaction, person_id: int) -> list[int]:
    """Removes what somebody wrote on private lines; returns the media that came with it."""
    media = _media_said(tx, line.keys_of_sender(tx, person_id))
    line.forget_sender(tx, person_id)
    return media


def words_of(tx: Transaction, request_id: int) -> list[int]:
    """Empties a request: details, notes, photos, door codes and its private line are gone; number, item and moves
    stay. Returns the media that it let go of."""
    media = [row["media_id"] for row in tx.all(MEDIA, id=request_id)]
    media += _media_said(tx, line.keys_of_request(tx, request_id))
    request_changes.set_details(tx, request_id, Details())
    line.forget_request(tx, request_id)
    for sql in FORGET_WORDS:
        tx.run(sql, id=request_id)
    return media


def volunteer(tx: Transaction, person_id: int) -> None:
    """Of a volunteer who left only the badge and the times of their tasks stay."""
    for row in tx.all(MEMBERSHIPS, id=person_id):
        for sql in FORGET_MEMBERSHIP:
            tx.run(sql, id=row["id"])


def files_of_chat(tx: Transaction, chat: str) -> list[str]:
    """The digests of the files that a web chat shows."""
    return [row["digest"] for row in tx.all(FILES_OF_CHAT, chat=chat)]


def _media_said(tx: Transaction, keys: list[str]) -> list[int]:
    """The media that came with messages of lines, by the keys of their copies."""
    return [row["media_id"] for key in keys for row in tx.all(MEDIA_SAID, id=line.id_in(key))]
