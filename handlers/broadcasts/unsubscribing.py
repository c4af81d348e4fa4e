"""Unsubscribing: one tap or one word, and somebody gets no broadcasts any more but emergencies; undone as easily."""

from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import people

WORDS = frozenset(("退订", "我要退订", "退订通知", "取消订阅", "不要再发通知了", "td", "unsubscribe", "optout"))


def asks_for(turn: Turn) -> bool:
    """Whether somebody says nothing but that they want no more broadcasts."""
    said = "".join(turn.incoming.text.lower().split()).strip("。.!！~～")
    return said in WORDS and not turn.incoming.media and not turn.incoming.group


def stop(turn: Turn) -> None:
    """From now on emergencies only; what is on its way to them is stopped as it is about to leave."""
    fresh = turn.person.unsubscribed_at is None
    if fresh:
        turn.person.unsubscribed_at = turn.now
        people.save(turn.tx, turn.person)
    back = (choice("bc.again", "subscriptions-again"),)
    key = "subscriptions-stopped" if fresh else "subscriptions-stopped-before"
    turn.say_privately(Message(text=Text(key), choices=back))


def resume(turn: Turn) -> None:
    """They want them again."""
    turn.person.unsubscribed_at = None
    people.save(turn.tx, turn.person)
    turn.say("subscriptions-on-again")


def show(turn: Turn) -> None:
    """Whether they get broadcasts, and how to change it; and the topics that they chose."""
    off = turn.person.unsubscribed_at
    if off is None:
        text, way = Text("subscriptions-on"), choice("bc.stop", "subscriptions-stop")
    else:
        text, way = Text("subscriptions-off", {"at": off}), choice("bc.again", "subscriptions-again")
    turn.send(Message(text=text, choices=(way, choice("news.open", "subscriptions-news"))))


ROUTES = (
    Route("command", "subscriptions", show, menu="resident"),
    Route("press", "bc.subscriptions", show),
    Route("press", "bc.stop", stop),
    Route("press", "bc.again", resume),
)
