-- A meeting of a unit. title, place and minutes are free words. state: planned, held (over, with minutes or without),
-- off (called off). broadcast_id, minutes_broadcast_id: its invitation, and the minutes as they went out; without a
-- foreign key, since a draft may be thrown away. step, next_at: what the service does next, and when; come_to: the last
-- person of the invitation's list whom a step that tells everybody has come to.
CREATE TABLE meetings (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    convenor_id BIGINT NOT NULL REFERENCES people (id),
    recorder_id BIGINT REFERENCES people (id),
    title_sealed BYTES NOT NULL,
    where_sealed BYTES NOT NULL,
    starts_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    broadcast_id BIGINT,
    minutes_sealed BYTES,
    minutes_broadcast_id BIGINT,
    step TEXT,
    next_at BIGINT,
    come_to BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX meetings_due ON meetings (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX meetings_of ON meetings (place_id, starts_at);
CREATE INDEX meetings_by_invitation ON meetings (broadcast_id) WHERE broadcast_id IS NOT NULL;
CREATE INDEX meetings_by_convenor ON meetings (convenor_id, starts_at);
CREATE INDEX meetings_by_recorder ON meetings (recorder_id, starts_at) WHERE recorder_id IS NOT NULL;
CREATE INDEX meetings_old ON meetings (ended_at) WHERE ended_at IS NOT NULL;

-- What was written into the minutes as a file.
CREATE TABLE meeting_files (
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    PRIMARY KEY (meeting_id, media_id)
);
CREATE INDEX meeting_files_by_medium ON meeting_files (media_id);

-- What is to be talked about, or what a partner offers (kind: topic, offer). state: proposed, accepted, declined.
-- proposed_by: nobody any more, once they have left.
CREATE TABLE agenda_items (
    id ROW_ID,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    proposed_by BIGINT REFERENCES people (id),
    kind TEXT NOT NULL,
    words_sealed BYTES NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX agenda_items_of ON agenda_items (meeting_id, id);
CREATE INDEX agenda_items_by_person ON agenda_items (proposed_by, id) WHERE proposed_by IS NOT NULL;

-- Who comes for somebody who was invited: a name, and the person where we know them. state: named, agreed, declined.
CREATE TABLE meeting_proxies (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    proxy_id BIGINT REFERENCES people (id),
    name_sealed BYTES NOT NULL,
    state TEXT NOT NULL,
    named_at BIGINT NOT NULL,
    UNIQUE (broadcast_id, person_id)
);
CREATE INDEX meeting_proxies_by_person ON meeting_proxies (person_id);
CREATE INDEX meeting_proxies_by_proxy ON meeting_proxies (proxy_id) WHERE proxy_id IS NOT NULL;
CREATE INDEX meeting_proxies_old ON meeting_proxies (named_at);

-- What was agreed to be done: by whom, until which day (a date here). state: open, done, dropped. told_late: whether the
-- convenor has heard that it is overdue.
CREATE TABLE meeting_actions (
    id ROW_ID,
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    owner_id BIGINT NOT NULL REFERENCES people (id),
    what_sealed BYTES NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    remind_at BIGINT,
    told_late BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX meeting_actions_of ON meeting_actions (meeting_id, id);
CREATE INDEX meeting_actions_by_owner ON meeting_actions (owner_id, day);
CREATE INDEX meeting_actions_due ON meeting_actions (remind_at) WHERE remind_at IS NOT NULL;
