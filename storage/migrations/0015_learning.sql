-- How residents say a label (request:<item> or faq:<question>), beside the phrases of the pack. The words were redacted
-- before they came here, and nobody's id stands beside them. phrase_hash: a keyed hash of the folded words. origin:
-- confirmed (by the resident), corrected (by staff), answered (asked before there was an answer). state: proposed, used,
-- declined. times: how often it came.
CREATE TABLE phrases (
    id ROW_ID,
    label TEXT NOT NULL,
    phrase_sealed BYTES NOT NULL,
    phrase_hash BYTES NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    times BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    decided_by BIGINT REFERENCES people (id),
    decided_at BIGINT
);
CREATE UNIQUE INDEX phrases_by_hash ON phrases (label, phrase_hash);
CREATE INDEX phrases_proposed ON phrases (times, id) WHERE state = 'proposed';
CREATE INDEX phrases_used ON phrases (decided_at, id) WHERE state = 'used';
CREATE INDEX phrases_old ON phrases (state, last_at);

-- Questions without a good answer, redacted. group_id: the first open one that says the like of it. wish: they want to
-- hear the answer. state: open, answered (code: by which question), dropped (no question for us). told: they have heard.
CREATE TABLE unanswered (
    id ROW_ID,
    group_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    words_sealed BYTES NOT NULL,
    wish BIGINT NOT NULL,
    state TEXT NOT NULL,
    code TEXT,
    told BIGINT NOT NULL DEFAULT 0,
    asked_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX unanswered_open ON unanswered (group_id, person_id) WHERE state = 'open';
CREATE INDEX unanswered_heads ON unanswered (id) WHERE state = 'open' AND id = group_id;
CREATE INDEX unanswered_to_tell ON unanswered (id) WHERE state = 'answered' AND wish = 1 AND told = 0;
CREATE INDEX unanswered_by_person ON unanswered (person_id, id);
CREATE INDEX unanswered_old ON unanswered (asked_at);

-- Answers that were written or changed in chat. An empty column is as in the pack; where made is 1, the question is not
-- in the pack at all. items: JSON, codes of the catalogue. reviewed: a day, such as 2026-11-23. flagged: the review date
-- for which its owner was told that it is over.
CREATE TABLE answers (
    id ROW_ID,
    code TEXT NOT NULL UNIQUE,
    made BIGINT NOT NULL,
    retired BIGINT NOT NULL DEFAULT 0,
    question TEXT,
    answer TEXT,
    question_en TEXT,
    answer_en TEXT,
    bring TEXT,
    bring_en TEXT,
    facility TEXT,
    items TEXT,
    owner TEXT,
    reviewed TEXT,
    flagged TEXT,
    changed_by BIGINT REFERENCES people (id),
    changed_at BIGINT
);

-- Who changed what of an answer. person_id is empty where a pack that was loaded took the place of what was written.
CREATE TABLE answer_changes (
    id ROW_ID,
    code TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    person_id BIGINT REFERENCES people (id),
    at BIGINT NOT NULL
);
CREATE INDEX answer_changes_of ON answer_changes (code, id);

-- Answers that the desk wrote and a coordinator has not agreed to yet. code: the question whose answer it is; empty for
-- a new one. group_id: the unanswered questions that it answers. state: open, taken, declined.
CREATE TABLE answer_drafts (
    id ROW_ID,
    code TEXT,
    group_id BIGINT,
    question_sealed BYTES NOT NULL,
    answer_sealed BYTES NOT NULL,
    facility TEXT,
    written_by BIGINT NOT NULL REFERENCES people (id),
    written_at BIGINT NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX answer_drafts_open ON answer_drafts (id) WHERE state = 'open';
CREATE INDEX answer_drafts_old ON answer_drafts (written_at);
CREATE INDEX answer_drafts_by_writer ON answer_drafts (written_by);
