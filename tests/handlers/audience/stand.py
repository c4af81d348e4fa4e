"""Whom people of the demo may write to: their turns, and what they say, without any channel."""

from datetime import timedelta
from typing import Any

from handlers.arriving import open_turn
from handlers.audience import hearing, reach
from handlers.audience.audience import NOBODY, Audience
from handlers.audience.spoken import Heard
from handlers.incoming import Incoming
from handlers.turn import Turn
from handlers.understanding.reading import NOTHING
from storage import addresses, people, places, teams
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, demo_community

DAY = timedelta(days=1)


def turn_of(tx: Transaction, name: str, **fields: Any) -> Turn:
    """A turn of somebody of the demo."""
    person = people.read_by_code(tx, name)
    assert person is not None
    user = f"u{person.id}"
    if addresses.find(tx, ACCOUNT, user) is None:
        addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)
    incoming = Incoming(account=ACCOUNT, update="1", user=user, chat=user, at=MORNING, name=name, **fields)
    return open_turn(tx, incoming, NOTHING, demo_community(), MORNING)


def hear(tx: Transaction, name: str, words: str, now: Audience = NOBODY) -> Heard:
    """Whom somebody means by words."""
    turn = turn_of(tx, name)
    return hearing.hear(turn, words, reach.of(turn), now)


def place(tx: Transaction, code: str) -> int:
    """A place of the demo."""
    found = places.read_by_code(tx, code)
    assert found is not None
    return found.id


def team(tx: Transaction, code: str) -> int:
    """A team of the demo."""
    found = teams.read_by_code(tx, code)
    assert found is not None
    return found.id
