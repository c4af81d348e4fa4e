"""Retention: what has been kept long enough, found by an index, a slice at a time. How long that is, handlers say."""

from datetime import datetime

from storage import line
from storage.times import to_ms
from storage.transaction import Transaction

# How much of a closed request is forgotten: service_requests.forgotten.
WHOLE, NO_PHOTOS, NO_ADDRESS, NO_WORDS, EMERGENCY = 0, 1, 2, 3, 9

CLOSED = """
SELECT id FROM service_requests
WHERE forgotten = :stage AND closed_at IS NOT NULL AND closed_at < :before ORDER BY closed_at LIMIT :limit
"""
SET_STAGE = "UPDATE service_requests SET forgotten = :stage WHERE id = :id"
FORGET_PHOTOS = (
    "DELETE FROM request_media WHERE request_id = :id",
    "UPDATE assignments SET codes_sealed = NULL WHERE request_id = :id",
)
FORGET_FILES_SAID = "DELETE FROM line_media WHERE message_id = :id"
FORGET_TIMERS = "DELETE FROM timers WHERE request_id = :id AND state <> 'waiting'"

# What nothing refers to: a photo whose request let go of it, or that was never sent off. The inner queries stand as
# values, not as joins: PostgreSQL would read the other tables from end to end for a join.
ORPHANS = """
SELECT m.id, m.digest FROM media m
WHERE m.created_at < :before AND (SELECT MAX(r.media_id) FROM request_media r WHERE r.media_id = m.id) IS NULL
    AND (SELECT MAX(l.media_id) FROM line_media l WHERE l.media_id = m.id) IS NULL
    AND (SELECT MAX(c.media_id) FROM conversation_media c WHERE c.media_id = m.id) IS NULL
    AND (SELECT MAX(e.media_id) FROM exports e WHERE e.media_id = m.id) IS NULL
    AND (SELECT MAX(f.media_id) FROM meeting_files f WHERE f.media_id = m.id) IS NULL
    AND (SELECT MAX(b.media_id) FROM broadcast_media b WHERE b.media_id = m.id) IS NULL
ORDER BY m.created_at LIMIT :limit
"""
IS_USED = """
SELECT 1 AS yes FROM media m WHERE m.id = :id AND (
    EXISTS (SELECT 1 FROM request_media r WHERE r.media_id = m.id)
    OR EXISTS (SELECT 1 FROM line_media l WHERE l.media_id = m.id)
    OR EXISTS (SELECT 1 FROM conversation_media c WHERE c.media_id = m.id)
    OR EXISTS (SELECT 1 FROM exports e WHERE e.media_id = m.id)
    OR EXISTS (SELECT 1 FROM meeting_files f WHERE f.media_id = m.id)
    OR EXISTS (SELECT 1 FROM broadcast_media b WHERE b.media_id = m.id)
    OR EXISTS (SELECT 1 FROM rosters o WHERE o.media_id = m.id AND o.media_id IS NOT NULL))
"""
DIGEST = "SELECT digest FROM media WHERE id = :id"
DROP_MEDIUM = "DELETE FROM media WHERE id = :id"
OLD_EXPORTS = "SELECT id, media_id FROM exports WHERE made_at < :before ORDER BY made_at LIMIT :limit"
DROP_EXPORT = "DELETE FROM exports WHERE id = :id"

# Bubbles of the web chat, whole; those with files go earlier than the others.
OLD_BUBBLES = "SELECT id FROM web_messages WHERE created_at < :before ORDER BY created_at LIMIT :limit"
OLDEST_WITH_FILES = """
SELECT DISTINCT message_id FROM web_media WHERE message_id > 0 ORDER BY message_id LIMIT :limit
"""
MADE_AT = "SELECT created_at FROM web_messages WHERE id = :id"
FILES_OF_BUBBLE = "SELECT digest FROM web_media WHERE message_id = :id"
BUBBLES_WITH_FILE = "SELECT message_id FROM web_media WHERE digest = :digest"
DROP_FILES_OF_BUBBLE = "DELETE FROM web_media WHERE message_id = :id"
DROP_BUBBLE = "DELETE FROM web_messages WHERE id = :id"

