"""What of the talks with the duty desk has been kept long enough, found by an index, a slice at a time."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

# The inner query stands as a value, so that PostgreSQL reads no other rows than these.
OLD_FILES = """
SELECT m.id FROM media m
WHERE m.created_at < :before
    AND (SELECT MAX(c.media_id) FROM conversation_media c WHERE c.media_id = m.id) IS NOT NULL
ORDER BY m.created_at LIMIT :limit
"""
LET_GO = "DELETE FROM conversation_media WHERE media_id = :id"
OLD_TALKS = "SELECT id FROM conversations WHERE asked_at < :before ORDER BY asked_at LIMIT :limit"
SAID = "SELECT id FROM conversation_messages WHERE conversation_id = :id"
DROP_FILES = "DELETE FROM conversation_media WHERE message_id = :id"
DROP_TALK = (
    "DELETE FROM conversation_messages WHERE conversation_id = :id",
    "DELETE FROM conversation_moves WHERE conversation_id = :id",
    "DELETE FROM conversations WHERE id = :id",
)


def let_go_of_files(tx: Transaction, before: datetime, limit: int) -> int:
    """Talks let go of the files that came before then; returns how many."""
    found = tx.all(OLD_FILES, before=to_ms(before), limit=limit)
    for row in found:
        tx.run(LET_GO, id=row["id"])
    return len(found)


def drop_talks(tx: Transaction, before: datetime, limit: int) -> int:
    """Forgets talks that began before then, with all that was said in them; returns how many."""
    found = tx.all(OLD_TALKS, before=to_ms(before), limit=limit)
    for talk in found:
        for said in tx.all(SAID, id=talk["id"]):
            tx.run(DROP_FILES, id=said["id"])
        for sql in DROP_TALK:
            tx.run(sql, id=talk["id"])
    return len(found)
