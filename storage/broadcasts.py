"""Broadcasts: one message to many, from the first draft to the last outcome; its list is in recipients.py."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

BODY = "broadcasts.body_sealed"
KINDS = ROUTINE, MEETING, DOCUMENT, POLL, EMERGENCY = "routine", "meeting", "document", "poll", "emergency"
DRAFT, PROPOSED, REFUSED, PLANNED, FREEZING = "draft", "proposed", "refused", "planned", "freezing"
SENDING, PAUSED, SENT, STOPPED, EXPIRED = "sending", "paused", "sent", "stopped", "expired"
DROPPED = "dropped"  # a draft that was thrown away: its words are gone
ALL_CLEAR, REPEAT, MINUTES = "all_clear", "repeat", "minutes"  # how it follows another

COLUMNS = """b.id, b.place_id, b.team_id, b.drafter_id, b.approver_id, b.kind, b.state, b.body_sealed, b.audience,
    b.subject, b.revision, b.send_at, b.rule, b.expires_at, b.silent_after_s, b.due_at, b.follows_id, b.follows_as,
    b.frozen_place, b.frozen_after, b.people, b.created_at, b.began_at, b.ended_at"""
CREATE = """
INSERT INTO broadcasts (id, place_id, team_id, drafter_id, kind, state, body_sealed, words_hash, audience, subject,
    send_at, rule, expires_at, silent_after_s, follows_id, follows_as, created_at)
VALUES (:id, :place_id, :team_id, :drafter_id, :kind, 'draft', :body, :hash, :audience, :subject,
    :send_at, :rule, :expires_at, :silent_after_s, :follows_id, :follows_as, :at)
"""
READ = f"SELECT {COLUMNS} FROM broadcasts b WHERE b.id = :id"
LOCK = f"SELECT {COLUMNS} FROM broadcasts b WHERE b.id = :id FOR UPDATE OF b"
OF_PLACE = f"""
SELECT {COLUMNS} FROM broadcasts b WHERE b.place_id = :place_id AND b.id < :before AND b.state <> 'dropped'
ORDER BY b.id DESC LIMIT :limit
"""
OF_DRAFTER = f"""
SELECT {COLUMNS} FROM broadcasts b WHERE b.drafter_id = :person_id AND b.id < :before AND b.state <> 'dropped'
ORDER BY b.id DESC LIMIT :limit
"""
DUE = f"""
SELECT {COLUMNS} FROM broadcasts b WHERE b.due_at IS NOT NULL AND b.due_at <= :now ORDER BY b.due_at, b.id LIMIT :limit
"""
NEXT_DUE = "SELECT MIN(due_at) AS at FROM broadcasts WHERE due_at IS NOT NULL AND due_at >= 0"
# An emergency goes before all others; of the others the oldest.
RUNNING = f"""
SELECT {COLUMNS} FROM broadcasts b WHERE b.state IN ('freezing', 'sending')
ORDER BY CASE b.kind WHEN 'emergency' THEN 0 ELSE 1 END, b.id LIMIT :limit
"""
TO_FEED = f"""
SELECT {COLUMNS} FROM broadcasts b
WHERE b.state IN ('freezing', 'sending') AND b.state = 'sending' AND b.feed_at <= :now
ORDER BY CASE b.kind WHEN 'emergency' THEN 0 ELSE 1 END, b.id LIMIT :limit
"""
NEXT_FEED = """
SELECT MIN(b.feed_at) AS at FROM broadcasts b WHERE b.state IN ('freezing', 'sending') AND b.state = 'sending'
"""
ANY_URGENT = """
SELECT 1 AS yes FROM broadcasts b WHERE b.state IN ('freezing', 'sending') AND b.state = 'sending'
    AND b.kind = 'emergency' LIMIT 1
"""
SET_FEED = "UPDATE broadcasts SET feed_at = :at WHERE id = :id AND state = 'sending'"
SAME = f"""
SELECT {COLUMNS} FROM broadcasts b WHERE b.words_hash = :hash AND b.created_at > :since AND b.id <> :id
    AND b.state IN ('proposed', 'planned', 'freezing', 'sending', 'paused', 'sent')
