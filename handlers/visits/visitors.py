"""Visitors: who hears of a visit: who is to go, or who stands in for them, so that a leave leaves nobody forgotten."""

from collections.abc import Iterator

from handlers import staff
from handlers.occasions import going
from handlers.turn import Speaker
from handlers.visits import day_words
from storage import absences, addresses, cards
from storage.visits import Visit


def hears(speaker: Speaker, visit: Visit) -> int | None:
    """Who is told about a visit: its visitor if there, else the one who covers for them, else who goes along, else
    liaison or deputy of the person; None where none of them is there, may visit, and is reached."""
    return next((each for each in _in_turn(speaker, visit) if _is_there(speaker, each, visit)), None)


def knowing(speaker: Speaker, visit: Visit) -> list[int]:
    """Who hears that there is cause for concern: liaison and deputy, who covers for them, and who goes; those there."""
    found = dict.fromkeys((*_of_card(speaker, visit), *_in_turn(speaker, visit)))
    return [each for each in found if _is_there(speaker, each, visit)]


def of_station(speaker: Speaker, place_id: int) -> list[int]:
    """Who answers for a station's visits: its secretary, or who covers for them."""
    return staff.of_place(speaker, place_id, ("secretary",))


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
