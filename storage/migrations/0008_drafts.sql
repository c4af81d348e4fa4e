-- A request that was begun and not sent off: reminded of once (nudged_at), and put aside after a week.
ALTER TABLE dialogues ADD COLUMN nudged_at BIGINT;
CREATE INDEX dialogues_drafts ON dialogues (updated_at) WHERE form = 'ask';
CREATE INDEX dialogues_to_nudge ON dialogues (updated_at) WHERE form = 'ask' AND nudged_at IS NULL;
