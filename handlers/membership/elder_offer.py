"""Offering large letters and digits, once, to those of 70 and more: as they are known, or as they say themselves.

It is never a second question: where another one is being asked, the offer waits for a better moment.
"""

from handlers.message import Message, Text, choice
from handlers.turn import Turn
from handlers.understanding import age_told
from storage import people, service_requests

FROM_AGE = 70


def follow_up(turn: Turn) -> None:
    """After everything else in a turn: an age that was told is kept; the offer is made where nothing else is asked."""
    _note_age(turn)
    quiet = turn.said and not turn.asked and turn.dialogue.form is None and turn.reading.emergency is None
    if quiet and due(turn) and not _in_danger(turn):
        _offer(turn, "elder-offer")


def greeted(turn: Turn) -> bool:
    """Instead of the menu, which follows the answer; False where there is nothing to offer."""
    if not due(turn) or turn.dialogue.form is not None:
        return False
    _offer(turn, "elder-offer-hello")
    return True


def due(turn: Turn) -> bool:
    """Whether the person is of the age, and was never asked."""
    person = turn.person
    fresh = person.state == "joined" and not person.elder and person.elder_offered_at is None
    return fresh and not turn.incoming.group and _year(turn) - (person.born_year or _year(turn)) >= FROM_AGE


def ways() -> tuple[str, str]:
    """The actions of yes and no."""
    return "elder.set:on", "elder.set:off"


def key_of(person_id: int) -> str:
    """The key of the question: a yes in words answers it, too."""
    return f"elder:{person_id}"


def _offer(turn: Turn, key: str) -> None:
    yes, no = ways()
    turn.person.elder_offered_at = turn.now
    people.save(turn.tx, turn.person)
    text = Text(key, {"name": turn.person.name}) if key == "elder-offer-hello" else Text(key)
    choices = (choice(yes, "elder-yes"), choice(no, "elder-no"))
    turn.send(Message(text=text, choices=choices, key=key_of(turn.person.id)))


def _note_age(turn: Turn) -> None:
    """Only the year is kept, and only of those to whom the offer is made."""
    person = turn.person
    if person.state != "joined" or person.born_year is not None or turn.incoming.group:
        return
    age = age_told(turn.incoming.text)
    if age is not None and age >= FROM_AGE:
        person.born_year = _year(turn) - age
        people.save(turn.tx, person)


def _in_danger(turn: Turn) -> bool:
    """Whether an emergency of theirs is still open: nobody is asked about letters then."""
    latest = next(iter(service_requests.of_person(turn.tx, turn.person.id, limit=1)), None)
    item = turn.item(latest.item) if latest is not None and latest.closed_at is None else None
    return item is not None and item.urgency == "emergency"


def _year(turn: Turn) -> int:
    return turn.now.astimezone(turn.community.zone).year