ORDER BY b.created_at DESC LIMIT :limit
"""
WAITS_FOR_YES = f"SELECT {COLUMNS} FROM broadcasts b WHERE b.state = 'proposed' ORDER BY b.id LIMIT :limit"
FOLLOWING = f"SELECT {COLUMNS} FROM broadcasts b WHERE b.follows_id = :id AND b.follows_id IS NOT NULL ORDER BY b.id"
MOVE = "UPDATE broadcasts SET state = :state WHERE id = :id AND state = :expected"
SET_BODY = """
UPDATE broadcasts SET body_sealed = :body, words_hash = :hash, revision = revision + :corrected WHERE id = :id
"""
SET_AUDIENCE = "UPDATE broadcasts SET audience = :audience WHERE id = :id AND state = 'draft'"
SET_PLAN = """
UPDATE broadcasts SET send_at = :send_at, rule = :rule, expires_at = :expires_at, silent_after_s = :silent_after_s
WHERE id = :id
"""
SET_SUBJECT = "UPDATE broadcasts SET subject = :subject WHERE id = :id"
SET_APPROVER = "UPDATE broadcasts SET approver_id = :person_id WHERE id = :id"
SET_DUE = "UPDATE broadcasts SET due_at = :at WHERE id = :id"
BEGIN = "UPDATE broadcasts SET began_at = :at WHERE id = :id AND began_at IS NULL"
END = "UPDATE broadcasts SET ended_at = :at WHERE id = :id AND ended_at IS NULL"
FROZEN = """
UPDATE broadcasts SET frozen_place = :place_id, frozen_after = :after, people = people + :people WHERE id = :id
"""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One message to many. `body` and `audience` are JSON; `rule` is an RRULE; times in UTC."""

    id: int
    place_id: int
    team_id: int | None
    drafter_id: int
    approver_id: int | None
    kind: str
    state: str
    body: str = field(repr=False)
    audience: str
    subject: str | None
    revision: int
    send_at: datetime | None
    rule: str | None
    expires_at: datetime | None
    silent_after: timedelta | None
    due_at: datetime | None
    follows_id: int | None
    follows_as: str | None
    frozen_place: int
    frozen_after: int
    people: int
    created_at: datetime
    began_at: datetime | None
    ended_at: datetime | None


def create(
    tx: Transaction,
    *,
    place_id: int,
    drafter_id: int,
    kind: str,
    body: str,
    words: str,
    audience: str,
    now: datetime,
    team_id: int | None = None,
    subject: str | None = None,
    send_at: datetime | None = None,
    rule: str | None = None,
    expires_at: datetime | None = None,
    silent_after: timedelta | None = None,
    follows_id: int | None = None,
    follows_as: str | None = None,
) -> Broadcast:
    """A new draft. `words`: title and text as one, by which the same words are found again."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        place_id=place_id,
        team_id=team_id,
        drafter_id=drafter_id,
        kind=kind,
        body=tx.seal(BODY, number, body),
        hash=words_hash(tx, words),
        audience=audience,
        subject=subject,
        send_at=to_ms_or_none(send_at),
        rule=rule,
        expires_at=to_ms_or_none(expires_at),
        silent_after_s=None if silent_after is None else int(silent_after.total_seconds()),
        follows_id=follows_id,
        follows_as=follows_as,
        at=to_ms(now),
    )
    return get(tx, number)


def words_hash(tx: Transaction, words: str) -> bytes:
    """What the same words are found by, whatever space stands between them."""
    return tx.keyed_hash("broadcast:" + "".join(words.split()))


def read(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """A broadcast by id."""
    row = tx.one(READ, id=broadcast_id)
    return None if row is None else _broadcast(tx, row)


def get(tx: Transaction, broadcast_id: int) -> Broadcast:
    """A broadcast that must exist. Raises NotFound."""
    return _broadcast(tx, tx.get(READ, id=broadcast_id))


def lock(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """A broadcast by id, locked until the turn ends."""
    row = tx.one(LOCK, id=broadcast_id)
    return None if row is None else _broadcast(tx, row)


def of_place(tx: Transaction, place_id: int, limit: int, before: int = 1 << 62) -> list[Broadcast]:
    """A unit's broadcasts, the latest first, below an id."""
    return [_broadcast(tx, row) for row in tx.all(OF_PLACE, place_id=place_id, before=before, limit=limit)]


def of_drafter(tx: Transaction, person_id: int, limit: int, before: int = 1 << 62) -> list[Broadcast]:
    """Somebody's broadcasts, the latest first, below an id."""
    return [_broadcast(tx, row) for row in tx.all(OF_DRAFTER, person_id=person_id, before=before, limit=limit)]


