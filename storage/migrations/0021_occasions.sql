-- Hardship, conflict at home, a hospital stay, a death: a visit is offered, and arranged only after a yes. Nothing of
-- what happened is kept but its kind. place_id: whose station. source: request, talk, neighbour, liaison, member.
-- state: waiting (offered later), offered, calling (our people ask by phone), agreed, call_first, declined, unanswered,
-- withdrawn (a false alarm), safety (nothing is offered: staff act as the law says). next_at: when something falls due
-- about it. times: how often somebody was asked or reminded. answered_by: who wrote the answer down.
CREATE TABLE occasions (
    id ROW_ID,
    person_id BIGINT NOT NULL REFERENCES people (id),
    place_id BIGINT NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    raised_by BIGINT REFERENCES people (id),
    request_id BIGINT REFERENCES service_requests (id),
    state TEXT NOT NULL,
    next_at BIGINT,
    times BIGINT NOT NULL DEFAULT 0,
    raised_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by BIGINT REFERENCES people (id)
);
-- Whoever raises it, somebody is asked about the same thing once.
CREATE UNIQUE INDEX occasions_open ON occasions (person_id, kind)
    WHERE state IN ('waiting', 'offered', 'calling');
CREATE INDEX occasions_of_person ON occasions (person_id, raised_at);
CREATE INDEX occasions_by_raiser ON occasions (raised_by, raised_at) WHERE raised_by IS NOT NULL;
CREATE INDEX occasions_by_answerer ON occasions (answered_by) WHERE answered_by IS NOT NULL;
CREATE INDEX occasions_by_request ON occasions (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX occasions_due ON occasions (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX occasions_old ON occasions (raised_at);

-- A neighbour's word names somebody and their building.
CREATE INDEX people_by_place ON people (place_id, id) WHERE place_id IS NOT NULL;
