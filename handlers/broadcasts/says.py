"""What a recipient reads: the message of a broadcast, with the answers that its kind asks for."""

from dataclasses import replace

from handlers import cards
from handlers.broadcasts import content
from handlers.broadcasts.content import Content
from handlers.message import Choice, Lane, Message, Named, Text, choice
from handlers.papers import choices
from handlers.turn import Speaker
from storage import broadcast_messages, places
from storage.broadcasts import ALL_CLEAR, DOCUMENT, EMERGENCY, MEETING, MINUTES, POLL, Broadcast

# What each kind asks: the action of the press, and the key of its label; at most three, so that 退订 is the fourth.
ANSWERS: dict[str, tuple[tuple[str, str], ...]] = {
    MEETING: (("bc.yes", "broadcast-yes"), ("bc.no", "broadcast-no"), ("bc.proxy", "broadcast-proxy")),
}
USUAL = (("bc.known", "broadcast-known"), ("bc.help", "broadcast-help"), ("bc.cannot", "broadcast-cannot"))
STOP = ("bc.stop", "broadcast-unsubscribe")


def message(speaker: Speaker, broadcast: Broadcast, what: str = broadcast_messages.FIRST) -> Message:
    """The message of a broadcast as everybody on its list reads it."""
    return drawn(speaker, broadcast, content.of(broadcast), what)


def drawn(speaker: Speaker, broadcast: Broadcast, said: Content, what: str) -> Message:
    """The same with a content that is not kept yet."""
    place = places.read(speaker.tx, broadcast.place_id)
    key = "broadcast-all-clear" if broadcast.follows_as == ALL_CLEAR else f"broadcast-says-{what}"
    text = Text(key, {"unit": Named(place.name, place.name_en), "title": said.title, "words": said.words})
    plain = Message(text=text, lane=Lane.BROADCASTS, lasting=True, formatted=True)
    if what == broadcast_messages.RECALL:
        return plain
    text = cards.joined([text, choices.foot(speaker, broadcast)])
    ways = answers(speaker, broadcast)
    return replace(plain, text=text, choices=ways, media=said.media, position=said.position)


def answers(speaker: Speaker, broadcast: Broadcast) -> tuple[Choice, ...]:
    """What can be answered; an emergency cannot be unsubscribed from, and its all-clear asks nothing."""
    if broadcast.follows_as == ALL_CLEAR:
        return ()
    stop = () if broadcast.kind == EMERGENCY else (choice(f"{STOP[0]}:{broadcast.id}", STOP[1]),)
    if broadcast.follows_as == MINUTES:
        return stop
    if broadcast.kind in (DOCUMENT, POLL):
        return (*choices.of(speaker, broadcast), *stop)
    ways = ANSWERS.get(broadcast.kind, USUAL)
    return (*(choice(f"{action}:{broadcast.id}", label) for action, label in ways), *stop)


def title(broadcast: Broadcast) -> str:
    """What a broadcast is called when one speaks of it."""
    return content.of(broadcast).title
