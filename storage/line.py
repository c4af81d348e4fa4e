"""The private line: what the people of a request write to each other through us, sealed, and the files of it."""

import json
from dataclasses import dataclass
from datetime import datetime

from storage import compact
from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

SAID = "line_messages.said_sealed"
NAME = "line"  # what the keys of copies begin with

COLUMNS = """l.id, l.request_id, l.sender_id, l.address_id, l.message, l.about_id, l.said_sealed, l.state, l.phones,
    l.created_at"""
CREATE = """
INSERT INTO line_messages (id, request_id, sender_id, address_id, message, about_id, said_sealed, state, phones,
    created_at)
VALUES (:id, :request_id, :sender_id, :address_id, :message, :about_id, :said, 'fetching', :phones, :at)
"""
READ = f"SELECT {COLUMNS} FROM line_messages l WHERE l.id = :id"
LOCK = f"SELECT {COLUMNS} FROM line_messages l WHERE l.id = :id FOR UPDATE OF l"
BY_ORIGIN = f"""
SELECT {COLUMNS} FROM line_messages l WHERE l.address_id = :address_id AND l.message = :message ORDER BY l.id LIMIT 1
"""
WRITTEN_AT = "SELECT message FROM line_messages WHERE id = :id AND address_id = :address_id"
OF_REQUEST = f"SELECT {COLUMNS} FROM line_messages l WHERE l.request_id = :id ORDER BY l.id DESC LIMIT :limit"
NOT_ENDED = f"SELECT {COLUMNS} FROM line_messages l WHERE l.request_id = :id AND l.ended = 0 ORDER BY l.id"
IDS_OF_REQUEST = "SELECT id FROM line_messages WHERE request_id = :id ORDER BY id"
IDS_OF_SENDER = "SELECT id FROM line_messages WHERE sender_id = :id ORDER BY id"
SET_SAID = "UPDATE line_messages SET said_sealed = :said, phones = :phones WHERE id = :id"
SET_STATE = "UPDATE line_messages SET state = :state WHERE id = :id"
END = "UPDATE line_messages SET ended = 1 WHERE request_id = :id AND ended = 0"
ADD_MEDIUM = """
INSERT INTO line_media (message_id, media_id, position) VALUES (:id, :media_id, :position) ON CONFLICT DO NOTHING
"""
MEDIA = """
SELECT m.media_id, m.lost, f.digest, f.kind FROM line_media m JOIN media f ON f.id = m.media_id
WHERE m.message_id = :id ORDER BY m.position
"""
LOSE = "UPDATE line_media SET lost = 1 WHERE media_id = :media_id"
WITH_MEDIUM = "SELECT message_id FROM line_media WHERE media_id = :id ORDER BY message_id"
FORGET = ("DELETE FROM line_media WHERE message_id = :id", "DELETE FROM line_messages WHERE id = :id")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: words, a point on the map (degrees), a phone number that was shared (E.164, or as it came).

    `danger`: the numbers to call that the speaker was shown, where the words tell of danger.
    """

    words: str = ""
    point: tuple[float, float] | None = None
    phone: str = ""
    danger: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineMessage:
    """One message of a line, by `sender_id` from the address `address_id`, where the channel calls it `message`.

    `about_id` is the message that it answers. `state`: fetching, passed or lost. `phones`: it shows a phone number.
    """

    id: int
    request_id: int
    sender_id: int
    address_id: int
    message: str | None
    about_id: int | None
    said: Said
    state: str
    phones: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class LineMedium:
    """A file of a message: `digest` once its bytes are with us, `lost` where they never will be."""

    id: int
    digest: str | None
    kind: str
    lost: bool


def key_of(message_id: int) -> str:
    """The key of the copies of a message."""
    return f"{NAME}:{message_id}"


def id_in(key: str | None) -> int | None:
    """The id of the message whose copies have this key; None for every other key."""
    name, _, number = (key or "").partition(":")
    return int(number) if name == NAME and number.isdigit() else None


def create(
    tx: Transaction,
    *,
    request_id: int,
    sender_id: int,
    address_id: int,
    message: str | None,
    about_id: int | None,
    said: Said,
    phones: bool,
    media_ids: list[int],
    now: datetime,
) -> LineMessage:
    """Stores a message that is about to be passed on, with its files in order."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        request_id=request_id,
        sender_id=sender_id,
        address_id=address_id,
        message=message,
        about_id=about_id,
        said=_sealed(tx, number, said),
        phones=int(phones),
        at=to_ms(now),
    )
    for position, media_id in enumerate(media_ids):
        tx.run(ADD_MEDIUM, id=number, media_id=media_id, position=position)
    return LineMessage(
        number, request_id, sender_id, address_id, message, about_id, said, "fetching", phones, from_ms(to_ms(now))
    )


