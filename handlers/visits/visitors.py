"""Visitors: who hears of a visit: who is to go, or who stands in for them, so that a leave leaves nobody forgotten."""

from collections.abc import Iterator

from handlers import staff
from handlers.occasions import going
from handlers.turn import Speaker
from handlers.visits import day_words
from storage import absences, addresses, cards, visits
from storage.cards import Card
from storage.visits import Visit


def hears(speaker: Speaker, visit: Visit) -> int | None:
    """Who is told about a visit: its visitor if there, else the one who covers for them, else who goes along, else
    liaison or deputy of the person; None where none of them is there, may visit, and is reached."""
    return next((each for each in _in_turn(speaker, visit) if _is_there(speaker, each, visit)), None)


def hearers(speaker: Speaker, visit: Visit) -> list[tuple[int, int | None]]:
    """Who is told about a visit, and in whose stead: for the visitor, and for the second who goes along."""
    first = hears(speaker, visit)
    found = [] if first is None else [(first, visit.visitor_id)]
    along = () if visit.second_id is None else (visit.second_id, *_cover(speaker, visit.second_id))
    second = next((each for each in along if _is_there(speaker, each, visit)), None)
    return found if second in (None, first) else [*found, (second, visit.second_id)]


def knowing(speaker: Speaker, visit: Visit) -> list[int]:
    """Who hears that there is cause for concern: liaison and deputy, who covers for them, and who goes; those there."""
    goers = _in_turn(speaker, visit) if still_go(visit, cards.of_person(speaker.tx, visit.person_id)) else ()
    found = dict.fromkeys((*_of_card(speaker, visit), *goers))
    return [each for each in found if _is_there(speaker, each, visit)]


def still_go(visit: Visit, card: Card | None) -> bool:
    """Whether who was named for a visit has still to do with the person: it is to come, or no card of theirs says who
    looks after them."""
    return visit.state == visits.PLANNED or card is None


def of_station(speaker: Speaker, place_id: int) -> list[int]:
    """Who answers for a station's visits: its secretary, or who covers for them; where nobody does, the secretary even
    while away, so that what is late is not lost."""
    return staff.of_place(speaker, place_id, ("secretary",)) or going.of_station(speaker, place_id, "secretary")


def _in_turn(speaker: Speaker, visit: Visit) -> Iterator[int]:
    for each in (visit.visitor_id, visit.second_id):
        if each is not None:
            yield each
            yield from _cover(speaker, each)
    yield from _of_card(speaker, visit)


def _of_card(speaker: Speaker, visit: Visit) -> Iterator[int]:
    card = cards.of_person(speaker.tx, visit.person_id)
    if card is not None and card.state == cards.OPEN:
        for each in (card.liaison_id, card.deputy_id):
            if each is not None:
                yield each
                yield from _cover(speaker, each)


def _cover(speaker: Speaker, person_id: int) -> Iterator[int]:
    away = absences.of_person(speaker.tx, person_id, speaker.now)
    if away is not None and away.cover_id is not None:
        yield away.cover_id


def _is_there(speaker: Speaker, person_id: int, visit: Visit) -> bool:
    if person_id == visit.person_id or addresses.reachable(speaker.tx, person_id) is None:
        return False
    return going.goes(speaker, person_id, visit.place_id, day_words.today(speaker.community, speaker.now))
