-- Staff and leaders who are away until a moment, and who stands in for them meanwhile (nobody: the next one up the tree).
CREATE TABLE absences (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    cover_id BIGINT REFERENCES people (id),
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX absences_by_person ON absences (person_id, until_at);
CREATE INDEX absences_by_cover ON absences (cover_id) WHERE cover_id IS NOT NULL;

-- The numbers of a day, and who does not answer.
CREATE INDEX request_events_by_time ON request_events (at);
CREATE INDEX assignments_asked ON assignments (request_id) WHERE ended_at IS NULL AND asked_at IS NOT NULL;
