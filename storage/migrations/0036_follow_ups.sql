-- What follows a broadcast to those who have it: a correction, a recall. state: asked (a second person must agree),
-- running (it goes from person to person: after_id is how far), done, refused. body: what a correction is to say, until
-- that is decided. shared_id, first_id: bodies of the outbox. gate_id: a row of the outbox that must have left before more are added.
CREATE TABLE follow_ups (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    author_id BIGINT NOT NULL REFERENCES people (id),
    body_sealed BYTES,
    shared_id BIGINT,
    first_id BIGINT,
    after_id BIGINT NOT NULL DEFAULT 0,
    gate_id BIGINT,
    people BIGINT NOT NULL DEFAULT 0,
    due_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX follow_ups_due ON follow_ups (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX follow_ups_by_broadcast ON follow_ups (broadcast_id, id);
CREATE INDEX follow_ups_by_author ON follow_ups (author_id);
