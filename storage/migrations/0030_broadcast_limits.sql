-- From how many recipients on a second person must agree to a broadcast of a unit; a unit without one has that of the
-- nearest above it.
CREATE TABLE broadcast_limits (
    place_id BIGINT PRIMARY KEY REFERENCES places (id),
    least BIGINT NOT NULL,
    set_by BIGINT NOT NULL REFERENCES people (id),
    set_at BIGINT NOT NULL
);

-- The few that wait for a second person's yes.
CREATE INDEX broadcasts_proposed ON broadcasts (id) WHERE state = 'proposed';

-- What is left of a list after years: how many of a unit stood how. answer: '' where there was none.
CREATE TABLE broadcast_numbers (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    state TEXT NOT NULL,
    rung BIGINT NOT NULL,
    answer TEXT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, place_id, state, rung, answer)
);

-- forgotten: 1 once words, list and trail are gone, and only numbers are left.
ALTER TABLE broadcasts ADD COLUMN forgotten BIGINT NOT NULL DEFAULT 0;
CREATE INDEX broadcasts_ended ON broadcasts (kind, ended_at) WHERE forgotten = 0 AND ended_at IS NOT NULL;
CREATE INDEX broadcasts_unsent ON broadcasts (created_at) WHERE state IN ('draft', 'proposed', 'refused');
CREATE INDEX broadcast_messages_by_body ON broadcast_messages (shared_id);
CREATE INDEX outbox_bodies_by_age ON outbox_bodies (created_at);
