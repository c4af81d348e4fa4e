-- What somebody asked the hotline, in their own words, and what came of it. said_sealed: the words, and what was read
-- in them, as JSON. label: the question that was answered or the item that was opened, such as faq:dibao_apply.
-- outcome: nothing (no answer was found), unsure (choices were shown), answered, helped, not_helped, form, person.
-- message: the channel's own id of the words, so that an edit finds them.
CREATE TABLE inquiries (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    message TEXT,
    said_sealed BYTES NOT NULL,
    label TEXT,
    outcome TEXT NOT NULL,
    asked_at BIGINT NOT NULL
);
CREATE INDEX inquiries_of_person ON inquiries (person_id, asked_at);
CREATE INDEX inquiries_by_time ON inquiries (asked_at);
