"""Alertness: how much a text sounds like danger, learned from everything that residents write.

Danger words are few and people in danger choose their own: "the lights are on, milk stands before the door, nobody
answers". So beside the words a linear model weighs all that stands in a text: its characters and sounds, and the signs
(an old person, a knock, no answer …) with each pair of them. It learns from the phrases of emergencies against all
other phrases; the pack brings more of both kinds.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from handlers.packs.model import Emergency
from handlers.understanding.features import features
from handlers.understanding.normal import fold
from handlers.understanding.vocabulary import Corpus, Floats, Vector
from handlers.understanding.words import WordFinder

ALARMING, HARMLESS = "danger:alarming", "danger:harmless"  # labels of the pack's texts that tell an alarm alone
_ITEM = "request:"  # labels of items begin so
_ENOUGH = 100  # phrases of a kind, from which on there is something to learn
_STIFF = 1.0  # how strongly weights are held back: against learning single phrases by heart
_SIGNS = 1.0  # what the signs of a text count against its characters
_DANGER = 8.0  # what an emergency counts against another text: they are fewer, and worse to miss
_HARMLESS = 3.0  # and what a harmless text that looks alike counts
_ROUNDS, _STEPS = 8, 8  # of the search, and within each round
_OPINION, _UNSURE = 0.3, 0.005  # what the second opinion counts; so that it never decides alone
_SEEN_IN = 3  # texts; a pair of signs seen in fewer is chance


class SignBook:
    """Signs: many words that mean one thing, such as all that a child is called. And pairs of them."""

    def __init__(self, signs: Mapping[str, Iterable[str]]) -> None:
        self._signs: dict[str, set[str]] = {}
        for sign, words in signs.items():
            for word in words:
                self._signs.setdefault(word, set()).add(sign)
        self._words = WordFinder(self._signs)

    def of(self, folded: str) -> list[str]:
        """The signs in a folded text and their pairs."""
        found = sorted({sign for hit in self._words.find(folded) for sign in self._signs[hit.word]})
        return [*found, *(f"{one} {other}" for one, other in combinations(found, 2))]


@dataclass(frozen=True, slots=True)
class Alertness:
    """A trained model: immutable, shared by threads. One weight a column of the vocabulary, one a sign or pair."""

    book: SignBook
    weights: Floats
    of_signs: Mapping[str, float]
    base: float

    @classmethod
    def of(cls, emergency: Emergency, corpus: Corpus, phrases: Sequence[str]) -> Self | None:
        """A model of the corpus's phrases (folded, in its order), among them the pack's alarming and harmless texts.

        None where the pack brings too few phrases of either kind to learn from: then words alone tell.
        """
        codes = {f"{_ITEM}{words.code}" for words in emergency.words} | {ALARMING}
        dangerous = np.array([label in codes for label in corpus.labels])[corpus.label_of]
        if min(int(dangerous.sum()), int((~dangerous).sum())) < _ENOUGH:
            return None
        alike = np.array([label == HARMLESS for label in corpus.labels])[corpus.label_of]
        counts = np.where(dangerous, _DANGER, np.where(alike, _HARMLESS, 1.0))
        return cls._learnt(SignBook(all_signs(emergency)), corpus, phrases, dangerous, counts, _more(emergency))

    @classmethod
    def _learnt(
        cls,
        book: SignBook,
        corpus: Corpus,
        phrases: Sequence[str],
        dangerous: NDArray[np.bool_],
        counts: NDArray[np.float64],
        more: Mapping[str, bool],
    ) -> Self:
        vectors = [corpus.vocabulary.vector(features(text)) for text in more]
        texts = sparse.vstack([corpus.texts, _rows(vectors, corpus.texts.shape[1])]).tocsr()
        spoken = [book.of(text) for text in (*phrases, *more)]
        columns = _columns(spoken)
        base = sparse.csr_matrix(np.ones((texts.shape[0], 1), np.float32))
        table = sparse.hstack([texts, _sign_rows(spoken, columns), base]).tocsr()
        of_more = [_DANGER if danger else _HARMLESS for danger in more.values()]
        weights = _fit(
            table, np.concatenate([dangerous, list(more.values())]), np.concatenate([counts, np.array(of_more)])
        )
        width = texts.shape[1]
        of_signs = {sign: float(weights[width + column]) for sign, column in columns.items()}
        return cls(book, weights[:width], of_signs, float(weights[-1]))

    def score(self, folded: str, vector: Vector, share: float) -> float:
        """How much a text sounds like danger: above 0 rather yes, below rather no.

        `share`: how likely the text means an emergency, of all that it may mean: a second opinion.
        """
        known = [self.of_signs[sign] for sign in self.book.of(folded) if sign in self.of_signs]
        signs = _SIGNS * math.fsum(known) / math.sqrt(len(known)) if known else 0.0
        opinion = _OPINION * math.log((share + _UNSURE) / (1 - share + _UNSURE))
        return self.base + float(self.weights[vector.columns] @ vector.values) + signs + opinion


def all_signs(emergency: Emergency) -> dict[str, Sequence[str]]:
    """The pack's signs, and the danger words as signs: any strong one, and those of each emergency."""
    signs: dict[str, Sequence[str]] = {sign.name: sign.words for sign in emergency.signs}
    signs |= {f"!{words.code}": words.strong for words in emergency.words}
    signs |= {f"?{words.code}": words.weak for words in emergency.words}
    return signs | {"!": [word for words in emergency.words for word in words.strong]}


