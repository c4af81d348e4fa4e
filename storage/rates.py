"""Rates: the histories of those requests whose limit fell in a period, a slice at a time, without any words.

An event that gives a request its limit says where the request belonged then, and who had it. So what belongs to a
place, a team or a period is found by events alone, and stays as it was when a request moves on later.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from storage.request_events import Event
from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

# A request whose limit was changed within the period comes once for each; which one counts is seen by its history.
IN_PLACE = """
SELECT DISTINCT e.deadline_at, e.request_id FROM request_events e LEFT JOIN places p ON p.id = e.place_id
WHERE e.deadline_at >= :begin AND e.deadline_at < :end AND (e.deadline_at, e.request_id) > (:after, :after_id)
    AND ((p.path >= :path AND p.path < :path_end) OR (e.place_id IS NULL AND :placeless = 1))
ORDER BY e.deadline_at, e.request_id LIMIT :limit
"""
IN_TEAM = """
SELECT DISTINCT e.deadline_at, e.request_id FROM request_events e
WHERE e.deadline_at >= :begin AND e.deadline_at < :end AND (e.deadline_at, e.request_id) > (:after, :after_id)
    AND e.team_id = :team_id
ORDER BY e.deadline_at, e.request_id LIMIT :limit
"""
# What figures are made of: moves that give a limit, first contacts, answers, stars, and what leaves a request out.
HISTORIES = """
SELECT id, request_id, at, actor_id, move, from_state, to_state, team_id, data, deadline_at, place_id
FROM request_events WHERE request_id IN ({ids}) AND at < :cutoff AND (deadline_at IS NOT NULL OR move IN (
    'contact', 'answer', 'refer', 'reject', 'confirm', 'reopen', 'cancel', 'merge', 'rate', 'exclude', 'include'))
ORDER BY request_id, id
"""
PATHS = "SELECT id, path FROM places WHERE id IN ({ids})"
NUMBERS = "SELECT id, number, item FROM service_requests WHERE id IN ({ids})"


@dataclass(frozen=True, slots=True)
class Key:
    """Where a slice ended: a limit (UTC) and the request that has it."""

    deadline: datetime
    request_id: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose requests: of a place and below (its path), or of a team. `placeless`: also those without a place."""

    path: str = "/"
    placeless: bool = False
    team_id: int | None = None


def due(tx: Transaction, begin: datetime, end: datetime, scope: Scope, after: Key | None, limit: int) -> list[Key]:
    """Requests with a limit in a period (`begin` included, `end` not), in order of the limits, after a key."""
    # An index is entered by its first column: with the period's begin, each slice would read all those before it.
    first = to_ms(after.deadline if after else begin)
    values = {
        "begin": first,
        "end": to_ms(end),
        "after": first,
        "after_id": after.request_id if after else 0,
        "limit": limit,
    }
    if scope.team_id is not None:
        rows = tx.all(IN_TEAM, **values, team_id=scope.team_id)
    else:
        path_end, placeless = scope.path[:-1] + "0", int(scope.placeless)
        rows = tx.all(IN_PLACE, **values, path=scope.path, path_end=path_end, placeless=placeless)
    return [Key(from_ms(row["deadline_at"]), row["request_id"]) for row in rows]


def histories(tx: Transaction, request_ids: Iterable[int], cutoff: datetime) -> dict[int, Sequence[Event]]:
    """What happened to these requests before a moment and matters for figures, in order, without notes."""
    rows = _of(tx, HISTORIES, request_ids, cutoff=to_ms(cutoff))
    events = [_event(row) for row in rows]
    return {request_id: list(group) for request_id, group in groupby(events, key=attrgetter("request_id"))}


def paths(tx: Transaction, place_ids: Iterable[int]) -> dict[int, str]:
    """The paths of these places."""
    return {row["id"]: row["path"] for row in _of(tx, PATHS, place_ids)}


def numbers(tx: Transaction, request_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Number and item of these requests."""
    return {row["id"]: (row["number"], row["item"]) for row in _of(tx, NUMBERS, request_ids)}


def _of(tx: Transaction, sql: str, ids: Iterable[int], **values: int) -> list[Row]:
    named = {f"id{n}": each for n, each in enumerate(dict.fromkeys(ids))}
    if not named:
        return []
    return tx.all(sql.format(ids=", ".join(f":{name}" for name in named)), **named, **values)


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        request_id=row["request_id"],
        at=from_ms(row["at"]),
        actor_id=row["actor_id"],
        move=row["move"],
        from_state=row["from_state"],
        to_state=row["to_state"],
        note="",
        team_id=row["team_id"],
        data=json.loads(row["data"]) if row["data"] else {},
        deadline=from_ms_or_none(row["deadline_at"]),
        place_id=row["place_id"],
    )
