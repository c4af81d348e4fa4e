"""What is known of a station, gathered for a list: its buildings, its liaisons, its people, and who has which phone."""

from collections.abc import Iterable, Iterator

from handlers.rosters.roster_homes import Building, Homes
from handlers.rosters.roster_rows import Row
from handlers.rosters.roster_someone import Known, Someone
from handlers.turn import Speaker
from storage import addresses, cards, people, places, roles, rosters
from storage.cards import Card
from storage.people import Person
from storage.phones import Phone
from storage.places import Place

SLICE = 500
MOST_BELOW = 2_000  # places directly below one
TITLE = "联络员"  # many are called by it in the community, and without it in a list
GONE = frozenset({"left", "refused", "died"})
MERGED = "merged"  # became one with another row, which is the one that counts


def gather(speaker: Speaker, place: Place, rows: Iterable[Row]) -> Known:
    """All that these rows are compared with."""
    ours = [
        someone(speaker, people.read(speaker.tx, card.person_id), card, place) for card in all_cards(speaker, place.id)
    ]
    by_name: dict[str, list[Someone]] = {}
    for one in ours:
        if one.card is not None and one.card.state == cards.OPEN:
            by_name.setdefault(one.name, []).append(one)
    phones = dict.fromkeys(row.phone for row in rows if row.phone is not None)
    return Known(
        place_id=place.id,
        homes=Homes(buildings(speaker, place)),
        liaisons=_liaisons(speaker, place, ours),
        by_number={one.card.number: one for one in ours if one.card is not None},
        by_name={name: tuple(found) for name, found in by_name.items()},
        by_phone={phone: tuple(_with_phone(speaker, phone, place)) for phone in phones},
    )


def all_cards(speaker: Speaker, place_id: int) -> Iterator[Card]:
    """The open cards of a station, read slice by slice."""
    after = 0
    while True:
        found = cards.of_place(speaker.tx, place_id, SLICE, after)
        yield from found
        if len(found) < SLICE:
            return
        after = found[-1].id


def buildings(speaker: Speaker, place: Place) -> Iterator[Building]:
    """Every building of a station; grids have no part in addresses."""
    yield from _below(speaker, place, (place.name,))


def someone(speaker: Speaker, person: Person, card: Card | None, place: Place) -> Someone:
    """A person as a list is compared with them; `place` is the station of the list."""
    joined = person.state == "joined"
    theirs = card is not None and card.place_id != place.id
    return Someone(
        person_id=person.id,
        name=person.name,
        phone=None if person.phone is None else person.phone.e164,
        place_id=person.place_id,
        door=person.door,
        card=card,
        joined=joined,
        reached=joined and addresses.reachable(speaker.tx, person.id) is not None,
        gone=person.state in GONE,
        claimed=theirs and card is not None and rosters.claimed(speaker.tx, card.id, place.id),
        elsewhere=_elsewhere(speaker, person, place),
    )


def _elsewhere(speaker: Speaker, person: Person, place: Place) -> bool:
    if person.place_id is None:
        return False
    return not places.read(speaker.tx, person.place_id).path.startswith(place.path)


def _below(speaker: Speaker, place: Place, within: tuple[str, ...]) -> Iterator[Building]:
    for child in places.children(speaker.tx, place.id, limit=MOST_BELOW):
        if child.kind == "building":
            yield Building(child.id, child.name, within)
        else:
            yield from _below(speaker, child, within if child.kind == "grid" else (*within, child.name))


def _liaisons(speaker: Speaker, place: Place, ours: Iterable[Someone]) -> dict[str, tuple[int, ...]]:
    """The liaisons of a station by all that a list may call them: their name, without its title, their number."""
    around = [*place.ancestors(), *(each.id for each in places.children(speaker.tx, place.id, limit=MOST_BELOW))]
    held = roles.holders(speaker.tx, "liaison", around)
    named = [each for one in ours if one.card for each in (one.card.liaison_id, one.card.deputy_id) if each is not None]
    found: dict[str, list[int]] = {}
    for person_id in dict.fromkeys((*held, *named)):
        person = people.read(speaker.tx, person_id)
        called = {person.name, person.name.removeprefix(TITLE)}
        if person.phone is not None:
            called |= {person.phone.e164, person.phone.e164.removeprefix("+86")}
        for name in called - {""}:
            found.setdefault(name, []).append(person_id)
    return {name: tuple(each) for name, each in found.items()}


def _with_phone(speaker: Speaker, phone: str, place: Place) -> Iterator[Someone]:
    for person in people.with_phone(speaker.tx, Phone(phone)):
        if person.state != MERGED:
            yield someone(speaker, person, cards.of_person(speaker.tx, person.id), place)
