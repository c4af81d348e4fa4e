"""Own about: groups, membership and birthday on one's own card: to see, correct and take off."""

from dataclasses import replace

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form
from handlers.known import about_words, life_notes
from handlers.liaison import about
from handlers.message import Message, Text, choice
from handlers.packs import birthdays
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Turn
from storage import cards
from storage.cards import OPEN, About, Card

FORM = "ownbirthday"


def show(turn: Turn) -> None:
    """What is noted, and a tap for each that changes it. The labels do not say what holds: they are seen everywhere."""
    _show(turn, _own(turn))


def change(turn: Turn) -> None:
    """A group holds or does not from now on; a membership can be taken off, and is noted by the station alone."""
    card = _own(turn)
    if turn.argument == about.MEMBER and not card.about.member:
        raise Refused("known-about-member", choice("known.mine", "known-back"))
    fresh = about.switched(card.about, turn.argument)
    if fresh is None:
        raise Refused("choice-unknown")
    _show(turn, _keep(turn, card, fresh))


def birthday(turn: Turn) -> None:
    """Asks for the birthday, or to keep none."""
    _own(turn)
    forms.start(turn, BIRTHDAY)


def _own(turn: Turn) -> Card:
    """The person's own card, locked, also a closed one: what it tells is kept for a while."""
    known = cards.of_person(turn.tx, turn.person.id)
    card = None if known is None else cards.lock(turn.tx, known.id)
    if card is None:
        raise Refused("known-no-card")
    return card


def _show(turn: Turn, card: Card) -> None:
    ways = [choice(f"myabout.set:{each}", f"about-{each.replace('_', '-')}") for each in (about.MEMBER, *about.GROUPS)]
    ways += [choice("myabout.birthday", "about-birthday"), choice("known.mine", "known-back")]
    text = about_words.line(card) or Text("known-about-none")
    key = life_notes.key(card.person_id)
    turn.say_privately(Message(text=text, choices=tuple(ways), key=key, sensitive=True, lasting=True))


def _keep(turn: Turn, card: Card, fresh: About) -> Card:
    """What the person says holds, also in the messages that showed it otherwise; the rhythm follows."""
    cards.set_about(turn.tx, card.id, fresh)
    life_notes.forget_copies(turn, life_notes.key(card.person_id))
    kept = cards.get(turn.tx, card.id)
    if kept.state == OPEN:
        rhythm.again(turn, kept)
    return kept


def _birthday_done(turn: Turn) -> None:
    card, words = _own(turn), turn.dialogue.answers["day"]
    day = birthdays.parse(words) if words else None
    _show(turn, _keep(turn, card, replace(card.about, birthday=day)))


BIRTHDAY = Form(FORM, (about.birthday_question(FORM),), _birthday_done, cancelled="known-left")
FORMS = (BIRTHDAY,)
ROUTES = (
    Route("press", "myabout.show", show),
    Route("press", "myabout.set", change),
    Route("press", "myabout.birthday", birthday),
)
