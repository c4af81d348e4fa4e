"""Duties: what somebody did for others in a stretch of time, as numbers: no names, no matters."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

MOST_MINUTES = 12 * 60  # of one task: whoever forgot to say that it is finished was not there for days

TASKS = """
SELECT COUNT(*) AS n,
    COALESCE(SUM(CASE WHEN arrived_at IS NULL THEN 0 WHEN ended_at - arrived_at > :most THEN :most
        ELSE ended_at - arrived_at END), 0) AS ms
FROM assignments
WHERE person_id = :id AND claimed_at >= :since AND claimed_at < :until AND ended = 'finish' AND ended_at IS NOT NULL
"""
VISITS = """
SELECT COUNT(*) AS n FROM visits
WHERE visitor_id = :id AND visitor_id IS NOT NULL AND state = 'done' AND ended_at >= :since AND ended_at < :until
"""
VISITS_BESIDE = """
SELECT COUNT(*) AS n FROM visits
WHERE second_id = :id AND second_id IS NOT NULL AND state = 'done' AND ended_at >= :since AND ended_at < :until
"""
TALKS = """
SELECT COUNT(*) AS n FROM conversations
WHERE taker_id = :id AND taker_id IS NOT NULL AND closed_at >= :since AND closed_at < :until
"""
ANSWERS = """
SELECT COUNT(*) AS n FROM request_events
WHERE actor_id = :id AND actor_id IS NOT NULL AND move = 'answer' AND at >= :since AND at < :until
"""


@dataclass(frozen=True, slots=True)
class Duties:
    """`tasks` finished and the `minutes` from arrival to the end of them; `visits` done, alone or with another; what
    residents reported or asked that was `answered`."""

    tasks: int
    minutes: int
    visits: int
    answered: int


def of_person(tx: Transaction, person_id: int, since: datetime, until: datetime) -> Duties:
    """What somebody did from a moment until another (UTC, the last not included)."""
    when = {"since": to_ms(since), "until": to_ms(until)}
    tasks = tx.get(TASKS, id=person_id, most=MOST_MINUTES * 60_000, **when)
    visits = tx.get(VISITS, id=person_id, **when)["n"] + tx.get(VISITS_BESIDE, id=person_id, **when)["n"]
    answered = tx.get(TALKS, id=person_id, **when)["n"] + tx.get(ANSWERS, id=person_id, **when)["n"]
    return Duties(int(tasks["n"]), int(tasks["ms"]) // 60_000, int(visits), int(answered))
