-- A branch's yearly report and appraisal. place_id: whose station (a community). held_on: the day of its meeting, as a
-- date here. state: planned, open (reports are gathered), appraising, closing, closed. step, next_at: what the service
-- does next, and when; after_id: how far a step has come that goes through many rows. One at a time is not closed.
CREATE TABLE appraisal_rounds (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    held_on TEXT NOT NULL,
    state TEXT NOT NULL,
    step TEXT,
    next_at BIGINT,
    after_id BIGINT NOT NULL DEFAULT 0,
    set_by BIGINT NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE UNIQUE INDEX appraisal_rounds_current ON appraisal_rounds (place_id) WHERE closed_at IS NULL;
CREATE INDEX appraisal_rounds_due ON appraisal_rounds (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX appraisal_rounds_of ON appraisal_rounds (place_id, held_on);
CREATE INDEX appraisal_rounds_closed ON appraisal_rounds (closed_at) WHERE closed_at IS NOT NULL;

-- A member's list of what they did in a year. body_sealed: JSON of the figures, what is left out, and own words. state:
-- draft, submitted, skipped (not this year), closed. reminded: how often. good, fair, plain, poor: how many said so of
-- it: nothing but these counts is kept of what was said, and where they are too few, they are set to nothing.
CREATE TABLE yearly_reports (
    id ROW_ID,
    round_id BIGINT NOT NULL REFERENCES appraisal_rounds (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    body_sealed BYTES,
    reminded BIGINT NOT NULL DEFAULT 0,
    submitted_at BIGINT,
    good BIGINT NOT NULL DEFAULT 0,
    fair BIGINT NOT NULL DEFAULT 0,
    plain BIGINT NOT NULL DEFAULT 0,
    poor BIGINT NOT NULL DEFAULT 0,
    closed_at BIGINT,
    UNIQUE (round_id, person_id)
);
CREATE INDEX yearly_reports_of ON yearly_reports (round_id, id);
CREATE INDEX yearly_reports_by_person ON yearly_reports (person_id, id);
CREATE INDEX yearly_reports_old ON yearly_reports (closed_at) WHERE closed_at IS NOT NULL;

-- Who has answered about a report: so that nobody answers twice. It does not say what, and not when; the rows go when
-- the appraisal is closed.
CREATE TABLE appraisal_answers (
    report_id BIGINT NOT NULL REFERENCES yearly_reports (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (report_id, person_id)
);
CREATE INDEX appraisal_answers_by_person ON appraisal_answers (person_id);

-- The residents' representatives of a station, named by its secretary. state: asked, agreed, declined.
CREATE TABLE representatives (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    named_by BIGINT NOT NULL REFERENCES people (id),
    named_at BIGINT NOT NULL,
    UNIQUE (place_id, person_id)
);
CREATE INDEX representatives_by_person ON representatives (person_id);
CREATE INDEX representatives_by_namer ON representatives (named_by);
CREATE INDEX representatives_declined ON representatives (named_at) WHERE state = 'declined';

-- The public board: what a member pledges, and what else of them they agreed to show. show_name, show_roles, show_teams:
-- each agreed to by itself. Taken down: the row is deleted.
CREATE TABLE pledges (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id),
    words_sealed BYTES NOT NULL,
    show_name BIGINT NOT NULL,
    show_roles BIGINT NOT NULL,
    show_teams BIGINT NOT NULL,
    shown_at BIGINT NOT NULL
);
CREATE INDEX pledges_of ON pledges (place_id, id);

-- What somebody did in a year, counted for their report.
CREATE INDEX visits_done_by ON visits (visitor_id, ended_at) WHERE state = 'done' AND visitor_id IS NOT NULL;
CREATE INDEX visits_done_beside ON visits (second_id, ended_at) WHERE state = 'done' AND second_id IS NOT NULL;
CREATE INDEX request_events_answered ON request_events (actor_id, at) WHERE move = 'answer' AND actor_id IS NOT NULL;
