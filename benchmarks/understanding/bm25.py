"""BM25 (Okapi, k1 = 1.5, b = 0.75) over the words that jieba cuts; one document for each label."""

import logging
import math
from collections import Counter, defaultdict

import jieba

from benchmarks.understanding.words import Ranked, labelled
from handlers.packs import Pack

_K1, _B = 1.5, 0.75


def build(pack: Pack) -> Ranked:
    """Cuts all phrases, and counts."""
    jieba.setLogLevel(logging.WARNING)
    documents: dict[str, Counter[str]] = defaultdict(Counter)
    for label, phrase in labelled(pack):
        documents[label].update(_cut(phrase))
    usual = sum(document.total() for document in documents.values()) / len(documents)
    spread = Counter(word for document in documents.values() for word in document)
    weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for label, document in documents.items():
        length = _K1 * (1 - _B + _B * document.total() / usual)
        for word, count in document.items():
            rare = math.log(1 + (len(documents) - spread[word] + 0.5) / (spread[word] + 0.5))
            weights[word].append((label, rare * count * (_K1 + 1) / (count + length)))

    def ranked(text: str) -> list[str]:
        scores: defaultdict[str, float] = defaultdict(float)
        for word in _cut(text):
            for label, weight in weights.get(word, ()):
                scores[label] += weight
        return sorted(scores, key=scores.__getitem__, reverse=True)[:3]

    return ranked


def _cut(text: str) -> list[str]:
    return [word for word in jieba.cut(text.lower()) if word.strip()]
