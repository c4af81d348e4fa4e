-- Times are milliseconds since 1970 UTC. Truth values are 0 and 1. A column named …_sealed is sealed to its row.

CREATE TABLE settings (
    id ROW_ID,
    name TEXT NOT NULL UNIQUE,
    value TEXT,
    value_sealed BYTES
);

-- The community's own data, as it was written: one row a file of the pack.
CREATE TABLE pack_files (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    loaded_at BIGINT NOT NULL
);

-- The tree of places: district, street, community, estate, grid, building. `path` holds the ids from the root: /1/4/9/
-- A reference to the same table is checked at COMMIT, so that a backup is restored in any order.
CREATE TABLE places (
    id ROW_ID,
    code TEXT NOT NULL UNIQUE,
    parent_id BIGINT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    path PLAIN_TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX places_children ON places (parent_id, position);
CREATE INDEX places_below ON places (path);
CREATE INDEX places_by_kind ON places (kind, position);

CREATE TABLE series (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE items (
    code TEXT PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (code),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    urgency TEXT NOT NULL,
    respond_within_s BIGINT NOT NULL,
    resolve_within_s BIGINT NOT NULL,
    needs TEXT NOT NULL,
    handled_by TEXT NOT NULL,
    sensitive BIGINT NOT NULL,
    position BIGINT NOT NULL,
    retired BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX items_by_series ON items (series, position);

CREATE TABLE teams (
    id ROW_ID,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id),
    mode TEXT NOT NULL
);
CREATE INDEX teams_by_place ON teams (place_id);

CREATE TABLE team_skills (
    team_id BIGINT NOT NULL REFERENCES teams (id),
    skill TEXT NOT NULL,
    PRIMARY KEY (skill, team_id)
);

CREATE TABLE people (
    id ROW_ID,
    code TEXT UNIQUE,
    state TEXT NOT NULL,
    language TEXT NOT NULL,
    name_sealed BYTES,
    phone_sealed BYTES,
    phone_hash BYTES,
    door_sealed BYTES,
    place_id BIGINT REFERENCES places (id),
    consented_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX people_by_phone ON people (phone_hash) WHERE phone_hash IS NOT NULL;

-- Where somebody, or a team's group, is reached. user_key is the channel's id of a person; a group has an invented one.
CREATE TABLE addresses (
    id ROW_ID,
    account TEXT NOT NULL,
    user_key TEXT NOT NULL,
    chat_key TEXT NOT NULL,
    thread_key TEXT,
    person_id BIGINT REFERENCES people (id),
    team_id BIGINT REFERENCES teams (id),
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    seen_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (account, user_key)
);
CREATE INDEX addresses_by_person ON addresses (person_id, seen_at) WHERE person_id IS NOT NULL;
CREATE INDEX addresses_by_team ON addresses (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX addresses_by_chat ON addresses (account, chat_key);

-- Where a person stands in a form. The row is locked for a turn; its id is the person's.
CREATE TABLE dialogues (
    id ROW_ID,
    form TEXT,
    step TEXT,
    answers_sealed BYTES,
    updated_at BIGINT NOT NULL
);

CREATE TABLE roles (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id),
    team_id BIGINT REFERENCES teams (id),
    granted_by BIGINT,
    granted_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX roles_by_person ON roles (person_id) WHERE ended_at IS NULL;
CREATE INDEX roles_by_team ON roles (team_id, role) WHERE ended_at IS NULL;
CREATE INDEX roles_by_place ON roles (place_id, role) WHERE ended_at IS NULL;

CREATE TABLE invitations (
    id ROW_ID,
    token_hash BYTES NOT NULL UNIQUE,
    role TEXT NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id),
    team_id BIGINT REFERENCES teams (id),
    invited_by BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by BIGINT,
    used_at BIGINT
);
CREATE INDEX invitations_by_inviter ON invitations (invited_by) WHERE invited_by IS NOT NULL;
CREATE INDEX invitations_by_guest ON invitations (used_by) WHERE used_by IS NOT NULL;

-- One person on two channels: a code shown on one, typed on the other, confirmed on both.
CREATE TABLE link_codes (
    id ROW_ID,
    code_hash BYTES NOT NULL UNIQUE,
    address_id BIGINT NOT NULL REFERENCES addresses (id),
    other_address_id BIGINT REFERENCES addresses (id),
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Every update that was taken, once. A part of an album waits here for the others; a parked turn keeps its event.
CREATE TABLE inbox (
    id ROW_ID,
    account TEXT NOT NULL,
    update_key TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    user_key TEXT,
    album TEXT,
    due_at BIGINT,
    payload_sealed BYTES,
    UNIQUE (account, update_key)
);
CREATE INDEX inbox_waiting ON inbox (due_at) WHERE state = 'waiting';
CREATE INDEX inbox_waiting_by_user ON inbox (account, user_key) WHERE state = 'waiting';
CREATE INDEX inbox_old ON inbox (received_at);

CREATE TABLE parked_turns (
    id ROW_ID,
    inbox_id BIGINT NOT NULL,
    person_id BIGINT,
    error_type TEXT NOT NULL,
    frames TEXT NOT NULL,
    parked_at BIGINT NOT NULL,
    resolved_at BIGINT
);
CREATE INDEX parked_open ON parked_turns (parked_at) WHERE resolved_at IS NULL;

-- What is to be said. Lanes: 0 urgent, 1 replies, 2 reminders, 3 broadcasts.
CREATE TABLE outbox (
    id ROW_ID,
    address_id BIGINT NOT NULL REFERENCES addresses (id),
    account TEXT NOT NULL,
    lane BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT,
    body_sealed BYTES NOT NULL,
    asks BIGINT NOT NULL,
    state TEXT NOT NULL,
    not_before_at BIGINT NOT NULL,
    expires_at BIGINT,
    attempts BIGINT NOT NULL,
    holder TEXT,
    edits_message TEXT,
    message_id TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX outbox_due ON outbox (account, lane, not_before_at, id) WHERE state = 'waiting';
CREATE INDEX outbox_line ON outbox (address_id, lane, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_sending ON outbox (account) WHERE state = 'sending';
CREATE INDEX outbox_keyed ON outbox (key, address_id) WHERE key IS NOT NULL;
CREATE INDEX outbox_asking ON outbox (address_id, id) WHERE asks = 1;
CREATE INDEX outbox_message ON outbox (address_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_old ON outbox (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE media (
    id ROW_ID,
    digest TEXT,
    kind TEXT NOT NULL,
    mime TEXT NOT NULL,
    size BIGINT NOT NULL,
    account TEXT,
    file TEXT,
    name_sealed BYTES,
    created_at BIGINT NOT NULL
);
CREATE INDEX media_by_digest ON media (digest, id) WHERE digest IS NOT NULL;

CREATE TABLE tasks (
    id ROW_ID,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    payload_sealed BYTES NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    error_type TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX tasks_due ON tasks (due_at) WHERE state IN ('waiting', 'working');

CREATE TABLE service_requests (
    id ROW_ID,
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    item TEXT NOT NULL REFERENCES items (code),
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT REFERENCES places (id),
    team_id BIGINT REFERENCES teams (id),
    helper_id BIGINT REFERENCES people (id),
    details_sealed BYTES NOT NULL,
    note_sealed BYTES,
    outcome TEXT,
    stars BIGINT,
    respond_by_at BIGINT NOT NULL,
    resolve_by_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX service_requests_by_person ON service_requests (person_id, id);
CREATE INDEX service_requests_by_helper ON service_requests (helper_id, id) WHERE helper_id IS NOT NULL;
CREATE INDEX service_requests_open ON service_requests (place_id, id) WHERE closed_at IS NULL;

CREATE TABLE request_events (
    id ROW_ID,
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    at BIGINT NOT NULL,
    actor_id BIGINT,
    move TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    note_sealed BYTES
);
CREATE INDEX request_events_by_request ON request_events (request_id, id);

CREATE TABLE request_media (
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    PRIMARY KEY (request_id, media_id)
);
CREATE INDEX request_media_by_medium ON request_media (media_id);

-- A request shown to a team: one card in one group.
CREATE TABLE offers (
    id ROW_ID,
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    team_id BIGINT NOT NULL REFERENCES teams (id),
    state TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX offers_by_request ON offers (request_id);
CREATE INDEX offers_open ON offers (team_id, request_id) WHERE state = 'open';

-- Who looked at whose phone number or address, and why.
CREATE TABLE reveals (
    id ROW_ID,
    subject_id BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    request_id BIGINT,
    what TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX reveals_by_subject ON reveals (subject_id, at);
CREATE INDEX reveals_by_actor ON reveals (actor_id);

CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
