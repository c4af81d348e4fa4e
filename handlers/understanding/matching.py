"""Matching: which label a text means, as shares of 1, and which of its own words told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from handlers.understanding.features import Unit, placed, units
from handlers.understanding.training import shares, train
from handlers.understanding.vocabulary import Columns, Corpus, Floats, Vector, Vocabulary

DANGER = "danger:"  # labels of phrases that tell an emergency alone begin so
_WORDS = 8  # characters of a text that are named as the reason


@dataclass(frozen=True, slots=True)
class Matcher:
    """A trained model: immutable, shared by threads. `starts`, `rows`, `values`: the weights, column by column."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    starts: Columns
    rows: Columns
    values: Floats
    _row: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_row", {label: row for row, label in enumerate(self.labels)})

    @classmethod
    def trained(cls, corpus: Corpus) -> Self:
        """A model of the corpus's labels, but those of danger: two seconds for 15,000 phrases of 300 labels.

        Danger is not ranked, it is looked for; and its many phrases would draw questions about gas or fire to it.
        """
        kept = [row for row, label in enumerate(corpus.labels) if not label.startswith(DANGER)]
        of_kept = np.isin(corpus.label_of, kept)
        texts, labels = corpus.texts[of_kept], np.searchsorted(kept, corpus.label_of[of_kept])
        weights = train(texts, labels, len(kept))
        names = tuple(corpus.labels[row] for row in kept)
        return cls(names, corpus.vocabulary, weights.indptr, weights.indices, weights.data)

    def likeliest(self, vector: Vector, most: int) -> dict[str, float]:
        """The labels that a text means most likely, each with its share; none where nothing in it is known."""
        if not len(vector.columns):
            return {}
        rows, gains, _ = self._pieces(vector)
        of_all = shares(np.bincount(rows, gains, len(self.labels)).astype(np.float32))
        return {self.labels[at]: float(of_all[at]) for at in np.argsort(-of_all, kind="stable")[:most]}

    def because(self, folded: str, vector: Vector, labels: Sequence[str]) -> dict[str, str]:
        """For each of these labels the stretch of a folded text that speaks most for it; left out where none does."""
        if not len(vector.columns):
            return {}
        found = units(folded)
        rows, gains, places = self._pieces(vector)
        place_of = {int(column): place for place, column in enumerate(vector.columns)}
        known = [(place_of[column], at, breadth) for column, at, breadth in self._standing(found) if column in place_of]
        reasons = {}
        for label in labels:
            of_label = rows == self._row[label] if label in self._row else rows < 0
            of_features = np.bincount(places[of_label], gains[of_label], len(place_of)).tolist()
            start, end = _best_stretch(_spread(of_features, known, len(found)))
            if end > start:
                reasons[label] = folded[found[start].start : found[end - 1].end]
        return reasons

    def _pieces(self, vector: Vector) -> tuple[Columns, Floats, Columns]:
        """Of all features of a text: (label's row, gain, place of the feature in the vector)."""
        starts = self.starts[vector.columns]
        lengths = self.starts[vector.columns + 1] - starts
        ends = np.cumsum(lengths)
        taken = np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1])
        gains = self.values[taken] * np.repeat(vector.values, lengths)
        places = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        return self.rows[taken], gains, places

    def _standing(self, found: Sequence[Unit]) -> Iterator[tuple[int, int, int]]:
        """The known features of these units: (column, first unit, how many units)."""
        for feature, at, breadth in placed(found):
            column = self.vocabulary.columns.get(feature)
            if column is not None:
                yield column, at, breadth


def _spread(gains: Sequence[float], known: Sequence[tuple[int, int, int]], length: int) -> list[float]:
    """What each unit of a text gains from the features that reach over it."""
    spread = [0.0] * length
    for feature, at, breadth in known:
        for place in range(at, at + breadth):
            spread[place] += gains[feature] / breadth
    return spread


def _best_stretch(gains: Sequence[float]) -> tuple[int, int]:
    """From where to where the units stand that speak most: at most _WORDS, each end stronger than the average."""
    if not gains or max(gains) <= 0:
        return 0, 0
    calm = sum(gain for gain in gains if gain > 0) / len(gains)
    best, stretch = 0.0, (0, 0)
    for start in range(len(gains)):
        total = 0.0
        for end in range(start, min(start + _WORDS, len(gains))):
            total += gains[end] - calm
            if total > best:
                best, stretch = total, (start, end + 1)
    first = gains.index(max(gains))
    return stretch if stretch[1] else (first, first + 1)
