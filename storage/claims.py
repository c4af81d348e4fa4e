"""Claims: another station says that somebody with a card is its own by now; they decide, or else their station."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

OPEN, AGREED, REFUSED = "open", "agreed", "refused"

COLUMNS = "id, card_id, place_id, liaison_id, deputy_id, claimed_by, state, raised_at"
CREATE = """
INSERT INTO claims (id, card_id, place_id, liaison_id, deputy_id, claimed_by, state, raised_at)
VALUES (:id, :card_id, :place_id, :liaison_id, :deputy_id, :claimed_by, 'open', :at) ON CONFLICT DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM claims WHERE id = :id"
OF_CARD = f"SELECT {COLUMNS} FROM claims WHERE card_id = :card_id AND state = 'open' ORDER BY id"
REFUSED_BY = """
SELECT 1 AS yes FROM claims WHERE card_id = :card_id AND place_id = :place_id AND state = 'refused'
    AND answered_by = :person_id AND answered_at > :since LIMIT 1
"""
END = """
UPDATE claims SET state = :state, answered_at = :at, answered_by = :answered_by WHERE id = :id AND state = 'open'
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """`place_id`: the station that claims; `liaison_id`, `deputy_id`: who would look after them there. Time in UTC."""

    id: int
    card_id: int
    place_id: int
    liaison_id: int | None
    deputy_id: int | None
    claimed_by: int | None
    state: str
    raised_at: datetime


def create(
    tx: Transaction,
    *,
    card_id: int,
    place_id: int,
    liaison_id: int | None,
    deputy_id: int | None,
    claimed_by: int | None,
    now: datetime,
) -> Claim | None:
    """A claim that waits for an answer; None where this station waits for one already."""
    claim_id = tx.new_id()
    values = {"liaison_id": liaison_id, "deputy_id": deputy_id, "claimed_by": claimed_by, "at": to_ms(now)}
    made = tx.run(CREATE, id=claim_id, card_id=card_id, place_id=place_id, **values)
    return read(tx, claim_id) if made else None


def read(tx: Transaction, claim_id: int) -> Claim | None:
    """A claim by id."""
    row = tx.one(READ, id=claim_id)
    return None if row is None else _claim(row)


def of_card(tx: Transaction, card_id: int) -> list[Claim]:
    """The claims on somebody that wait for an answer."""
    return [_claim(row) for row in tx.all(OF_CARD, card_id=card_id)]


def refused_by_them(tx: Transaction, card_id: int, place_id: int, person_id: int, since: datetime) -> bool:
    """Whether the person themselves refused this station's claim after a moment."""
    values = {"card_id": card_id, "place_id": place_id, "person_id": person_id, "since": to_ms(since)}
    return tx.one(REFUSED_BY, **values) is not None


def end(tx: Transaction, claim_id: int, state: str, answered_by: int | None, now: datetime) -> bool:
    """It is agreed or refused; False where somebody was quicker."""
    return tx.run(END, id=claim_id, state=state, answered_by=answered_by, at=to_ms(now)) > 0


def _claim(row: Row) -> Claim:
    return Claim(
        id=row["id"],
        card_id=row["card_id"],
        place_id=row["place_id"],
        liaison_id=row["liaison_id"],
        deputy_id=row["deputy_id"],
        claimed_by=row["claimed_by"],
        state=row["state"],
        raised_at=from_ms(row["raised_at"]),
    )
