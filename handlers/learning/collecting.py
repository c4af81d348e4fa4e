"""Collecting: questions without a good answer are kept in groups of those that ask the like, until somebody answers."""

from handlers.errors import Refused
from handlers.learning import likeness, wording
from handlers.message import Choice, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import unanswered as stored

MOST_COMPARED = 200  # the latest groups; comparing takes a few milliseconds


def unanswered(turn: Turn, words: str, wish: bool = False) -> int | None:
    """Keeps a question that had no good answer; `wish`: the person wants to be told when there is one.

    Returns its number, for `wish_choice`; None where nothing was kept: no words, danger, or words of no length.
    """
    kept = wording.question(turn, words)
    if turn.reading.emergency is not None or len(kept) < wording.LEAST:
        return None
    heads = ((each.id, each.words) for each in stored.heads(turn.tx, MOST_COMPARED))
    group = likeness.like(kept, heads)
    return stored.create(turn.tx, turn.person.id, kept, turn.now, group_id=group, wish=wish)


def wish_choice(number: int) -> Choice:
    """The button by which the person wishes to be told."""
    return choice(f"unanswered.wish:{number}", "unanswered-wish")


def wish(turn: Turn) -> None:
    """The person wishes to be told when there is an answer."""
    if not stored.set_wish(turn.tx, turn.argument_id(), turn.person.id, True):
        raise Refused("choice-unknown")
    turn.say("unanswered-wished")


ROUTES = (Route("press", "unanswered.wish", wish),)
