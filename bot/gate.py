"""Gate: messages that are ready leave one by one, the most urgent first, each as soon as the limiter lets it."""

import asyncio
import bisect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from bot.limiter import Limiter
from storage.sending import BROADCASTS


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who wants to leave: to which chat, in which lane, and as how many messages.

    `first`: nothing of it has left yet; what follows (the rest of a long message) waits for its chat's next turn.
    """

    chat: str
    group: bool
    lane: int
    weight: int = 1
    first: bool = True

    @property
    def bulk(self) -> bool:
        """Whether it is a broadcast's."""
        return self.lane == BROADCASTS


@dataclass(order=True, slots=True)
class _Place:
    lane: int
    number: int
    ticket: Ticket = field(compare=False)
    turn: "asyncio.Future[float]" = field(compare=False)


class Gate:
    """The way out of one account."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter
        self._waiting: list[_Place] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None

    def waiting(self, *, bulk: bool) -> int:
        """How many messages wait here that have not begun to leave, of broadcasts or of everything else."""
        return sum(place.ticket.bulk == bulk and place.ticket.first for place in self._waiting)

    async def leave(self, ticket: Ticket) -> float:
        """Returns when it is this message's turn, which is noted: it must leave now. Returns the loop's time."""
        turn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        place = _Place(ticket.lane, next(self._numbers), ticket, turn)
        bisect.insort(self._waiting, place)
        self._let_out()
        try:
            return await turn
        finally:
            if place in self._waiting:  # given up while it waited
                self._waiting.remove(place)

    def _let_out(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        now, soonest = loop.time(), float("inf")
        for place in list(self._waiting):
            to = place.ticket
            at = self._limiter.ready_at(to.chat, now, group=to.group, bulk=to.bulk, weight=to.weight)
            if at > now:
                soonest = min(soonest, at)
            elif not place.turn.done():
                self._waiting.remove(place)
                self._limiter.note(to.chat, now, group=to.group, bulk=to.bulk, weight=to.weight)
                place.turn.set_result(now)
        if soonest < float("inf"):
            self._timer = loop.call_at(soonest, self._let_out)


class Calls:
    """The calls that one message takes: each leaves at its turn, and the limiter hears when it is over.

    `left` is told when the first one leaves; what it raises ends the send before anything has left.
    """

    def __init__(self, gate: Gate, limiter: Limiter, ticket: Ticket, left: Callable[[], None]) -> None:
        self._gate = gate
        self._limiter = limiter
        self._ticket = ticket
        self._tell = left
        self._left: float | None = None

    async def pace(self, messages: int) -> None:
        """Before each call: waits for its turn. `messages`: as how many it counts."""
        first = self._left is None
        self.over()
        self._left = await self._gate.leave(replace(self._ticket, weight=messages, first=first))
        if first:
            self._tell()

    def written(self) -> None:
        """The call is on the wire: a busy loop may have held it up since its turn came."""
        if self._left is not None:
            now = asyncio.get_running_loop().time()
            self._limiter.leaves(self._ticket.chat, self._left, now, bulk=self._ticket.bulk)
            self._left = now

    def over(self) -> None:
        """The last call, if there was one, was answered, or never will be."""
        if self._left is not None:
            now = asyncio.get_running_loop().time()
            self._limiter.answered(self._ticket.chat, self._left, now, bulk=self._ticket.bulk)
