-- What is changed in chat of a facility: each change with who made it, and the field as it is since. The latest of a
-- facility's field is laid over the pack; after is empty where a pack that was loaded took its place (by nobody).
CREATE TABLE facility_changes (
    id ROW_ID,
    code TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT,
    person_id BIGINT REFERENCES people (id),
    at BIGINT NOT NULL
);
CREATE INDEX facility_changes_of ON facility_changes (code, field, id);

-- A role that was taken away once is not given again by the next loading of a pack.
CREATE INDEX roles_ever_held ON roles (person_id, role, place_id);
