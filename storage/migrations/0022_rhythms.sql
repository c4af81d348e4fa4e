-- How often somebody is visited: an iCalendar RRULE from starts_on, or a birthday (its date is sealed on the card).
-- kind: routine, birthday. by_hand: somebody chose the rule, groups do not change it. next_on: the next day of the rule
-- that is not planned yet. calls: none, half, all. planned: how many were planned so far. state: active, paused (until
-- the day paused_until, or until somebody says so), ended (with the reason).
CREATE TABLE rhythms (
    id ROW_ID,
    card_id BIGINT NOT NULL REFERENCES cards (id),
    kind TEXT NOT NULL,
    rule TEXT,
    by_hand BIGINT NOT NULL DEFAULT 0,
    starts_on TEXT NOT NULL,
    next_on TEXT,
    calls TEXT NOT NULL,
    planned BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    paused_until TEXT,
    reason TEXT,
    UNIQUE (card_id, kind)
);
CREATE INDEX rhythms_due ON rhythms (next_on, id) WHERE state = 'active' AND next_on IS NOT NULL;
CREATE INDEX rhythms_paused ON rhythms (paused_until, id) WHERE state = 'paused' AND paused_until IS NOT NULL;

-- A festival's visits of a station: which days, how far its planning has come (after_id: the liaison, after_card: the
-- card of theirs), how many have a day, how many are visited around then anyhow, how many found no room. told_at:
-- when its secretaries were told. state: planning, planned.
CREATE TABLE waves (
    id ROW_ID,
    place_id BIGINT NOT NULL REFERENCES places (id),
    festival TEXT NOT NULL,
    year BIGINT NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    state TEXT NOT NULL,
    after_id BIGINT NOT NULL DEFAULT 0,
    after_card BIGINT NOT NULL DEFAULT 0,
    placed BIGINT NOT NULL DEFAULT 0,
    merged BIGINT NOT NULL DEFAULT 0,
    unplaced BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    told_at BIGINT,
    UNIQUE (place_id, festival, year)
);
CREATE INDEX waves_planning ON waves (id) WHERE state = 'planning';
CREATE INDEX waves_running ON waves (place_id, last_on);
CREATE INDEX waves_over ON waves (last_on);

-- For whom a wave found no room: their secretary sees them.
CREATE TABLE wave_leftovers (
    id ROW_ID,
    wave_id BIGINT NOT NULL REFERENCES waves (id),
    card_id BIGINT NOT NULL REFERENCES cards (id),
    UNIQUE (wave_id, card_id)
);
CREATE INDEX wave_leftovers_of_card ON wave_leftovers (card_id);

-- A wave plans a station liaison by liaison.
CREATE INDEX cards_to_plan ON cards (place_id, liaison_id, id) WHERE state = 'open' AND liaison_id IS NOT NULL;
