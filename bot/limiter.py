"""Limiter: when the next message may leave, by the rates of an account and of each chat, instead of running into 429.

Two things keep an account at its limit without breaking it. A sliding window never lets more through than the rate
says. And broadcasts leave evenly, one interval apart: sent in a burst they would fill the window at once, and a reply
would have to wait for its end.
"""

import bisect
import heapq
from collections import deque

from bot.channels import Rates

MARGIN = 1.005  # windows are taken a little longer than the channel says: its clock is not ours
CATCH_UP = 0.02  # seconds; broadcasts that a busy loop held up for no longer than this follow at once
MEASURED = 100  # sends
USUAL = 0.1  # what takes longer than this share of the last sends may have been held up on its way


class Window:
    """At most `count` messages in any `seconds`. Times are seconds of any clock that does not jump."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self.seconds = seconds * MARGIN
        self.interval = seconds / count
        self._sent: deque[float] = deque()

    def ready_at(self, now: float, weight: int = 1) -> float:
        """When the next `weight` messages may leave together; `now` or earlier means at once."""
        while self._sent and self._sent[0] <= now - self.seconds:
            self._sent.popleft()
        surplus = len(self._sent) + min(weight, self._count) - self._count
        return now if surplus <= 0 else self._sent[surplus - 1] + self.seconds

    def note(self, at: float, weight: int = 1) -> None:
        """Notes that messages left."""
        for _ in range(weight):
            bisect.insort(self._sent, at)

    def move(self, noted: float, at: float) -> None:
        """A message that was noted for one moment happens at a later one."""
        if noted in self._sent:
            self._sent.remove(noted)
            bisect.insort(self._sent, at)

    def empty(self, now: float) -> bool:
        """Whether nothing was sent within the window."""
        self.ready_at(now)
        return not self._sent


class Limiter:
    """The limits of one account: its own, and one for each chat that was sent to lately.

    `bulk` says that a message is one of a broadcast. Where broadcasts are paid for they have a window of their own.
    """

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._account = Window(*rates.account)
        self._paid = Window(*rates.paid) if rates.paid is not None else None
        self._chats: dict[str, Window] = {}
        self._forget: list[tuple[float, str]] = []
        self._next_bulk = float("-inf")
        self._paused_until = float("-inf")
        self._took: deque[float] = deque(maxlen=MEASURED)

    @property
    def bulk_per_second(self) -> float:
        """How many messages of broadcasts may leave in a second."""
        return 1 / self._window(bulk=True).interval

    @property
    def paused_until(self) -> float:
        """Until when nothing may leave at all."""
        return self._paused_until

    def ready_at(self, chat: str, now: float, *, group: bool = False, bulk: bool = False, weight: int = 1) -> float:
        """When the next message may leave to a chat, by all limits. `weight`: how many it is (an album is several)."""
        at = max(self.account_ready_at(now, bulk=bulk, weight=weight), self._next_bulk if bulk else now)
        return max(at, self.chat_ready_at(chat, now, weight if group else 1))

    def account_ready_at(self, now: float, *, bulk: bool = False, weight: int = 1) -> float:
        """When the account may send next."""
        return max(self._paused_until, self._window(bulk=bulk).ready_at(now, weight))

    def chat_ready_at(self, chat: str, now: float, weight: int = 1) -> float:
        """When this chat may be sent to next, by its own limit."""
        window = self._chats.get(chat)
        return window.ready_at(now, weight) if window else now

    def note(self, chat: str, now: float, *, group: bool = False, bulk: bool = False, weight: int = 1) -> None:
        """Notes that a message leaves for a chat. In a private chat an album counts once."""
        window = self._window(bulk=bulk)
        window.note(now, weight)
        if bulk:
            self._next_bulk = max(self._next_bulk, now - CATCH_UP) + window.interval * weight
        count, seconds = self._rates.group if group else self._rates.chat
        if chat not in self._chats:
            self._chats[chat] = Window(count, seconds)
        self._chats[chat].note(now, weight if group else 1)
        heapq.heappush(self._forget, (now + seconds * MARGIN * 2, chat))
        self._forget_idle(now)

    def leaves(self, chat: str, noted: float, now: float, *, bulk: bool = False) -> None:
        """What was noted for one moment really leaves now."""
        self._window(bulk=bulk).move(noted, now)
        window = self._chats.get(chat)
        if window is not None:
            window.move(noted, now)

    def answered(self, chat: str, left: float, now: float, *, bulk: bool = False) -> None:
        """A send is over: it arrived somewhere between leaving and now, and what follows must not catch up with it.

        A chat waits from now on. The account goes by how much longer this send took than the quicker ones do: where all
        take the same time, they arrive as far apart as they left; after a hold-up they arrive bunched, and count so.
        """
        window = self._chats.get(chat)
        if window is not None:
            window.move(left, now)
        held_up = now - left - self._usual()
        self._took.append(now - left)
        if held_up > 0:
            self._window(bulk=bulk).move(left, left + held_up)

    def pause(self, seconds: float, now: float) -> None:
        """The other side said 429: the account sends nothing for so long."""
        self._paused_until = max(self._paused_until, now + seconds)

    def _usual(self) -> float:
        if len(self._took) < MEASURED:
            return 0.0
        return sorted(self._took)[int(MEASURED * USUAL)]

    def _window(self, *, bulk: bool) -> Window:
        return self._paid if bulk and self._paid is not None else self._account

    def _forget_idle(self, now: float) -> None:
        while self._forget and self._forget[0][0] <= now:
            _, chat = heapq.heappop(self._forget)
            window = self._chats.get(chat)
            if window is None:
                continue
            if window.empty(now):
                del self._chats[chat]
            else:
                heapq.heappush(self._forget, (now + window.seconds, chat))
