"""The outbox, as handlers write it: rows that will be sent after the commit, and the questions people were asked."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from storage.times import to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

BODY = "outbox.body_sealed"
SHARED = "outbox_bodies.body_sealed"
QUESTION_LIVES = timedelta(hours=24)  # a number typed later than this answers nothing any more

ADD = """
INSERT INTO outbox (id, address_id, account, lane, kind, key, body_sealed, asks, state, not_before_at, expires_at,
    attempts, edits_message, shared_id, recipient_id, created_at)
VALUES (:id, :address_id, :account, :lane, :kind, :key, :body, :asks, 'waiting', :not_before_at, :expires_at, 0,
    :edits_message, :shared_id, :recipient_id, :at)
"""
# A body that many rows share is kept once.
SHARE = "INSERT INTO outbox_bodies (id, body_sealed, created_at) VALUES (:id, :body, :at)"
SHARED_BODY = "SELECT id, body_sealed FROM outbox_bodies WHERE id = :id"
LATEST_WITH_KEY = """
SELECT id, state, lane FROM outbox WHERE key = :key AND address_id = :address_id ORDER BY id DESC LIMIT 1
"""
# Where the message was dropped before it was sent, there is nothing to say anew.
ADDRESSES_WITH_KEY = """
SELECT DISTINCT address_id, account FROM outbox WHERE key = :key AND state <> 'gone' ORDER BY address_id
"""
REPLACE_BODY = """
UPDATE outbox SET body_sealed = :body, shared_id = NULL, asks = :asks
WHERE id = :id AND state = 'waiting' AND attempts = 0
"""
BY_MESSAGE = """
SELECT id, address_id, key, body_sealed, shared_id, asks, message_id FROM outbox
WHERE address_id = :address_id AND message_id = :message ORDER BY id DESC LIMIT 1
"""
KEY_OF = """
SELECT key FROM outbox WHERE address_id = :address_id AND message_id = :message ORDER BY id DESC LIMIT 1
"""
OPEN_QUESTIONS = """
SELECT id, address_id, key, body_sealed, shared_id, asks, message_id FROM outbox
WHERE address_id = :address_id AND asks = 1 AND state = 'sent' AND created_at > :since ORDER BY id DESC LIMIT :limit
"""
LAST_SAID = """
SELECT created_at, message_id FROM outbox
WHERE address_id = :address_id AND message_id IS NOT NULL AND kind = 'send' AND state = 'sent' AND created_at > :since
ORDER BY id DESC LIMIT :limit
"""
CLOSE_QUESTION = "UPDATE outbox SET asks = 0 WHERE id = :id"
CLOSE_QUESTIONS_WITH_KEY = "UPDATE outbox SET asks = 0 WHERE key = :key AND address_id = :address_id AND asks = 1"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row to be: to which address, in which lane (0 urgent … 3 broadcasts), what (JSON), and when.

    `shared_id`: the body that it shares with others, instead of one of its own (which is empty then). `recipient_id`:
    whose row on the list of a broadcast hears what becomes of it.
    """

    address_id: int
    account: str
    lane: int
    body: str
    asks: bool
    not_before: datetime
    expires_at: datetime | None = None
    key: str | None = None
    shared_id: int | None = None
    recipient_id: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A message with choices as it was sent: its row, its key, what it said (JSON), and the channel's message id."""

    id: int
    key: str | None
    body: str
    open: bool
    message: str


def add(tx: Transaction, row: Outgoing, now: datetime) -> int:
    """Adds a message to be sent; returns its id."""
    return _insert(tx, row, "send", None, now)


def share(tx: Transaction, body: str, now: datetime) -> int:
    """Keeps a body (JSON) that many rows will share; returns its id."""
    number = tx.new_id()
    tx.run(SHARE, id=number, body=tx.seal(SHARED, number, body), at=to_ms(now))
    return number


def body_of(tx: Transaction, row: Row) -> str:
    """What a row of the outbox says (JSON), from its own body or the one it shares."""
    if row["shared_id"] is None:
        return tx.unseal(BODY, row["id"], bytes(row["body_sealed"]))
    shared = tx.get(SHARED_BODY, id=row["shared_id"])
    return tx.unseal(SHARED, shared["id"], bytes(shared["body_sealed"]))


