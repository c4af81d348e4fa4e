"""Begun: a request that is being written: what is known of it so far, what is still asked, and its card."""

from collections.abc import Callable
from typing import Any

from handlers import attachments, cards, forms
from handlers.asking import details, helped
from handlers.asking.details import MOST_WORDS
from handlers.errors import Refused
from handlers.forms import Again
from handlers.message import Message, choice
from handlers.turn import Turn
from handlers.understanding import agrees
from storage.catalogue import Item
from storage.service_requests import Details

NEEDED_BY = {"address": "address", "when": "time", "phone": "phone"}


def stands_on_card(turn: Turn, name: str) -> bool:
    """Whether there is anything to be changed about it; what it is about, where, and for whom always is."""
    needed = NEEDED_BY.get(name) in item_of(turn).needs
    return name in ("item", "address", "whom") or needed or bool(turn.dialogue.answers.get(name))


def item_of(turn: Turn) -> Item:
    """What it is about. Refused (and the form closed) where neither pack nor tables know it any more."""
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown", closes_form=True)
    return item


def wanted(name: str) -> Callable[[Turn], bool]:
    """Whether a question is to be asked: the item needs it, the words do not tell it, or it is to be changed."""

    def is_wanted(turn: Turn) -> bool:
        answers = turn.dialogue.answers
        if name in answers.get("changed", []):
            return True
        if name == "address" and helped.for_another(turn):
            return True
        return NEEDED_BY.get(name) in item_of(turn).needs and not (name == "when" and answers.get("said when"))

    return is_wanted


def whom_wanted(turn: Turn) -> bool:
    """Whether it must be asked for whom it is."""
    return helped.wanted(turn, item_of(turn))


def ask_confirm(turn: Turn) -> Message:
    """The card: all that is known, and who will see what of it. Is it right?"""
    item = item_of(turn)
    text = cards.own_card(
        turn,
        item,
        details_of(turn),
        place_id(turn),
        span=details.span_in(wished(turn)),
        whom=helped.line(turn),
        known=helped.known_words(turn),
    )
    choices = (forms.pick("ask", "confirm", "yes", "ask-confirm"), choice("ask.change", "ask-change-it"))
    return Message(text=text, choices=choices, sensitive=item.sensitive and helped.for_another(turn))


def read_confirm(turn: Turn) -> str:
    """A yes, by button or in words; further words and photos are added to the card. Raises Again."""
    answers = turn.dialogue.answers
    if turn.argument == "yes" or (agrees(turn.incoming.text) and not turn.incoming.media):
        return "yes"
    if turn.incoming.media:
        answers["media"] = [*answers.get("media", []), *attachments.keep(turn)]
    if turn.incoming.text.strip():
        answers["words"] = f"{answers.get('words', '')}\n{turn.incoming.text.strip()}".strip()[:MOST_WORDS]
    raise Again("ask-added" if turn.incoming.media or turn.incoming.text.strip() else "ask-press-please")


def place_id(turn: Turn) -> int | None:
    """Where it is, as far as the tree of places goes."""
    place = turn.dialogue.answers.get("place")
    return int(place) if place else None


def wished(turn: Turn) -> dict[str, Any]:
    """The time that was asked for, or that the words name where the item asks for one."""
    answers = turn.dialogue.answers
    if "when" in answers:
        return answers["when"] or {}
    return (answers.get("said when") or {}) if "time" in item_of(turn).needs else {}


def details_of(turn: Turn) -> Details:
    """What was said about it, as it is kept."""
    answers = turn.dialogue.answers
    words, address, phone = (str(answers.get(name) or "") for name in ("words", "address", "phone"))
    return Details(words, address, str(wished(turn).get("words") or ""), phone)
