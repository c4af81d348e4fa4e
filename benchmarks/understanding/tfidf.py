"""scikit-learn: TF-IDF over characters, one to three of them, and the cosine to every phrase."""

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.understanding.words import Ranked, best_of_each, labelled
from handlers.packs import Pack


def build(pack: Pack) -> Ranked:
    """Fits the vectors of all phrases; rows come with length one, so that a product is the cosine."""
    pairs = labelled(pack)
    labels = [label for label, _ in pairs]
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    matrix = vectors.fit_transform(phrase for _, phrase in pairs)

    def ranked(text: str) -> list[str]:
        cosines = (matrix @ vectors.transform([text]).T).toarray().ravel()
        return best_of_each(labels[number] for number in np.argsort(-cosines))

    return ranked
