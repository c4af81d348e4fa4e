"""Rhythms: how often somebody is visited, up to which day that is planned, and what has stopped it."""

from dataclasses import dataclass
from datetime import date

from storage.days import from_text, from_text_or_none, to_text, to_text_or_none
from storage.transaction import Row, Transaction

ROUTINE, BIRTHDAY = "routine", "birthday"
ACTIVE, PAUSED, ENDED = "active", "paused", "ended"
NO_CALLS, HALF_CALLS, ALL_CALLS = "none", "half", "all"

COLUMNS = """r.id, r.card_id, r.kind, r.rule, r.by_hand, r.starts_on, r.next_on, r.calls, r.planned,
    r.state, r.paused_until, r.reason"""
CREATE = """
INSERT INTO rhythms (id, card_id, kind, rule, by_hand, starts_on, next_on, calls, state)
VALUES (:id, :card_id, :kind, :rule, :by_hand, :starts_on, :next_on, :calls, 'active')
ON CONFLICT (card_id, kind) DO UPDATE SET rule = excluded.rule, by_hand = excluded.by_hand,
    starts_on = excluded.starts_on, next_on = excluded.next_on, calls = excluded.calls, state = 'active',
    paused_until = NULL, reason = NULL
"""
OF_CARD = f"SELECT {COLUMNS} FROM rhythms r WHERE r.card_id = :card_id ORDER BY r.kind"
SET_RULE = """
UPDATE rhythms SET rule = :rule, by_hand = :by_hand, next_on = :next_on WHERE id = :id AND state <> 'ended'
"""
SET_CALLS = "UPDATE rhythms SET calls = :calls WHERE card_id = :card_id AND kind = :kind AND state <> 'ended'"
# The day that was planned is in the statement: of two who plan the same, one gets it.
PLANNED = """
UPDATE rhythms SET next_on = :next_on, planned = planned + :more WHERE id = :id AND state = 'active' AND next_on = :was
"""
REOPEN = "UPDATE rhythms SET next_on = :day WHERE id = :id AND state <> 'ended' AND (next_on IS NULL OR next_on > :day)"
PAUSE = """
UPDATE rhythms SET state = 'paused', paused_until = :until, reason = :reason WHERE card_id = :card_id
    AND state <> 'ended'
"""
# What came due meanwhile is due now, however long it was: it is made up for.
RESUME = """
UPDATE rhythms SET state = 'active', paused_until = NULL, reason = NULL,
    next_on = CASE WHEN kind = 'routine' AND next_on < :today THEN :today ELSE next_on END
WHERE card_id = :card_id AND state = 'paused'
"""
END = """
UPDATE rhythms SET state = 'ended', paused_until = NULL, reason = :reason WHERE card_id = :card_id AND kind = :kind
    AND state <> 'ended'
"""
DUE = """
SELECT r.id, r.card_id FROM rhythms r WHERE r.state = 'active' AND r.next_on IS NOT NULL AND r.next_on <= :until
ORDER BY r.next_on, r.id LIMIT :limit
"""
# An empty text comes before every day: with it SQLite goes straight to the first row of the index.
FIRST_DUE = """
SELECT r.next_on AS day FROM rhythms r WHERE r.state = 'active' AND r.next_on IS NOT NULL AND r.next_on > ''
ORDER BY r.next_on LIMIT 1
"""
BACK = """
SELECT r.card_id FROM rhythms r WHERE r.state = 'paused' AND r.paused_until IS NOT NULL AND r.paused_until <= :today
ORDER BY r.paused_until, r.id LIMIT :limit
"""
FIRST_BACK = """
SELECT r.paused_until AS day FROM rhythms r WHERE r.state = 'paused' AND r.paused_until IS NOT NULL
    AND r.paused_until > ''
ORDER BY r.paused_until LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often somebody is visited: `rule` is an RRULE from `starts_on`; a birthday has none, its date is on the card.

    `next_on`: the next day of the rule that is not planned yet. `calls`: none, half, all. `planned`: how many were
    planned. `by_hand`: somebody chose the rule. `paused_until`: the first day on which visits are welcome again.
    """

    id: int
    card_id: int
    kind: str
    rule: str | None
    by_hand: bool
    starts_on: date
    next_on: date | None
    calls: str
    planned: int
    state: str
    paused_until: date | None
    reason: str | None


