"""What every system of the bench is given: the same labels with the same phrases, as the pack has them."""

from collections.abc import Callable, Iterable, Sequence

from handlers.packs import Pack

Ranked = Callable[[str], Sequence[str]]  # a text → labels, the best first


def labelled(pack: Pack) -> list[tuple[str, str]]:
    """Every phrase of the pack with its label: names, keywords, questions, variants and training phrases."""
    items = [
        (f"request:{item.code}", phrase)
        for item in pack.items
        for phrase in (item.name, item.name_en, *item.keywords, *item.keywords_en, *item.phrases)
    ]
    questions = [
        (f"faq:{entry.code}", phrase)
        for entry in pack.faq
        for phrase in (entry.question, *entry.variants, *entry.phrases)
    ]
    return items + questions


def best_of_each(labels: Iterable[str], most: int = 3) -> list[str]:
    """The first few different labels of phrases in the order of their likeness."""
    found: dict[str, None] = {}
    for label in labels:
        found[label] = None
        if len(found) == most:
            break
    return list(found)
