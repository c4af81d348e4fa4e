"""Wishes: what somebody says to being visited: asked once, changed by a tap; a no is silent, all else stays."""

from handlers.errors import Refused
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, card_changes, cards, people
from storage.cards import CALL, NONE, OPEN, VISIT, Card

WISHES = (VISIT, CALL, NONE)


def ask(speaker: Speaker, card: Card) -> bool:
    """Asks once what they wish; False where they were asked before, answered, or are not reached by chat."""
    if card.wish is not None or addresses.reachable(speaker.tx, card.person_id) is None:
        return False
    if not cards.set_asked(speaker.tx, card.id, speaker.now):
        return False
    if card.liaison_id is None:
        text = Text("wish-ask-nobody")
    else:
        text = Text("wish-ask", {"liaison": people.read(speaker.tx, card.liaison_id).name})
    return speaker.tell(card.person_id, Message(text=text, choices=ways(card), lane=Lane.REMINDERS))


def set(speaker: Speaker, card: Card, wish: str, actor_id: int | None) -> Card:
    """Keeps what somebody wishes: visit, call, none. With none, rhythms end and planned visits are cancelled silently.

    Raises ValueError for another word.
    """
    if wish not in WISHES:
        raise ValueError("a wish is visit, call or none")
    if card.wish != wish:
        cards.set_wish(speaker.tx, card.id, wish, speaker.now)
        card_changes.add(speaker.tx, card.id, "wish", actor_id, speaker.now, reason=wish)
    fresh = cards.get(speaker.tx, card.id)
    if wish == NONE:
        rhythm.stop(speaker, fresh, "unwished")
    elif card.wish != wish:
        rhythm.again(speaker, fresh)
    return fresh


def change(turn: Turn) -> None:
    """Somebody wants to say it anew."""
    card = _own(turn)
    turn.send(Message(text=Text("wish-change"), choices=ways(card)))


def answer(turn: Turn) -> None:
    """The tap."""
    number, _, wish = turn.argument.partition("/")
    turn.argument = number
    card = cards.lock(turn.tx, turn.argument_id())
    if card is None or card.person_id != turn.person.id or wish not in WISHES:
        raise Refused("not-allowed")
    if card.state != OPEN:
        raise Refused("person-card-closed")
    set(turn, card, wish, turn.person.id)
    turn.say(f"wish-kept-{wish}")


def by_word_of_mouth(speaker: Speaker, card: Card) -> bool:
    """Whether somebody else writes down that they changed their mind: no chat reaches them, and they wish no visits."""
    return card.wish == NONE and addresses.reachable(speaker.tx, card.person_id) is None


def ways(card: Card) -> tuple[Choice, ...]:
    """The three answers."""
    return tuple(choice(f"wish.answer:{card.id}/{wish}", f"wish-{wish}") for wish in WISHES)


def _own(turn: Turn) -> Card:
    card = cards.of_person(turn.tx, turn.person.id)
    if card is None or card.state != OPEN:
        raise Refused("card-none")
    return card


ROUTES = (
    Route("press", "wish.ask", change),
    Route("press", "wish.answer", answer),
)
