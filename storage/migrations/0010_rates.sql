-- place_id: to which place the request belonged when this event gave it its limit, so that figures by place stay as they
-- are, wherever it is moved to later.
ALTER TABLE request_events ADD COLUMN place_id BIGINT;
