"""Collecting: questions without a good answer are kept in groups of those that ask the like, until somebody answers."""

from handlers.errors import Refused
from handlers.learning import knowledge, likeness, wording
from handlers.message import Choice, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import understand
from storage import unanswered as stored

MOST_COMPARED = 200  # the latest groups; comparing takes a few milliseconds
LIKELY = 3  # meanings: nothing sensitive may be among them, since all staff read the words
LEAST_SHARE = 0.1  # of the words; a meaning that has less of them is hardly what was said


def unanswered(turn: Turn, words: str, wish: bool = False) -> int | None:
    """Keeps a question that had no good answer; `wish`: the person wants to be told when there is one.

    Returns its number, for `wish_choice`; None where nothing was kept: no words, danger, words of no length,
    or what may be about something sensitive.
    """
    kept = wording.question(turn, words)
    if turn.reading.emergency is not None or len(kept) < wording.LEAST or _may_be_sensitive(turn, words):
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


def _may_be_sensitive(turn: Turn, words: str) -> bool:
    """The words may have been said before this turn: its own reading may be of something else."""
    likely = understand(words, turn.community.snapshot).ranked[:LIKELY]
    return any(knowledge.is_sensitive(turn, match.label) for match in likely if match.score >= LEAST_SHARE)


ROUTES = (Route("press", "unanswered.wish", wish),)