def due(tx: Transaction, now: datetime, limit: int) -> list[Broadcast]:
    """Those that the job must look at now, the longest due first."""
    return [_broadcast(tx, row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the next one must be looked at."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def running(tx: Transaction, limit: int) -> list[Broadcast]:
    """Those whose list is being made or worked off: emergencies first, then the oldest."""
    return [_broadcast(tx, row) for row in tx.all(RUNNING, limit=limit)]


def to_feed(tx: Transaction, now: datetime, limit: int) -> list[Broadcast]:
    """Those of which the outbox takes more now: emergencies first, then the oldest."""
    return [_broadcast(tx, row) for row in tx.all(TO_FEED, now=to_ms(now), limit=limit)]


def next_feed(tx: Transaction) -> datetime | None:
    """When the outbox takes more of one of them."""
    return from_ms_or_none(tx.get(NEXT_FEED)["at"])


def any_urgent(tx: Transaction) -> bool:
    """Whether an emergency is going out."""
    return tx.one(ANY_URGENT) is not None


def set_feed(tx: Transaction, broadcast_id: int, at: datetime) -> None:
    """When the outbox takes more of one that is going out."""
    tx.run(SET_FEED, id=broadcast_id, at=to_ms(at))


def with_same_words(tx: Transaction, broadcast_id: int, words: str, since: datetime, limit: int = 5) -> list[Broadcast]:
    """Other broadcasts since then with the same words that went out, or are to."""
    values = {"hash": words_hash(tx, words), "since": to_ms(since), "id": broadcast_id, "limit": limit}
    return [_broadcast(tx, row) for row in tx.all(SAME, **values)]


def proposed(tx: Transaction, limit: int) -> list[Broadcast]:
    """Those that wait for a second person's yes, the oldest first."""
    return [_broadcast(tx, row) for row in tx.all(WAITS_FOR_YES, limit=limit)]


def following(tx: Transaction, broadcast_id: int) -> list[Broadcast]:
    """Those that repeat this one, or give its all-clear."""
    return [_broadcast(tx, row) for row in tx.all(FOLLOWING, id=broadcast_id)]


def move(tx: Transaction, broadcast_id: int, expected: str, state: str) -> bool:
    """Another state; False where it was not in the expected one."""
    return tx.run(MOVE, id=broadcast_id, expected=expected, state=state) > 0


def set_body(tx: Transaction, broadcast_id: int, body: str, words: str, *, corrected: bool = False) -> None:
    """Other words; `corrected`: people have read the earlier ones, so that it is a new revision."""
    sealed = tx.seal(BODY, broadcast_id, body)
    tx.run(SET_BODY, id=broadcast_id, body=sealed, hash=words_hash(tx, words), corrected=int(corrected))


def set_audience(tx: Transaction, broadcast_id: int, audience: str) -> bool:
    """Whom a draft concerns; False where it is no draft any more."""
    return tx.run(SET_AUDIENCE, id=broadcast_id, audience=audience) > 0


def set_plan(
    tx: Transaction,
    broadcast_id: int,
    send_at: datetime | None,
    rule: str | None,
    expires_at: datetime | None,
    silent_after: timedelta | None,
) -> None:
    """When it is sent (None: at once), how it repeats, until when it is of use, and when silence becomes a matter."""
    after = None if silent_after is None else int(silent_after.total_seconds())
    times = {"send_at": to_ms_or_none(send_at), "expires_at": to_ms_or_none(expires_at)}
    tx.run(SET_PLAN, id=broadcast_id, rule=rule, silent_after_s=after, **times)


def set_subject(tx: Transaction, broadcast_id: int, subject: str | None) -> None:
    """Under which topic it is also published."""
    tx.run(SET_SUBJECT, id=broadcast_id, subject=subject)


def set_approver(tx: Transaction, broadcast_id: int, person_id: int | None) -> None:
    """Who said yes to it; None: nobody has, as it is now."""
    tx.run(SET_APPROVER, id=broadcast_id, person_id=person_id)


def set_due(tx: Transaction, broadcast_id: int, at: datetime | None) -> None:
    """When the job looks at it next; None: it need not."""
    tx.run(SET_DUE, id=broadcast_id, at=to_ms_or_none(at))


def begin(tx: Transaction, broadcast_id: int, now: datetime) -> None:
    """It goes out from now on."""
    tx.run(BEGIN, id=broadcast_id, at=to_ms(now))


def end(tx: Transaction, broadcast_id: int, now: datetime) -> None:
    """Nothing more is sent of it."""
    tx.run(END, id=broadcast_id, at=to_ms(now))


def note_frozen(tx: Transaction, broadcast_id: int, place_id: int, after: int, number: int) -> None:
    """Freezing has come to this row of this place (see storage/audience.py), and so many more are on the list."""
    tx.run(FROZEN, id=broadcast_id, place_id=place_id, after=after, people=number)


def _broadcast(tx: Transaction, row: Row) -> Broadcast:
    after = row["silent_after_s"]
    return Broadcast(
        id=row["id"],
        place_id=row["place_id"],
        team_id=row["team_id"],
        drafter_id=row["drafter_id"],
        approver_id=row["approver_id"],
        kind=row["kind"],
        state=row["state"],
        body=tx.unseal(BODY, row["id"], bytes(row["body_sealed"])),
        audience=row["audience"],
        subject=row["subject"],
        revision=row["revision"],
        send_at=from_ms_or_none(row["send_at"]),
        rule=row["rule"],
        expires_at=from_ms_or_none(row["expires_at"]),
        silent_after=None if after is None else timedelta(seconds=after),
        due_at=from_ms_or_none(row["due_at"]),
        follows_id=row["follows_id"],
        follows_as=row["follows_as"],
        frozen_place=row["frozen_place"],
        frozen_after=row["frozen_after"],
        people=row["people"],
        created_at=from_ms(row["created_at"]),
        began_at=from_ms_or_none(row["began_at"]),
        ended_at=from_ms_or_none(row["ended_at"]),
    )
