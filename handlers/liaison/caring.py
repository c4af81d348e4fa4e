"""Caring: somebody gets a service card, and a liaison and a deputy who know them; both sides hear of it."""

from dataclasses import replace

from handlers import cards as request_cards
from handlers import staff
from handlers.known import thoughts
from handlers.liaison import wishes
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.occasions import agreeing
from handlers.rhythms import rhythm
from handlers.turn import Speaker
from storage import card_changes, cards, people, places, promises, visits
from storage.cards import OPEN, About, Card
from storage.days import FIRST, LAST
from storage.visits import Visit

COMMUNITY = "community"
PLAIN = "caring-your-liaison"


def open_card(
    speaker: Speaker,
    person_id: int,
    place_id: int,
    *,
    liaison_id: int | None,
    deputy_id: int | None,
    about: About,
    source: str,
    actor_id: int | None,
    ask: bool = True,
    tell: bool = True,
) -> Card:
    """Opens somebody's card at a station (a community), or a closed one of theirs again; an open one stays as it is.

    `source`: pack, roster, invitation, chat. `ask`: they are asked once what visits they wish. `tell`: the liaison
    hears of it.
    """
    known = cards.of_person(speaker.tx, person_id)
    if known is not None and known.state == OPEN:
        return known
    card = _made(speaker, person_id, place_id, liaison_id, deputy_id, about, source)
    card_changes.add(speaker.tx, card.id, "open", actor_id, speaker.now, to_id=place_id, reason=source)
    rhythm.begin(speaker, card)
    if ask:
        wishes.ask(speaker, card)
    if tell:
        tell_new_liaison(speaker, card, but=actor_id)
    return card


def assign(
    speaker: Speaker, card: Card, liaison_id: int | None, deputy_id: int | None, actor_id: int | None, tell: bool = True
) -> Card:
    """Another liaison and deputy from now on; what is planned goes along. Both sides and the person hear of it."""
    fresh = give(speaker, card, liaison_id, deputy_id, actor_id)
    if tell and card.liaison_id != liaison_id:
        tell_new_liaison(speaker, fresh, but=actor_id)
        if card.liaison_id not in (None, actor_id):
            values = {"name": name_of(speaker, card.person_id), "liaison": named(speaker, liaison_id)}
            speaker.tell(card.liaison_id, Message(text=Text("caring-not-yours", values), lane=Lane.REMINDERS))
        tell_person(speaker, fresh)
    return fresh


def give(
    speaker: Speaker, card: Card, liaison_id: int | None, deputy_id: int | None, actor_id: int | None, reason: str = ""
) -> Card:
    """The same without telling anybody: the history is kept, and planned visits change hands."""
    tx, now = speaker.tx, speaker.now
    if deputy_id == liaison_id:
        deputy_id = None
    for change, before, after in (("liaison", card.liaison_id, liaison_id), ("deputy", card.deputy_id, deputy_id)):
        if before != after:
            card_changes.add(tx, card.id, change, actor_id, now, from_id=before, to_id=after, reason=reason or None)
    cards.set_liaison(tx, card.id, liaison_id)
    cards.set_deputy(tx, card.id, deputy_id)
    fresh = replace(card, liaison_id=liaison_id, deputy_id=deputy_id)
    if (card.liaison_id, card.deputy_id) != (liaison_id, deputy_id):
        _plans_change_hands(speaker, card, fresh, actor_id)
        if card.liaison_id is not None and liaison_id is not None:
            promises.hand_over(tx, card.person_id, card.liaison_id, liaison_id)
        rhythm.again(speaker, fresh)
    return fresh


def planned(speaker: Speaker, person_id: int) -> list[Visit]:
    """Somebody's planned visits, late ones too, in the order in which they are locked."""
    return sorted(visits.planned_of(speaker.tx, person_id, FIRST, LAST), key=lambda each: each.id)


def tell_new_liaison(speaker: Speaker, card: Card, but: int | None) -> None:
    """The liaison hears whom they look after now; whoever did it themselves knows."""
    if card.liaison_id not in (None, but):
        values = {"name": name_of(speaker, card.person_id), "home": home_of(speaker, card)}
        message = Message(text=Text("caring-yours-now", values), choices=(way_to(card),), lane=Lane.REMINDERS)
        speaker.tell(card.liaison_id, message)


