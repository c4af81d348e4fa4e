-- What the people of a request write to each other through us. address_id and message: where the words came from, and
-- the channel's own id of them there. about_id: the message of the line that they answer. state: fetching (its files
-- are not with us yet), passed, or lost (nothing of it could be passed on). phones: a phone number stands in the words.
-- ended: the end of the talk was told.
CREATE TABLE line_messages (
    id ROW_ID,
    request_id BIGINT NOT NULL REFERENCES service_requests (id),
    sender_id BIGINT NOT NULL REFERENCES people (id),
    address_id BIGINT NOT NULL REFERENCES addresses (id),
    message TEXT,
    about_id BIGINT,
    said_sealed BYTES NOT NULL,
    state TEXT NOT NULL,
    phones BIGINT NOT NULL,
    ended BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);
CREATE INDEX line_messages_by_request ON line_messages (request_id, id);
CREATE INDEX line_messages_by_sender ON line_messages (sender_id);
CREATE INDEX line_messages_by_origin ON line_messages (address_id, message) WHERE message IS NOT NULL;

-- The photos, voices and files of a message, in order. lost: it could not be fetched.
CREATE TABLE line_media (
    message_id BIGINT NOT NULL REFERENCES line_messages (id),
    media_id BIGINT NOT NULL REFERENCES media (id),
    position BIGINT NOT NULL,
    lost BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (message_id, media_id)
);
CREATE INDEX line_media_by_medium ON line_media (media_id);

CREATE INDEX reveals_by_request ON reveals (request_id, at) WHERE request_id IS NOT NULL;
