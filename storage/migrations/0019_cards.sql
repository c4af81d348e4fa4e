-- Whom a liaison station looks after. A card is a token and gives no right to anything. number: what is said and printed;
-- token_hash: what its QR code holds. place_id: whose station (a community). liaison_id, deputy_id: who knows this person.
-- wish: what they said to visits: visit, call, none; without it they were not asked, or have not answered. asked_at: when
-- they were asked. about_sealed: JSON of what is delicate: whether they are a Party member, their groups (alone, over_80,
-- disabled), their birthday. source: pack, roster, invitation, chat. state: open, closed (with the reason).
CREATE TABLE cards (
    id ROW_ID,
    number TEXT NOT NULL UNIQUE,
    token_hash BYTES NOT NULL UNIQUE,
    token_sealed BYTES NOT NULL,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    liaison_id BIGINT REFERENCES people (id),
    deputy_id BIGINT REFERENCES people (id),
    wish TEXT,
    wish_at BIGINT,
    asked_at BIGINT,
    about_sealed BYTES,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX cards_by_place ON cards (place_id, id) WHERE state = 'open';
CREATE INDEX cards_by_liaison ON cards (liaison_id, id) WHERE state = 'open' AND liaison_id IS NOT NULL;
CREATE INDEX cards_by_deputy ON cards (deputy_id, id) WHERE state = 'open' AND deputy_id IS NOT NULL;
CREATE INDEX cards_without_liaison ON cards (place_id, id) WHERE state = 'open' AND liaison_id IS NULL;
CREATE INDEX cards_closed ON cards (closed_at) WHERE closed_at IS NOT NULL;

-- What became of a card, by whom: open, liaison, deputy, hand over, move, wish, close. from_id, to_id: the person or the
-- place before and after.
CREATE TABLE card_changes (
    id ROW_ID,
    card_id BIGINT NOT NULL REFERENCES cards (id),
    change TEXT NOT NULL,
    from_id BIGINT,
    to_id BIGINT,
    actor_id BIGINT REFERENCES people (id),
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX card_changes_of ON card_changes (card_id, id);
