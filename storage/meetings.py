"""Meetings: when and where a unit meets, who holds it and writes it down, and what was written."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

TITLE, WHERE, MINUTES = "meetings.title_sealed", "meetings.where_sealed", "meetings.minutes_sealed"
PLANNED, HELD, OFF = "planned", "held", "off"

COLUMNS = """m.id, m.place_id, m.convenor_id, m.recorder_id, m.title_sealed, m.where_sealed, m.starts_at, m.state,
    m.broadcast_id, m.minutes_sealed, m.minutes_broadcast_id, m.step, m.next_at, m.come_to, m.ended_at"""
CREATE = """
INSERT INTO meetings (id, place_id, convenor_id, title_sealed, where_sealed, starts_at, state, step, next_at,
    created_at)
VALUES (:id, :place_id, :convenor_id, :title, :where, :starts_at, 'planned', :step, :next_at, :at)
"""
READ = f"SELECT {COLUMNS} FROM meetings m WHERE m.id = :id"
LOCK = f"SELECT {COLUMNS} FROM meetings m WHERE m.id = :id FOR UPDATE OF m"
OF_INVITATION = f"SELECT {COLUMNS} FROM meetings m WHERE m.broadcast_id = :broadcast_id AND m.broadcast_id IS NOT NULL"
OF_PLACE = f"""
SELECT {COLUMNS} FROM meetings m WHERE m.place_id = :place_id AND m.starts_at > :since
ORDER BY m.starts_at DESC LIMIT :limit
"""
OF_CONVENOR = f"""
SELECT {COLUMNS} FROM meetings m WHERE m.convenor_id = :person_id AND m.starts_at > :since
ORDER BY m.starts_at DESC LIMIT :limit
"""
OF_RECORDER = f"""
SELECT {COLUMNS} FROM meetings m WHERE m.recorder_id = :person_id AND m.recorder_id IS NOT NULL
    AND m.starts_at > :since
ORDER BY m.starts_at DESC LIMIT :limit
"""
# The invitation stands as a value, so that PostgreSQL reads no other lists than this person's.
INVITED = f"""
SELECT {COLUMNS} FROM recipients r JOIN meetings m ON m.broadcast_id = r.broadcast_id AND m.broadcast_id IS NOT NULL
WHERE r.person_id = :person_id AND m.starts_at > :since
ORDER BY m.starts_at DESC LIMIT :limit
"""
DUE = f"""
SELECT {COLUMNS} FROM meetings m WHERE m.next_at IS NOT NULL AND m.next_at <= :now ORDER BY m.next_at LIMIT :limit
FOR UPDATE SKIP LOCKED
"""
NEXT_DUE = "SELECT MIN(next_at) AS at FROM meetings WHERE next_at IS NOT NULL AND next_at >= 0"
SET_STEP = "UPDATE meetings SET step = :step, next_at = :at, come_to = 0 WHERE id = :id"
COME_TO = "UPDATE meetings SET come_to = :person_id WHERE id = :id"
SET_TIME = "UPDATE meetings SET starts_at = :starts_at WHERE id = :id AND state = 'planned'"
SET_RECORDER = "UPDATE meetings SET recorder_id = :person_id WHERE id = :id"
SET_INVITATION = "UPDATE meetings SET broadcast_id = :broadcast_id WHERE id = :id"
SET_MINUTES = "UPDATE meetings SET minutes_sealed = :minutes WHERE id = :id"
MINUTES_SENT = "UPDATE meetings SET minutes_broadcast_id = :broadcast_id WHERE id = :id"
END = "UPDATE meetings SET state = :state, ended_at = :at WHERE id = :id AND state = 'planned'"
ADD_FILE = "INSERT INTO meeting_files (meeting_id, media_id) VALUES (:id, :media_id) ON CONFLICT DO NOTHING"
FILES = "SELECT media_id FROM meeting_files WHERE meeting_id = :id ORDER BY media_id"
DROP_FILES = "DELETE FROM meeting_files WHERE meeting_id = :id"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a unit (`place_id`). `where`: in words. `broadcast_id`: its invitation. Times in UTC."""

    id: int
    place_id: int
    convenor_id: int
    recorder_id: int | None
    title: str = field(repr=False)
    where: str = field(repr=False)
    starts_at: datetime
    state: str
    broadcast_id: int | None
    minutes: str = field(repr=False)
    minutes_broadcast_id: int | None
    step: str | None
    next_at: datetime | None
    come_to: int
    ended_at: datetime | None


