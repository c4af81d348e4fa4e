"""A neighbour tells of a death: the dead are not asked anything, and whoever looks after them looks at their card."""

from handlers import cards as request_cards
from handlers.liaison import caring
from handlers.message import Lane, Message, Text
from handlers.occasions import going, offering_visits
from handlers.turn import Speaker
from handlers.understanding.same_names import same_name
from storage import cards, occasions
from storage.cards import Card

MOST_LIVE_THERE = 500


def tell(speaker: Speaker, name: str, place_id: int, *, alone: bool) -> None:
    """Asks those who look after somebody of this name in a house whether it is so, and their card must be closed.

    Nothing is closed for a neighbour's word alone. `alone`: nobody of the family was named; where we look after none of
    this name, the secretary is asked to look after the family.
    """
    found = _cards(speaker, name, place_id)
    for card in found:
        _tell_of_card(speaker, card)
    if alone and not found:
        home = request_cards.area(speaker, place_id)
        unknown = Text("care-died-unknown", {"name": name, "home": home})
        caring.tell_secretary(speaker, place_id, Message(text=unknown, lane=Lane.REMINDERS, sensitive=True))


def _tell_of_card(speaker: Speaker, card: Card) -> None:
    message = Message(
        text=Text(
            "care-died-maybe",
            {"name": caring.name_of(speaker, card.person_id), "home": caring.home_of(speaker, card)},
        ),
        choices=(caring.way_to(card),),
        lane=Lane.REMINDERS,
        sensitive=True,
    )
    close = _close(speaker, card)
    if close is None or not speaker.tell(close, message):
        caring.tell_secretary(speaker, card.place_id, message)


def _cards(speaker: Speaker, name: str, place_id: int) -> list[Card]:
    """The open cards of those in a house who may be called so."""
    live_there = occasions.neighbours(speaker.tx, place_id, MOST_LIVE_THERE)
    named = [each for each in live_there if each.name and same_name(each.name, name)]
    exact = [each for each in named if each.name.strip() == name.strip()]
    found = (cards.of_person(speaker.tx, each.id) for each in exact or named)
    return [card for card in found if card is not None and card.state == cards.OPEN]


def _close(speaker: Speaker, card: Card) -> int | None:
    """The liaison, or whoever stands in for them today."""
    today = speaker.now.astimezone(speaker.community.zone).date()
    familiar = going.familiar(speaker, card.person_id, card.place_id, today)
    return next((each for each, why in familiar if why in offering_visits.FAMILIAR), None)
