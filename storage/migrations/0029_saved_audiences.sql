-- Whom somebody often writes to, kept under a name of their own. audience: as JSON, like a broadcast's.
CREATE TABLE saved_audiences (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    name_sealed BYTES NOT NULL,
    audience TEXT NOT NULL,
    saved_at BIGINT NOT NULL
);
CREATE INDEX saved_audiences_by_person ON saved_audiences (person_id, id);

-- Freezing goes from place to place of a unit, and in each from person to person: frozen_place is where it stands.
-- Whoever has told us no home belongs to the whole.
CREATE INDEX people_without_home ON people (id) WHERE place_id IS NULL;
ALTER TABLE broadcasts ADD COLUMN frozen_place BIGINT NOT NULL DEFAULT 0;

-- The community in which a place lies, if any: lists are made, and counted, by it.
ALTER TABLE places ADD COLUMN community_id BIGINT;
UPDATE places SET community_id = (
    SELECT c.id FROM places c WHERE c.kind = 'community' AND places.path LIKE c.path || '%');
