"""The snapshot: all that texts are compared with, made ready once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from handlers.packs.model import Emergency, FaqEntry, Item, Pack, Place
from handlers.understanding import small_talk
from handlers.understanding.alertness import ALARMING, HARMLESS
from handlers.understanding.danger import DangerBook
from handlers.understanding.learned import Learned
from handlers.understanding.matching import Matcher
from handlers.understanding.normal import fold
from handlers.understanding.places import PlaceBook
from handlers.understanding.trained import Said, Trained


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What texts are compared with. Built once (in a few seconds), never changed, shared by threads."""

    dangers: DangerBook
    matcher: Matcher
    learned: Learned
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
        trained: Trained | None = None,
    ) -> Self:
        """A snapshot of these; `phones` are the numbers of handlers, by code, for the emergencies' first lines.

        `trained`: what was trained from just these before; without it, it is trained now.
        """
        trained = trained or Trained.learn(said_of(items, faq, emergency), emergency)
        return cls(
            dangers=DangerBook(emergency, phones or {}, trained.alertness),
            matcher=trained.matcher,
            learned=Learned.of({}, trained.matcher.vocabulary),
            places=PlaceBook(places),
        )

    @classmethod
    def of_pack(cls, pack: Pack, trained: Trained | None = None) -> Self:
        """A snapshot of a whole pack."""
        phones = {handler.code: handler.phone for handler in pack.handlers if handler.phone}
        return cls.build(pack.items, pack.emergency, faq=pack.faq, places=pack.places, phones=phones, trained=trained)

    def with_learned(self, phrases: Mapping[str, Sequence[str]]) -> "Snapshot":
        """The same, knowing these phrases (by label, such as `faq:dibao_apply`) instead of those learned before."""
        folded = {label: [fold(said) for said in all_said] for label, all_said in phrases.items()}
        return replace(self, learned=Learned.of(folded, self.matcher.vocabulary))


def said_of(items: Iterable[Item], faq: Iterable[FaqEntry], emergency: Emergency) -> Said:
    """All that training learns from: the folded texts of each label."""
    said = {f"request:{item.code}": _of_item(item) for item in items}
    said |= {f"faq:{entry.code}": _of_question(entry) for entry in faq}
    said |= {label: list(phrases) for label, phrases in small_talk.phrases().items()}
    said |= {ALARMING: [fold(text) for text in emergency.alarming]}
    return said | {HARMLESS: [fold(text) for text in emergency.harmless]}


def _of_item(item: Item) -> list[str]:
    said = (item.name, item.name_en, *item.keywords, *item.keywords_en, *item.phrases)
    return [fold(each) for each in said if each]


def _of_question(entry: FaqEntry) -> list[str]:
    said = (entry.question, entry.question_en, *entry.variants, *entry.variants_en, *entry.phrases)
    return [fold(each) for each in said if each]
