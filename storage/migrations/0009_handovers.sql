-- Somebody asks for a person: in words, or by a voice message (medium_id), which no program here understands.
-- told_at: when the people on duty were told. answered_at, answered_by: when, and by whom, it was answered.
CREATE TABLE handovers (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    medium_id BIGINT,
    asked_at BIGINT NOT NULL,
    told_at BIGINT,
    answered_at BIGINT,
    answered_by BIGINT REFERENCES people (id)
);
CREATE INDEX handovers_by_person ON handovers (person_id, asked_at);
CREATE INDEX handovers_by_medium ON handovers (medium_id) WHERE medium_id IS NOT NULL;
CREATE INDEX handovers_old ON handovers (asked_at);