def create(
    tx: Transaction,
    *,
    place_id: int,
    convenor_id: int,
    title: str,
    where: str,
    starts_at: datetime,
    step: str | None,
    next_at: datetime | None,
    now: datetime,
) -> Meeting:
    """A meeting that is planned. `step`, `next_at`: what is done next of it, and when."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        place_id=place_id,
        convenor_id=convenor_id,
        title=tx.seal(TITLE, number, title),
        where=tx.seal(WHERE, number, where),
        starts_at=to_ms(starts_at),
        step=step,
        next_at=to_ms_or_none(next_at),
        at=to_ms(now),
    )
    return _meeting(tx, tx.get(READ, id=number))


def read(tx: Transaction, meeting_id: int) -> Meeting | None:
    """A meeting by id."""
    row = tx.one(READ, id=meeting_id)
    return None if row is None else _meeting(tx, row)


def lock(tx: Transaction, meeting_id: int) -> Meeting | None:
    """A meeting by id, locked until the turn ends."""
    row = tx.one(LOCK, id=meeting_id)
    return None if row is None else _meeting(tx, row)


def of_invitation(tx: Transaction, broadcast_id: int) -> Meeting | None:
    """The meeting to which a broadcast invites."""
    row = tx.one(OF_INVITATION, broadcast_id=broadcast_id)
    return None if row is None else _meeting(tx, row)


def of_place(tx: Transaction, place_id: int, since: datetime, limit: int) -> list[Meeting]:
    """A unit's meetings that begin after a moment, the latest first."""
    return [_meeting(tx, row) for row in tx.all(OF_PLACE, place_id=place_id, since=to_ms(since), limit=limit)]


def of_person(tx: Transaction, person_id: int, since: datetime, limit: int) -> list[Meeting]:
    """What somebody holds, writes down, or is invited to, beginning after a moment; the latest first."""
    found: dict[int, Meeting] = {}
    for sql in (OF_CONVENOR, OF_RECORDER, INVITED):
        rows = tx.all(sql, person_id=person_id, since=to_ms(since), limit=limit)
        found |= {row["id"]: _meeting(tx, row) for row in rows}
    return sorted(found.values(), key=lambda each: each.starts_at, reverse=True)[:limit]


def due(tx: Transaction, now: datetime, limit: int) -> list[Meeting]:
    """Those of which something is to be done now, locked until the turn ends."""
    return [_meeting(tx, row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When something is to be done next."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def set_step(tx: Transaction, meeting_id: int, step: str | None, at: datetime | None) -> None:
    """What is done next, and when; it begins with the first person of the list."""
    tx.run(SET_STEP, id=meeting_id, step=step, at=to_ms_or_none(at))


def come_to(tx: Transaction, meeting_id: int, person_id: int) -> None:
    """A step that tells everybody has come to this person of the list."""
    tx.run(COME_TO, id=meeting_id, person_id=person_id)


def set_time(tx: Transaction, meeting_id: int, starts_at: datetime) -> bool:
    """Another time; False where the meeting is over or called off."""
    return tx.run(SET_TIME, id=meeting_id, starts_at=to_ms(starts_at)) > 0


def set_recorder(tx: Transaction, meeting_id: int, person_id: int | None) -> None:
    """Who writes it down; None: nobody yet."""
    tx.run(SET_RECORDER, id=meeting_id, person_id=person_id)


def set_invitation(tx: Transaction, meeting_id: int, broadcast_id: int | None) -> None:
    """Which broadcast invites to it; None: none any more."""
    tx.run(SET_INVITATION, id=meeting_id, broadcast_id=broadcast_id)


def set_minutes(tx: Transaction, meeting_id: int, words: str, media_ids: list[int]) -> None:
    """What was written down, with its files, instead of what was there before."""
    tx.run(SET_MINUTES, id=meeting_id, minutes=tx.seal(MINUTES, meeting_id, words))
    tx.run(DROP_FILES, id=meeting_id)
    for media_id in media_ids:
        tx.run(ADD_FILE, id=meeting_id, media_id=media_id)


def files(tx: Transaction, meeting_id: int) -> list[int]:
    """The media of the minutes."""
    return [row["media_id"] for row in tx.all(FILES, id=meeting_id)]


def minutes_sent(tx: Transaction, meeting_id: int, broadcast_id: int) -> None:
    """With which broadcast the minutes went out."""
    tx.run(MINUTES_SENT, id=meeting_id, broadcast_id=broadcast_id)


def end(tx: Transaction, meeting_id: int, state: str, now: datetime) -> bool:
    """It is held or called off; False where that was known."""
    return tx.run(END, id=meeting_id, state=state, at=to_ms(now)) > 0


def _meeting(tx: Transaction, row: Row) -> Meeting:
    minutes = row["minutes_sealed"]
    return Meeting(
        id=row["id"],
        place_id=row["place_id"],
        convenor_id=row["convenor_id"],
        recorder_id=row["recorder_id"],
        title=tx.unseal(TITLE, row["id"], bytes(row["title_sealed"])),
        where=tx.unseal(WHERE, row["id"], bytes(row["where_sealed"])),
        starts_at=from_ms(row["starts_at"]),
        state=row["state"],
        broadcast_id=row["broadcast_id"],
        minutes="" if minutes is None else tx.unseal(MINUTES, row["id"], bytes(minutes)),
        minutes_broadcast_id=row["minutes_broadcast_id"],
        step=row["step"],
        next_at=from_ms_or_none(row["next_at"]),
        come_to=row["come_to"],
        ended_at=from_ms_or_none(row["ended_at"]),
    )
