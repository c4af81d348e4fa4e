-- One row a membership. duty: on, off or leave (until leave_until_at, UTC). most: how many tasks at once. skills: which
-- of the team's they have, as JSON; NULL: all. recent: tasks taken in the last 30 days, as it was last counted;
-- recount_at: when that will be other than it is. reached: whether anything that we say arrives.
CREATE TABLE volunteers (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    team_id BIGINT NOT NULL REFERENCES teams (id),
    badge TEXT NOT NULL UNIQUE,
    duty TEXT NOT NULL,
    leave_until_at BIGINT,
    most BIGINT NOT NULL,
    skills TEXT,
    home_id BIGINT REFERENCES places (id),
    estate_id BIGINT,
    recent BIGINT NOT NULL DEFAULT 0,
    recount_at BIGINT,
    reached BIGINT NOT NULL DEFAULT 1,
    joined_at BIGINT NOT NULL,
    ended_at BIGINT,
    UNIQUE (person_id, team_id)
);
CREATE INDEX volunteers_of_team ON volunteers (team_id, id) WHERE ended_at IS NULL;
CREATE INDEX volunteers_by_person ON volunteers (person_id, id) WHERE ended_at IS NULL;
CREATE INDEX volunteers_back ON volunteers (leave_until_at, id) WHERE duty = 'leave';
CREATE INDEX volunteers_to_recount ON volunteers (recount_at, id) WHERE recount_at IS NOT NULL;

-- What each can do, with all that choosing looks at beside it, so that it reads a few entries of an index and no row.
-- ready: on duty, within reach, and still in the team.
CREATE TABLE volunteer_skills (
    volunteer_id BIGINT NOT NULL REFERENCES volunteers (id),
    skill TEXT NOT NULL,
    team_id BIGINT NOT NULL,
    home_id BIGINT,
    estate_id BIGINT,
    ready BIGINT NOT NULL,
    recent BIGINT NOT NULL,
    PRIMARY KEY (volunteer_id, skill)
);
CREATE INDEX volunteer_skills_fair ON volunteer_skills (team_id, skill, recent, volunteer_id, ready) WHERE ready = 1;
CREATE INDEX volunteer_skills_home ON volunteer_skills (team_id, skill, home_id, recent, volunteer_id, ready)
WHERE ready = 1 AND home_id IS NOT NULL;
CREATE INDEX volunteer_skills_estate ON volunteer_skills (team_id, skill, estate_id, recent, volunteer_id, ready)
WHERE ready = 1 AND estate_id IS NOT NULL;

-- Whose figures have changed: whoever gives somebody a task adds a row here and touches none of theirs.
CREATE TABLE volunteer_news (
    id ROW_ID,
    person_id BIGINT NOT NULL
);

CREATE INDEX addresses_open ON addresses (person_id, state) WHERE state = 'open' AND person_id IS NOT NULL;
CREATE INDEX offers_in_groups ON offers (team_id, request_id) WHERE state = 'open' AND person_id IS NULL;
CREATE INDEX offers_open_to ON offers (person_id) WHERE state = 'open' AND person_id IS NOT NULL;
CREATE INDEX team_skills_of_team ON team_skills (team_id, skill);
