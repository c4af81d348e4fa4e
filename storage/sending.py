"""The outbox, as delivery reads it: what is due, one head of each line; claimed, then marked with its outcome."""

from dataclasses import dataclass
from datetime import datetime

from storage import addresses, outbox, recipients
from storage.addresses import Address
from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

BROADCASTS = 3  # the lane whose unknown outcomes are never repeated
LANES = (0, 1, 2, 3)

# The head of each line (address and lane): nothing earlier in it is being sent, is due, or waits for another try.
DUE = """
SELECT o.id, o.lane, o.address_id, a.chat_key, a.team_id, a.user_key
FROM outbox o JOIN addresses a ON a.id = o.address_id
WHERE o.account = :account AND o.lane = :lane AND o.state = 'waiting' AND o.not_before_at <= :now
  AND NOT EXISTS (
    SELECT 1 FROM outbox e WHERE e.address_id = o.address_id AND e.lane = o.lane
      AND e.state IN ('waiting', 'sending') AND e.id < o.id
      AND (e.not_before_at <= :now OR e.attempts > 0 OR e.state = 'sending'))
ORDER BY o.not_before_at, o.id LIMIT :limit
"""
NEXT_DUE = """
SELECT MIN(not_before_at) AS at FROM outbox
WHERE account = :account AND lane = :lane AND state = 'waiting' AND not_before_at > :now
"""
CLAIM = """
UPDATE outbox SET state = 'sending', holder = :holder, attempts = attempts + 1
WHERE id = :id AND address_id = :address_id AND state = 'waiting'
RETURNING id, address_id, lane, kind, key, body_sealed, shared_id, recipient_id, attempts, expires_at, edits_message
"""
READ = """
SELECT id, address_id, lane, kind, key, body_sealed, shared_id, recipient_id, attempts, expires_at, edits_message
FROM outbox WHERE id = :id
"""
TARGET = """
SELECT a.chat_key, a.thread_key, a.topic, a.user_key, a.team_id, a.person_id, a.state,
    COALESCE(p.language, a.language) AS language,
    COALESCE(p.elder, 0) AS elder
FROM addresses a LEFT JOIN people p ON p.id = a.person_id WHERE a.id = :id
"""
SENT_WITH_KEY = """
SELECT message_id FROM outbox WHERE key = :key AND address_id = :address_id AND message_id IS NOT NULL
ORDER BY id DESC LIMIT 1
"""
# What was still on its way as its correction was laid behind it.
SENT_TO_RECIPIENT = """
SELECT message_id FROM outbox
WHERE recipient_id = :id AND recipient_id IS NOT NULL AND address_id = :address_id AND message_id IS NOT NULL
ORDER BY recipient_id DESC, id DESC LIMIT 1
"""
MARK = """
UPDATE outbox SET state = :state, message_id = :message, reason = :reason, asks = asks * :keeps_asking, done_at = :at
WHERE id = :id AND state = 'sending'
"""
SUPERSEDE = """
UPDATE outbox SET asks = 0 WHERE address_id = :address_id AND message_id = :message AND id <> :id AND asks = 1
"""
RETRY = (
    "UPDATE outbox SET state = 'waiting', not_before_at = :at, reason = :reason WHERE id = :id AND state = 'sending'"
)
UNCLAIM = """
UPDATE outbox SET state = 'waiting', attempts = attempts - 1 WHERE id = :id AND state = 'sending'
"""
LEFT_OVER = """
SELECT id, lane, recipient_id, kind, edits_message FROM outbox
WHERE account = :account AND state = 'sending' AND (holder IS NULL OR holder <> :holder)
"""
REPEAT = "UPDATE outbox SET state = 'waiting', reason = 'unknown outcome, sent again' WHERE id = :id"
GIVE_UP_UNKNOWN = "UPDATE outbox SET state = 'unknown', done_at = :at, asks = 0 WHERE id = :id"
# What changes a message over there cannot be sent elsewhere.
REDIRECT = """
UPDATE outbox SET address_id = :to_address, account = :account
WHERE address_id = :address_id AND state = 'waiting' AND state IN ('waiting', 'sending') AND kind = 'send'
"""
RECIPIENTS_OF_LINE = """
SELECT recipient_id FROM outbox WHERE address_id = :address_id AND state = 'waiting'
    AND state IN ('waiting', 'sending') AND recipient_id IS NOT NULL
"""
WITHHOLD = "UPDATE outbox SET state = 'withheld', reason = :reason, done_at = :at, asks = 0 WHERE id = :id"
DROP_LINE = """
UPDATE outbox SET state = 'gone', reason = :reason, done_at = :at, asks = 0
WHERE address_id = :address_id AND state = 'waiting' AND state IN ('waiting', 'sending')
"""
BACKLOG = (
    "SELECT COUNT(*) AS n, MIN(not_before_at) AS oldest FROM outbox WHERE account = :account AND state = 'waiting'"
)
DUE_SINCE = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM outbox WHERE account = :account AND lane = :lane AND state = 'waiting' AND not_before_at < :since
    LIMIT 1) found
