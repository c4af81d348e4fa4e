"""Own data: what is kept of one person, counted and gathered; and the files in which they took it along."""

from dataclasses import dataclass
from datetime import datetime

from storage import service_requests
from storage.service_requests import ServiceRequest
from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Transaction

OF_HELPED = "SELECT id FROM service_requests WHERE helped_id = :id ORDER BY id DESC LIMIT :limit"
COUNT_OWN = """
SELECT COUNT(*) AS total, COALESCE(SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END), 0) AS still_open
FROM service_requests WHERE person_id = :id
"""
COUNT_PHOTOS = """
SELECT COALESCE(SUM((SELECT COUNT(*) FROM request_media m WHERE m.request_id = r.id)), 0) AS n
FROM service_requests r WHERE r.person_id = :id
"""
COUNT_FOR_THEM = "SELECT COUNT(*) AS n FROM service_requests WHERE helped_id = :id AND person_id <> :id"
COUNT_VOICES = """
SELECT COALESCE(SUM((
    SELECT COUNT(*) FROM conversation_media f WHERE f.message_id = m.id)), 0) AS n
FROM conversation_messages m WHERE m.sender_id = :id
"""
COUNT_DESK = "SELECT COUNT(said_sealed) AS n FROM conversation_messages WHERE sender_id = :id"
# The inner query stands as a value, so that PostgreSQL reads no other rows than these.
COUNT_NOTES = """
SELECT COALESCE(SUM((
    SELECT COUNT(e.note_sealed) FROM request_events e WHERE e.request_id = r.id)), 0) AS n
FROM service_requests r WHERE r.person_id = :id
"""
COUNT_UNANSWERED = "SELECT COUNT(*) AS n FROM unanswered WHERE person_id = :id"
COUNT_INQUIRIES = "SELECT COUNT(*) AS n FROM inquiries WHERE person_id = :id"
COUNT_SAID = "SELECT COUNT(*) AS n FROM web_messages WHERE chat = :chat AND author IS NOT NULL"
SAID = """
SELECT id, body_sealed, created_at FROM web_messages
WHERE chat = :chat AND author IS NOT NULL AND hidden = 0 ORDER BY number LIMIT :limit
"""
COUNT_READ = "SELECT COUNT(*) AS n FROM reveals WHERE subject_id = :id"
COUNT_LINES = "SELECT COUNT(*) AS n FROM line_messages WHERE sender_id = :id"
COUNT_HELPED = "SELECT COUNT(*) AS n FROM assignments WHERE person_id = :id"
HELPED = """
SELECT r.number, r.item, a.claimed_at, a.arrived_at, a.ended_at, a.ended
FROM assignments a JOIN service_requests r ON r.id = a.request_id
WHERE a.person_id = :id ORDER BY a.claimed_at LIMIT :limit
"""
ROLES = """
SELECT r.role, r.granted_at, r.ended_at, p.name AS place, t.name AS team
FROM roles r JOIN places p ON p.id = r.place_id LEFT JOIN teams t ON t.id = r.team_id
WHERE r.person_id = :id AND r.ended_at IS NULL ORDER BY r.id
"""
ADD_EXPORT = "INSERT INTO exports (id, person_id, media_id, made_at) VALUES (:id, :person_id, :media_id, :at)"
LAST_EXPORT = "SELECT MAX(made_at) AS at FROM exports WHERE person_id = :id"
EXPORTS = "SELECT media_id FROM exports WHERE person_id = :id ORDER BY made_at"
DROP_EXPORTS = "DELETE FROM exports WHERE person_id = :id"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is kept of somebody: requests (and how many are open), what others asked in their name, photos of the
    requests, voices for a person, questions to the hotline (and which of them had no answer yet), notes in the history
    of the requests, what they wrote on private lines and to the desk, tasks that they took on for others, and how often
    somebody was shown their address or phone."""

    requests: int
    still_open: int
    for_them: int
    photos: int
    voices: int
    inquiries: int
    unanswered: int
    notes: int
    lines: int
    helped: int
    read: int


def counts(tx: Transaction, person_id: int) -> Counts:
    """How much is kept of somebody."""
    own = tx.get(COUNT_OWN, id=person_id)
    return Counts(
        requests=own["total"],
        still_open=own["still_open"],
        for_them=tx.get(COUNT_FOR_THEM, id=person_id)["n"],
        voices=int(tx.get(COUNT_VOICES, id=person_id)["n"]),
        inquiries=tx.get(COUNT_INQUIRIES, id=person_id)["n"],
        unanswered=tx.get(COUNT_UNANSWERED, id=person_id)["n"],
        notes=int(tx.get(COUNT_NOTES, id=person_id)["n"]),
        photos=int(tx.get(COUNT_PHOTOS, id=person_id)["n"]),
        lines=tx.get(COUNT_LINES, id=person_id)["n"] + tx.get(COUNT_DESK, id=person_id)["n"],
        helped=tx.get(COUNT_HELPED, id=person_id)["n"],
        read=tx.get(COUNT_READ, id=person_id)["n"],
    )


def asked_for(tx: Transaction, person_id: int, limit: int) -> list[ServiceRequest]:
    """What others asked for in somebody's name, the latest first."""
    found = (service_requests.read(tx, row["id"]) for row in tx.all(OF_HELPED, id=person_id, limit=limit))
    return [request for request in found if request is not None]


def count_said(tx: Transaction, chat: str) -> int:
    """How many bubbles of their own somebody's web chat holds."""
    return int(tx.get(COUNT_SAID, chat=chat)["n"])


def said(tx: Transaction, chat: str, limit: int) -> list[tuple[datetime, str]]:
    """(when, the bubble's JSON) of what somebody wrote in their web chat, the oldest first."""
    rows = tx.all(SAID, chat=chat, limit=limit)
    column = "web_messages.body_sealed"
    return [(from_ms(row["created_at"]), tx.unseal(column, row["id"], bytes(row["body_sealed"]))) for row in rows]


def helped_with(tx: Transaction, person_id: int, limit: int) -> list[dict[str, object]]:
    """The tasks that somebody took on: number, item and times; nothing of those whom they helped."""
    times = ("claimed_at", "arrived_at", "ended_at")
    return [
        {**{name: row[name] for name in ("number", "item", "ended")}, **{at: from_ms_or_none(row[at]) for at in times}}
        for row in tx.all(HELPED, id=person_id, limit=limit)
    ]


def roles_of(tx: Transaction, person_id: int) -> list[dict[str, object]]:
    """The roles that somebody holds: role, where, in which team, since when."""
    return [
        {"role": row["role"], "place": row["place"], "team": row["team"], "since": from_ms(row["granted_at"])}
        for row in tx.all(ROLES, id=person_id)
    ]


def keep_export(tx: Transaction, person_id: int, media_id: int, now: datetime) -> None:
    """Notes a file in which somebody takes their data along."""
    tx.run(ADD_EXPORT, id=tx.new_id(), person_id=person_id, media_id=media_id, at=to_ms(now))


def last_export(tx: Transaction, person_id: int) -> datetime | None:
    """When somebody last took their data along."""
    return from_ms_or_none(tx.get(LAST_EXPORT, id=person_id)["at"])


def drop_exports(tx: Transaction, person_id: int) -> list[int]:
    """Forgets that somebody took their data along; returns the media of the files."""
    media = [row["media_id"] for row in tx.all(EXPORTS, id=person_id)]
    tx.run(DROP_EXPORTS, id=person_id)
    return media
