"""Row ids: 63 bits, made by the program, rising with time.

A value is sealed to its row, so the id must be known before the row is written. Rising ids keep new rows together in
the trees of the database; the random part keeps two processes from meeting.
"""

import random
import secrets
import threading
import time
from collections.abc import Callable

RANDOM_BITS = 20
YEAR_2020_MS = 1_577_836_800_000


class IdMaker:
    """Makes ids: milliseconds since 2020, then 20 random bits. Never the same, never falling, also if the clock is."""

    def __init__(self, rng: random.Random | None = None, clock_ms: Callable[[], int] | None = None) -> None:
        self._rng = rng or random.Random(secrets.randbits(128))
        self._clock_ms = clock_ms or _wall_clock_ms
        self._last = 0
        self._lock = threading.Lock()

    def next(self) -> int:
        """A new id, larger than every id made before by this maker."""
        return self.block(1)

    def block(self, number: int) -> int:
        """The first of so many new ids that follow one upon the other: for rows that one statement makes."""
        moment = (self._clock_ms() - YEAR_2020_MS) << RANDOM_BITS
        with self._lock:
            first = max(self._last + 1, moment | self._rng.getrandbits(RANDOM_BITS))
            self._last = first + number - 1
            return first


def _wall_clock_ms() -> int:
    return time.time_ns() // 1_000_000
