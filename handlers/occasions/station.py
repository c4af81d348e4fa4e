"""Station: whose station looks after somebody, and what they are called when one speaks of them."""

from handlers import staff
from handlers.message import Text
from handlers.turn import Speaker
from storage import addresses, cards, people, places
from storage.people import Person

GONE = frozenset({"left", "refused", "merged", "died"})  # whoever left us is left alone
STATION = "community"


def of(speaker: Speaker, person: Person, place_id: int | None = None) -> int | None:
    """The place whose station looks after somebody: their card's, else the community of their home, or of `place_id`.

    None where no place is known at all.
    """
    card = cards.of_person(speaker.tx, person.id)
    if card is not None and card.state == cards.OPEN:
        return card.place_id
    place = staff.place_of(speaker, person.place_id or place_id)
    line = places.line(speaker.tx, place) if place is not None else []
    found = next((each for each in line if each.kind == STATION), place)
    return None if found is None else found.id


def path(speaker: Speaker, place_id: int) -> str:
    """The path of a station, for what somebody may do there."""
    return places.read(speaker.tx, place_id).path


def name(speaker: Speaker, person_id: int) -> str | Text:
    """What somebody is called."""
    return people.read(speaker.tx, person_id).name or Text("somebody")


def is_gone(speaker: Speaker, person: Person) -> bool:
    """Whether nothing is to be said or planned any more: they left us, moved away or died."""
    card = cards.of_person(speaker.tx, person.id)
    ended = card is not None and card.state == cards.CLOSED and card.reason in ("died", "moved")
    return person.state in GONE or ended


def is_reached(speaker: Speaker, person: Person) -> bool:
    """Whether what we say reaches somebody in a chat."""
    return person.state == "joined" and addresses.reachable(speaker.tx, person.id) is not None