def tell_person(speaker: Speaker, card: Card) -> None:
    """Who looks after them now, and may read what they wrote. Who wants no visits and wrote nothing is not bothered."""
    wrote = thoughts.is_open(speaker, card)
    if card.liaison_id is not None and (wrote or card.wish != cards.NONE):
        values = {"liaison": named(speaker, card.liaison_id), "phone": speaker.community.pack.desk.phone}
        key, ways = ("caring-your-reader", (choice("thought.mine", "thought-way"),)) if wrote else (PLAIN, ())
        speaker.tell(card.person_id, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS))


def tell_secretary(speaker: Speaker, place_id: int, message: Message, but: int | None = None) -> int:
    """Tells the station's secretary, or its coordinators where it has none; returns how many could be told."""
    told = staff.tell(speaker, place_id, message, but=but, of_roles=("secretary",))
    if told or but in staff.of_place(speaker, place_id, ("secretary",)):
        return told
    return staff.tell(speaker, place_id, message, but=but, of_roles=("coordinator",))


def way_to(card: Card) -> Choice:
    """The way to somebody's card."""
    return choice(f"person.show:{card.id}", "caring-open-card")


def name_of(speaker: Speaker, person_id: int) -> str | Text:
    """What somebody is called."""
    return people.read(speaker.tx, person_id).name or request_cards.NOTHING


def named(speaker: Speaker, person_id: int | None) -> str | Text:
    """A liaison's name, or words for nobody."""
    return Text("caring-nobody") if person_id is None else name_of(speaker, person_id)


def home_of(speaker: Speaker, card: Card) -> object:
    """Estate and building of somebody with a card, or the station where no home is known. Never the door."""
    return request_cards.area(speaker, people.read(speaker.tx, card.person_id).place_id or card.place_id)


def community_of(speaker: Speaker, place_id: int | None) -> int | None:
    """The community in which a place lies; None above communities, and for no place."""
    if place_id is None:
        return None
    line = places.line(speaker.tx, places.read(speaker.tx, place_id))
    return next((each.id for each in line if each.kind == COMMUNITY), None)


def _made(
    speaker: Speaker,
    person_id: int,
    place_id: int,
    liaison_id: int | None,
    deputy_id: int | None,
    about: About,
    source: str,
) -> Card:
    """A new card, or the closed one, open again."""
    if deputy_id == liaison_id:
        deputy_id = None
    known = cards.of_person(speaker.tx, person_id)
    if known is None:
        return cards.create(
            speaker.tx,
            number=cards.new_number(speaker.tx),
            token=cards.new_token(),
            person_id=person_id,
            place_id=place_id,
            liaison_id=liaison_id,
            deputy_id=deputy_id,
            about=about,
            source=source,
            now=speaker.now,
        )
    cards.reopen(speaker.tx, known.id)
    cards.set_place(speaker.tx, known.id, place_id)
    cards.set_liaison(speaker.tx, known.id, liaison_id)
    cards.set_deputy(speaker.tx, known.id, deputy_id)
    cards.set_about(speaker.tx, known.id, about)
    return cards.get(speaker.tx, known.id)


def _plans_change_hands(speaker: Speaker, before: Card, after: Card, actor_id: int | None) -> None:
    """What is planned goes along; to a death or a conflict two go still."""
    found = planned(speaker, before.person_id)
    for visit in found:
        _change_hands(speaker, visit, before, after, actor_id)
    knew: dict[int, list[int | None]] = {}
    for visit in found:
        if visit.occasion_id is not None:
            knew.setdefault(visit.occasion_id, []).extend((visit.visitor_id, visit.second_id))
    for occasion_id, those in knew.items():
        agreeing.refill(speaker, occasion_id, those, actor_id)


def _change_hands(speaker: Speaker, visit: Visit, before: Card, after: Card, actor_id: int | None) -> None:
    """A planned visit of the liaison or deputy goes to the new one; others' visits stay theirs."""
    first = after.liaison_id or after.deputy_id
    hands = {before.deputy_id: after.deputy_id, None: first, before.liaison_id: first}
    visitor = hands.get(visit.visitor_id, visit.visitor_id)
    second = None if visit.second_id is None else hands.get(visit.second_id, visit.second_id)
    if second == visitor:
        second = None
    if (visitor, second) != (visit.visitor_id, visit.second_id):
        visits.set_who(speaker.tx, visit.id, visitor, second)
        visits.add_move(speaker.tx, visit.id, "assign", actor_id, speaker.now)
