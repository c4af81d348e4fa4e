"""Parting: somebody has moved away, died, or wishes no card. What is planned ends; nobody writes to the dead."""

from handlers.appraisal import board, delegates
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.liaison import caring, last_requests, letting_go, moving, person_card, rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.occasions import withdrawal
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, card_changes, card_forgetting, cards, claims, people, places, promises, roles, sending
from storage.cards import Card

PAGE = 14
MOST_STATIONS = 1000
DIED, MOVED, UNWISHED, LEFT = "died", "moved", "unwished", "left"
OF_EVERYBODY = frozenset({"resident", "proxy"})  # roles that let nobody see or do what is others'


def ask(turn: Turn) -> None:
    """What has happened?"""
    card = rights.require(turn, turn.argument_id())
    ways = tuple(choice(f"part.{way}:{card.id}", f"part-{way}") for way in ("area", "far", "died", "unwished"))
    text = Text("part-what", {"name": caring.name_of(turn, card.person_id)})
    turn.send(Message(text=text, choices=ways))


def ask_station(turn: Turn) -> None:
    """To which station has somebody moved?"""
    number, _, page = turn.argument.partition("/")
    turn.argument = number
    card = rights.require(turn, turn.argument_id())
    found = places.of_kind(turn.tx, caring.COMMUNITY, limit=MOST_STATIONS)
    ways = [
        Choice(f"part.to:{card.id}/{each.id}", Text("plain", {"text": moving.name_of(turn, each.id)}))
        for each in found
        if each.id != card.place_id
    ]
    text = Text("part-where", {"name": caring.name_of(turn, card.person_id)})
    turn.send(Message(text=text, choices=tuple(steering.page_of(ways, page, PAGE, f"part.area:{card.id}"))))


def to_station(turn: Turn) -> None:
    """The tap: that station looks after them from now on."""
    card_id, place_id = steering.pair(turn)
    card = rights.require(turn, card_id)
    place = steering.place(turn, place_id)
    if place.kind != caring.COMMUNITY or place.id == card.place_id:
        raise Refused("choice-unknown")
    moving.move(turn, card, place.id, actor_id=turn.person.id)
    turn.say("part-moved", name=caring.name_of(turn, card.person_id), to=moving.name_of(turn, place.id))


def ask_sure(turn: Turn) -> None:
    """Asks once more: a card is closed, and after a death nothing is sent to them any more."""
    way = turn.incoming.press.action.partition(":")[0].removeprefix("part.") if turn.incoming.press else ""
    card = rights.require(turn, turn.argument_id())
    _must_end(turn, card, REASONS[way])
    text = Text(f"part-sure-{way}", {"name": caring.name_of(turn, card.person_id)})
    ways = (choice(f"part.sure:{card.id}/{REASONS[way]}", "part-yes"), choice(f"person.show:{card.id}", "part-no"))
    turn.send(Message(text=text, choices=ways))


def sure(turn: Turn) -> None:
    """The tap: the card is closed."""
    number, _, reason = turn.argument.partition("/")
    turn.argument = number
    known = cards.read(turn.tx, turn.argument_id())
    if known is not None and reason == DIED:
        letting_go.lock_all(turn, known.person_id)  # they may have looked after others, whose cards come first
    card = rights.require(turn, turn.argument_id())
    if reason not in REASONS.values():
        raise Refused("choice-unknown")
    _must_end(turn, card, reason)
    name = caring.name_of(turn, card.person_id)
    close(turn, card, reason, turn.person.id)
    _tell(turn, card, reason)
    turn.say(f"part-done-{reason}", name=name)


def close(speaker: Speaker, card: Card, reason: str, actor_id: int | None) -> None:
    """Closes a card (locked): rhythms and everything planned end at once. `reason`: died, moved, unwished, left.

    After a death nothing waits to be sent to them any more, and no address of theirs is open.
    """
    rhythm.stop(speaker, card, reason)
    if reason != UNWISHED:
        withdrawal.stop(speaker, card.person_id, actor_id)
        rhythm.cancel(speaker, caring.planned(speaker, card.person_id), actor_id)
    for claim in claims.of_card(speaker.tx, card.id):
        claims.end(speaker.tx, claim.id, claims.REFUSED, actor_id, speaker.now)
    if cards.close(speaker.tx, card.id, reason, speaker.now):
        card_changes.add(speaker.tx, card.id, "close", actor_id, speaker.now, reason=reason)
    if reason in (DIED, MOVED):
        promises.drop_of_person(speaker.tx, card.person_id, speaker.now)
        board.forget(speaker, card.person_id)
        delegates.moved(speaker, card.person_id, None)
    if reason == DIED:
        _silence(speaker, card.person_id)
        last_requests.tell(speaker, card.person_id)


def left(speaker: Speaker, person_id: int) -> None:
    """Somebody leaves the service: their card is closed, and forgets what it tells of them."""
    known = cards.of_person(speaker.tx, person_id)
    card = None if known is None else cards.lock(speaker.tx, known.id)
    if card is not None:
        if card.state == cards.OPEN:
            close(speaker, card, LEFT, person_id)
            _tell(speaker, card, LEFT)
        card_forgetting.empty(speaker.tx, card.id)


def _must_end(turn: Turn, card: Card, reason: str) -> None:
    """A death ends every role at once: of who holds one it is noted by who answers for the whole station."""
    held = any(each.role not in OF_EVERYBODY for each in roles.of_person(turn.tx, card.person_id))
    if reason == DIED and held and not person_card.may_assign(turn, card.place_id):
        raise Refused("part-died-roles", caring.way_to(card), name=caring.name_of(turn, card.person_id))


def _silence(speaker: Speaker, person_id: int) -> None:
    """No message to the dead: what waits is dropped, roles end, and nothing reaches them any more."""
    person = people.read(speaker.tx, person_id)
    person.state = DIED
    people.save(speaker.tx, person)
    letting_go.end_roles(speaker, person_id)
    for address in addresses.of_person(speaker.tx, person_id):
        sending.drop_line(speaker.tx, address.id, DIED, speaker.now)
        addresses.mark(speaker.tx, address.id, "gone", DIED)


def _tell(speaker: Speaker, card: Card, reason: str) -> None:
    """Liaison, deputy and secretary hear it, so that nobody stands before the door; the actor knows."""
    # Who leaves is forgotten: their name stands in no message any more, their building tells whom it is about.
    who = (
        {"home": caring.home_of(speaker, card)} if reason == LEFT else {"name": caring.name_of(speaker, card.person_id)}
    )
    actor = speaker.person.id if isinstance(speaker, Turn) else None
    message = Message(text=Text(f"part-news-{reason}", who), lane=Lane.REMINDERS)
    for each in dict.fromkeys((card.liaison_id, card.deputy_id)):
        if each not in (None, actor):
            speaker.tell(each, message)
    again = () if reason == LEFT else (choice(f"part.again:{card.id}", "part-again"),)
    news = Message(text=message.text, choices=again, lane=Lane.REMINDERS)
    caring.tell_secretary(speaker, card.place_id, news)


REASONS = {"far": MOVED, "died": DIED, "unwished": UNWISHED}
ROUTES = (
    Route("press", "part.of", ask),
    Route("press", "part.area", ask_station),
    Route("press", "part.to", to_station),
    Route("press", "part.far", ask_sure),
    Route("press", "part.died", ask_sure),
    Route("press", "part.unwished", ask_sure),
    Route("press", "part.sure", sure),
)