def edit(tx: Transaction, row: Outgoing, now: datetime) -> int:
    """Says the keyed message anew: a row still unsent is replaced, a sent one will be edited. Returns the row's id.

    An edit stands in the line of the message that it changes, so that it never overtakes it.
    """
    latest = tx.one(LATEST_WITH_KEY, key=row.key, address_id=row.address_id)
    if latest is not None and latest["state"] == "waiting":
        sealed = tx.seal(BODY, latest["id"], row.body)
        if tx.run(REPLACE_BODY, id=latest["id"], body=sealed, asks=int(row.asks)):
            return int(latest["id"])
    in_line = row if latest is None else replace(row, lane=latest["lane"])
    return _insert(tx, in_line, "edit", None, now)


def waits(tx: Transaction, key: str, address_id: int) -> bool:
    """Whether the last message with this key still waits to be sent to an address."""
    latest = tx.one(LATEST_WITH_KEY, key=key, address_id=address_id)
    return latest is not None and latest["state"] == "waiting"


def edit_message(tx: Transaction, row: Outgoing, message: str | None, now: datetime) -> int:
    """Says a sent message anew, named by the channel's id: after a choice in it was pressed. None: what its recipient
    was sent last there, as far as that is known when it leaves."""
    return _insert(tx, row, "edit", message, now)


def addresses_with_key(tx: Transaction, key: str) -> list[tuple[int, str]]:
    """(address, account) of everybody who was sent the message with this key."""
    return [(row["address_id"], row["account"]) for row in tx.all(ADDRESSES_WITH_KEY, key=key)]


def key_of(tx: Transaction, address_id: int, message: str) -> str | None:
    """The key of a message that was sent, by the channel's id of it."""
    row = tx.one(KEY_OF, address_id=address_id, message=message)
    return None if row is None else row["key"]


def question_by_message(tx: Transaction, address_id: int, message: str) -> Question | None:
    """What stands in a message that was sent, as it reads now."""
    row = tx.one(BY_MESSAGE, address_id=address_id, message=message)
    return None if row is None else _question(tx, row)


def open_questions(tx: Transaction, address_id: int, now: datetime, limit: int = 2) -> list[Question]:
    """The questions that were sent to an address and not answered, the latest first."""
    rows = tx.all(OPEN_QUESTIONS, address_id=address_id, since=to_ms(now - QUESTION_LIVES), limit=limit)
    return [_question(tx, row) for row in rows]


def last_said(tx: Transaction, address_id: int, now: datetime, limit: int) -> list[Question]:
    """The messages that were said to an address last, all at one moment, as they read now; the first one first."""
    rows = tx.all(LAST_SAID, address_id=address_id, since=to_ms(now - QUESTION_LIVES), limit=limit)
    together = [row["message_id"] for row in rows if row["created_at"] == rows[0]["created_at"]]
    found = [question_by_message(tx, address_id, message) for message in reversed(together)]
    return [each for each in found if each is not None]


def close_question(tx: Transaction, question_id: int) -> None:
    """A number no longer answers this question."""
    tx.run(CLOSE_QUESTION, id=question_id)


def close_questions_with_key(tx: Transaction, address_id: int, key: str) -> None:
    """A number no longer answers any question of this key: the form has gone on."""
    tx.run(CLOSE_QUESTIONS_WITH_KEY, address_id=address_id, key=key)


def _insert(tx: Transaction, row: Outgoing, kind: str, edits_message: str | None, now: datetime) -> int:
    number = tx.new_id()
    tx.run(
        ADD,
        id=number,
        address_id=row.address_id,
        account=row.account,
        lane=row.lane,
        kind=kind,
        key=row.key,
        body=tx.seal(BODY, number, row.body),
        asks=int(row.asks),
        not_before_at=to_ms(row.not_before),
        expires_at=to_ms_or_none(row.expires_at),
        edits_message=edits_message,
        shared_id=row.shared_id,
        recipient_id=row.recipient_id,
        at=to_ms(now),
    )
    return number


def _question(tx: Transaction, row: Row) -> Question:
    return Question(row["id"], row["key"], body_of(tx, row), bool(row["asks"]), row["message_id"])
