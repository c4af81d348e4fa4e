"""When to try a send again: one small pure function."""

from datetime import timedelta

ATTEMPTS = 8
FIRST = timedelta(seconds=2)
LONGEST = timedelta(minutes=10)


def try_again_after(attempts: int) -> timedelta | None:
    """How long to wait after so many failed attempts: 2 s, 4 s, … at most 10 minutes; None: give up."""
    if attempts >= ATTEMPTS:
        return None
    return min(LONGEST, FIRST * (1 << (attempts - 1)))
