"""Moving: another station looks after somebody from now on. An agreed visit goes along; what was planned there ends."""

from handlers.appraisal import board, delegates
from handlers.known import own_notes
from handlers.liaison import caring
from handlers.message import Lane, Message, Named, Text
from handlers.occasions import agreeing
from handlers.rhythms import rhythm
from handlers.turn import Speaker, Turn
from handlers.visits import arranging
from storage import card_changes, cards, occasions, places, visits
from storage.cards import OPEN, Card
from storage.visits import Visit


def move(
    speaker: Speaker,
    card: Card,
    place_id: int,
    *,
    liaison_id: int | None = None,
    deputy_id: int | None = None,
    actor_id: int | None,
) -> Card:
    """Moves a card (locked) to another station, and tells the old liaison, the new station and the person."""
    card_changes.add(speaker.tx, card.id, "move", actor_id, speaker.now, from_id=card.place_id, to_id=place_id)
    agreed = [each for each in caring.planned(speaker, card.person_id) if each.kind == visits.OCCASION]
    rhythm.stop(speaker, card, "moved")
    cards.set_place(speaker.tx, card.id, place_id)
    cards.set_liaison(speaker.tx, card.id, liaison_id)
    cards.set_deputy(speaker.tx, card.id, deputy_id)
    fresh = cards.get(speaker.tx, card.id)
    for visit in agreed:
        _take_along(speaker, visit, fresh, actor_id)
    for occasion_id in dict.fromkeys(each.occasion_id for each in agreed if each.occasion_id is not None):
        occasions.set_place(speaker.tx, occasion_id, place_id)
        agreeing.refill(speaker, occasion_id, (), actor_id)
    rhythm.begin(speaker, fresh)
    delegates.moved(speaker, card.person_id, place_id)
    _tell(speaker, card, fresh, len(agreed), actor_id)
    own_notes.moved(speaker, fresh)
    return fresh


def home_changed(turn: Turn) -> None:
    """The person has told a new home: where that is another community, its station looks after them from now on."""
    card = cards.of_person(turn.tx, turn.person.id)
    community = caring.community_of(turn, turn.person.place_id)
    if community is not None:
        delegates.moved(turn, turn.person.id, community)
    if card is None or community is None or community == card.place_id:
        return
    locked = cards.lock(turn.tx, card.id)
    if locked is not None and locked.state == OPEN:
        move(turn, locked, community, actor_id=turn.person.id)


def name_of(speaker: Speaker, place_id: int) -> Named:
    """A station's name in both languages."""
    place = places.read(speaker.tx, place_id)
    return Named(place.name, place.name_en)


def _take_along(speaker: Speaker, visit: Visit, card: Card, actor_id: int | None) -> None:
    """What was agreed is kept: the new station goes, in the same time."""
    if visits.end(speaker.tx, visit.id, visits.CANCELLED, speaker.now):
        visits.add_move(speaker.tx, visit.id, "cancel", actor_id, speaker.now)
        arranging.arrange(
            speaker,
            person_id=card.person_id,
            place_id=card.place_id,
            kind=visit.kind,
            day=visit.day,
            due=visit.due,
            visitor_id=card.liaison_id,
            as_call=visit.as_call,
            occasion_id=visit.occasion_id,
            actor_id=actor_id,
        )


def _tell(speaker: Speaker, before: Card, after: Card, agreed: int, actor_id: int | None) -> None:
    values = {
        "name": caring.name_of(speaker, after.person_id),
        "from": name_of(speaker, before.place_id),
        "to": name_of(speaker, after.place_id),
        "agreed": agreed,
    }
    if before.liaison_id not in (None, actor_id):
        speaker.tell(before.liaison_id, Message(text=Text("move-not-yours", values), lane=Lane.REMINDERS))
    if after.liaison_id is None:
        ways = (caring.way_to(after),)
        message = Message(text=Text("move-to-you", values), choices=ways, lane=Lane.REMINDERS)
        caring.tell_secretary(speaker, after.place_id, message, but=actor_id)
    else:
        caring.tell_new_liaison(speaker, after, but=actor_id)
    values["liaison"] = caring.named(speaker, after.liaison_id)
    values["down"] = int(board.forget(speaker, after.person_id))
    key = "move-yours" if after.liaison_id is None else "move-yours-liaison"
    speaker.tell(after.person_id, Message(text=Text(key, values), lane=Lane.REMINDERS))
