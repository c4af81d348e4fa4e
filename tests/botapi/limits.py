"""Sliding windows: 30 a second overall, one a second for a person, 20 a minute for a group."""

import math
from collections import deque

from tests.botapi.errors import TooMany
from tests.botapi.rules import Counting, Rate, Rules


class Window:
    """The times of what was let through lately, for one chat or for the account."""

    __slots__ = ("closed_until", "times")

    def __init__(self) -> None:
        self.times: deque[float] = deque()
        self.closed_until = -math.inf

    def wait(self, now: float, rate: Rate, weight: int) -> float:
        """Seconds until `weight` more messages fit; 0 when they do now. An empty window always takes one call."""
        if now < self.closed_until:
            return self.closed_until - now
        limit, seconds = rate
        while self.times and self.times[0] <= now - seconds:
            self.times.popleft()
        surplus = len(self.times) + weight - limit
        if not self.times or surplus <= 0:
            return 0.0
        return self.times[min(surplus, len(self.times)) - 1] + seconds - now


class Limiter:
    """Keeps the rates of `rules`; nothing that is refused counts."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._overall = Window()
        self._chats: dict[int, Window] = {}

    def admit(self, chat_id: int, private: bool, now: float, *, counting: Counting = "all", weight: int = 1) -> None:
        """Lets a call through and counts it, or raises TooMany. `weight` is the number of its messages."""
        asked = self._windows(chat_id, private, counting, weight)
        full = [(wait, window) for window, rate, count in asked if (wait := window.wait(now, rate, count)) > 0]
        if full:
            seconds = max(1, math.ceil(max(wait for wait, _ in full)))
            for _, window in full:
                if self._rules.sticky and window.closed_until <= now:
                    window.closed_until = now + seconds
            raise TooMany(seconds)
        for window, _, count in asked:
            window.times.extend([now] * count)

    def _windows(self, chat_id: int, private: bool, counting: Counting, weight: int) -> list[tuple[Window, Rate, int]]:
        rules = self._rules
        asked: list[tuple[Window, Rate, int]] = []
        if counting == "all" and rules.overall:
            asked.append((self._overall, self._eased(rules.overall), weight))
        rate = rules.private if private else rules.group
        if counting != "none" and rate:
            # An album is one event for a person's one message a second, and several for a group's twenty a minute.
            eased = self._eased(rate, rules.burst if private else 0)
            asked.append((self._chats.setdefault(chat_id, Window()), eased, 1 if private else weight))
        return asked

    def _eased(self, rate: Rate, burst: int = 0) -> Rate:
        count, seconds = rate
        stretch = (count + burst) / count
        return count + burst, max(0.0, seconds * stretch - self._rules.tolerance)