def start(
    tx: Transaction,
    card_id: int,
    kind: str,
    *,
    rule: str | None,
    by_hand: bool,
    starts_on: date,
    next_on: date | None,
    calls: str,
) -> None:
    """Begins a rhythm, or begins the one of this kind anew."""
    tx.run(
        CREATE,
        id=tx.new_id(),
        card_id=card_id,
        kind=kind,
        rule=rule,
        by_hand=int(by_hand),
        starts_on=to_text(starts_on),
        next_on=to_text_or_none(next_on),
        calls=calls,
    )


def of_card(tx: Transaction, card_id: int) -> dict[str, Rhythm]:
    """The rhythms of a card by their kind, whatever their state. Who changes them has locked the card."""
    return {row["kind"]: _rhythm(row) for row in tx.all(OF_CARD, card_id=card_id)}


def set_rule(tx: Transaction, rhythm_id: int, rule: str | None, by_hand: bool, next_on: date | None) -> bool:
    """Another rule, and the next day of it; False where the rhythm has ended."""
    values = {"rule": rule, "by_hand": int(by_hand), "next_on": to_text_or_none(next_on)}
    return tx.run(SET_RULE, id=rhythm_id, **values) > 0


def set_calls(tx: Transaction, card_id: int, kind: str, calls: str) -> None:
    """How many of them may be calls from now on."""
    tx.run(SET_CALLS, card_id=card_id, kind=kind, calls=calls)


def set_planned(tx: Transaction, rhythm: Rhythm, next_on: date | None, *, more: int) -> bool:
    """The rhythm's next day is planned, `next_on` comes after it; False where somebody was quicker."""
    was = to_text_or_none(rhythm.next_on)
    return tx.run(PLANNED, id=rhythm.id, next_on=to_text_or_none(next_on), more=more, was=was) > 0


def reopen(tx: Transaction, rhythm_id: int, day: date) -> None:
    """What was planned for this day did not come about: it is planned again."""
    tx.run(REOPEN, id=rhythm_id, day=to_text(day))


def pause(tx: Transaction, card_id: int, until: date | None, reason: str) -> bool:
    """Nothing is planned until that day (None: until somebody says so); False where no rhythm runs."""
    return tx.run(PAUSE, card_id=card_id, until=to_text_or_none(until), reason=reason) > 0


def resume(tx: Transaction, card_id: int, today: date) -> bool:
    """Visits are welcome again from today on; False where nothing was paused."""
    return tx.run(RESUME, card_id=card_id, today=to_text(today)) > 0


def end(tx: Transaction, card_id: int, kind: str, reason: str) -> bool:
    """Ends a rhythm; False where none of this kind runs."""
    return tx.run(END, card_id=card_id, kind=kind, reason=reason) > 0


def due(tx: Transaction, until: date, limit: int) -> list[int]:
    """The cards whose next day comes until then (included) and is not planned yet, in the order of their ids."""
    rows = tx.all(DUE, until=to_text(until), limit=limit)
    return sorted({row["card_id"] for row in rows})


def first_due(tx: Transaction) -> date | None:
    """The earliest day that is not planned yet."""
    row = tx.one(FIRST_DUE)
    return None if row is None else from_text(row["day"])


def back(tx: Transaction, today: date, limit: int) -> list[int]:
    """The cards whose pause is over, in the order of their ids."""
    rows = tx.all(BACK, today=to_text(today), limit=limit)
    return sorted({row["card_id"] for row in rows})


def first_back(tx: Transaction) -> date | None:
    """The earliest end of a pause."""
    row = tx.one(FIRST_BACK)
    return None if row is None else from_text(row["day"])


def _rhythm(row: Row) -> Rhythm:
    return Rhythm(
        id=row["id"],
        card_id=row["card_id"],
        kind=row["kind"],
        rule=row["rule"],
        by_hand=bool(row["by_hand"]),
        starts_on=from_text(row["starts_on"]),
        next_on=from_text_or_none(row["next_on"]),
        calls=row["calls"],
        planned=row["planned"],
        state=row["state"],
        paused_until=from_text_or_none(row["paused_until"]),
        reason=row["reason"],
    )
