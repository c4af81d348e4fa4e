-- Topics that residents subscribe to; a row: subscribed now.
CREATE TABLE subscriptions (
    person_id BIGINT NOT NULL REFERENCES people (id),
    subject TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (person_id, subject)
);
CREATE INDEX subscriptions_by_subject ON subscriptions (subject, person_id);

-- What a unit makes public under a topic; it is on our pages, so its words are not sealed. state: published, withdrawn.
-- Its id is its address for good: a correction changes the words and the revision, not the place.
CREATE TABLE notices (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    author_id BIGINT NOT NULL REFERENCES people (id),
    broadcast_id BIGINT UNIQUE REFERENCES broadcasts (id),
    state TEXT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    published_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX notices_latest ON notices (subject, id) WHERE state = 'published';
CREATE INDEX notices_of_place ON notices (place_id, id);
CREATE INDEX notices_by_author ON notices (author_id);
