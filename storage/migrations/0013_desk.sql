-- Who of the duty desk is on duty: said by a button, never inferred. ends_at: what was planned; the shift ends then by
-- itself. reminded: whether its end was announced.
CREATE TABLE shifts (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    started_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    reminded BIGINT NOT NULL DEFAULT 0,
    ended_at BIGINT
);
CREATE UNIQUE INDEX shifts_open ON shifts (person_id) WHERE ended_at IS NULL;
CREATE INDEX shifts_due ON shifts (ends_at) WHERE ended_at IS NULL;
CREATE INDEX shifts_old ON shifts (ended_at) WHERE ended_at IS NOT NULL;

-- A resident's talk with the duty desk. place_id: whose desk it is (a community). state: waiting (in the queue), taken,
-- parked (comes back at due_at; without a taker: it waits for the desk to open), closed. front: it was taken once and
-- has lost its taker, so it stands before all others. queued_at: since when it waits. due_at: when a silent taker loses
-- it, or when it comes back. by_phone: the resident wants to be called. told: somebody on duty knows of it.
CREATE TABLE conversations (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    state TEXT NOT NULL,
    by_phone BIGINT NOT NULL DEFAULT 0,
    front BIGINT NOT NULL DEFAULT 0,
    told BIGINT NOT NULL DEFAULT 0,
    asked_at BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    taker_id BIGINT REFERENCES people (id),
    first_taken_at BIGINT,
    due_at BIGINT,
    closed_at BIGINT,
    closed_by BIGINT REFERENCES people (id),
    reason TEXT,
    request_id BIGINT REFERENCES service_requests (id)
);
CREATE INDEX conversations_by_person ON conversations (person_id, id);
CREATE INDEX conversations_waiting ON conversations (place_id, front, queued_at) WHERE state = 'waiting';
CREATE INDEX conversations_by_taker ON conversations (taker_id, id) WHERE taker_id IS NOT NULL;
CREATE INDEX conversations_due ON conversations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX conversations_waits ON conversations (place_id, first_taken_at) WHERE first_taken_at IS NOT NULL;
CREATE INDEX conversations_old ON conversations (asked_at);
CREATE INDEX conversations_by_request ON conversations (request_id) WHERE request_id IS NOT NULL;

-- What was said in it, by the resident and by the desk. address_id, message: where the words came from, and the
-- channel's own id of them there. shown: somebody of the other side has got it.
CREATE TABLE conversation_messages (
    id ROW_ID,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id),
    sender_id BIGINT NOT NULL REFERENCES people (id),
    address_id BIGINT REFERENCES addresses (id),
    message TEXT,
    said_sealed BYTES,
    shown BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);
CREATE INDEX conversation_messages_of ON conversation_messages (conversation_id, id);
CREATE INDEX conversation_messages_by_sender ON conversation_messages (sender_id);
CREATE INDEX conversation_messages_by_origin ON conversation_messages (address_id, message) WHERE message IS NOT NULL;

-- The photos, voices and files of a message, in order.
CREATE TABLE conversation_media (
    message_id BIGINT NOT NULL REFERENCES conversation_messages (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (message_id, media_id)
);
CREATE INDEX conversation_media_by_medium ON conversation_media (media_id);

-- What became of it, by whom: ask, take, hand over, back, lost, park, return, close, leave.
CREATE TABLE conversation_moves (
    id ROW_ID,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id),
    move TEXT NOT NULL,
    actor_id BIGINT REFERENCES people (id),
    at BIGINT NOT NULL
);
CREATE INDEX conversation_moves_of ON conversation_moves (conversation_id, id);

-- Conversations take the place of handovers. What nobody has answered waits in the queue: each person's newest.
INSERT INTO conversations (id, person_id, place_id, state, told, asked_at, queued_at, first_taken_at, closed_at,
    closed_by, reason)
SELECT h.id, h.person_id, (SELECT MIN(p.id) FROM places p WHERE p.kind = 'community'),
    CASE WHEN h.answered_at IS NULL AND h.id = (
        SELECT MAX(o.id) FROM handovers o WHERE o.person_id = h.person_id AND o.answered_at IS NULL
    ) THEN 'waiting' ELSE 'closed' END,
    1, h.asked_at, h.asked_at, h.answered_at,
    CASE WHEN h.answered_at IS NULL AND h.id = (
        SELECT MAX(o.id) FROM handovers o WHERE o.person_id = h.person_id AND o.answered_at IS NULL
    ) THEN NULL ELSE COALESCE(h.answered_at, h.asked_at) END,
    h.answered_by, CASE WHEN h.answered_at IS NULL THEN NULL ELSE 'solved' END
FROM handovers h WHERE EXISTS (SELECT 1 FROM places p WHERE p.kind = 'community');
INSERT INTO conversation_messages (id, conversation_id, sender_id, shown, created_at)
SELECT h.id, h.id, h.person_id, 1, h.asked_at FROM handovers h
WHERE h.medium_id IS NOT NULL AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = h.id);
INSERT INTO conversation_media (message_id, media_id, position)
SELECT h.id, h.medium_id, 0 FROM handovers h
WHERE EXISTS (SELECT 1 FROM conversation_messages m WHERE m.id = h.id)
    AND EXISTS (SELECT 1 FROM media f WHERE f.id = h.medium_id);
DROP TABLE handovers;
