-- Who is to be phoned, since a broadcast did not reach them in their chats. state: open, taken (somebody phones now),
-- done. outcome: reached, moved, help, no_answer (given up), answered (in the chat meanwhile), over (no longer needed).
-- place_id: the unit whose duty people phone. rank: 0 before all others, 1 after them; next_at: not before.
CREATE TABLE calls (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    recipient_id BIGINT NOT NULL UNIQUE REFERENCES recipients (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id),
    state TEXT NOT NULL,
    rank BIGINT NOT NULL DEFAULT 1,
    tries BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT,
    taker_id BIGINT REFERENCES people (id),
    taken_at BIGINT,
    outcome TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX calls_to_make ON calls (broadcast_id, place_id, rank, tries, id) WHERE state <> 'done';
CREATE INDEX calls_by_place ON calls (place_id, broadcast_id) WHERE state <> 'done';
CREATE INDEX calls_next ON calls (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX calls_by_taker ON calls (taker_id) WHERE taker_id IS NOT NULL;
CREATE INDEX calls_taken ON calls (taker_id, broadcast_id) WHERE state = 'taken';
CREATE INDEX calls_counted ON calls (broadcast_id, place_id, outcome);

-- What the drafter sees of a broadcast while it goes out. look_at: when it is counted next; counted: the numbers shown
-- last, as JSON; changed_at: since when they are so. reported_at: the final report is made.
CREATE TABLE broadcast_progress (
    broadcast_id BIGINT PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
    look_at BIGINT,
    counted TEXT NOT NULL DEFAULT '',
    changed_at BIGINT NOT NULL,
    told_sent BIGINT NOT NULL DEFAULT 0,
    reported_at BIGINT
);
CREATE INDEX broadcast_progress_due ON broadcast_progress (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX recipients_shown ON recipients (broadcast_id) WHERE shown_at IS NOT NULL;