def _more(emergency: Emergency) -> dict[str, bool]:
    """Further folded texts, and whether each is danger: words alone, and what excuses them."""
    more = {fold(word): True for words in emergency.words for word in words.strong}
    more |= {fold(word): False for words in emergency.words for word in words.weak}
    return more | {fold(rule.example): False for rule in emergency.innocents}


def _columns(spoken: Iterable[Sequence[str]]) -> dict[str, int]:
    times: dict[str, int] = {}
    for signs in spoken:
        for sign in signs:
            times[sign] = times.get(sign, 0) + 1
    return {sign: place for place, sign in enumerate(sign for sign, seen in times.items() if seen >= _SEEN_IN)}


def _rows(vectors: Sequence[Vector], width: int) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(vector.columns) for vector in vectors)])
    columns = np.concatenate([vector.columns for vector in vectors]) if vectors else np.zeros(0, np.int32)
    values = np.concatenate([vector.values for vector in vectors]) if vectors else np.zeros(0, np.float32)
    return sparse.csr_matrix((values, columns, ends), shape=(len(vectors), width))


def _sign_rows(spoken: Iterable[Sequence[str]], columns: Mapping[str, int]) -> sparse.csr_matrix:
    found = [[columns[sign] for sign in signs if sign in columns] for signs in spoken]
    ends = np.cumsum([0, *(len(some) for some in found)])
    values = [_SIGNS / math.sqrt(len(some)) for some in found for _ in some]
    places = [place for some in found for place in some]
    return sparse.csr_matrix((values, places, ends), shape=(len(found), len(columns)), dtype=np.float32)


def _fit(table: sparse.csr_matrix, dangerous: NDArray[np.bool_], counts: NDArray[np.float64]) -> Floats:
    """The weights of a support vector machine (squared hinge: a text that is clear need not become clearer).

    `counts` is what each text counts. Newton's way: each round looks only at the texts that are not clear yet,
    and goes where their errors are least.
    """
    truth = np.where(dangerous, 1.0, -1.0).astype(np.float32)
    share = counts.astype(np.float32)
    across = table.T.tocsr()
    weights = np.zeros(table.shape[1], np.float32)
    for _ in range(_ROUNDS):
        short = 1.0 - truth * (table @ weights)
        unclear = np.where(short > 0, share, np.float32(0.0))
        uphill = _STIFF * weights - across @ (truth * unclear * short)
        weights = weights + _newton_step(table, across, unclear, -uphill)
    return weights


def _newton_step(
    table: sparse.csr_matrix, across: sparse.csr_matrix, unclear: Floats, wanted: Floats
) -> NDArray[np.float32]:
    """About the step where the slope is nothing, by conjugate gradients."""
    found, rest, way = np.zeros_like(wanted), wanted, wanted
    size = float(rest @ rest)
    for _ in range(_STEPS):
        after = _STIFF * way + across @ (unclear * (table @ way))
        step = size / max(float(way @ after), 1e-12)
        found, rest = found + np.float32(step) * way, rest - np.float32(step) * after
        before, size = size, float(rest @ rest)
        way = rest + np.float32(size / max(before, 1e-12)) * way
    return found
