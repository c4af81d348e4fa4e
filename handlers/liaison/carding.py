"""Carding: the cards that a pack names become rows. Nobody is asked or told anything: the pack's people know of it."""

from datetime import date, datetime

from handlers.packs import PackCard
from handlers.rhythms import rhythm
from storage import card_changes, cards, people, places
from storage.cards import About, Card
from storage.people import Person
from storage.transaction import Transaction

STATION = "community"  # the kind of place that has a liaison station


def load(tx: Transaction, wanted: PackCard, now: datetime, today: date) -> Card | None:
    """Opens the card that a pack names, if it is new; `today` is the day here, from which on visits are planned."""
    person = people.read_by_code(tx, wanted.person)
    if person is None or not is_new(tx, wanted):
        return None
    station = _station(tx, person)
    if station is None:
        return None
    card = cards.create(
        tx,
        number=cards.new_number(tx),
        token=cards.new_token(),
        person_id=person.id,
        place_id=station,
        liaison_id=_joined(tx, wanted.liaison),
        deputy_id=_joined(tx, wanted.deputy),
        about=About(wanted.member, wanted.groups, wanted.birthday),
        source="pack",
        now=now,
    )
    card_changes.add(tx, card.id, "open", None, now, to_id=station, reason="pack")
    cards.set_asked(tx, card.id, now)  # whoever wrote the pack has spoken with them
    if wanted.wish is not None:
        cards.set_wish(tx, card.id, wanted.wish, now)
    fresh = cards.get(tx, card.id)
    rhythm.start(tx, fresh, today)
    return fresh


def is_new(tx: Transaction, wanted: PackCard) -> bool:
    """Whether loading opens this card: not to those who have or had one, nor to who left: what happened here counts."""
    person = people.read_by_code(tx, wanted.person)
    return person is None or (person.state == "joined" and cards.of_person(tx, person.id) is None)


def _station(tx: Transaction, person: Person) -> int | None:
    """The community in which they live: its station looks after them."""
    if person.place_id is None:
        return None
    line = places.line(tx, places.read(tx, person.place_id))
    return next((place.id for place in line if place.kind == STATION), None)


def _joined(tx: Transaction, name: str | None) -> int | None:
    person = None if name is None else people.read_by_code(tx, name)
    return None if person is None or person.state != "joined" else person.id
