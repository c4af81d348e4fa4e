-- Where a place is on the map: WGS 84, in degrees.
ALTER TABLE places ADD COLUMN latitude DOUBLE PRECISION;
ALTER TABLE places ADD COLUMN longitude DOUBLE PRECISION;
CREATE INDEX places_on_map ON places (latitude, longitude) WHERE latitude IS NOT NULL;

-- calendar: wall or working (working days alone count). helpers: how many volunteers go together.
ALTER TABLE items ADD COLUMN calendar TEXT NOT NULL DEFAULT 'wall';
ALTER TABLE items ADD COLUMN helpers BIGINT NOT NULL DEFAULT 1;

-- elder: large letters, numbers to answer with. It is offered once.
ALTER TABLE people ADD COLUMN born_year BIGINT;
ALTER TABLE people ADD COLUMN elder BIGINT NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN elder_offered_at BIGINT;

-- helped_id: for whom, where that is not the one who asked. filed_by: who entered it for a caller.
-- consent (of the helped): own, waiting, tap, call or emergency. unit_id: the place whose staff answer for it, where
-- that is not the request's own. came_from: the state before the clock was stopped at waiting_at.
ALTER TABLE service_requests ADD COLUMN helped_id BIGINT REFERENCES people (id);
ALTER TABLE service_requests ADD COLUMN filed_by BIGINT REFERENCES people (id);
ALTER TABLE service_requests ADD COLUMN consent TEXT NOT NULL DEFAULT 'own';
ALTER TABLE service_requests ADD COLUMN unit_id BIGINT REFERENCES places (id);
ALTER TABLE service_requests ADD COLUMN authority TEXT;
ALTER TABLE service_requests ADD COLUMN helpers_wanted BIGINT NOT NULL DEFAULT 1;
ALTER TABLE service_requests ADD COLUMN starts_at BIGINT;
ALTER TABLE service_requests ADD COLUMN ends_at BIGINT;
ALTER TABLE service_requests ADD COLUMN came_from TEXT;
ALTER TABLE service_requests ADD COLUMN waiting_at BIGINT;
ALTER TABLE service_requests ADD COLUMN accepted_at BIGINT;
ALTER TABLE service_requests ADD COLUMN contacted_at BIGINT;
ALTER TABLE service_requests ADD COLUMN done_at BIGINT;
ALTER TABLE service_requests ADD COLUMN extended BIGINT NOT NULL DEFAULT 0;
ALTER TABLE service_requests ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;
ALTER TABLE service_requests ADD COLUMN merged_into_id BIGINT REFERENCES service_requests (id);
ALTER TABLE service_requests ADD COLUMN feedback_sealed BYTES;
CREATE INDEX service_requests_by_helped ON service_requests (helped_id, id) WHERE helped_id IS NOT NULL;
CREATE INDEX service_requests_by_filer ON service_requests (filed_by, id) WHERE filed_by IS NOT NULL;
CREATE INDEX service_requests_by_unit ON service_requests (unit_id, id) WHERE unit_id IS NOT NULL AND closed_at IS NULL;
CREATE INDEX service_requests_by_team ON service_requests (team_id, id) WHERE team_id IS NOT NULL AND closed_at IS NULL;
CREATE INDEX service_requests_merged ON service_requests (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX service_requests_closed ON service_requests (closed_at) WHERE closed_at IS NOT NULL;

-- data: what figures are made of (JSON without anything personal): outcome, stars, reason codes, limits.
-- deadline_at: set where a move gives the request its limit to be resolved, so that rates find it by period.
ALTER TABLE request_events ADD COLUMN team_id BIGINT;
ALTER TABLE request_events ADD COLUMN data TEXT;
ALTER TABLE request_events ADD COLUMN deadline_at BIGINT;
CREATE INDEX request_events_by_deadline ON request_events (deadline_at, request_id) WHERE deadline_at IS NOT NULL;
CREATE INDEX request_events_by_actor ON request_events (actor_id) WHERE actor_id IS NOT NULL;

-- Who holds a request, and how far they are. heard_at: when they last did something about it. ended: why it is over.
-- helper_code, resident_code: the two halves of the door code. again: whether the resident would like them again.
CREATE TABLE assignments (
    id ROW_ID,
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    team_id BIGINT REFERENCES teams (id),
    claimed_at BIGINT NOT NULL,
    heard_at BIGINT NOT NULL,
    due_at BIGINT,
    contacted_at BIGINT,
    arrived_at BIGINT,
    asked_at BIGINT,
    ended_at BIGINT,
    ended TEXT,
    again BIGINT,
    codes_sealed BYTES,
    codes_until_at BIGINT,
    wrong_codes BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX assignments_by_request ON assignments (request_id, id);
CREATE INDEX assignments_held ON assignments (person_id) WHERE ended_at IS NULL;
CREATE INDEX assignments_by_person ON assignments (person_id, claimed_at, ended);

-- What falls due about a request: limits, reminders, rounds of offers. The row count of firing decides who does it.
CREATE TABLE timers (
    id ROW_ID,
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    kind TEXT NOT NULL,
    subject_id BIGINT,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    done_at BIGINT
);
CREATE INDEX timers_due ON timers (due_at, id) WHERE state = 'waiting';
CREATE INDEX timers_by_request ON timers (request_id, due_at);

-- An offer goes to a team's group, or (person_id) to one volunteer of a ring. why: what spoke for them, as JSON.
ALTER TABLE offers ADD COLUMN person_id BIGINT REFERENCES people (id);
ALTER TABLE offers ADD COLUMN ring BIGINT NOT NULL DEFAULT 0;
ALTER TABLE offers ADD COLUMN why TEXT;
ALTER TABLE offers ADD COLUMN reason TEXT;
CREATE INDEX offers_by_person ON offers (person_id, id) WHERE person_id IS NOT NULL;
