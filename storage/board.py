"""The board: what is open in a place and below, by kind, counted and listed; requests like another one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

# What makes a request one of a kind. It may be of several: late ones are in somebody's hand, too.
CONDITIONS: Mapping[str, str] = {
    "all": "1 = 1",
    "new": "o.state IN ('submitted', 'accepted', 'reopened') AND o.consent <> 'waiting'",
    "offered": "o.state = 'dispatched'",
    "hand": "o.state IN ('claimed', 'contacted', 'in_progress', 'extended')",
    "waiting": "(o.state = 'waiting_requester' OR (o.state = 'submitted' AND o.consent = 'waiting'))",
    "late": """o.state <> 'done' AND (o.resolve_by_at < CAST(:now AS BIGINT)
        OR (o.contacted_at IS NULL AND o.respond_by_at < CAST(:now AS BIGINT)))""",
    "disputed": "o.state = 'disputed'",
    # A helper who was asked and has not been heard of since; a resident who was asked twice whether it is solved.
    "silent": """((o.state = 'done' AND o.asked > 1) OR 0 < (
        SELECT COUNT(*) FROM assignments a
        WHERE a.request_id = o.id AND a.ended_at IS NULL AND a.asked_at IS NOT NULL AND a.asked_at >= a.heard_at))""",
}
KINDS = tuple(CONDITIONS)
# A request is looked after where it is, and by the unit that it was handed to.
WANTED = """r.id, r.item, r.state, r.team_id, r.consent, r.respond_by_at, r.resolve_by_at, r.contacted_at, r.asked"""
OPEN = f"""
SELECT {WANTED} FROM places p JOIN service_requests r ON r.place_id = p.id
WHERE p.path >= :path AND p.path < :path_end AND r.closed_at IS NULL
UNION SELECT {WANTED} FROM places p JOIN service_requests r ON r.unit_id = p.id
WHERE p.path >= :path AND p.path < :path_end AND r.unit_id IS NOT NULL AND r.closed_at IS NULL
UNION SELECT {WANTED} FROM service_requests r
WHERE r.place_id IS NULL AND r.unit_id IS NULL AND r.closed_at IS NULL AND CAST(:lost AS BIGINT) = 1
"""
FROM = f"FROM ({OPEN}) o JOIN items i ON i.code = o.item"
CHOSEN = """(CAST(:series AS TEXT) = '' OR i.series = :series)
    AND (CAST(:team_id AS BIGINT) = 0 OR o.team_id = :team_id)"""
_COUNTS = ", ".join(
    f"COALESCE(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END), 0) AS n_{kind}" for kind, condition in CONDITIONS.items()
)
COUNT = f"SELECT {_COUNTS} {FROM} WHERE {CHOSEN}"
LISTS = tuple(
    f"SELECT o.id {FROM} WHERE {CHOSEN} AND o.id > :after AND {condition} ORDER BY o.id LIMIT :limit"
    for condition in CONDITIONS.values()
)
SERIES = f"SELECT i.series AS series, COUNT(*) AS n {FROM} WHERE {CHOSEN} GROUP BY i.series ORDER BY i.series"
TEAMS = f"""
SELECT o.team_id AS team_id, COUNT(*) AS n {FROM}
WHERE {CHOSEN} AND o.team_id IS NOT NULL GROUP BY o.team_id ORDER BY o.team_id
"""
LIKE = """
SELECT r.id FROM service_requests r
WHERE r.place_id = :place_id AND r.closed_at IS NULL AND r.item = :item AND r.id <> :id AND r.created_at >= :since
ORDER BY r.id LIMIT :limit
"""
FOLLOWERS = "SELECT r.id FROM service_requests r WHERE r.merged_into_id = :id ORDER BY r.id"
HAND_OVER = "UPDATE service_requests SET unit_id = :unit_id, team_id = NULL WHERE id = :id"
PARKED = "SELECT COUNT(*) AS n FROM parked_turns WHERE resolved_at IS NULL"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is open: a subtree (its path), those without a place (`lost`), one series, one team."""

    path: str
    lost: bool = False
    series: str = ""
    team_id: int = 0

    def values(self, now: datetime) -> dict[str, object]:
        """The values of its statements."""
        return {
            "path": self.path,
            "path_end": self.path[:-1] + "0",
            "lost": int(self.lost),
            "series": self.series,
            "team_id": self.team_id,
            "now": to_ms(now),
        }


def count(tx: Transaction, part: Part, now: datetime) -> dict[str, int]:
    """How many open requests of each kind there are in a part."""
    row = tx.get(COUNT, **part.values(now))
    return {kind: int(row[f"n_{kind}"]) for kind in KINDS}


def listed(tx: Transaction, part: Part, kind: str, now: datetime, *, after: int, limit: int) -> list[int]:
    """The ids of open requests of a kind, the oldest first, those after `after` (0: from the beginning)."""
    sql = LISTS[KINDS.index(kind)]
    values = part.values(now) if kind == "late" else _without_now(part, now)
    return [row["id"] for row in tx.all(sql, after=after, limit=limit, **values)]


def series(tx: Transaction, part: Part, now: datetime) -> dict[str, int]:
    """How many open requests there are of each series that has some."""
    return {row["series"]: int(row["n"]) for row in tx.all(SERIES, **_without_now(part, now))}


def teams(tx: Transaction, part: Part, now: datetime) -> dict[int, int]:
    """How many open requests there are with each team that has some."""
    return {row["team_id"]: int(row["n"]) for row in tx.all(TEAMS, **_without_now(part, now))}


def like(tx: Transaction, *, place_id: int, item: str, but: int, since: datetime, limit: int = 10) -> list[int]:
    """Open requests of the same item at the same place, made since then, but for one."""
    rows = tx.all(LIKE, place_id=place_id, item=item, id=but, since=to_ms(since), limit=limit)
    return [row["id"] for row in rows]


def followers(tx: Transaction, request_id: int) -> list[int]:
    """The requests that were merged into this one."""
    return [row["id"] for row in tx.all(FOLLOWERS, id=request_id)]


def hand_over(tx: Transaction, request_id: int, unit_id: int | None) -> None:
    """Another unit answers for it from now on (None: its own place again), and no team is asked any more."""
    tx.run(HAND_OVER, id=request_id, unit_id=unit_id)


def parked(tx: Transaction) -> int:
    """How many turns failed for good and were not looked after yet."""
    return int(tx.get(PARKED)["n"])


def _without_now(part: Part, now: datetime) -> dict[str, object]:
    return {name: value for name, value in part.values(now).items() if name != "now"}
