-- Files that go along with a broadcast, in the order of their ids.
CREATE TABLE broadcast_media (
    id ROW_ID,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    media_id BIGINT NOT NULL REFERENCES media (id),
    UNIQUE (broadcast_id, media_id)
);
CREATE INDEX broadcast_media_by_medium ON broadcast_media (media_id);
