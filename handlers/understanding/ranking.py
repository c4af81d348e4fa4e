"""Ranking: one list of everything that a text may mean, from what was trained and what was learned since."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.understanding import small_talk
from handlers.understanding.learned import Learned
from handlers.understanding.matches import MOST, Match
from handlers.understanding.matching import Matcher
from handlers.understanding.vocabulary import Vector

# Shares, measured on texts that no phrase was written from: from SURE on, and CLEAR of the next one, 97 of 100 are
# right; below FAINT nothing that we know is meant more often than not.
SURE, CLEAR, FAINT = 0.35, 0.1, 0.08
TALKATIVE = 2.0  # small talk must be likelier than the best match by this: a request that is lost costs more
LEAST = 0.0002  # a share below is none
EXPLAINED = 4  # matches whose reason is told: no more are shown


@dataclass(frozen=True, slots=True)
class Ranked:
    """The matches, the likeliest first; the kind of small talk that the text is more likely, if any.

    `sure`: the first match, where it is sure enough to be acted upon.
    """

    matches: tuple[Match, ...]
    small_talk: str | None
    sure: Match | None


def rank(folded: str, vector: Vector, matcher: Matcher, learned: Learned) -> Ranked:
    """What a folded text (and its vector) may mean."""
    told = _told(folded, vector, matcher, learned)
    talk = {label: share for label, share in told.items() if label.startswith(small_talk.NONE)}
    meant = sorted((share, label) for label, share in told.items() if label not in talk and share >= LEAST)
    meant = meant[: -3 * MOST - 1 : -1]
    reasons = matcher.because(folded, vector, [label for _, label in meant[:EXPLAINED]])
    matches = tuple(Match.of(label, round(share, 4), reasons.get(label, "")) for share, label in meant)
    kind = _kind(talk, matches)
    return Ranked(matches, kind, _sure(matches) if kind is None else None)


def _told(folded: str, vector: Vector, matcher: Matcher, learned: Learned) -> dict[str, float]:
    """The share of each label: what was learned since decides as far as the text is like it."""
    told = matcher.likeliest(vector, 4 * MOST)
    near = learned.nearest(folded, vector)
    if near is not None:
        label, decides = near
        told = {each: share * (1 - decides) for each, share in told.items()}
        told[label] = told.get(label, 0.0) + decides
    return told


def _kind(talk: Mapping[str, float], matches: tuple[Match, ...]) -> str | None:
    best = matches[0].score if matches else 0.0
    if talk and sum(talk.values()) > TALKATIVE * best:
        return max(talk, key=lambda label: talk[label]).removeprefix(small_talk.NONE)
    return small_talk.UNCLEAR if best < FAINT else None


def _sure(matches: tuple[Match, ...]) -> Match | None:
    next_best = matches[1].score if len(matches) > 1 else 0.0
    return matches[0] if matches[0].score >= SURE and matches[0].score - next_best >= CLEAR else None
