"""Is somebody in danger? Danger words, the phrases that excuse them, and what is left."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.packs.model import Emergency, EmergencyGuide, InnocentLevel
from handlers.understanding.alertness import Alertness
from handlers.understanding.innocents import Rule, Span, windows_around
from handlers.understanding.vocabulary import Vector
from handlers.understanding.words import Hit, WordFinder

DangerLevel = Literal["alarm", "ask", "show"]
_ORDER: tuple[InnocentLevel, ...] = ("quiet", "ask", "show")
# Scores, tuned on texts that no phrase was written from: what sounds like danger alarms, what may be is asked about.
# Words of danger alarm, unless the whole does not sound like it and clearly means something else.
ALARM, ALARM_MEANT, ASK, DOUBTFUL, UNLIKELY, ASK_EXCUSED = -0.4, -0.5, -1.0, -0.4, -1.0, 2.2
MEANT = 0.2  # the share of all emergencies in what a text may mean, from which on a doubtful sound counts
LIKELY = 0.5  # the share from which on a label is what a text means
ITEM = "request:"  # labels of items begin so
_FEWEST = 6  # characters (or words in Latin letters): of a text of fewer the words alone tell
_CALM = 8  # and one of fewer than these is not doubted
_UNITS = re.compile(r"[a-z']+|[\u3400-\u9fff]")
_ENDS = " \n!?.,;~。,!?;…"
_SENTENCE = re.compile(r"[\n!?。!?;]")
_ENOUGH = 24  # danger words after which no excuse is looked for: a list of them is no joke, and looking costs time
_PRESSING = re.compile(
    r"突然|忽然|快来|马上来|受不了|严重|厉害|害怕|好怕|吓人|吓死|危险|救"
    r"|\b(?:quick|urgent|suddenly|getting worse|scared|right now|danger)"
)


@dataclass(frozen=True, slots=True)
class Danger:
    """An emergency that a text speaks of.

    alarm: act at once. show: number and steps at once, and one yes/no question. ask: one yes/no question first.
    `code` is the emergency's item, `others` those that the text speaks of as well, `because` the word that told,
    `call` the numbers to dial, first number first, as they are shown. `beside`: those of the others that have words of
    their own; their numbers follow.
    """

    code: str
    level: DangerLevel
    because: str
    call: tuple[str, ...]
    others: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class DangerBook:
    """All that a pack knows of emergencies, made ready once. `phones` are the numbers of handlers, by code."""

    def __init__(self, emergency: Emergency, phones: Mapping[str, str], alertness: Alertness | None = None) -> None:
        """Without an `alertness` words alone tell."""
        self._guides = {guide.code: guide for guide in emergency.guides}
        self._labels = {f"{ITEM}{guide.code}" for guide in emergency.guides}
        self._phones = dict(phones)
        self._strong = _codes_by_word((words.code, words.strong) for words in emergency.words)
        self._weak = _codes_by_word((words.code, words.weak) for words in emergency.words)
        self._words = WordFinder([*self._strong, *self._weak])
        self._rank = {words.code: place for place, words in enumerate(emergency.words)}
        rules = [Rule(innocent) for innocent in emergency.innocents]
        self._rules = [rule for level in _ORDER for rule in rules if rule.level == level]
        self._first = {code: place for place, code in enumerate(emergency.first)}
        self._hurry = re.compile(emergency.hurry)
        self._unsilenced = emergency.unsilenced
        grave = [word for words in emergency.words if words.code == emergency.unsilenced for word in words.strong]
        self._names_grave = {rule.pattern for rule in rules if any(word in rule.pattern for word in grave)}
        self._alertness = alertness

    def look(self, text: str, meant: Mapping[str, float] | None = None, vector: Vector | None = None) -> Danger | None:
        """The danger in a folded text, or None: what its words tell, weighed against all that it says.

        `meant` are the labels that the text may mean, each with its share, the likeliest first; `vector` the text over
        the corpus's vocabulary.
        """
        meant = meant or {}
        likely = next((label.removeprefix(ITEM) for label, share in meant.items() if share >= LIKELY), None)
        told, excused = self._told(text, likely)
        if self._alertness is None or vector is None:
            return told
        sensed = {label.removeprefix(ITEM): share for label, share in meant.items() if label in self._labels}
        score = self._alertness.score(text, vector, sum(sensed.values()))
        if told and told.level == "alarm":
            other = max((share for label, share in meant.items() if label not in self._labels), default=0.0)
            doubtful = score < (DOUBTFUL if other > LIKELY else UNLIKELY) and not self._outspoken(text)
            return replace(told, level="ask") if doubtful else told
        if excused:
            return told or (self._sensed(text, "ask", sensed) if score > ASK_EXCUSED else None)
        if score <= ASK or len(_UNITS.findall(text)) < _FEWEST:
            return told
        meant_too = sum(sensed.values()) >= MEANT
        if not told and score <= ALARM and not meant_too:
            return None
        level: DangerLevel = "alarm" if score > (ALARM_MEANT if meant_too else ALARM) else "ask"
        return replace(told, level=level) if told else self._sensed(text, level, sensed)

    def _outspoken(self, text: str) -> bool:
        """Whether nothing in a text may outweigh its words of danger: it hurries, is short, or says several things."""
        short = len(_UNITS.findall(text)) < _CALM
        return bool(short or self._hurry.search(text) or _SENTENCE.search(text.strip(_ENDS)))

    def _sensed(self, text: str, level: DangerLevel, sensed: Mapping[str, float]) -> Danger | None:
        """The likeliest emergency, where no word told which."""
        code = next(iter(sensed), None)
        return Danger(code, level, "", self._numbers(self._guides[code], text)) if code else None

    def _told(self, text: str, likely: str | None) -> tuple[Danger | None, bool]:
        """What the words tell; and whether some of them were excused."""
        found = self._words.find(text)
        strong = [hit for hit in found if hit.word in self._strong]
        weak = [hit for hit in found if hit.word in self._weak]
        if len({hit.start for hit in strong}) > _ENOUGH:
            return self._danger(text, "alarm", strong), False
        hurry = self._hurry.search(text)
        left, doubts = self._excuse(text, strong, strong, hurried=hurry is not None)
        if left:
            return self._danger(text, "alarm", left), False
        for level in ("show", "ask"):
            doubtful = [hit for hit in strong if doubts[hit] == level]
            if doubtful:
                return self._danger(text, "show" if level == "show" else "ask", doubtful), True
        return self._weak_danger(text, weak, strong, hurry, likely), bool(doubts)

    def _excuse(
        self, text: str, words: Sequence[Hit], dangers: Sequence[Hit], *, hurried: bool
    ) -> tuple[list[Hit], dict[Hit, InnocentLevel]]:
        """Cut out what the rules cover, in their order: the words that are left, and what took the others."""
        left, dangers = list(words), list(dangers)
        doubts: dict[Hit, InnocentLevel] = {}
        windows = windows_around(left)
        for rule in self._rules:
            if not left:
                break
            if hurried and rule.level == "quiet":
                continue
            spans = rule.spans(text, windows, dangers)
            if not spans or rule.excepted(text):
                continue
            whole = [Span(0, len(text))] if rule.whole_message else spans
            doubts.update((hit, self._level(rule, hit)) for hit in left if _cut(hit, whole))
            left = [hit for hit in left if not _cut(hit, whole)]
            dangers = [hit for hit in dangers if not _cut(hit, whole)]
            text, windows = _without(text, whole), windows_around(left)
        return left, doubts

    def _level(self, rule: Rule, hit: Hit) -> InnocentLevel:
        """The rule's level; words that no joke silences are asked about, unless the rule names the word itself."""
        grave = rule.level == "quiet" and self._unsilenced in self._strong.get(hit.word, ())
        if grave and (rule.kind == "joke" or rule.pattern not in self._names_grave):
            return "ask"
        return rule.level

    def _weak_danger(
        self,
        text: str,
        weak: Sequence[Hit],
        strong: Sequence[Hit],
        hurry: re.Match[str] | None,
        likely: str | None,
    ) -> Danger | None:
        """One question, where weak words come with a second signal. Weak words alone prove nothing."""
        weak = [hit for hit in weak if not hurry or not _inside(hit, hurry)]
        if not weak:
            return None
        if weak[0].word.isdigit() and weak[0].word == text.strip("!?.。~ "):
            return self._danger(text, "ask", weak[:1])
        hurried = hurry is not None
        if not self._signalled(text, weak, likely, hurried=hurried):
            return None
        left, _ = self._excuse(text, weak, strong, hurried=hurried)
        code = self._signalled(text, left, likely, hurried=hurried)
        return self._danger(text, "ask", left, code) if code else None

    def _signalled(self, text: str, weak: Sequence[Hit], likely: str | None, *, hurried: bool) -> str | None:
        """The emergency whose weak words are confirmed: by a cry for help, by what the whole text is most like, or
        by one another and some urgency."""
        pressing = _PRESSING.search(text)
        grouped: dict[str, list[Hit]] = {}
        for hit in weak:
            for code in self._weak[hit.word]:
                grouped.setdefault(code, []).append(hit)
        for code, group in grouped.items():
            if hurried or code == likely or (_apart(group) > 1 and (pressing or code == self._unsilenced)):
                return code
        return None

    def _danger(self, text: str, level: DangerLevel, hits: Sequence[Hit], code: str | None = None) -> Danger:
        words: dict[str, list[Hit]] = {}
        for hit in dict.fromkeys(hits):
            for one in self._strong.get(hit.word) or self._weak[hit.word]:
                words.setdefault(one, []).append(hit)
        weight = {one: sum(len(hit.word) for hit in named) for one, named in words.items()}
        ranked = sorted(words, key=lambda one: (self._first.get(one, len(self._first)), -weight[one], self._rank[one]))
        first = code or ranked[0]
        others = tuple(one for one in ranked if one != first)
        beside = self._beside(words, first, others)
        numbers = dict.fromkeys(number for one in (first, *beside) for number in self._numbers(self._guides[one], text))
        return Danger(first, level, words[first][0].word, tuple(numbers), others, beside)

    def _beside(self, words: Mapping[str, Sequence[Hit]], first: str, others: Sequence[str]) -> tuple[str, ...]:
        """Those that have words of their own: what one word means twice is one danger."""
        taken, beside = list(words[first]), []
        for one in others:
            if any(all(hit.end <= other.start or other.end <= hit.start for other in taken) for hit in words[one]):
                beside.append(one)
                taken += words[one]
        return tuple(beside)

    def _numbers(self, guide: EmergencyGuide, text: str) -> tuple[str, ...]:
        """The numbers to dial: handlers without a number are left out, so that the national number comes first."""
        case = next((case for case in guide.cases if any(word in text for word in case.words)), None)
        numbers = [self._phones.get(entry) or entry for entry in (case.call if case else guide.call)]
        return tuple(dict.fromkeys(number for number in numbers if number[0].isdigit() or number[0] == "+"))


def _codes_by_word(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in pairs:
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with the pieces blanked: a line's end for each character, which no rule's gap reaches across."""
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def _cut(hit: Hit, spans: Iterable[Span]) -> bool:
    return any(span.touches(hit) for span in spans)


def _inside(hit: Hit, match: re.Match[str]) -> bool:
    return match.start() <= hit.start and hit.end <= match.end()


def _apart(hits: Sequence[Hit]) -> int:
    """How many different words stand there that do not overlap."""
    words: set[str] = set()
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            words.add(hit.word)
            end = hit.end
    return len(words)
