-- What a liaison station knows of somebody, in short notes. note_sealed: JSON of the topic (family, work, difficulties),
-- of whom it was learned from (self, visit, neighbour, office), and the words. place_id: the station that may read it;
-- another one only after the person said so. author_id: who wrote it as it reads now; confirmed_at: when it was written,
-- or somebody last said that it is still so.
CREATE TABLE life_notes (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    note_sealed BYTES NOT NULL,
    author_id BIGINT NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL
);
CREATE INDEX life_notes_of ON life_notes (person_id, id);
CREATE INDEX life_notes_by_author ON life_notes (author_id);
CREATE INDEX life_notes_old ON life_notes (confirmed_at);

-- How a life note read before the station changed it. What a member corrects leaves nothing here.
CREATE TABLE life_note_versions (
    id ROW_ID,
    note_id BIGINT NOT NULL REFERENCES life_notes (id),
    note_sealed BYTES NOT NULL,
    author_id BIGINT NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX life_note_versions_of ON life_note_versions (note_id, id);
CREATE INDEX life_note_versions_by_author ON life_note_versions (author_id);
CREATE INDEX life_note_versions_old ON life_note_versions (written_at);

-- What a member wants their liaison to know of what they think: one note, which nobody but its author writes. place_id:
-- the station it was written for; another one never reads it.
CREATE TABLE thoughts (
    id ROW_ID,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    words_sealed BYTES NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX thoughts_old ON thoughts (written_at);
