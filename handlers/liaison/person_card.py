"""A person's card, as liaison and secretary see it: who they are, who knows them, and everything that can be done."""

from handlers import cards as request_cards
from handlers import permissions
from handlers.coordinating import steering
from handlers.known import about_words
from handlers.liaison import caring, rights, wishes
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import card_changes, people, places, reveals
from storage.cards import Card

# Action and label, in the order shown; each action gets the card's id. Who looks after the person sees them.
WAYS: list[tuple[str, str]] = [
    ("person.details", "person-details"),
    ("visits.of", "visits-of-way"),
    ("notes.of", "known-way"),
    ("person.history", "person-history"),
    ("rhythm.of", "rhythm-way"),
    ("occasion.raise", "care-raise"),
    ("about.of", "person-about"),
    ("part.of", "person-part"),
    ("cardpic.of", "service-card-picture"),
]
# Only who may say who looks after whom sees these.
STATION_WAYS: list[tuple[str, str]] = [
    ("hand.one", "person-hand"),
    ("hand.deputy", "person-deputy"),
]
MOST_CHANGES = 10


def show(turn: Turn, card: Card) -> None:
    """The card, with what can be done. Phone, door and whatever is delicate stand behind a tap, which is logged."""
    values = {
        "name": caring.name_of(turn, card.person_id),
        "home": caring.home_of(turn, card),
        "liaison": caring.named(turn, card.liaison_id),
        "deputy": caring.named(turn, card.deputy_id),
        "wish": Text(f"person-wish-{card.wish or 'unsaid'}"),
    }
    told = [("person.wish", "person-wish-told")] if wishes.by_word_of_mouth(turn, card) else []
    ways = [*WAYS, *told, *(STATION_WAYS if rights.may(turn, card, "assign visits") else [])]
    choices = (
        *(choice(f"{action}:{card.id}", label) for action, label in ways),
        choice("liaison.people", "person-back"),
    )
    message = Message(text=Text("person-card", values), choices=choices, lasting=True)
    steering.show_here(turn, f"person:{turn.person.id}", message)


def open_one(turn: Turn) -> None:
    """The card of somebody that the person looks after."""
    show(turn, rights.require(turn, turn.argument_id()))


def details(turn: Turn) -> None:
    """Phone, door, groups and birthday: only where a channel is made for them, and noted for the person to see."""
    card = rights.require(turn, turn.argument_id())
    reveals.add(turn.tx, card.person_id, turn.person.id, None, "visit card", turn.now)
    person = people.read(turn.tx, card.person_id)
    values = {
        "name": caring.name_of(turn, card.person_id),
        "number": card.number,
        "phone": person.phone or request_cards.NOTHING,
        "address": request_cards.full_address(turn, person.place_id, person.door) or request_cards.NOTHING,
        "groups": about_words.groups(card) or request_cards.NOTHING,
        "birthday": about_words.birthday(card.about.birthday),
    }
    turn.say_privately(Message(text=Text("person-shown", values), choices=(caring.way_to(card),), sensitive=True))


def history(turn: Turn) -> None:
    """Who looked after them, and what became of the card; not that they wished for another liaison."""
    card = rights.require(turn, turn.argument_id())
    found = [each for each in card_changes.of_card(turn.tx, card.id) if each.name != card_changes.ASKED][:MOST_CHANGES]
    lines = [Text("person-history-of", {"name": caring.name_of(turn, card.person_id)})]
    for each in found:
        values = {"at": each.at, "who": caring.named(turn, each.to_id) if each.name in ("liaison", "deputy") else ""}
        lines.append(Text(f"person-change-{each.name.replace(' ', '-')}", values))
    turn.say_privately(Message(text=request_cards.joined(lines), choices=(caring.way_to(card),)))


def may_assign(turn: Turn, place_id: int) -> bool:
    """Whether the person says who looks after whom at a station."""
    return permissions.may(turn.roles, "assign visits", path=places.read(turn.tx, place_id).path)


ROUTES = (
    Route("press", "person.show", open_one),
    Route("press", "person.details", details),
    Route("press", "person.history", history),
)
