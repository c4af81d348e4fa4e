"""What a text may mean: one reading, from everything that a snapshot knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from handlers.packs.model import Emergency, FaqEntry, Item, Pack, Place
from handlers.understanding.danger import Danger, DangerBook
from handlers.understanding.greetings import is_greeting
from handlers.understanding.normal import LIMIT, fold
from handlers.understanding.numbers import bare_number
from handlers.understanding.phones import find_phones
from handlers.understanding.places import PlaceBook
from handlers.understanding.ranking import MOST, Match, Ranking, split

_SURE = 0.5  # the score from which on an item is more than a guess


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may mean.

    `emergency` comes before anything else. `ranked` is one list of items and questions, the best first, on one scale;
    `items` and `questions` are its two parts, at most eight each. `sure` is the first of them where it is sure enough
    to be acted upon. `small_talk`: the text asks for nothing (greeting, thanks, bye, laughing, chat, outside): a
    friendly line, no guess. `bare_number` is set where the text is nothing else.
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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What texts are compared with. Built once (about a third of a second), never changed, shared by threads."""

    dangers: DangerBook
    items: Ranking
    questions: Ranking
    places: PlaceBook

    @classmethod
    def build(
        cls,
        items: Iterable[Item],
        emergency: Emergency,
        *,
        faq: Iterable[FaqEntry] = (),
        places: Iterable[Place] = (),
        phones: Mapping[str, str] | None = None,
    ) -> Self:
        """A snapshot of these; `phones` are the numbers of handlers, by code, for the emergencies' first lines."""
        return cls(
            dangers=DangerBook(emergency, phones or {}),
            items=Ranking({item.code: _phrases(item) for item in items}),
            questions=Ranking({entry.code: (entry.question, *entry.variants) for entry in faq}),
            places=PlaceBook(places),
        )

    @classmethod
    def of_pack(cls, pack: Pack) -> Self:
        """A snapshot of a whole pack."""
        phones = {handler.code: handler.phone for handler in pack.handlers if handler.phone}
        return cls.build(pack.items, pack.emergency, faq=pack.faq, places=pack.places, phones=phones)


def understand(text: str, snapshot: Snapshot) -> Reading:
    """What a text may mean. Looks at its first 2,000 characters; takes a few milliseconds at most, and no network."""
    if not text:
        return NOTHING
    folded = fold(text)
    pieces = split(folded)
    items = snapshot.items.rank(pieces)
    likely = items[0].code if items and items[0].score >= _SURE else None
    danger = snapshot.dangers.look(folded, likely)
    items = _led_by(danger, items)
    questions = tuple(replace(match, kind="faq") for match in snapshot.questions.rank(pieces))
    ranked = tuple(sorted((*items, *questions), key=lambda match: -match.score))[:MOST]
    return Reading(
        emergency=danger,
        items=items,
        questions=questions,
        ranked=ranked,
        sure=next((match for match in ranked[:1] if match.score >= _SURE), None),
        small_talk="greeting" if is_greeting(text) else None,
        bare_number=bare_number(text),
        phones=find_phones(text[:LIMIT]),
        places=snapshot.places.find(folded),
    )


def _phrases(item: Item) -> tuple[str, ...]:
    return (item.name, item.name_en, *item.keywords, *item.keywords_en)


def _led_by(danger: Danger | None, items: tuple[Match, ...]) -> tuple[Match, ...]:
    """The items, with what alarms before all others."""
    if danger is None or danger.level != "alarm":
        return items
    codes = (danger.code, *danger.others)
    first = [Match(code, 1.0, danger.because) for code in codes]
    return (*first, *(item for item in items if item.code not in codes))[:MOST]
