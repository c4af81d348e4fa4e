"""The numbers of a day: what came in, was taken and finished in a place and below, and how soon people were met."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.times import to_ms
from storage.transaction import Transaction

MOVED = """
SELECT e.move AS move, COUNT(DISTINCT e.request_id) AS n,
    AVG(CASE WHEN e.move = 'contact' THEN r.contacted_at - r.created_at END) AS waited
FROM request_events e JOIN service_requests r ON r.id = e.request_id
    JOIN places p ON p.id = COALESCE(r.unit_id, r.place_id)
WHERE e.at >= :since AND e.at < :until AND e.move IN ('submit', 'claim', 'contact', 'finish')
    AND p.path >= :path AND p.path < :path_end
GROUP BY e.move
"""


@dataclass(frozen=True, slots=True)
class Day:
    """How many requests came in, were taken, were contacted and finished; `waited`: the average first contact."""

    new: int = 0
    taken: int = 0
    contacted: int = 0
    done: int = 0
    waited: timedelta | None = None


def of_place(tx: Transaction, path: str, since: datetime, until: datetime) -> Day:
    """The numbers between two moments (UTC) of the place with this path and below."""
    rows = tx.all(MOVED, path=path, path_end=path[:-1] + "0", since=to_ms(since), until=to_ms(until))
    found = {row["move"]: row for row in rows}
    number = {move: int(row["n"]) for move, row in found.items()}
    waited = found["contact"]["waited"] if "contact" in found else None
    return Day(
        new=number.get("submit", 0),
        taken=number.get("claim", 0),
        contacted=number.get("contact", 0),
        done=number.get("finish", 0),
        waited=None if waited is None else timedelta(milliseconds=float(waited)),
    )
