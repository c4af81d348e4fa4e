-- A visit (or a call) that is planned, and what became of it. place_id: whose station. kind: routine, festival, birthday,
-- occasion. with_birthday: a birthday falls together with it. day: when it is planned for, as a date here (2027-02-01);
-- due_at: the last moment of it. as_call: a call will do. step, remind_at: what is said next to whom, and when. missed:
-- how often nobody was at home. state: planned, done, refused, cancelled.
CREATE TABLE visits (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL,
    occasion_id BIGINT,
    wave_id BIGINT,
    with_birthday BIGINT NOT NULL DEFAULT 0,
    as_call BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    visitor_id BIGINT REFERENCES people (id),
    second_id BIGINT REFERENCES people (id),
    step TEXT,
    remind_at BIGINT,
    missed BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX visits_to_remind ON visits (remind_at, visitor_id) WHERE remind_at IS NOT NULL;
CREATE INDEX visits_by_visitor ON visits (visitor_id, day) WHERE state = 'planned' AND visitor_id IS NOT NULL;
CREATE INDEX visits_by_second ON visits (second_id, day) WHERE state = 'planned' AND second_id IS NOT NULL;
CREATE INDEX visits_by_person ON visits (person_id, day);
CREATE INDEX visits_by_place ON visits (place_id, day) WHERE state = 'planned';
CREATE INDEX visits_ended ON visits (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX visits_of_occasion ON visits (occasion_id) WHERE occasion_id IS NOT NULL;

-- What became of a visit, by whom: plan, postpone, nobody home, refuse, done, take back, cancel, assign.
CREATE TABLE visit_moves (
    id ROW_ID,
    visit_id BIGINT NOT NULL REFERENCES visits (id),
    move TEXT NOT NULL,
    actor_id BIGINT REFERENCES people (id),
    day TEXT,
    note_sealed BYTES,
    at BIGINT NOT NULL
);
CREATE INDEX visit_moves_of ON visit_moves (visit_id, id);

-- What a visitor wrote down: needs, and the member's own words. how: visit, call.
CREATE TABLE visit_records (
    id ROW_ID,
    visit_id BIGINT NOT NULL UNIQUE REFERENCES visits (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    recorded_by BIGINT NOT NULL REFERENCES people (id),
    how TEXT NOT NULL,
    day TEXT NOT NULL,
    needs_sealed BYTES,
    words_sealed BYTES,
    at BIGINT NOT NULL
);
CREATE INDEX visit_records_of ON visit_records (person_id, id);
CREATE INDEX visit_records_old ON visit_records (at);

-- What was promised on a visit: by whom, until which day; it becomes a request, or is reminded of. state: open, done,
-- dropped, request (it became one, which has its own limits).
CREATE TABLE promises (
    id ROW_ID,
    visit_id BIGINT NOT NULL REFERENCES visits (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    owner_id BIGINT NOT NULL REFERENCES people (id),
    what_sealed BYTES,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    request_id BIGINT REFERENCES service_requests (id),
    remind_at BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX promises_of_visit ON promises (visit_id);
CREATE INDEX promises_of_person ON promises (person_id, id);
CREATE INDEX promises_by_owner ON promises (owner_id, day) WHERE state = 'open';
CREATE INDEX promises_to_remind ON promises (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX promises_ended ON promises (ended_at) WHERE ended_at IS NOT NULL;

-- Somebody gives cause for concern: not reached twice, or a visitor's word. read: a liaison or secretary has seen it.
CREATE TABLE worries (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    cause TEXT NOT NULL,
    visit_id BIGINT REFERENCES visits (id),
    raised_by BIGINT REFERENCES people (id),
    note_sealed BYTES,
    raised_at BIGINT NOT NULL,
    read_by BIGINT REFERENCES people (id),
    read_at BIGINT
);
CREATE INDEX worries_unread ON worries (place_id, raised_at) WHERE read_at IS NULL;
CREATE INDEX worries_of_person ON worries (person_id, id);
CREATE INDEX worries_of_visit ON worries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX worries_old ON worries (raised_at);
