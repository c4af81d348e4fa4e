"""Uniting: two whom we knew apart are one person, on two channels, or noted by staff before they wrote to us."""

from handlers.errors import Refused
from handlers.liaison import caring, rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import card_merging, cards, links, occasions, people
from storage.cards import OPEN, Card
from storage.people import Person

JOINED, KNOWN = "joined", "known"
MOST_NEIGHBOURS = 200
MOST_SHOWN = 3


def unite(speaker: Speaker, mine: Person, other: Person) -> None:
    """All that was the other's is mine from now on; of two cards one goes on, and what the other one planned ends."""
    held = _locked(speaker, mine.id, other.id)
    if len(held) > 1:
        _, left = card_merging.chosen(held[0], held[1])
        rhythm.stop(speaker, left, "merged")
    links.merge_people(speaker.tx, mine.id, other.id, speaker.now)
    _take_over(speaker, mine, other)
    card = cards.of_person(speaker.tx, mine.id)
    if card is not None and len(held) > 1 and card.state == OPEN:
        rhythm.begin(speaker, card)
        rhythm.again(speaker, card)
        _tell_station(speaker, card)


def ways(speaker: Speaker, person: Person, place_id: int) -> tuple[Choice, ...]:
    """Buttons for a secretary: whom the station looks after already might be this very person."""
    return tuple(
        choice(f"same.person:{card.id}/{person.id}", "same-person", name=caring.name_of(speaker, card.person_id))
        for card in _noted(speaker, person, place_id)[:MOST_SHOWN]
    )


def joined(turn: Turn) -> None:
    """Somebody has joined: where the station looks after one of that name in that house, its secretary is asked."""
    place_id = caring.community_of(turn, turn.person.place_id)
    found = () if place_id is None else ways(turn, turn.person, place_id)
    if place_id is not None and found:
        text = Text("same-person-joined", {"name": turn.person.name})
        caring.tell_secretary(turn, place_id, Message(text=text, choices=found, lane=Lane.REMINDERS))


def same(turn: Turn) -> None:
    """The secretary knows that it is: the card that was opened for them is theirs, with all that is kept of them."""
    turn.argument, _, number = turn.argument.partition("/")
    card = rights.require(turn, turn.argument_id(), "assign visits")
    turn.argument = number
    person = people.read(turn.tx, turn.argument_id())
    if card.id not in [each.id for each in _noted(turn, person, card.place_id)]:
        raise Refused("same-person-over")
    unite(turn, person, people.read(turn.tx, card.person_id))
    fresh = cards.of_person(turn.tx, person.id) or card
    values = {"name": person.name, "liaison": caring.named(turn, fresh.liaison_id)}
    wish = (choice("wish.ask", "same-person-wish"),)
    turn.tell(person.id, Message(text=Text("same-person-yours", values), choices=wish, lane=Lane.REMINDERS))
    turn.say("same-person-done", caring.way_to(fresh), **values)


def _locked(speaker: Speaker, one: int, other: int) -> list[Card]:
    """The cards of both, locked in the order of their ids; the first one's first."""
    found = [card for each in (one, other) if (card := cards.of_person(speaker.tx, each)) is not None]
    for card in sorted(found, key=lambda each: each.id):
        cards.lock(speaker.tx, card.id)
    return found


def _take_over(speaker: Speaker, mine: Person, other: Person) -> None:
    mine.name, mine.phone = mine.name or other.name, mine.phone or other.phone
    if mine.place_id is None:
        mine.place_id, mine.door = other.place_id, other.door
    if other.state == JOINED and mine.state != JOINED:
        mine.state, mine.consented_at = JOINED, other.consented_at
    mine.unsubscribed_at = mine.unsubscribed_at or other.unsubscribed_at  # a no on one channel holds for the person
    other.state, other.name, other.phone, other.door, other.place_id = "merged", "", None, "", None
    people.save(speaker.tx, other)
    people.save(speaker.tx, mine)


def _tell_station(speaker: Speaker, card: Card) -> None:
    values = {"name": caring.name_of(speaker, card.person_id), "liaison": caring.named(speaker, card.liaison_id)}
    text = Text("united-cards", values)
    message = Message(text=text, choices=(caring.way_to(card),), lane=Lane.REMINDERS)
    caring.tell_secretary(speaker, card.place_id, message)


def _noted(speaker: Speaker, person: Person, place_id: int) -> list[Card]:
    """The open cards here of people who never wrote to us, and have this person's phone, or name and house."""
    if person.state != JOINED:
        return []
    alike = [] if person.phone is None else people.with_phone(speaker.tx, person.phone)
    if person.place_id is not None and person.name:
        near = occasions.neighbours(speaker.tx, person.place_id, MOST_NEIGHBOURS)
        alike += [each for each in near if each.name == person.name]
    known = dict.fromkeys(each.id for each in alike if each.state == KNOWN)
    held = (cards.of_person(speaker.tx, each) for each in known)
    return [card for card in held if card is not None and card.state == OPEN and card.place_id == place_id]


ROUTES = (Route("press", "same.person", same),)
