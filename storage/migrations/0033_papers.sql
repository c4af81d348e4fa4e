-- A document that people are asked to say that they have read: one row a version. paper_id: the id of its first version.
-- reads: how many have said so of this version. step, next_at: what the service does next, and when; after_id: how far a
-- step has come that goes through the list. asked_at: when the sender last had people reminded.
CREATE TABLE documents (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL UNIQUE REFERENCES broadcasts (id) ON DELETE CASCADE,
    paper_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deadline_at BIGINT,
    reads BIGINT NOT NULL DEFAULT 0,
    step TEXT,
    next_at BIGINT,
    after_id BIGINT NOT NULL DEFAULT 0,
    asked_at BIGINT,
    UNIQUE (paper_id, version)
);
CREATE INDEX documents_due ON documents (next_at) WHERE next_at IS NOT NULL;

-- A poll. options: JSON, in their order. most: how many of them one may choose. secret: nobody sees who chose what. per:
-- person or household. counts: JSON, how often each option was chosen; ballots: how many have voted. picture: the digest
-- of its result as it was drawn.
CREATE TABLE polls (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL UNIQUE REFERENCES broadcasts (id) ON DELETE CASCADE,
    options_sealed BYTES NOT NULL,
    most BIGINT NOT NULL,
    secret BIGINT NOT NULL,
    per TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    counts TEXT NOT NULL,
    ballots BIGINT NOT NULL DEFAULT 0,
    step TEXT,
    next_at BIGINT,
    after_id BIGINT NOT NULL DEFAULT 0,
    asked_at BIGINT,
    closed_at BIGINT,
    picture TEXT
);
CREATE INDEX polls_due ON polls (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX polls_old ON polls (closes_at);

-- Who has voted, so that nobody votes twice: a keyed hash of the person or of the household, and nothing of what they
-- chose, nor when. The rows go once the poll is closed.
CREATE TABLE poll_voters (
    poll_id BIGINT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    voter BYTES NOT NULL,
    PRIMARY KEY (poll_id, voter)
);

-- What somebody chose, in polls that are not secret. picks: JSON. Whoever leaves takes their name out of it.
CREATE TABLE votes (
    id ROW_ID,
    poll_id BIGINT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    person_id BIGINT REFERENCES people (id),
    picks TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX votes_of_person ON votes (poll_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX votes_by_poll ON votes (poll_id, id);
CREATE INDEX votes_old ON votes (at);
CREATE INDEX votes_by_person ON votes (person_id, id) WHERE person_id IS NOT NULL;
