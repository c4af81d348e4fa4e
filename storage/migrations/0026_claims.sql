-- Another station says that somebody with a card is its own by now. place_id: that station; liaison_id, deputy_id: who
-- would look after them there. state: open, agreed, refused.
CREATE TABLE claims (
    id ROW_ID,
    card_id BIGINT NOT NULL REFERENCES cards (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    liaison_id BIGINT REFERENCES people (id),
    deputy_id BIGINT REFERENCES people (id),
    claimed_by BIGINT REFERENCES people (id),
    state TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by BIGINT REFERENCES people (id)
);
CREATE UNIQUE INDEX claims_open ON claims (card_id, place_id) WHERE state = 'open';
CREATE INDEX claims_of_card ON claims (card_id, id);
