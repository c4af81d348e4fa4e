-- The name of a topic in a group that is to be opened before anything can be said in it; empty thread_key until then.
ALTER TABLE addresses ADD COLUMN topic TEXT;

-- The groups in which the desk of a place (a community) works, with one topic for each resident.
CREATE TABLE desk_groups (
    id ROW_ID,
    address_id BIGINT NOT NULL UNIQUE REFERENCES addresses (id),
    place_id BIGINT NOT NULL UNIQUE REFERENCES places (id),
    bound_at BIGINT NOT NULL
);

-- A resident's topic. number: what it is called by, since no name stands in a group. worker_id: who answers there now,
-- and need not be told the same words privately.
CREATE TABLE topics (
    id ROW_ID,
    group_id BIGINT NOT NULL REFERENCES desk_groups (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    address_id BIGINT NOT NULL UNIQUE REFERENCES addresses (id),
    number BIGINT NOT NULL,
    worker_id BIGINT REFERENCES people (id),
    opened_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX topics_of_person ON topics (person_id, group_id);
CREATE INDEX topics_of_group ON topics (group_id, number);

-- What a desk says again and again. ended_at: taken out of the list.
CREATE TABLE canned_replies (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    words_sealed BYTES NOT NULL,
    written_by BIGINT REFERENCES people (id),
    written_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX canned_replies_of_place ON canned_replies (place_id, id) WHERE ended_at IS NULL;
