"""Trained: all that training finds out, as bytes and back, so that a start need not train again.

Only numbers and the features themselves are kept; no phrase can be read from them as a whole.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from handlers.packs.model import Emergency
from handlers.understanding import features
from handlers.understanding.alertness import Alertness, SignBook, all_signs
from handlers.understanding.matching import Matcher
from handlers.understanding.vocabulary import Corpus, Vocabulary

VERSION = 1  # another one wherever features or training change: what was kept before is trained anew

Said = Mapping[str, Sequence[str]]  # the folded phrases of each label


@dataclass(frozen=True, slots=True)
class Trained:
    """What a text is compared with: the ranking of labels, and the sense of danger where there is enough to learn."""

    matcher: Matcher
    alertness: Alertness | None

    @classmethod
    def learn(cls, said: Said, emergency: Emergency) -> Self:
        """Trains from these phrases. Takes about four seconds for 15,000 of them."""
        corpus = Corpus.build(said)
        phrases = [phrase for all_said in said.values() for phrase in all_said]
        return cls(Matcher.trained(corpus), Alertness.of(emergency, corpus, phrases))

    @classmethod
    def load(cls, body: bytes, emergency: Emergency) -> Self:
        """What `dump` has written. Raises ValueError, KeyError or OSError where it is nothing of that kind."""
        with np.load(io.BytesIO(body), allow_pickle=False) as kept:
            names = json.loads(kept["names"].tobytes())
            vocabulary = Vocabulary({feature: at for at, feature in enumerate(names["features"])}, kept["rarity"])
            matcher = Matcher(tuple(names["labels"]), vocabulary, kept["starts"], kept["rows"], kept["values"])
            if not names["signs"]:
                return cls(matcher, None)
            weights, of_signs = kept["danger"], kept["signs"].tolist()
            signs = dict(zip(names["signs"], of_signs, strict=True))
            base = float(kept["base"][0])
            return cls(matcher, Alertness(SignBook(all_signs(emergency)), weights, signs, base))

    def dump(self) -> bytes:
        """All of it as bytes; see `load`."""
        matcher, alertness = self.matcher, self.alertness
        names = {
            "features": list(matcher.vocabulary.columns),
            "labels": matcher.labels,
            "signs": list(alertness.of_signs) if alertness else [],
        }
        body = io.BytesIO()
        np.savez(
            body,
            names=np.frombuffer(json.dumps(names, ensure_ascii=False).encode(), np.uint8),
            rarity=matcher.vocabulary.rarity,
            starts=matcher.starts,
            rows=matcher.rows,
            values=matcher.values,
            danger=alertness.weights if alertness else np.zeros(0, np.float32),
            signs=np.array(list(alertness.of_signs.values()) if alertness else [], np.float64),
            base=np.array([alertness.base if alertness else 0.0]),
        )
        return body.getvalue()


def digest(said: Said, emergency: Emergency) -> str:
    """What tells whether something was trained from just this, by a program that trains in this way."""
    return hashlib.sha256("\n".join(_lines(said, emergency)).encode()).hexdigest()


def _lines(said: Said, emergency: Emergency) -> Iterable[str]:
    yield f"{VERSION} {features.SAME!r}"
    for label, phrases in said.items():
        yield label
        yield from phrases
    yield repr(emergency.words)
    yield repr(emergency.signs)
    yield repr(emergency.alarming)
    yield repr(emergency.harmless)
    yield repr([innocent.example for innocent in emergency.innocents])
