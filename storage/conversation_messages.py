"""What is said in conversations with the duty desk, sealed, and the files of it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

SAID = "conversation_messages.said_sealed"
NAME = "desk-said"  # what the keys of copies begin with

COLUMNS = "m.id, m.conversation_id, m.sender_id, m.address_id, m.message, m.said_sealed, m.shown, m.created_at"
CREATE = """
INSERT INTO conversation_messages (id, conversation_id, sender_id, address_id, message, said_sealed, created_at)
VALUES (:id, :conversation_id, :sender_id, :address_id, :message, :said, :at)
"""
READ = f"SELECT {COLUMNS} FROM conversation_messages m WHERE m.id = :id"
BY_ORIGIN = f"""
SELECT {COLUMNS} FROM conversation_messages m
WHERE m.address_id = :address_id AND m.message = :message ORDER BY m.id LIMIT 1
"""
OF_CONVERSATION = f"""
SELECT {COLUMNS} FROM conversation_messages m WHERE m.conversation_id = :id ORDER BY m.id DESC LIMIT :limit
"""
SET_SAID = "UPDATE conversation_messages SET said_sealed = :said WHERE id = :id"
SET_SHOWN = "UPDATE conversation_messages SET shown = 1 WHERE id = :id"
ADD_MEDIUM = """
INSERT INTO conversation_media (message_id, media_id, position) VALUES (:id, :media_id, :position)
ON CONFLICT DO NOTHING
"""
MEDIA = """
SELECT c.media_id, f.digest, f.kind FROM conversation_media c JOIN media f ON f.id = c.media_id
WHERE c.message_id = :id ORDER BY c.position
"""
WITH_MEDIUM = "SELECT message_id FROM conversation_media WHERE media_id = :id ORDER BY message_id"
LOSE = "DELETE FROM conversation_media WHERE message_id = :id AND media_id = :media_id"
# Whatever either side said in somebody's conversations is about them.
TALKS_OF_PERSON = "SELECT id FROM conversations WHERE person_id = :id ORDER BY id"
IDS_OF_TALK = "SELECT id FROM conversation_messages WHERE conversation_id = :id ORDER BY id"
FORGET = (
    "DELETE FROM conversation_media WHERE message_id = :id",
    "DELETE FROM conversation_messages WHERE id = :id",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a conversation. `shown`: somebody of the other side has got it.

    `address_id`, `message`: where it was written, and what the channel calls it there.
    """

    id: int
    conversation_id: int
    sender_id: int
    address_id: int | None
    message: str | None
    words: str
    shown: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class SaidMedium:
    """A file of a message: `digest` once its bytes are with us."""

    id: int
    digest: str | None
    kind: str


def key_of(message_id: int) -> str:
    """The key of the copies of a message."""
    return f"{NAME}:{message_id}"


def topic_key_of(message_id: int) -> str:
    """The key of the copy of a message in the topic of the desk's group."""
    return f"{NAME}-topic:{message_id}"


def id_in(key: str | None) -> int | None:
    """The id of the message whose copies have this key; None for every other key."""
    name, _, number = (key or "").partition(":")
    return int(number) if name == NAME and number.isdigit() else None


def create(
    tx: Transaction,
    conversation_id: int,
    sender_id: int,
    words: str,
    now: datetime,
    *,
    media_ids: list[int] | None = None,
    address_id: int | None = None,
    message: str | None = None,
) -> Said:
    """Stores what somebody said, with its files in order."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        conversation_id=conversation_id,
        sender_id=sender_id,
        address_id=address_id,
        message=message,
        said=tx.seal(SAID, number, words) if words else None,
        at=to_ms(now),
    )
    for position, media_id in enumerate(media_ids or []):
        tx.run(ADD_MEDIUM, id=number, media_id=media_id, position=position)
    return Said(number, conversation_id, sender_id, address_id, message, words, False, from_ms(to_ms(now)))


def read(tx: Transaction, message_id: int) -> Said | None:
    """A message by id."""
    row = tx.one(READ, id=message_id)
    return None if row is None else _said(tx, row)


def by_origin(tx: Transaction, address_id: int, message: str) -> Said | None:
    """The message that somebody wrote there, by the channel's own id of it."""
    row = tx.one(BY_ORIGIN, address_id=address_id, message=message)
    return None if row is None else _said(tx, row)


def of_conversation(tx: Transaction, conversation_id: int, limit: int) -> list[Said]:
    """The last messages of a conversation, the oldest of them first."""
    return [_said(tx, row) for row in reversed(tx.all(OF_CONVERSATION, id=conversation_id, limit=limit))]


def set_words(tx: Transaction, message_id: int, words: str) -> None:
    """The words were changed."""
    tx.run(SET_SAID, id=message_id, said=tx.seal(SAID, message_id, words) if words else None)


def shown(tx: Transaction, message_id: int) -> bool:
    """Whether somebody of the other side has got it."""
    row = tx.one(READ, id=message_id)
    return row is not None and bool(row["shown"])


def set_shown(tx: Transaction, message_id: int) -> None:
    """Somebody of the other side has got it."""
    tx.run(SET_SHOWN, id=message_id)


def media(tx: Transaction, message_id: int) -> list[SaidMedium]:
    """The files of a message, in order."""
    return [SaidMedium(row["media_id"], row["digest"], row["kind"]) for row in tx.all(MEDIA, id=message_id)]


def with_medium(tx: Transaction, media_id: int) -> list[int]:
    """The ids of the messages that this file belongs to."""
    return [row["message_id"] for row in tx.all(WITH_MEDIUM, id=media_id)]


def lose(tx: Transaction, message_id: int, media_id: int) -> None:
    """This file could not be fetched, and never will be."""
    tx.run(LOSE, id=message_id, media_id=media_id)


def keys_of_person(tx: Transaction, person_id: int) -> list[str]:
    """The keys of the copies of all that was said in somebody's conversations."""
    numbers = _ids_of_person(tx, person_id)
    return [key for number in numbers for key in (key_of(number), topic_key_of(number))]


def forget_person(tx: Transaction, person_id: int) -> list[int]:
    """Removes what was said in somebody's conversations; returns the media of it."""
    numbers = _ids_of_person(tx, person_id)
    media_ids = [each.id for number in numbers for each in media(tx, number)]
    for number in numbers:
        for sql in FORGET:
            tx.run(sql, id=number)
    return media_ids


def _ids_of_person(tx: Transaction, person_id: int) -> list[int]:
    talks = [row["id"] for row in tx.all(TALKS_OF_PERSON, id=person_id)]
    return [row["id"] for talk in talks for row in tx.all(IDS_OF_TALK, id=talk)]


def _said(tx: Transaction, row: Row) -> Said:
    sealed = row["said_sealed"]
    return Said(
        id=row["id"],
        conversation_id=row["conversation_id"],
        sender_id=row["sender_id"],
        address_id=row["address_id"],
        message=row["message"],
        words="" if sealed is None else tx.unseal(SAID, row["id"], sealed),
        shown=bool(row["shown"]),
        at=from_ms(row["created_at"]),
    )
