"""By hand: a visit that nobody had planned is entered by the person's own liaison. Strangers are refused."""

from handlers import permissions
from handlers.errors import Refused
from handlers.liaison import caring, rights
from handlers.message import choice
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
    """`/visited NAME`: whom of one's own people one has visited. Refused for people of others."""
    permissions.require(turn, "record visits", ties=("people",))
    wanted = turn.incoming.args.strip()
    own = _own(turn)
    found = [card for card in own if caring.name_of(turn, card.person_id) == wanted] if wanted else own
    if not found:
        raise Refused("visited-not-yours" if wanted else "visited-nobody")
    if wanted and len(found) == 1:
        begin(turn, cards.lock(turn.tx, found[0].id) or found[0])
        return
    ways = (choice(f"visit.add:{each.id}", "visit-open", name=caring.name_of(turn, each.person_id)) for each in found)
    turn.say("visited-whom", *tuple(ways)[:MOST_SHOWN])


def add(turn: Turn) -> None:
    """A visit to the person whose card is the argument."""
    begin(turn, rights.require(turn, turn.argument_id()))


def begin(turn: Turn, card: Card) -> None:
    """It is done, today; the form asks when it was. A visit that was planned about now is the one that was made."""
    visit = _planned(turn, card) or arranging.arrange(
        turn,
        person_id=card.person_id,
        place_id=card.place_id,
        kind=visits.ROUTINE,
        day=day_words.today(turn.community, turn.now),
        visitor_id=turn.person.id,
        actor_id=turn.person.id,
    )
    recording.finish(turn, visit)
    recording.begin(turn, visit, fresh=True)


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
)