# The channel's own name of somebody, once they have left; the row stays, since others refer to it.
LEFT = """
SELECT person_id FROM consents
WHERE withdrawn_at > :since AND withdrawn_at < :before AND purpose = 'service' ORDER BY withdrawn_at LIMIT :limit
"""
KNOWN_ADDRESSES = """
SELECT a.id, a.user_key FROM people p JOIN addresses a ON a.person_id = p.id
WHERE p.id = :id AND p.state = 'left' AND (
    SELECT MAX(r.id) FROM service_requests r WHERE r.person_id = p.id AND r.closed_at IS NULL) IS NULL
"""
FORGET_ADDRESS = """
UPDATE addresses SET user_key = :gone, chat_key = :gone, thread_key = NULL, state = 'gone', reason = 'left'
WHERE id = :id
"""

# Callers and helped neighbours, of whose requests none is open or has its address still (NO_ADDRESS, NO_WORDS), and
# whom no liaison looks after. The inner queries stand as values, as above.
FADED = """
SELECT p.id FROM people p
WHERE p.state = 'known' AND p.created_at < :before AND (
        SELECT MAX(r.id) FROM service_requests r WHERE r.person_id = p.id AND r.forgotten NOT IN (2, 3)) IS NULL
    AND (SELECT MAX(h.id) FROM service_requests h WHERE h.helped_id = p.id AND h.forgotten NOT IN (2, 3)) IS NULL
    AND (SELECT MAX(c.id) FROM cards c WHERE c.person_id = p.id AND c.state = 'open') IS NULL
    AND COALESCE((SELECT MAX(o.raised_at) FROM occasions o WHERE o.person_id = p.id), 0) < :before
ORDER BY p.created_at LIMIT :limit
"""

# Bytes are needed as long as a row names them.
IS_NAMED = """
SELECT 1 AS yes WHERE EXISTS (SELECT 1 FROM media WHERE digest = :digest)
    OR EXISTS (SELECT 1 FROM web_media WHERE digest = :digest)
"""

