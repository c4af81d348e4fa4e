"""rapidfuzz: `extract` over all phrases, with the scorer that it takes when none is named."""

from rapidfuzz import process

from benchmarks.understanding.words import Ranked, best_of_each, labelled
from handlers.packs import Pack

_PHRASES = 60  # looked at, so that three different labels are among them


def build(pack: Pack) -> Ranked:
    """Keeps the phrases; rapidfuzz has no index."""
    pairs = labelled(pack)
    labels, phrases = [label for label, _ in pairs], [phrase.lower() for _, phrase in pairs]

    def ranked(text: str) -> list[str]:
        found = process.extract(text.lower(), phrases, limit=_PHRASES)
        return best_of_each(labels[number] for _, _, number in found)

    return ranked
