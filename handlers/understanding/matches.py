"""Matches: the labels that a text may mean, in one ranked list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

Kind = Literal["request", "faq"]
MOST = 8  # matches given back


@dataclass(frozen=True, slots=True)
class Match:
    """A label that a text may mean: its code, its share from 0 to 1, and the words of the text that told.

    `kind`: request (an item of the catalogue) or faq (a question).
    """

    code: str
    score: float
    because: str
    kind: Kind = "request"

    @classmethod
    def of(cls, label: str, score: float, because: str) -> Self:
        """The match of a label such as `request:eld.meal` or `faq:canteen_price`."""
        kind, _, code = label.partition(":")
        return cls(code, score, because, "faq" if kind == "faq" else "request")

    @property
    def label(self) -> str:
        """The label as phrases and measurements name it."""
        return f"{self.kind}:{self.code}"


def of_kind(ranked: Iterable[Match], kind: Kind) -> tuple[Match, ...]:
    """The items, or the questions, of a ranked list."""
    return tuple(match for match in ranked if match.kind == kind)[:MOST]
