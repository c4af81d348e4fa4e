"""Limiter: paces sends over a sliding window, for an account and for each chat, instead of running into 429."""

import bisect
import heapq
from collections import deque

from bot.channels import Rates

MEASURED = 50  # sends
MARGIN = 1.02  # the other side's clock is not ours: windows are taken a little longer than it says


class Window:
    """At most `count` sends in any `seconds`. Times are seconds of any clock that does not jump."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self.seconds = seconds * MARGIN
        self._sent: deque[float] = deque()

    def ready_at(self, now: float) -> float:
        """When the next send may leave; `now` or earlier means at once."""
        while self._sent and self._sent[0] <= now - self.seconds:
            self._sent.popleft()
        return now if len(self._sent) < self._count else self._sent[-self._count] + self.seconds

    def note(self, at: float) -> None:
        """Notes a send."""
        bisect.insort(self._sent, at)

    def move(self, noted: float, at: float) -> None:
        """The send that was noted for one moment happens at a later one."""
        if noted in self._sent:
            self._sent.remove(noted)
            bisect.insort(self._sent, at)

    def empty(self, now: float) -> bool:
        """Whether nothing was sent within the window."""
        self.ready_at(now)
        return not self._sent


class Limiter:
    """The limits of one account: its own, and one for each chat that was sent to lately."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._account = Window(*rates.account)
        self._chats: dict[str, Window] = {}
        self._forget: list[tuple[float, str]] = []
        self._paused_until = 0.0
        self._took: deque[float] = deque(maxlen=MEASURED)

    def account_ready_at(self, now: float) -> float:
        """When the account may send next."""
        return max(self._paused_until, self._account.ready_at(now))

    def chat_ready_at(self, chat: str, now: float) -> float:
        """When this chat may be sent to next, by its own limit."""
        window = self._chats.get(chat)
        return window.ready_at(now) if window else now

    def note(self, chat: str, group: bool, now: float) -> None:
        """Notes a send to a chat."""
        self._account.note(now)
        count, seconds = self._rates.group if group else self._rates.chat
        window = self._chats.get(chat)
        if window is None:
            window = self._chats[chat] = Window(count, seconds)
        window.note(now)
        heapq.heappush(self._forget, (now + seconds * MARGIN * 2, chat))
        self._forget_idle(now)

    def leaves(self, noted: float, now: float) -> None:
        """A send that was noted for one moment (it was claimed then) leaves now."""
        self._account.move(noted, now)

    def answered(self, chat: str, noted: float, left: float, now: float) -> None:
        """A send is over: it arrived somewhere between leaving and now, and what follows must not catch up with it.

        A chat waits from now on. The account goes by how much longer this send took than the quickest of late: where
        every one takes the same time, they arrive as far apart as they left.
        """
        window = self._chats.get(chat)
        if window is not None:
            window.move(noted, now)
        self._took.append(now - left)
        usual = min(self._took) if len(self._took) == MEASURED else 0.0
        self._account.move(left, now - usual)

    def pause(self, seconds: float, now: float) -> None:
        """The other side said 429: the account sends nothing for so long."""
        self._paused_until = max(self._paused_until, now + seconds)

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
