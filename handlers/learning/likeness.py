"""Likeness: whether two questions ask the like, by the features that they share."""

from collections.abc import Iterable
from functools import lru_cache

from handlers.understanding.features import placed, units
from handlers.understanding.normal import fold

LIKE = 0.5  # from here on two questions are one
# What stands in questions of every kind.
_EVERYWHERE = frozenset("咋啥哪几多吗呢吧啊呀的了是不在有要能可以请问想俺你您去办怎么个一下还会这那")


def like(words: str, others: Iterable[tuple[int, str]]) -> int | None:
    """The number of the most alike of the others; None where none is alike enough."""
    scored = [(likeness(words, other), number) for number, other in others]
    best = max(scored, key=lambda each: each[0], default=(0.0, 0))
    return best[1] if best[0] >= LIKE else None


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    first, second = _features(one), _features(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=2048)
def _features(text: str) -> frozenset[str]:
    found = [unit for unit in units(fold(text)) if unit.value not in _EVERYWHERE]
    return frozenset(feature for feature, *_ in placed(found))
