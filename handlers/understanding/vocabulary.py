"""Vocabulary: which features are known from the phrases and how rare each is; texts as vectors over it."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from handlers.understanding.features import features

SEEN_IN = 2  # phrases; what stands in one alone is chance, and would be two thirds of the table
_MOST = 400  # features of one text, the weightiest: bounds the time for long texts

Columns = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vector:
    """A text as the known features in it and what each counts; together of length 1, or nothing."""

    columns: Columns
    values: Floats


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The known features, each with its column, and the columns' rarity."""

    columns: Mapping[str, int]
    rarity: Floats

    def vector(self, found: Iterable[str]) -> Vector:
        """The vector of a text with these features: often counts for little more than once, rare for more."""
        counted = Counter(self.columns[feature] for feature in found if feature in self.columns)
        columns = np.fromiter(counted.keys(), np.int32, len(counted))
        times = np.fromiter(counted.values(), np.float32, len(counted))
        values = (1 + np.log(times)) * self.rarity[columns]
        if len(columns) > _MOST:
            weightiest = np.argsort(-values, kind="stable")[:_MOST]
            columns, values = columns[weightiest], values[weightiest]
        return Vector(columns, values / max(float(np.linalg.norm(values)), 1e-9))


@dataclass(frozen=True, slots=True)
class Corpus:
    """All phrases as vectors: one row of `texts` a phrase, `label_of` its label's place in `labels`."""

    labels: tuple[str, ...]
    label_of: NDArray[np.int64]
    vocabulary: Vocabulary
    texts: sparse.csr_matrix

    def vector(self, folded: str) -> Vector:
        """The vector of a folded text."""
        return self.vocabulary.vector(features(folded))

    @classmethod
    def build(cls, phrases: Mapping[str, Sequence[str]]) -> Self:
        """The phrases of each label, folded, made ready for training. A second for 12,000 of them."""
        numbers: dict[str, int] = {}
        rows = [
            array("i", [numbers.setdefault(feature, len(numbers)) for feature in features(phrase)])
            for said in phrases.values()
            for phrase in said
        ]
        vocabulary, known = _vocabulary(numbers, rows)
        label_of = [place for place, said in enumerate(phrases.values()) for _ in said]
        return cls(tuple(phrases), np.array(label_of), vocabulary, _table(rows, known, vocabulary.rarity))


def _vocabulary(numbers: Mapping[str, int], rows: Sequence["array[int]"]) -> tuple[Vocabulary, Columns]:
    """The features that are kept; and the column of each feature's number, -1 for those that are not."""
    spread = np.zeros(len(numbers), np.int64)
    for row in rows:
        spread[np.unique(np.frombuffer(row, np.int32))] += 1
    kept = spread >= SEEN_IN
    known = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    columns = {feature: int(known[number]) for feature, number in numbers.items() if kept[number]}
    rarity = np.log((1 + len(rows)) / (1 + spread[kept])) + 1
    return Vocabulary(columns, rarity.astype(np.float32)), known


def _table(rows: Sequence["array[int]"], known: Columns, rarity: Floats) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(row) for row in rows)])
    found = known[np.concatenate([np.frombuffer(row, np.int32) for row in rows])] if rows else known[:0]
    texts = np.repeat(np.arange(len(rows)), np.diff(ends))
    kept = found >= 0
    counted = sparse.csr_matrix(
        (np.ones(int(kept.sum()), np.float32), (texts[kept], found[kept])), shape=(len(rows), len(rarity))
    )
    counted.data = (1 + np.log(counted.data)) * rarity[counted.indices]
    lengths = np.sqrt(np.asarray(counted.multiply(counted).sum(axis=1)).ravel())
    return (sparse.diags((1 / np.maximum(lengths, 1e-9)).astype(np.float32)) @ counted).tocsr()
