"""The queue of updates that wait for the bot, and what became of those that do not wait any more."""

import json
from collections import Counter, deque
from dataclasses import dataclass

from tests.botapi.errors import JSON
from tests.botapi.rules import Rules

Lane = tuple[str, int]
"""Updates of one lane reach a webhook one at a time: a chat's, or for presses a user's."""

UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # delivered only when named


@dataclass(slots=True)
class Waiting:
    """An update on its way. `again`: it was delivered before and comes once more, whatever the offset says."""

    number: int
    update_id: int
    body: bytes
    lane: Lane
    dies_at: float
    broken: bool = False
    again: bool = False


class UpdateQueue:
    """Updates in order. Guarded by the world's lock."""

    def __init__(self, rules: Rules, first_id: int = 1000) -> None:
        self.next_id = first_id
        self.pending: dict[int, Waiting] = {}
        self.acknowledged: list[int] = []
        self.dropped: list[int] = []
        self.handed: Counter[int] = Counter()  # update_id → how many times it was delivered
        self.allowed: set[str] = set()
        self._bodies: dict[int, tuple[bytes, Lane]] = {}
        self._lanes: dict[Lane, deque[Waiting]] = {}
        self._number = 0
        self._rules = rules

    def put(self, kind: str, content: JSON, lane: Lane, now: float) -> JSON:
        """Adds an update with the next id, unless the bot did not ask for its kind; returns it."""
        update: JSON = {"update_id": self.next_id, kind: content}
        self.next_id += 1
        wanted = kind in self.allowed if self.allowed else kind not in UNASKED
        if wanted:
            body = json.dumps(update, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            self.add(update["update_id"], body, lane, now)
        return update

    def add(self, update_id: int, body: bytes, lane: Lane, now: float, *, broken: bool = False) -> None:
        """Adds the bytes of an update."""
        age = self._rules.press_age if lane[0] == "press" else self._rules.message_age
        self._bodies[update_id] = (body, lane)
        self._line_up(Waiting(self._number, update_id, body, lane, now + age, broken))

    def repeat(self, update_id: int, now: float) -> None:
        """Delivers an update once more, as Telegram does when an acknowledgement was lost on its way."""
        body, lane = self._bodies[update_id]
        self._line_up(Waiting(self._number, update_id, body, lane, now + self._rules.message_age, again=True))

    def _line_up(self, waiting: Waiting) -> None:
        self._number += 1
        self.pending[waiting.number] = waiting
        self._lanes.setdefault(waiting.lane, deque()).append(waiting)

    def poll(self, offset: int, limit: int, now: float) -> list[Waiting]:
        """getUpdates: forgets all below `offset` (for a negative one, all but the last), returns the next ones."""
        if offset < 0:
            kept = list(self.pending.values())[offset:]
            offset = kept[0].update_id if kept else 0
        for waiting in list(self._below(offset)):
            self.acknowledge(waiting)
        batch = self._next(limit, now)
        for waiting in batch:
            self.hand(waiting)
            if waiting.broken:  # no poller could name an offset beyond it
                self.acknowledge(waiting)
        return batch

    def _below(self, offset: int) -> list[Waiting]:
        found = []
        for waiting in self.pending.values():
            if waiting.update_id >= offset:
                break
            if not waiting.again:
                found.append(waiting)
        return found

    def _next(self, limit: int, now: float) -> list[Waiting]:
        batch: list[Waiting] = []
        old: list[Waiting] = []
        for waiting in self.pending.values():
            if len(batch) == limit:
                break
            (batch if waiting.dies_at > now else old).append(waiting)
        for waiting in old:
            self._drop(waiting)
        return batch

    def hand(self, waiting: Waiting) -> None:
        """Counts a delivery."""
        self.handed[waiting.update_id] += 1
        waiting.again = False

    def acknowledge(self, waiting: Waiting) -> None:
        """The bot has taken it."""
        if self.pending.pop(waiting.number, None) is not None:
            self.acknowledged.append(waiting.update_id)

    def head(self, lane: Lane, now: float) -> Waiting | None:
        """The update of a lane that a webhook gets next."""
        line = self._lanes.get(lane)
        while line:
            waiting = line[0]
            if waiting.number in self.pending and waiting.dies_at > now:
                return waiting
            line.popleft()
            self._drop(waiting)
        self._lanes.pop(lane, None)
        return None

    def lanes(self) -> list[Lane]:
        """Lanes that may have something waiting."""
        return list(self._lanes)

    def clear(self) -> None:
        """Drops all that waits."""
        for waiting in list(self.pending.values()):
            self._drop(waiting)

    def _drop(self, waiting: Waiting) -> None:
        if self.pending.pop(waiting.number, None) is not None:
            self.dropped.append(waiting.update_id)