def read(tx: Transaction, message_id: int) -> LineMessage | None:
    """A message by id."""
    row = tx.one(READ, id=message_id)
    return None if row is None else _message(tx, row)


def lock(tx: Transaction, message_id: int) -> LineMessage | None:
    """A message by id, locked: of two whose last files come at once, one passes it on."""
    row = tx.one(LOCK, id=message_id)
    return None if row is None else _message(tx, row)


def by_origin(tx: Transaction, address_id: int, message: str) -> LineMessage | None:
    """The message that somebody wrote there, by the channel's own id of it."""
    row = tx.one(BY_ORIGIN, address_id=address_id, message=message)
    return None if row is None else _message(tx, row)


def written_as(tx: Transaction, key: str, address_id: int) -> str | None:
    """The channel's id of a message (by its copies' key) in the chat where it was written; None in other chats."""
    row = tx.one(WRITTEN_AT, id=id_in(key), address_id=address_id)
    return None if row is None else row["message"]


def of_request(tx: Transaction, request_id: int, limit: int) -> list[LineMessage]:
    """The last messages of a request, the oldest of them first."""
    return [_message(tx, row) for row in reversed(tx.all(OF_REQUEST, id=request_id, limit=limit))]


def not_ended(tx: Transaction, request_id: int) -> list[LineMessage]:
    """What was said on a request's line since its end was told the last time, in order."""
    return [_message(tx, row) for row in tx.all(NOT_ENDED, id=request_id)]


def keys_of_request(tx: Transaction, request_id: int) -> list[str]:
    """The keys of the copies of all that was said on a request's line."""
    return [key_of(row["id"]) for row in tx.all(IDS_OF_REQUEST, id=request_id)]


def keys_of_sender(tx: Transaction, person_id: int) -> list[str]:
    """The keys of the copies of all that somebody said on lines."""
    return [key_of(row["id"]) for row in tx.all(IDS_OF_SENDER, id=person_id)]


def set_said(tx: Transaction, message_id: int, said: Said, *, phones: bool) -> None:
    """The words were changed."""
    tx.run(SET_SAID, id=message_id, said=_sealed(tx, message_id, said), phones=int(phones))


def set_state(tx: Transaction, message_id: int, state: str) -> None:
    """passed: its readers were told. lost: there is nothing left of it to pass on."""
    tx.run(SET_STATE, id=message_id, state=state)


def end(tx: Transaction, request_id: int) -> None:
    """The end of the talk was told: what is said from now on is another talk."""
    tx.run(END, id=request_id)


def media(tx: Transaction, message_id: int) -> list[LineMedium]:
    """The files of a message, in order."""
    rows = tx.all(MEDIA, id=message_id)
    return [LineMedium(row["media_id"], row["digest"], row["kind"], bool(row["lost"])) for row in rows]


def lose(tx: Transaction, media_id: int) -> None:
    """This file could not be fetched, and never will be."""
    tx.run(LOSE, media_id=media_id)


def with_medium(tx: Transaction, media_id: int) -> list[int]:
    """The ids of the messages that this file belongs to."""
    return [row["message_id"] for row in tx.all(WITH_MEDIUM, id=media_id)]


def forget_request(tx: Transaction, request_id: int) -> None:
    """Removes what was said on a request's line."""
    _forget(tx, tx.all(IDS_OF_REQUEST, id=request_id))


def forget_sender(tx: Transaction, person_id: int) -> None:
    """Removes what somebody said on any line."""
    _forget(tx, tx.all(IDS_OF_SENDER, id=person_id))


def _forget(tx: Transaction, rows: list[Row]) -> None:
    for row in rows:
        for sql in FORGET:
            tx.run(sql, id=row["id"])


def _sealed(tx: Transaction, message_id: int, said: Said) -> bytes:
    return tx.seal(SAID, message_id, compact.encode([said.words, said.point, said.phone, said.danger]))


def _message(tx: Transaction, row: Row) -> LineMessage:
    words, point, phone, danger = json.loads(tx.unseal(SAID, row["id"], row["said_sealed"]))
    return LineMessage(
        id=row["id"],
        request_id=row["request_id"],
        sender_id=row["sender_id"],
        address_id=row["address_id"],
        message=row["message"],
        about_id=row["about_id"],
        said=Said(words, (point[0], point[1]) if point else None, phone, tuple(danger)),
        state=row["state"],
        phones=bool(row["phones"]),
        at=from_ms(row["created_at"]),
    )
