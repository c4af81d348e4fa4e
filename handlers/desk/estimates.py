"""Estimates: how long somebody may wait, from how long the last ones did; None where nothing tells. Pure."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

FEWEST = 3  # waits; from fewer nobody can tell
STEP = timedelta(minutes=5)
LONGEST = timedelta(hours=1)  # beyond it we say no number that we cannot keep


def estimate(waits: Sequence[timedelta], waited: timedelta = timedelta(0)) -> int | None:
    """Minutes that somebody who has waited this long may still wait, in steps of five.

    None: too few waits are known, they were too long to promise anything, or the usual time is over already.
    """
    if len(waits) < FEWEST:
        return None
    left = timedelta(seconds=median(each.total_seconds() for each in waits)) - waited
    if left <= timedelta(0) or left > LONGEST:
        return None
    steps = -(-left // STEP)
    return int(steps * STEP / timedelta(minutes=1))