DROP_REVEALS = "DELETE FROM reveals WHERE id IN (SELECT id FROM reveals WHERE at < :before ORDER BY at LIMIT :limit)"
DROP_PARKED = """
DELETE FROM parked_turns WHERE id IN (
    SELECT id FROM parked_turns WHERE parked_at < :before ORDER BY parked_at LIMIT :limit)
"""
EMPTY_PARKED = """
UPDATE inbox SET payload_sealed = NULL, state = 'done' WHERE id IN (
    SELECT id FROM inbox WHERE state = 'parked' AND received_at < :before ORDER BY received_at LIMIT :limit)
"""
DROP_FAILED_TASKS = """
DELETE FROM tasks WHERE id IN (
    SELECT id FROM tasks WHERE state = 'failed' AND created_at < :before ORDER BY created_at LIMIT :limit)
"""
DROP_LINK_CODES = """
DELETE FROM link_codes WHERE id IN (
    SELECT id FROM link_codes WHERE expires_at < :before ORDER BY expires_at LIMIT :limit)
"""
DROP_INVITATIONS = """
DELETE FROM invitations WHERE id IN (
    SELECT id FROM invitations WHERE expires_at < :before ORDER BY expires_at LIMIT :limit)
"""
DROP_CONSENTS = """
DELETE FROM consents WHERE id IN (
    SELECT id FROM consents WHERE withdrawn_at < :before ORDER BY withdrawn_at LIMIT :limit)
"""
DROP_SHIFTS = """
DELETE FROM shifts WHERE id IN (
    SELECT id FROM shifts WHERE ended_at IS NOT NULL AND ended_at < :before ORDER BY ended_at LIMIT :limit)
"""
DROP_INQUIRIES = """
DELETE FROM inquiries WHERE id IN (
    SELECT id FROM inquiries WHERE asked_at < :before ORDER BY asked_at LIMIT :limit)
"""
DROP_UNANSWERED = """
DELETE FROM unanswered WHERE id IN (
    SELECT id FROM unanswered WHERE asked_at < :before ORDER BY asked_at LIMIT :limit)
"""
DROP_PROPOSED = """
DELETE FROM phrases WHERE id IN (
    SELECT id FROM phrases WHERE state = 'proposed' AND last_at < :before ORDER BY last_at LIMIT :limit)
"""
DROP_DECLINED = """
DELETE FROM phrases WHERE id IN (
    SELECT id FROM phrases WHERE state = 'declined' AND last_at < :before ORDER BY last_at LIMIT :limit)
"""
DROP_ROSTERS = """
DELETE FROM rosters WHERE id IN (
    SELECT id FROM rosters WHERE made_at < :before AND media_id IS NULL ORDER BY made_at LIMIT :limit)
"""
DROP_ANSWER_DRAFTS = """
DELETE FROM answer_drafts WHERE id IN (
    SELECT id FROM answer_drafts WHERE written_at < :before ORDER BY written_at LIMIT :limit)
"""
# Reports and how they were appraised; then the rounds of which none is left.
DROP_REPORTS = """
DELETE FROM yearly_reports WHERE id IN (
    SELECT id FROM yearly_reports WHERE closed_at IS NOT NULL AND closed_at < :before ORDER BY closed_at LIMIT :limit)
"""
DROP_ROUNDS = """
DELETE FROM appraisal_rounds WHERE id IN (
    SELECT r.id FROM appraisal_rounds r WHERE r.closed_at IS NOT NULL AND r.closed_at < :before
        AND (SELECT MAX(y.id) FROM yearly_reports y WHERE y.round_id = r.id) IS NULL
    ORDER BY r.closed_at LIMIT :limit)
"""
DROP_DECLINED_REPRESENTATIVES = """
DELETE FROM representatives WHERE id IN (
    SELECT id FROM representatives WHERE state = 'declined' AND named_at < :before ORDER BY named_at LIMIT :limit)
"""
DROP_OCCASIONS = """
DELETE FROM occasions WHERE id IN (
    SELECT id FROM occasions WHERE raised_at < :before AND next_at IS NULL ORDER BY raised_at LIMIT :limit)
"""
DROP_VOTES = """
DELETE FROM votes WHERE id IN (SELECT id FROM votes WHERE at < :before ORDER BY at LIMIT :limit)
"""
DROP_POLLS = """
DELETE FROM polls WHERE id IN (
    SELECT p.id FROM polls p WHERE p.closes_at < :before
        AND (SELECT MAX(v.id) FROM votes v WHERE v.poll_id = p.id) IS NULL
    ORDER BY p.closes_at LIMIT :limit)
"""
OLD_ROWS = {
    "votes": DROP_VOTES,
    "polls": DROP_POLLS,
    "occasions": DROP_OCCASIONS,
    "yearly reports": DROP_REPORTS,
    "appraisal rounds": DROP_ROUNDS,
    "declined representatives": DROP_DECLINED_REPRESENTATIVES,
    "unanswered": DROP_UNANSWERED,
    "proposed phrases": DROP_PROPOSED,
    "declined phrases": DROP_DECLINED,
    "answer drafts": DROP_ANSWER_DRAFTS,
    "rosters": DROP_ROSTERS,
    "inquiries": DROP_INQUIRIES,
    "shifts": DROP_SHIFTS,
    "reveals": DROP_REVEALS,
    "parked turns": DROP_PARKED,
    "parked payloads": EMPTY_PARKED,
    "failed tasks": DROP_FAILED_TASKS,
    "link codes": DROP_LINK_CODES,
    "invitations": DROP_INVITATIONS,
    "consents": DROP_CONSENTS,
}


def closed_before(tx: Transaction, stage: int, before: datetime, limit: int) -> list[int]:
    """Requests at a stage of being forgotten that were closed before a moment, the longest closed first."""
    return [row["id"] for row in tx.all(CLOSED, stage=stage, before=to_ms(before), limit=limit)]


def set_stage(tx: Transaction, request_id: int, stage: int) -> None:
    """Notes how much of a request is forgotten."""
    tx.run(SET_STAGE, id=request_id, stage=stage)


