"""Learned phrases: what residents confirmed and staff corrected, known from the next message on, undone as easily.

They stand beside the trained model: a text that is like one of them means what that one means. So learning one costs
nothing, and one that is taken back leaves no trace.
"""

from collections.abc import Mapping, Sequence
from typing import Self

import numpy as np
from scipy import sparse

from handlers.understanding.features import features
from handlers.understanding.vocabulary import Vector, Vocabulary

# Cosines: below the first a phrase says nothing, from the second on it decides.
FAR, NEAR = 0.45, 0.8


class Learned:
    """Learned phrases, made ready: immutable, shared by threads."""

    def __init__(self, labels: Sequence[str], phrases: Sequence[str], texts: sparse.csr_matrix) -> None:
        self._labels = labels
        self._exact = dict(zip(phrases, labels, strict=True))
        self._texts = texts

    @classmethod
    def of(cls, phrases: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> Self:
        """The folded phrases of each label."""
        listed = [(label, phrase) for label, said in phrases.items() for phrase in said]
        vectors = [vocabulary.vector(features(phrase)) for _, phrase in listed]
        ends = np.cumsum([0, *(len(vector.columns) for vector in vectors)])
        columns = np.concatenate([vector.columns for vector in vectors]) if vectors else np.zeros(0, np.int32)
        values = np.concatenate([vector.values for vector in vectors]) if vectors else np.zeros(0, np.float32)
        table = sparse.csr_matrix((values, columns, ends), shape=(len(listed), len(vocabulary.rarity)))
        return cls([label for label, _ in listed], [phrase for _, phrase in listed], table)

    def nearest(self, folded: str, vector: Vector) -> tuple[str, float] | None:
        """The label of the learned phrase that a text is most like, and how much it decides, from 0 to 1."""
        if folded in self._exact:
            return self._exact[folded], 1.0
        if not self._labels or not len(vector.columns):
            return None
        wide = np.zeros(self._texts.shape[1], np.float32)
        wide[vector.columns] = vector.values
        likeness = self._texts @ wide
        best = int(likeness.argmax())
        decides = min(1.0, (float(likeness[best]) - FAR) / (NEAR - FAR))
        return (self._labels[best], decides) if decides > 0 else None
