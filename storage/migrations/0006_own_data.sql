-- What somebody agreed to, or not, for one purpose: service, sensitive or proxy (other_id: who may ask for them).
-- The latest row of a purpose counts; the earlier ones stay, as proof of what was said when.
CREATE TABLE consents (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    other_id BIGINT REFERENCES people (id),
    given_at BIGINT,
    refused_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX consents_by_person ON consents (person_id, purpose, id);
CREATE INDEX consents_by_other ON consents (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX consents_over ON consents (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
INSERT INTO consents (id, person_id, purpose, given_at)
SELECT id, id, 'service', consented_at FROM people WHERE consented_at IS NOT NULL;

-- The files in which somebody took their data along.
CREATE TABLE exports (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    made_at BIGINT NOT NULL
);
CREATE INDEX exports_by_person ON exports (person_id, made_at);
CREATE INDEX exports_by_medium ON exports (media_id);
CREATE INDEX exports_old ON exports (made_at);

-- forgotten: what is left of a closed request. 0: all; 1: no photos and door codes; 2: no address and phone either;
-- 3: no words either; 9: all, since it was an emergency, for three years.
ALTER TABLE service_requests ADD COLUMN forgotten BIGINT NOT NULL DEFAULT 0;
CREATE INDEX service_requests_fading ON service_requests (forgotten, closed_at) WHERE closed_at IS NOT NULL;

-- What is looked for when its time is over.
CREATE INDEX media_old ON media (created_at);
CREATE INDEX reveals_old ON reveals (at);
CREATE INDEX parked_old ON parked_turns (parked_at);
CREATE INDEX inbox_parked ON inbox (received_at) WHERE state = 'parked';
CREATE INDEX tasks_failed ON tasks (created_at) WHERE state = 'failed';
CREATE INDEX web_messages_old ON web_messages (created_at);
CREATE INDEX web_media_by_digest ON web_media (digest);
CREATE INDEX link_codes_old ON link_codes (expires_at);
CREATE INDEX invitations_old ON invitations (expires_at);
