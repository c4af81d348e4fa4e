"""One's own service card: /card. Who looks after one, how the station is reached, and what one may do about it."""

from handlers import cards as words
from handlers.errors import Refused
from handlers.liaison import station_facts
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words
from storage import cards, people, visits
from storage.cards import Card
from storage.visits import Visit

MOST_VISITS = 60  # of one person that are looked at
MOST_PAST = 5
WISHES = {
    cards.VISIT: "service-card-wish-visit",
    cards.CALL: "service-card-wish-call",
    cards.NONE: "service-card-wish-none",
}
WORDS = frozenset(
    (
        "服务卡",
        "我的服务卡",
        "联络员",
        "我的联络员",
        "谁是我的联络员",
        "my card",
        "service card",
        "my liaison",
    )
)
PAST = {visits.DONE: "own-visits-done", visits.REFUSED: "own-visits-refused"}


def asks_for(text: str) -> bool:
    """Whether somebody says nothing but that they want to see their card, or whom it names."""
    return text.strip().strip("。.!！?？").lower() in WORDS


def show(turn: Turn) -> None:
    """The card: number, liaison, station, services; without one, how to come by it."""
    card = cards.of_person(turn.tx, turn.person.id)
    if card is None or card.state != cards.OPEN:
        turn.say("service-card-none", choice("liaison.want", "service-card-want"), choice("menu.desk", "menu-desk"))
        return
    ways = (
        choice("card.picture", "service-card-picture"),
        choice("card.visits", "service-card-visits"),
        choice("known.mine", "service-card-known"),
        choice("card.more", "service-card-more"),
    )
    turn.send(Message(text=words.joined(_lines(turn, card)), choices=ways, lasting=True))


def more(turn: Turn) -> None:
    """What else one may do: change one's mind about visits, ask for another liaison."""
    mine(turn)
    ways = (
        choice("wish.ask", "service-card-wish"),
        choice("pause.mine", "pause-mine-way"),
        choice("liaison.change", "service-card-change"),
        choice("card.mine", "visits-back"),
    )
    turn.send(Message(text=Text("service-card-more-what"), choices=ways, lasting=True))


def own_visits(turn: Turn) -> None:
    """Who comes when, and who came last: one's own visits, without a word about why."""
    card = mine(turn)
    found = visits.of_person(turn.tx, turn.person.id, MOST_VISITS)
    here = day_words.today(turn.community, turn.now)
    ahead = sorted((each for each in found if each.state == visits.PLANNED), key=lambda each: (each.day, each.id))
    past = [each for each in found if each.state in PAST][:MOST_PAST]
    if not ahead and not past:
        turn.say("own-visits-none", choice("card.mine", "visits-back"))
        return
    lines = [Text("own-visits")]
    lines += [_visit_line(turn, each, "own-visits-late" if each.day < here else "own-visits-planned") for each in ahead]
    lines += [_visit_line(turn, each, PAST[each.state]) for each in past]
    ways = [choice("card.mine", "visits-back")]
    if ahead and card.wish != cards.NONE:
        ways.insert(0, choice("wish.ask", "service-card-wish"))
    turn.send(Message(text=words.joined(lines), choices=tuple(ways), lasting=True))


def mine(turn: Turn) -> Card:
    """The person's own open card. Refused where there is none."""
    card = cards.of_person(turn.tx, turn.person.id)
    if card is None or card.state != cards.OPEN:
        raise Refused("service-card-none-now")
    return card


def _lines(turn: Turn, card: Card) -> list[Text]:
    head = [Text("service-card", {"number": card.number}), Text("service-card-liaison", {"who": _liaisons(turn, card)})]
    wish = [Text(WISHES[card.wish])] if card.wish in WISHES else []
    return [*head, *station_facts.lines(station_facts.of_place(turn, card.place_id)), *wish]


def _liaisons(turn: Turn, card: Card) -> object:
    """The liaison, and the deputy where there is one."""
    known = [each for each in (card.liaison_id, card.deputy_id) if each is not None]
    names = [name for each in known if (name := people.read(turn.tx, each).name)]
    return names or Text("service-card-no-liaison")


def _visit_line(turn: Turn, visit: Visit, key: str) -> Text:
    going = [each for each in (visit.visitor_id, visit.second_id) if each is not None]
    names = [name for each in going if (name := people.read(turn.tx, each).name)]
    values = {
        "day": day_words.said(turn.community, visit.day),
        "who": names or Text("own-visits-somebody"),
        "how": Text("visits-by-call" if visit.as_call else "visits-in-person"),
    }
    return Text(key, values)


ROUTES = (
    Route("command", "card", show, menu="resident"),
    Route("press", "card.mine", show),
    Route("press", "card.more", more),
    Route("press", "card.visits", own_visits),
)
