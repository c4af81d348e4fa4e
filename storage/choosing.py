"""Choosing: who of a team might go. A few short ranges of indexes, however large the team is, then exact figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction
from storage.volunteers import SHARE_OVER

LAST_REQUESTS = 30  # of a resident: whom they knew before that is no longer remembered

# Those who took least lately come first; a page begins after the last of the one before.
LEAST_RECENT = """
SELECT s.volunteer_id, s.recent FROM volunteer_skills s
WHERE s.team_id = :team_id AND s.skill = :skill AND s.ready = 1 AND (s.recent, s.volunteer_id) > (:recent, :after)
ORDER BY s.recent, s.volunteer_id LIMIT :limit
"""
SAME_HOME = """
SELECT s.volunteer_id, s.recent FROM volunteer_skills s
WHERE s.team_id = :team_id AND s.skill = :skill AND s.ready = 1 AND s.home_id = :home_id
ORDER BY s.recent, s.volunteer_id LIMIT :limit
"""
SAME_ESTATE = """
SELECT s.volunteer_id, s.recent FROM volunteer_skills s
WHERE s.team_id = :team_id AND s.skill = :skill AND s.ready = 1 AND s.estate_id = :estate_id
ORDER BY s.recent, s.volunteer_id LIMIT :limit
"""
# What somebody asked for, and what was asked for them; whom they said they would, or would not, like again.
LAST_OWN = "SELECT id FROM service_requests WHERE person_id = :person_id ORDER BY id DESC LIMIT :limit"
LAST_HELPED = "SELECT id FROM service_requests WHERE helped_id = :person_id ORDER BY id DESC LIMIT :limit"
AGAIN = """
SELECT a.person_id, a.again FROM assignments a WHERE a.request_id IN ({ids}) AND a.again IS NOT NULL ORDER BY a.id
"""
MEMBER = """
SELECT s.volunteer_id FROM volunteers v JOIN volunteer_skills s ON s.volunteer_id = v.id
WHERE v.person_id = :person_id AND v.team_id = :team_id AND s.skill = :skill AND s.ready = 1
"""
ANYBODY = """
SELECT 1 AS yes FROM volunteer_skills s WHERE s.team_id = :team_id AND s.skill = :skill AND s.ready = 1 LIMIT 1
"""
FIGURES = """
SELECT v.id, v.person_id, v.badge, v.most, v.home_id, v.estate_id, h.latitude, h.longitude,
    (SELECT COUNT(*) FROM assignments a WHERE a.person_id = v.person_id AND a.ended_at IS NULL) AS held,
    (SELECT COUNT(*) FROM assignments a WHERE a.person_id = v.person_id AND a.claimed_at > :since
        AND (a.ended IS NULL OR a.ended = 'finish')) AS taken,
    (SELECT MAX(a.claimed_at) FROM assignments a WHERE a.person_id = v.person_id AND a.claimed_at > :since) AS last_at,
    (SELECT COUNT(*) FROM offers o WHERE o.person_id = v.person_id AND o.state = 'open') AS asked,
    (SELECT COUNT(*) FROM addresses d WHERE d.person_id = v.person_id AND d.state = 'open') AS ways
FROM volunteers v LEFT JOIN places h ON h.id = v.home_id WHERE v.id IN ({ids}) ORDER BY v.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A volunteer who might go, with exact figures: tasks held now, taken in the last 30 days, offers still open.

    `point`: where they live, latitude and longitude in degrees. `reached`: whether anything that we say arrives.
    """

    volunteer_id: int
    person_id: int
    badge: str
    most: int
    held: int
    taken: int
    asked: int
    last_at: datetime | None
    home_id: int | None
    estate_id: int | None
    point: tuple[float, float] | None
    reached: bool


def least_recent(
    tx: Transaction, team_id: int, skill: str, limit: int, after: tuple[int, int] = (-1, 0)
) -> list[tuple[int, int]]:
    """Those who took least lately: (tasks as last counted, membership). `after`: the last of the page before."""
    values = {"team_id": team_id, "skill": skill, "recent": after[0], "after": after[1], "limit": limit}
    return [(row["recent"], row["volunteer_id"]) for row in tx.all(LEAST_RECENT, **values)]


def near(
    tx: Transaction, team_id: int, skill: str, home_id: int | None, estate_id: int | None, limit: int
) -> list[int]:
    """Memberships in the same building and the same estate, those who took least lately first."""
    values = {"team_id": team_id, "skill": skill, "limit": limit}
    rows: list[Row] = []
    if home_id is not None:
        rows += tx.all(SAME_HOME, home_id=home_id, **values)
    if estate_id is not None:
        rows += tx.all(SAME_ESTATE, estate_id=estate_id, **values)
    return list(dict.fromkeys(row["volunteer_id"] for row in rows))


def known_to(tx: Transaction, people: Sequence[int]) -> dict[int, bool]:
    """Whom these people said they would (True) or would not (False) like again; what was said last counts."""
    last = [
        row["id"]
        for person_id in people
        for sql in (LAST_OWN, LAST_HELPED)
        for row in tx.all(sql, person_id=person_id, limit=LAST_REQUESTS)
    ]
    if not last:
        return {}
    sql, ids = _listed(AGAIN, last)
    return {row["person_id"]: bool(row["again"]) for row in tx.all(sql, **ids)}


def membership(tx: Transaction, team_id: int, skill: str, person_id: int) -> int | None:
    """Somebody's membership in a team, if they can be asked for this skill now."""
    row = tx.one(MEMBER, team_id=team_id, skill=skill, person_id=person_id)
    return None if row is None else int(row["volunteer_id"])


def anybody(tx: Transaction, team_id: int, skill: str) -> bool:
    """Whether a team has anybody on duty with this skill."""
    return tx.one(ANYBODY, team_id=team_id, skill=skill) is not None


def figures(tx: Transaction, volunteer_ids: Sequence[int], now: datetime) -> list[Found]:
    """These memberships with their exact figures."""
    if not volunteer_ids:
        return []
    sql, ids = _listed(FIGURES, volunteer_ids)
    return [_found(row) for row in tx.all(sql, since=to_ms(now - SHARE_OVER), **ids)]


def _listed(sql: str, numbers: Sequence[int]) -> tuple[str, dict[str, int]]:
    """The statement with a place for each of these ids, and the ids by the names of their places."""
    ids = {f"id{place}": number for place, number in enumerate(numbers)}
    return sql.format(ids=", ".join(f":{name}" for name in ids)), ids


def _found(row: Row) -> Found:
    point = None if row["latitude"] is None else (row["latitude"], row["longitude"])
    return Found(
        volunteer_id=row["id"],
        person_id=row["person_id"],
        badge=row["badge"],
        most=row["most"],
        held=row["held"],
        taken=row["taken"],
        asked=row["asked"],
        last_at=from_ms_or_none(row["last_at"]),
        home_id=row["home_id"],
        estate_id=row["estate_id"],
        point=point,
        reached=bool(row["ways"]),
    )
