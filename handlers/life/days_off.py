"""Days off as a community notes them for years that the calendar package does not know yet, or against it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DaysOff:
    """What a pack says of single days: off, or worked on though a weekend. `years`: those whose notice it holds."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()


NOTHING_NOTED = DaysOff()
