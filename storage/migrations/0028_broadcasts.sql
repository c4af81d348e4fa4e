-- What is said to many is kept once; rows of the outbox name it (shared_id) and carry no body of their own.
CREATE TABLE outbox_bodies (
    id ROW_ID,
    body_sealed BYTES NOT NULL,
    created_at BIGINT NOT NULL
);

-- One message to many. kind: routine, meeting, document, poll, emergency. state: draft, proposed (waits for a second
-- person), refused, planned (waits for its time), freezing (its list is being made), sending, paused, sent (nothing is
-- left to send), stopped, expired. body: title, words, files, place. words_hash finds the same words said before.
-- audience: whom it concerns, as JSON. due_at: when the job must look at it next; feed_at: when the outbox takes more. frozen_after: the last person that
-- freezing has come to; people: how many are on the list. follows: it repeats, or gives the all-clear of, another.
CREATE TABLE broadcasts (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    team_id BIGINT REFERENCES teams (id),
    drafter_id BIGINT NOT NULL REFERENCES people (id),
    approver_id BIGINT REFERENCES people (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    body_sealed BYTES NOT NULL,
    words_hash BYTES NOT NULL,
    audience TEXT NOT NULL,
    subject TEXT,
    revision BIGINT NOT NULL DEFAULT 1,
    send_at BIGINT,
    rule TEXT,
    expires_at BIGINT,
    silent_after_s BIGINT,
    due_at BIGINT,
    feed_at BIGINT,
    follows_id BIGINT REFERENCES broadcasts (id) DEFERRABLE INITIALLY DEFERRED,
    follows_as TEXT,
    frozen_after BIGINT NOT NULL DEFAULT 0,
    people BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    began_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX broadcasts_due ON broadcasts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX broadcasts_running ON broadcasts (kind, id) WHERE state IN ('freezing', 'sending');
CREATE INDEX broadcasts_by_place ON broadcasts (place_id, id);
CREATE INDEX broadcasts_by_drafter ON broadcasts (drafter_id, id);
CREATE INDEX broadcasts_by_approver ON broadcasts (approver_id) WHERE approver_id IS NOT NULL;
CREATE INDEX broadcasts_same ON broadcasts (words_hash, created_at);
CREATE INDEX broadcasts_following ON broadcasts (follows_id) WHERE follows_id IS NOT NULL;

-- The trail: what became of a broadcast, who did it; note: a code of ours.
CREATE TABLE broadcast_events (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    name TEXT NOT NULL,
    actor_id BIGINT REFERENCES people (id),
    note TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX broadcast_events_by_broadcast ON broadcast_events (broadcast_id, id);
CREATE INDEX broadcast_events_by_actor ON broadcast_events (actor_id) WHERE actor_id IS NOT NULL;

-- The message of a broadcast as it is said: what: first, second, correction, recall, …
CREATE TABLE broadcast_messages (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    what TEXT NOT NULL,
    revision BIGINT NOT NULL,
    shared_id BIGINT NOT NULL REFERENCES outbox_bodies (id),
    UNIQUE (broadcast_id, what, revision)
);

-- The frozen list: one row a person. place_id: the community that they belong to, for numbers. state: queued, held (had
-- two routine ones this week: until next_at), waiting (in the outbox), sent, unknown (nobody knows whether it arrived), gone (no way to reach them), expired, left_out (why:
-- reason). rung: 0 the first message, 1 a second one, 2 another channel, 3 the phone list. next_at: when the ladder looks
-- at them again. answer: known, help, cannot, or what the kind asks (yes, no, proxy).
CREATE TABLE recipients (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    state TEXT NOT NULL,
    reason TEXT,
    rung BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT,
    sent_at BIGINT,
    shown_at BIGINT,
    answer TEXT,
    answered_at BIGINT,
    UNIQUE (broadcast_id, person_id)
);
CREATE INDEX recipients_queued ON recipients (broadcast_id, id) WHERE state = 'queued';
CREATE INDEX recipients_held ON recipients (broadcast_id, next_at) WHERE state = 'held';
CREATE INDEX recipients_waiting ON recipients (broadcast_id, id) WHERE state = 'waiting';
CREATE INDEX recipients_counted ON recipients (broadcast_id, state, rung, answer, place_id);
CREATE INDEX recipients_next ON recipients (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX recipients_by_person ON recipients (person_id, sent_at);

ALTER TABLE outbox ADD COLUMN shared_id BIGINT REFERENCES outbox_bodies (id);
ALTER TABLE outbox ADD COLUMN recipient_id BIGINT REFERENCES recipients (id);
CREATE INDEX outbox_of_recipient ON outbox (recipient_id, id) WHERE recipient_id IS NOT NULL;
CREATE INDEX outbox_sharing ON outbox (shared_id) WHERE shared_id IS NOT NULL;

-- Whoever wants no broadcasts but emergencies.
ALTER TABLE people ADD COLUMN unsubscribed_at BIGINT;
