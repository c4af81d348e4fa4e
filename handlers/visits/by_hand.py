"""By hand: a visit that nobody had planned is entered by the person's own liaison, or by the secretary of their
station. Strangers are refused."""

from collections.abc import Iterator

from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.liaison import caring, people_lists, rights
from handlers.message import Choice, choice
from handlers.rosters import roster_known
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import arranging, day_words, recording
from storage import absences, cards, visits
from storage.cards import Card
from storage.visits import PLANNED, Visit

MOST_CARDS = 500  # of one liaison
MOST_SHOWN = 10
NEAR_DAYS = 14  # a planned visit so near is the one that was made


def by_name(turn: Turn) -> None:
    """`/visited NAME`: whom of one's own people, or of one's station, one has visited. Refused for people of others;
    without a name one's own people are shown."""
    permissions.require(turn, "record visits", ties=("people",))
    wanted = turn.incoming.args.strip()
    if not wanted:
        pick(turn)
        return
    found = [card for card in (*_own(turn), *_of_stations(turn)) if caring.name_of(turn, card.person_id) == wanted]
    ids = dict.fromkeys(card.id for card in found)
    if not found:
        raise Refused("visited-no-card" if people_lists.own_stations(turn) else "visited-not-yours")
    if len(ids) == 1:
        begin(turn, cards.lock(turn.tx, found[0].id) or found[0])
        return
    turn.say("visited-whom", *(_way(turn, cards.get(turn.tx, each)) for each in list(ids)[:MOST_SHOWN]))


def pick(turn: Turn) -> None:
    """A page of one's own people: whom of them one has visited."""
    permissions.require(turn, "record visits", ties=("people",))
    own = _own(turn)
    if not own:
        raise Refused("visited-name-please" if people_lists.own_stations(turn) else "visited-nobody")
    page = turn.argument.partition("/")[2]
    shown = steering.page_of([_way(turn, each) for each in own], page, MOST_SHOWN, "visit.whom:")
    turn.say("visited-whom", *shown)


def add(turn: Turn) -> None:
    """A visit to the person whose card is the argument."""
    begin(turn, rights.require(turn, turn.argument_id()))


def begin(turn: Turn, card: Card) -> None:
    """It is done, today; the form asks when it was. A visit that was planned about now is the one that was made."""
    visit = _planned(turn, card) or _entered(turn, card)
    recording.finish(turn, visit)
    recording.begin(turn, visit, fresh=True)


def _entered(turn: Turn, card: Card) -> Visit:
    """A visit that had not been planned."""
    visit = arranging.arrange(
        turn,
        person_id=card.person_id,
        place_id=card.place_id,
        kind=visits.ROUTINE,
        day=day_words.today(turn.community, turn.now),
        visitor_id=turn.person.id,
        actor_id=turn.person.id,
    )
    visits.add_move(turn.tx, visit.id, visits.BY_HAND, turn.person.id, turn.now)
    return visit


def _planned(turn: Turn, card: Card) -> Visit | None:
    """The visit that was planned for these days, of any kind but an occasion: that one has its own card."""
    today = day_words.today(turn.community, turn.now)
    found = [
        each
        for each in visits.of_person(turn.tx, card.person_id, MOST_SHOWN)
        if each.state == PLANNED and each.occasion_id is None and abs((each.day - today).days) <= NEAR_DAYS
    ]
    nearest = min(found, key=lambda each: abs((each.day - today).days), default=None)
    return None if nearest is None else visits.lock(turn.tx, nearest.id)


def _way(turn: Turn, card: Card) -> Choice:
    values = {"name": caring.name_of(turn, card.person_id), "home": caring.home_of(turn, card)}
    return choice(f"visit.add:{card.id}", "visited-one", **values)


def _of_stations(turn: Turn) -> Iterator[Card]:
    """Everybody with a card at the stations for which the person answers."""
    for place in people_lists.own_stations(turn):
        yield from roster_known.all_cards(turn, place.id)


def _own(turn: Turn) -> list[Card]:
    """Whom the person looks after: as liaison, as deputy, and for those for whom they stand in."""
    named = [turn.person.id, *absences.covered_by(turn.tx, turn.person.id, turn.now)]
    found: dict[int, Card] = {}
    for each in named:
        of_both = (*cards.of_liaison(turn.tx, each, MOST_CARDS), *cards.of_deputy(turn.tx, each, MOST_CARDS))
        found |= {card.id: card for card in of_both}
    return [card for card in found.values() if rights.may(turn, card)]


ROUTES = (
    Route("command", "visited", by_name, menu="liaison secretary"),
    Route("press", "visit.add", add),
    Route("press", "visit.whom", pick),
)
