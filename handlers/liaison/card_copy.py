"""A service card as its person sees it among their own data, and takes it along."""

from typing import Any

from handlers.liaison import caring
from handlers.message import Text
from handlers.turn import Speaker
from storage import card_changes, cards, people, places, rhythms
from storage.cards import OPEN, Card

ALL = 10_000


def line(speaker: Speaker, person_id: int) -> list[Text]:
    """A line about the card, where there is one."""
    card = cards.of_person(speaker.tx, person_id)
    if card is None or card.state != OPEN:
        return []
    values = {"number": card.number, "liaison": caring.named(speaker, card.liaison_id)}
    return [Text("own-line-card", values)]


def collect(speaker: Speaker, person_id: int) -> dict[str, Any]:
    """The card with everything that it tells of them, and what became of it. It holds no key to anything."""
    card = cards.of_person(speaker.tx, person_id)
    return {"card": [] if card is None else [_card(speaker, card)]}


def _card(speaker: Speaker, card: Card) -> dict[str, Any]:
    day = card.about.birthday
    return {
        "number": card.number,
        "state": card.state,
        "place": places.read(speaker.tx, card.place_id).name,
        "liaison": _name(speaker, card.liaison_id),
        "deputy": _name(speaker, card.deputy_id),
        "visits_wish": card.wish,
        "member": card.about.member,
        "groups": list(card.about.groups),
        "birthday": None if day is None else f"{'lunar ' if day.lunar else ''}{day.month}-{day.day}",
        "since": card.created_at,
        "rhythms": [
            {"kind": each.kind, "rule": each.rule, "calls": each.calls, "state": each.state, "until": each.paused_until}
            for each in rhythms.of_card(speaker.tx, card.id).values()
        ],
        "history": [
            {"what": each.name, "at": each.at, "reason": each.reason}
            for each in card_changes.of_card(speaker.tx, card.id, ALL)
        ],
    }


def _name(speaker: Speaker, person_id: int | None) -> str | None:
    return None if person_id is None else people.read(speaker.tx, person_id).name
