"""Flood control, per person: generous to people, cheap against floods.

A person may send thirty messages at once and two a second for ever; nobody types faster. Of a flood, the first message
too many is answered once, politely; the rest is acknowledged and costs neither a transaction nor an answer.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

BURST = 30.0
PER_SECOND = 2.0
REMEMBERED = 50_000  # senders; the ones silent longest are forgotten first, which only makes us more generous


class Verdict(Enum):
    """What to do with an event."""

    HANDLE = "handle"
    WARN = "warn"  # answer once that it is too fast
    DROP = "drop"


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    said_at: float
    warned: bool = False


class FloodControl:
    """A bucket of tokens for each sender."""

    def __init__(self, burst: float = BURST, per_second: float = PER_SECOND) -> None:
        self._burst = burst
        self._per_second = per_second
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def judge(self, sender: Hashable, at: float, said_at: float = 0.0) -> Verdict:
        """Whether this sender's next event is handled.

        `at` is any clock in seconds that does not jump; `said_at` the moment the channel gives, in seconds: what
        waited while we were away comes all at once, and is no flood.
        """
        bucket = self._bucket(sender, at, said_at)
        passed = max(0.0, at - bucket.at, said_at - bucket.said_at)
        bucket.tokens = min(self._burst, bucket.tokens + passed * self._per_second)
        bucket.at, bucket.said_at = at, max(said_at, bucket.said_at)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.warned = False if bucket.tokens > self._burst / 2 else bucket.warned
            return Verdict.HANDLE
        if bucket.warned:
            return Verdict.DROP
        bucket.warned = True
        return Verdict.WARN

    def give_back(self, sender: Hashable, verdict: Verdict) -> None:
        """The event could not be stored and will come again: its verdict cost nothing."""
        bucket = self._buckets.get(sender)
        if bucket is not None and verdict is Verdict.HANDLE:
            bucket.tokens += 1
        elif bucket is not None:
            bucket.warned = False

    def _bucket(self, sender: Hashable, at: float, said_at: float) -> _Bucket:
        bucket = self._buckets.get(sender)
        if bucket is None:
            bucket = self._buckets[sender] = _Bucket(self._burst, at, said_at)
            if len(self._buckets) > REMEMBERED:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(sender)
        return bucket
