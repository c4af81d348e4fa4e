-- shared: one outage may be a whole building's or estate's ('building', 'estate'), so that neighbours report it together.
ALTER TABLE items ADD COLUMN shared TEXT NOT NULL DEFAULT '';

-- joined_at: when the neighbour joined the request that it was merged into, by a tap of their own. They are asked for
-- themselves whether it is solved; their answer is the outcome of their own row.
ALTER TABLE service_requests ADD COLUMN joined_at BIGINT;
