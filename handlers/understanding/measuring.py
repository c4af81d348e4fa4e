"""How well texts are understood: what is expected of each, what was made of it, and the shares."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from handlers.understanding.reading import Reading

EMERGENCY, NONE = "emergency", "none"
KINDS = {"request": "request", "faq": "question"}  # what a label begins with → what its rows are counted as
FIRST = 3  # labels looked at for `top3`


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and the labels that are right for it: `request:<code>`, `faq:<id>`, `emergency` or `none`, the best first.

    `line` is the one of the file that it stands in, from 1; `kind` is what the file calls it.
    """

    text: str
    expect: tuple[str, ...]
    kind: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a text: labels, the best first; whether it alarmed; whether the yes/no question was asked."""

    labels: tuple[str, ...]
    alarmed: bool = False
    asked: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A sample and what was made of it."""

    sample: Sample
    made: Made

    def right(self, first: int) -> bool:
        """Whether any of the expected labels stands within the first ones."""
        return not set(self.sample.expect).isdisjoint(self.made.labels[:first])


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; no share of nothing."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, to four digits; None of nothing."""
        return round(self.count / self.of, 4) if self.of else None


@dataclass(frozen=True, slots=True)
class Figures:
    """The shares over a file. `top1` and `top3` by kind; `emergency` rows caught, other rows alarmed and asked; `none`
    rows respected; and milliseconds that all but one text in a hundred need at most."""

    top1: dict[str, Share]
    top3: dict[str, Share]
    caught: Share
    false_alarms: Share
    asked: Share
    respected: Share
    ms_p99: float

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON, in the form that tools outside rely on."""
        kinds = {
            kind: {"n": share.of, "top1": share.value, "top3": self.top3[kind].value}
            for kind, share in self.top1.items()
        }
        emergency = {
            "n": self.caught.of,
            "caught": self.caught.value,
            "others": self.false_alarms.of,
            "false_alarms": self.false_alarms.value,
            "asked": self.asked.value,
        }
        none = {"n": self.respected.of, "respected": self.respected.value}
        return {"kinds": kinds, "emergency": emergency, "none": none, "ms_p99": round(self.ms_p99, 3)}


def made_of(reading: Reading, seconds: float = 0.0) -> Made:
    """What a reading comes to. Danger stands first where its number is given at once; then `none` where the text asks
    for nothing, and also where nothing is like it; then what is ranked."""
    danger = reading.emergency
    alarmed = danger is not None and danger.level in ("alarm", "show")
    labels = [EMERGENCY] if alarmed else []
    if reading.small_talk is not None or not (reading.ranked or alarmed):
        labels.append(NONE)
    labels += (match.label for match in reading.ranked)
    asked = danger is not None and danger.level in ("ask", "show")
    return Made(tuple(labels), alarmed, asked, seconds)


def judge(samples: Iterable[Sample], read: Callable[[str], Reading]) -> list[Judged]:
    """Every sample, read in turn and timed."""
    judged = []
    for sample in samples:
        began = perf_counter()
        reading = read(sample.text)
        judged.append(Judged(sample, made_of(reading, perf_counter() - began)))
    return judged


def figures(judged: Sequence[Judged]) -> Figures:
    """The shares. A row belongs to the kind of its first label; a false alarm is one on a row without that label."""
    kinds: dict[str, list[Judged]] = {}
    for one in judged:
        kind = KINDS.get(one.sample.expect[0].partition(":")[0])
        if kind is not None:
            kinds.setdefault(kind, []).append(one)
    danger = [one for one in judged if one.sample.expect[0] == EMERGENCY]
    others = [one for one in judged if EMERGENCY not in one.sample.expect]
    none = [one for one in judged if one.sample.expect[0] == NONE]
    return Figures(
        top1={kind: share(some, lambda one: one.right(1)) for kind, some in sorted(kinds.items(), reverse=True)},
        top3={kind: share(some, lambda one: one.right(FIRST)) for kind, some in kinds.items()},
        caught=share(danger, lambda one: one.made.alarmed),
        false_alarms=share(others, lambda one: one.made.alarmed),
        asked=share(others, lambda one: one.made.asked),
        respected=share(none, lambda one: one.right(1)),
        ms_p99=p99([one.made.seconds for one in judged]) * 1000,
    )


def share(judged: Sequence[Judged], good: Callable[[Judged], bool]) -> Share:
    """The share of those that are good."""
    return Share(sum(map(good, judged)), len(judged))


def p99(seconds: Sequence[float]) -> float:
    """What all but one in a hundred stay below or at; 0 of nothing."""
    return sorted(seconds)[math.ceil(len(seconds) * 0.99) - 1] if seconds else 0.0
