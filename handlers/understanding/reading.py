"""What a text may mean: one reading, from everything that a snapshot knows."""

from dataclasses import dataclass

from handlers.understanding.danger import Danger
from handlers.understanding.features import features
from handlers.understanding.greetings import is_greeting
from handlers.understanding.matches import MOST, Match, of_kind
from handlers.understanding.normal import LIMIT, fold
from handlers.understanding.numbers import bare_number
from handlers.understanding.phones import find_phones
from handlers.understanding.ranking import rank
from handlers.understanding.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may mean.

    `emergency` comes before anything else. `ranked` is one list of items and questions, the best first, on one scale;
    `items` and `questions` are its two parts, at most eight each. `sure` is the first of them where it is sure enough
    to be acted upon. `small_talk`: the text asks for nothing (greeting, thanks, bye, laughing, chat, outside: a
    friendly line, no guess), or for nothing we know (unclear). `bare_number` is set where the text is nothing else.
    `phones` are E.164; `places` are codes of places, the narrowest first.
    """

    emergency: Danger | None
    items: tuple[Match, ...]
    questions: tuple[Match, ...]
    bare_number: int | None
    phones: tuple[str, ...]
    places: tuple[str, ...]
    ranked: tuple[Match, ...] = ()
    sure: Match | None = None
    small_talk: str | None = None


NOTHING = Reading(None, (), (), None, (), ())


def understand(text: str, snapshot: Snapshot) -> Reading:
    """What a text may mean. Looks at its first 2,000 characters; takes a few milliseconds at most, and no network."""
    if not text:
        return NOTHING
    folded = fold(text)
    vector = snapshot.matcher.vocabulary.vector(features(folded))
    ranked = rank(folded, vector, snapshot.matcher, snapshot.learned)
    items = of_kind(ranked.matches, "request")
    meant = {match.label: match.score for match in ranked.matches}
    danger = snapshot.dangers.look(folded, meant, vector)
    return Reading(
        emergency=danger,
        items=_led_by(danger, items),
        questions=of_kind(ranked.matches, "faq"),
        ranked=ranked.matches[:MOST],
        sure=ranked.sure,
        small_talk="greeting" if is_greeting(text) else ranked.small_talk,
        bare_number=bare_number(text),
        phones=find_phones(text[:LIMIT]),
        places=snapshot.places.find(folded),
    )


def _led_by(danger: Danger | None, items: tuple[Match, ...]) -> tuple[Match, ...]:
    """The items, with what alarms before all others."""
    if danger is None or danger.level != "alarm":
        return items
    codes = (danger.code, *danger.others)
    first = [Match(code, 1.0, danger.because) for code in codes]
    return (*first, *(item for item in items if item.code not in codes))[:MOST]