"""
OLDEST = "SELECT MIN(done_at) AS at FROM outbox WHERE done_at >= 0"
PRUNE = "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE done_at < :before ORDER BY done_at LIMIT :limit)"


@dataclass(frozen=True, slots=True)
class Head:
    """A message that may go next: its row, its lane and where it goes."""

    id: int
    lane: int
    address_id: int
    chat: str
    group: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is being sent now. `edits`: the channel's id of the message it changes, if it changes one.

    `topic`: the name of the topic that must be opened in the group first. `elder`: who reads it chose large letters and
    digits. `recipient_id`: it is a broadcast's message to somebody on its list. `shared_id`: many others say the same.
    """

    id: int
    address_id: int
    lane: int
    key: str | None
    body: str
    attempts: int
    expires_at: datetime | None
    edits: str | None
    is_edit: bool
    chat: str
    thread: str | None
    group: bool
    person_id: int | None
    language: str
    elder: bool = False
    topic: str | None = None
    recipient_id: int | None = None
    shared_id: int | None = None


def due(tx: Transaction, account: str, now: datetime, limit: int, lanes: tuple[int, ...] = LANES) -> list[Head]:
    """Up to `limit` messages that may go now, the urgent lane first; at most one of each address and lane."""
    heads: list[Head] = []
    for lane in lanes:
        rows = tx.all(DUE, account=account, lane=lane, now=to_ms(now), limit=limit - len(heads))
        heads += [Head(r["id"], r["lane"], r["address_id"], r["chat_key"], _is_group(r)) for r in rows]
        if len(heads) >= limit:
            break
    return heads


def next_due(tx: Transaction, account: str, now: datetime) -> datetime | None:
    """When the next message that is not due yet falls due."""
    moments = [tx.get(NEXT_DUE, account=account, lane=lane, now=to_ms(now))["at"] for lane in LANES]
    return from_ms_or_none(min((moment for moment in moments if moment is not None), default=None))


def claim(tx: Transaction, heads: list[Head], holder: str, now: datetime) -> list[Claimed]:
    """Marks messages as being sent by `holder`; those that another has taken meanwhile are left out, and messages of
    broadcasts that must not leave any more."""
    claimed = []
    for head in heads:
        row = tx.one(CLAIM, id=head.id, address_id=head.address_id, holder=holder)
        if row is not None and not _withheld(tx, row, now):
            claimed.append(_claimed(tx, row))
    return claimed


def read(tx: Transaction, message_id: int) -> Claimed | None:
    """A message of the outbox, whatever became of it."""
    row = tx.one(READ, id=message_id)
    return None if row is None else _claimed(tx, row)


def shown_as(tx: Transaction, key: str, address_id: int) -> str | None:
    """The channel's id of the message with this key in one chat; None where it was not sent there."""
    row = tx.one(SENT_WITH_KEY, key=key, address_id=address_id)
    return None if row is None else str(row["message_id"])


def mark(
    tx: Transaction,
    message: Claimed,
    state: str,
    now: datetime,
    *,
    sent_as: str | None = None,
    reason: str | None = None,
) -> None:
    """Writes the outcome of a send: sent, gone, gave_up, unknown or expired."""
    tx.run(
        MARK,
        id=message.id,
        state=state,
        message=sent_as,
        reason=reason,
        keeps_asking=int(state == "sent"),
        at=to_ms(now),
    )
    if message.recipient_id is not None and not message.is_edit:
        recipients.outcome(tx, message.recipient_id, state, now, reason)
    if message.is_edit and sent_as is not None:
        tx.run(SUPERSEDE, id=message.id, address_id=message.address_id, message=sent_as)


def retry(tx: Transaction, message: Claimed, at: datetime, reason: str) -> None:
    """Back to waiting until `at`; what follows it in its line waits too."""
    tx.run(RETRY, id=message.id, at=to_ms(at), reason=reason)


def unclaim(tx: Transaction, message: Claimed) -> None:
    """Back to waiting as if it had not been claimed: it certainly was not sent."""
    tx.run(UNCLAIM, id=message.id)


