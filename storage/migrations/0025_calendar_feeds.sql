-- A visitor's own calendar, read by the calendar on their phone. Its address holds a token that is kept nowhere: whoever
-- loses it asks for a new one, and the old one leads nowhere. One a person.
CREATE TABLE calendar_feeds (
    id ROW_ID,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id),
    token_hash BYTES NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- How many visits a station has made since a day.
CREATE INDEX visits_done_by_place ON visits (place_id, ended_at) WHERE state = 'done';
