"""Proposals: what residents confirmed and staff corrected become phrases that wait for a coordinator's yes."""

from handlers.learning import wording
from handlers.turn import Turn
from handlers.understanding.normal import fold
from storage import people, phrases
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

REQUEST, QUESTION = "request:", "faq:"


def confirmed(turn: Turn, words: str, label: str) -> None:
    """The person has said that these words mean this label: they picked it, or its answer helped.

    Only what is new is kept, and nothing from danger or about a delicate item.
    """
    _propose(turn, words, label, phrases.CONFIRMED)


def corrected(turn: Turn, request: ServiceRequest, before: Item, label: str) -> None:
    """Staff have said that a request is about another item than the one `before`. Delicate words are not learned."""
    if before.sensitive:
        return
    concerned = [people.read(turn.tx, number).name for number in request.people]
    _propose(turn, request.details.words, label, phrases.CORRECTED, *concerned)


def is_known(turn: Turn, label: str) -> bool:
    """Whether a label names an item or a question that phrases may be learned for."""
    kind, _, code = label.partition(":")
    if kind == "request":
        item = turn.item(code)
        return item is not None and not item.sensitive and item.urgency != "emergency"
    return kind == "faq" and any(entry.code == code for entry in turn.community.pack.faq)


def said_of(turn: Turn, label: str) -> tuple[str, ...]:
    """What the pack has for a label: names, keywords, phrases."""
    kind, _, code = label.partition(":")
    pack = turn.community.pack
    if kind == "request":
        found = [each for each in pack.items if each.code == code]
        return tuple(words for one in found for words in (one.name, one.name_en, *one.keywords, *one.phrases))
    asked = [each for each in pack.faq if each.code == code]
    return tuple(words for one in asked for words in (one.question, one.question_en, *one.variants, *one.phrases))


def _propose(turn: Turn, words: str, label: str, origin: str, *names: str) -> None:
    if turn.reading.emergency is not None or not is_known(turn, label):
        return
    kept = wording.phrase(turn, words, *(name or "" for name in names))
    folded = fold(kept)
    if kept and folded not in {fold(each) for each in said_of(turn, label)}:
        phrases.propose(turn.tx, label, kept, folded, origin, turn.now)
