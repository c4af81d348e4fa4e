"""Training: the weights of a linear model, from phrases whose label is known.

Each label begins as the centre of its phrases; a few rounds of softmax regression then push apart those that are
mistaken for one another. Everything stays sparse, so that 14,000 phrases of 313 labels take two seconds and 2,300
labels still fit. Why this and not a ready-made learner: docs/decisions.md, with the numbers.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

SCALE = 15.0  # how sharply scores (cosines at first) become shares
STEP = 0.3
ROUNDS = 4
BATCH = 4096
LEAST = 0.02  # errors below are left alone: they would fill the table with nothing


def train(texts: sparse.csr_matrix, labels: NDArray[np.int64], count: int) -> sparse.csc_matrix:
    """The weights, one row a label, one column a feature. `labels`: the label of each text, below `count`."""
    weights = _centres(texts, labels, count)
    order = np.random.default_rng(0)  # the same phrases always make the same model
    for _ in range(ROUNDS):
        shuffled = order.permutation(texts.shape[0])
        for start in range(0, len(shuffled), BATCH):
            chosen = shuffled[start : start + BATCH]
            weights = weights + _step(texts[chosen], labels[chosen], weights)
    return weights.tocsc().astype(np.float32)


def shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores as shares of 1, along the last axis."""
    sharp = np.exp(SCALE * (scores - scores.max(axis=-1, keepdims=True)))
    return np.asarray(sharp / sharp.sum(axis=-1, keepdims=True), np.float32)


def _centres(texts: sparse.csr_matrix, labels: NDArray[np.int64], count: int) -> sparse.csr_matrix:
    members = sparse.csr_matrix(
        (np.ones(len(labels), np.float32), (labels, np.arange(len(labels)))), shape=(count, len(labels))
    )
    sums = members @ texts
    lengths = np.sqrt(np.asarray(sums.multiply(sums).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1.0 / np.maximum(lengths, 1e-9)) @ sums, dtype=np.float32)


def _step(texts: sparse.csr_matrix, labels: NDArray[np.int64], weights: sparse.csr_matrix) -> sparse.csr_matrix:
    errors = -shares((texts @ weights.T).toarray())
    errors[np.arange(len(labels)), labels] += 1.0
    errors[np.abs(errors) < LEAST] = 0.0
    return sparse.csr_matrix(STEP * (sparse.csr_matrix(errors.T) @ texts))
