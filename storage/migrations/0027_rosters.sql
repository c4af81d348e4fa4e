-- Lists of a station's people: one that somebody sent (way: in), or one that went out. media_id: its file, as long as it
-- is kept. state: coming (its bytes are not with us yet), read, ready (waits for a yes), taking, taken, faulty, declined,
-- lost; of one that went out: sent. added, changed: how many people it added or changed.
CREATE TABLE rosters (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    address_id BIGINT NOT NULL REFERENCES addresses (id),
    media_id BIGINT REFERENCES media (id),
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    added BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    made_at BIGINT NOT NULL
);
CREATE INDEX rosters_by_medium ON rosters (media_id) WHERE media_id IS NOT NULL;
CREATE INDEX rosters_with_files ON rosters (made_at) WHERE media_id IS NOT NULL;
CREATE INDEX rosters_old ON rosters (made_at);
CREATE INDEX rosters_by_person ON rosters (person_id, made_at);
