"""Requests that wait for a volunteer, as rows, inserted in bulk: each with its history and its offer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.linli.bulk import Bulk
from storage import places, service_requests, teams
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.times import to_ms
from storage.transaction import Transaction

TEAM, ITEM, ESTATE = "shuidian", "pub.light", "heshun"
REQUEST = (
    *("id", "number", "state", "item", "person_id", "place_id", "team_id", "details_sealed"),
    *("respond_by_at", "resolve_by_at", "created_at"),
)
EVENT = ("id", "request_id", "at", "actor_id", "move", "from_state", "to_state")
TIMER = ("id", "request_id", "kind", "due_at", "state")
LADDERS = ("respond.warning", "resolve.warning")
OFFER = ("id", "request_id", "team_id", "state", "offered_at")
MOVES = (("submit", None, "submitted"), ("accept", "submitted", "accepted"), ("dispatch", "accepted", "dispatched"))
CREATED = datetime(2026, 11, 1, 1, 0, tzinfo=UTC)
DUE = datetime(2099, 1, 1, tzinfo=UTC)  # nothing of it falls due while it is measured


@dataclass(frozen=True, slots=True)
class Where:
    """Where the requests are, and whose they are."""

    place: int
    team: int


def where(tx: Transaction) -> Where:
    """The demo's estate and its team."""
    place, team = places.read_by_code(tx, ESTATE), teams.read_by_code(tx, TEAM)
    if place is None or team is None:
        raise LookupError("the demo pack is not loaded")
    return Where(place.id, team.id)


def fill(bulk: Bulk, keys: Keyring, ids: IdMaker, spot: Where, residents: Sequence[int], count: int) -> None:
    """`count` requests, spread over all residents."""
    at, numbers = to_ms(CREATED), [ids.next() for _ in range(count)]
    limits = to_ms(CREATED + timedelta(days=1)), to_ms(CREATED + timedelta(days=3))
    people = residents[:: max(1, len(residents) // count)]

    def rows() -> Iterator[tuple[object, ...]]:
        for place, number in enumerate(numbers):
            person = people[place % len(people)]
            words = [f"楼道灯坏了，灯座上写着第 {place} 号", "和顺里小区3号楼 2单元502", "", "+8619900000000"]
            body = json.dumps(words, ensure_ascii=False).encode()
            details = keys.seal(f"{service_requests.DETAILS}:{number}", body)
            day = f"20261101-{place:07d}"
            yield (number, day, "dispatched", ITEM, person, spot.place, spot.team, details, *limits, at)

    bulk.insert("service_requests", REQUEST, rows())
    moves = ((ids.next(), number, at, None, *move) for number in numbers for move in MOVES)
    bulk.insert("request_events", EVENT, moves)
    timers = ((ids.next(), number, kind, to_ms(DUE), "waiting") for number in numbers for kind in LADDERS)
    bulk.insert("timers", TIMER, timers)
    bulk.insert("offers", OFFER, ((ids.next(), number, spot.team, "open", at) for number in numbers))
