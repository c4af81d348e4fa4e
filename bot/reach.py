"""Reach: whether the other side can be reached. While it cannot, one message probes now and then, the others wait.

An attempt counts against a message only where others got through meanwhile: so an outage of any length burns nobody's
attempts, and one message that always fails cannot hold up the rest.
"""

SHORTEST = 1.0  # seconds before the first probe
LONGEST = 30.0  # seconds between probes that fail on and on
REMEMBERED = 10_000  # messages that have failed


class Reach:
    """What the sends of one account have shown. Times are seconds of any clock that does not jump."""

    def __init__(self, shortest: float = SHORTEST, longest: float = LONGEST) -> None:
        self._shortest, self._longest = shortest, longest
        self._pause = 0.0
        self._failed: dict[int, int] = {}
        self.passed = 0
        self.until = float("-inf")

    @property
    def away(self) -> bool:
        """Whether nothing has got through since the last failure."""
        return self._pause > 0

    def tried(self, message: int) -> bool:
        """Whether this message has failed since the last one got through."""
        return self._failed.get(message) == self.passed

    def got_through(self, message: int) -> None:
        """The other side has answered, whatever it said."""
        self.passed += 1
        self._pause, self.until = 0.0, float("-inf")
        self._failed.pop(message, None)

    def failed(self, message: int, passed_before: int, now: float) -> bool:
        """A send failed that began when `passed_before` had got through. Returns whether the message is to blame."""
        blamed = self._failed.get(message, passed_before) < self.passed
        if len(self._failed) >= REMEMBERED:
            self._failed.clear()
        self._failed[message] = self.passed
        if passed_before == self.passed and now >= self.until:
            self._pause = min(self._longest, self._pause * 2) if self._pause else self._shortest
            self.until = now + self._pause
        return blamed