def drop_photos(tx: Transaction, request_id: int) -> None:
    """A request lets go of its photos, voices and door codes."""
    for sql in FORGET_PHOTOS:
        tx.run(sql, id=request_id)
    for key in line.keys_of_request(tx, request_id):
        tx.run(FORGET_FILES_SAID, id=line.id_in(key))


def drop_timers(tx: Transaction, request_id: int) -> None:
    """Forgets what fell due about a request."""
    tx.run(FORGET_TIMERS, id=request_id)


def drop_orphans(tx: Transaction, before: datetime, limit: int) -> list[str | None]:
    """Forgets media that nothing refers to and that came before a moment; returns their digests, None where the bytes
    never were with us."""
    rows = tx.all(ORPHANS, before=to_ms(before), limit=limit)
    for row in rows:
        tx.run(DROP_MEDIUM, id=row["id"])
    return [row["digest"] for row in rows]


def drop_if_unused(tx: Transaction, media_id: int) -> str | None:
    """Forgets a medium at once, unless something else refers to it; returns its digest where there is one."""
    if tx.one(IS_USED, id=media_id) is not None:
        return None
    row = tx.one(DIGEST, id=media_id)
    tx.run(DROP_MEDIUM, id=media_id)
    return row["digest"] if row else None


def drop_exports(tx: Transaction, before: datetime, limit: int) -> list[int]:
    """Forgets which files people took along before a moment; returns the media."""
    rows = tx.all(OLD_EXPORTS, before=to_ms(before), limit=limit)
    for row in rows:
        tx.run(DROP_EXPORT, id=row["id"])
    return [row["media_id"] for row in rows]


def old_bubbles(tx: Transaction, before: datetime, limit: int) -> list[int]:
    """Bubbles of the web chat from before a moment."""
    return [row["id"] for row in tx.all(OLD_BUBBLES, before=to_ms(before), limit=limit)]


def old_bubbles_with_files(tx: Transaction, before: datetime, limit: int) -> list[int]:
    """Bubbles with a file from before a moment."""
    oldest = [row["message_id"] for row in tx.all(OLDEST_WITH_FILES, limit=limit)]
    return [number for number in oldest if tx.get(MADE_AT, id=number)["created_at"] < to_ms(before)]


def bubbles_with(tx: Transaction, digest: str) -> list[int]:
    """The bubbles that show a file."""
    return [row["message_id"] for row in tx.all(BUBBLES_WITH_FILE, digest=digest)]


def drop_bubble(tx: Transaction, bubble_id: int) -> list[str]:
    """Removes a bubble; returns the digests of the files it showed."""
    digests = [row["digest"] for row in tx.all(FILES_OF_BUBBLE, id=bubble_id)]
    tx.run(DROP_FILES_OF_BUBBLE, id=bubble_id)
    tx.run(DROP_BUBBLE, id=bubble_id)
    return digests


def forget_addresses(tx: Transaction, since: datetime, before: datetime, limit: int) -> int:
    """Forgets how those who left between two moments are reached; returns how many addresses. Whoever still has
    something open (an emergency) is left alone."""
    forgotten = 0
    for left in tx.all(LEFT, since=to_ms(since), before=to_ms(before), limit=limit):
        for row in tx.all(KNOWN_ADDRESSES, id=left["person_id"]):
            gone = f"gone:{row['id']}"
            if row["user_key"] != gone:
                forgotten += tx.run(FORGET_ADDRESS, id=row["id"], gone=gone)
    return forgotten


def faded_people(tx: Transaction, before: datetime, limit: int) -> list[int]:
    """Callers and helped neighbours whom we know since before a moment, and of whose requests none needs them."""
    return [row["id"] for row in tx.all(FADED, before=to_ms(before), limit=limit)]


def is_named(tx: Transaction, digest: str) -> bool:
    """Whether a row still names these bytes."""
    return tx.one(IS_NAMED, digest=digest) is not None


def drop_rows(tx: Transaction, kind: str, before: datetime, limit: int) -> int:
    """Forgets rows of a kind (see OLD_ROWS) from before a moment; returns how many."""
    return tx.run(OLD_ROWS[kind], before=to_ms(before), limit=limit)
