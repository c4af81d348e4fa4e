"""Feeds: a visitor's days in the calendar of their own phone, at a secret address that one tap withdraws."""

from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import agenda
from storage import feeds


def show(turn: Turn) -> None:
    """Whether the person has an address, and what it is good for."""
    _visitor(turn)
    feed = feeds.of_person(turn.tx, turn.person.id)
    back = choice("visits.more", "visits-back")
    if feed is None:
        turn.say("feed-none", choice("feed.new", "feed-new"), back)
        return
    turn.say("feed-since", choice("feed.new", "feed-renew"), choice("feed.stop", "feed-stop"), back, at=feed.created_at)


def new(turn: Turn) -> None:
    """A new address, told once; the one before leads nowhere from now on."""
    _visitor(turn)
    entrances = turn.community.entrances()
    if not entrances.public_url:
        raise Refused("feed-no-address")
    had = feeds.of_person(turn.tx, turn.person.id) is not None
    link = entrances.calendar_link(feeds.renew(turn.tx, turn.person.id, turn.now))
    text = Text("feed-address-again" if had else "feed-address", {"link": link})
    turn.say_privately(Message(text=text, choices=(choice("feed.stop", "feed-stop"),), lasting=True))


def stop(turn: Turn) -> None:
    """The address leads nowhere any more."""
    turn.say("feed-stopped" if feeds.drop(turn.tx, turn.person.id) else "feed-stopped-before")


def _visitor(turn: Turn) -> None:
    if not agenda.visits_people(turn.roles):
        raise Refused("not-allowed")


ROUTES = (
    Route("press", "feed.show", show),
    Route("press", "feed.new", new),
    Route("press", "feed.stop", stop),
)