def recover(tx: Transaction, account: str, holder: str, now: datetime) -> tuple[int, int]:
    """What another holder left claimed: repeated in ordinary lanes, `unknown` for broadcasts. Returns both counts.

    What changes a message that stands there already may be repeated in any lane."""
    repeated = unknown = 0
    for row in tx.all(LEFT_OVER, account=account, holder=holder):
        if row["lane"] == BROADCASTS and row["edits_message"] is None:
            unknown += tx.run(GIVE_UP_UNKNOWN, id=row["id"], at=to_ms(now))
            if row["recipient_id"] is not None and row["kind"] != "edit":
                recipients.outcome(tx, row["recipient_id"], recipients.UNKNOWN, now)
        else:
            repeated += tx.run(REPEAT, id=row["id"])
    return repeated, unknown


def drop_line(tx: Transaction, address_id: int, reason: str, now: datetime) -> int:
    """Marks everything that waits for an address as gone: its owner blocked us. Returns how many."""
    for row in tx.all(RECIPIENTS_OF_LINE, address_id=address_id):
        recipients.outcome(tx, row["recipient_id"], recipients.GONE, now, reason)
    return tx.run(DROP_LINE, address_id=address_id, reason=reason, at=to_ms(now))


def leave(tx: Transaction, address: Address, reason: str, now: datetime) -> None:
    """An address takes nothing any more: what waits for it goes to the person's other open address, in order.

    Where there is none, it is marked gone.
    """
    others = addresses.of_person(tx, address.person_id) if address.person_id is not None else []
    other = next((each for each in others if each.state == "open" and each.id != address.id), None)
    if other is not None:
        tx.run(REDIRECT, address_id=address.id, to_address=other.id, account=other.account)
    drop_line(tx, address.id, reason, now)


def backlog(tx: Transaction, account: str) -> tuple[int, datetime | None]:
    """How many messages wait, and since when the oldest could have gone."""
    row = tx.get(BACKLOG, account=account)
    return row["n"], from_ms_or_none(row["oldest"])


def any_due_since(tx: Transaction, account: str, since: datetime) -> bool:
    """Whether a message could have gone before `since` and still waits, broadcasts left out: they take their time."""
    lanes = (lane for lane in LANES if lane != BROADCASTS)
    return any(tx.get(DUE_SINCE, account=account, lane=lane, since=to_ms(since))["n"] for lane in lanes)


def prune(tx: Transaction, before: datetime, limit: int) -> int:
    """Forgets messages whose outcome is older than `before`, a slice at a time; returns how many."""
    return tx.run(PRUNE, before=to_ms(before), limit=limit)


def oldest(tx: Transaction) -> datetime | None:
    """When the oldest message had its outcome."""
    return from_ms_or_none(tx.get(OLDEST)["at"])


def _is_group(row: Row) -> bool:
    """Whether others read along: a team's group, the desk's, or a topic in it."""
    return row["team_id"] is not None or addresses.is_group_user(row["user_key"])


def _withheld(tx: Transaction, row: Row, now: datetime) -> bool:
    """Whether a message of a broadcast must not leave: opt-out, leaving and death are looked at again now."""
    recipient_id, follows = row["recipient_id"], row["kind"] == "edit"
    why = None if recipient_id is None else recipients.not_wanted(tx, recipient_id, now, follows=follows)
    if recipient_id is None or why is None:
        return False
    tx.run(WITHHOLD, id=row["id"], reason=why, at=to_ms(now))
    if not follows:
        recipients.withhold(tx, recipient_id, why, now)
    return True


def _claimed(tx: Transaction, row: Row) -> Claimed:
    target = tx.get(TARGET, id=row["address_id"])
    edits = row["edits_message"]
    if row["kind"] == "edit" and edits is None and row["key"] is not None:
        sent = tx.one(SENT_WITH_KEY, key=row["key"], address_id=row["address_id"])
        edits = sent["message_id"] if sent else None
    if row["kind"] == "edit" and edits is None and row["recipient_id"] is not None:
        sent = tx.one(SENT_TO_RECIPIENT, id=row["recipient_id"], address_id=row["address_id"])
        edits = sent["message_id"] if sent else None
    return Claimed(
        id=row["id"],
        address_id=row["address_id"],
        lane=row["lane"],
        key=row["key"],
        body=outbox.body_of(tx, row),
        attempts=row["attempts"],
        expires_at=from_ms_or_none(row["expires_at"]),
        edits=edits,
        is_edit=row["kind"] == "edit",
        chat=target["chat_key"],
        thread=target["thread_key"],
        topic=target["topic"] if target["thread_key"] is None else None,
        group=_is_group(target),
        person_id=target["person_id"],
        language=target["language"],
        elder=bool(target["elder"]),
        recipient_id=row["recipient_id"],
        shared_id=row["shared_id"],
    )
