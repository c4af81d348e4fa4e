"""About somebody: the groups that decide how often they are visited, a Party membership, the birthday."""

from dataclasses import replace

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import caring, person_card, rights
from handlers.message import Message, Text, choice
from handlers.packs import birthdays
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Turn
from storage import cards, reveals
from storage.cards import About, Card

GROUPS = ("alone", "over_80", "disabled", "hardship")
MEMBER, NOTHING = "member", "none"


def show(turn: Turn) -> None:
    """What is known, and a tap for each that changes it. What holds stands only where delicate words may be shown."""
    _show(turn, rights.require(turn, turn.argument_id()))


def change(turn: Turn) -> None:
    """One group, or the membership, holds from now on, or no longer; the rhythm follows."""
    number, _, what = turn.argument.partition("/")
    turn.argument = number
    card = rights.require(turn, turn.argument_id())
    about = card.about
    if what == MEMBER:
        fresh = replace(about, member=not about.member)
    elif what in GROUPS:
        held = tuple(each for each in GROUPS if (each in about.groups) != (each == what))
        fresh = replace(about, groups=held)
    else:
        raise Refused("choice-unknown")
    _show(turn, _keep(turn, card, fresh))


def birthday(turn: Turn) -> None:
    """Asks for the birthday."""
    card = rights.require(turn, turn.argument_id())
    forms.start(turn, BIRTHDAY, card=str(card.id))


def _show(turn: Turn, card: Card) -> None:
    reveals.add(turn.tx, card.person_id, turn.person.id, None, "visit card", turn.now)
    values = {
        "name": caring.name_of(turn, card.person_id),
        "groups": person_card.groups(card) or request_cards.NOTHING,
        "birthday": person_card.birthday(card.about.birthday),
    }
    ways = [choice(f"about.set:{card.id}/{each}", f"about-{each.replace('_', '-')}") for each in (MEMBER, *GROUPS)]
    ways += [choice(f"about.birthday:{card.id}", "about-birthday"), caring.way_to(card)]
    turn.say_privately(Message(text=Text("about-now", values), choices=tuple(ways), sensitive=True))


def _keep(turn: Turn, card: Card, about: About) -> Card:
    cards.set_about(turn.tx, card.id, about)
    fresh = cards.get(turn.tx, card.id)
    rhythm.again(turn, fresh)
    return fresh


def _ask_birthday(turn: Turn) -> Message:
    return Message(
        text=Text("about-birthday-ask"), choices=(forms.pick("birthday", "day", NOTHING, "about-birthday-none"),)
    )


def _read_birthday(turn: Turn) -> str:
    if turn.argument == NOTHING:
        return ""
    words = turn.incoming.text.strip()
    try:
        birthdays.parse(words)
    except birthdays.NoBirthday as wrong:
        raise Again("about-birthday-again") from wrong
    return words


def _birthday_done(turn: Turn) -> None:
    turn.argument = turn.dialogue.answers["card"]
    card = rights.require(turn, turn.argument_id())
    words = turn.dialogue.answers["day"]
    day = birthdays.parse(words) if words else None
    _show(turn, _keep(turn, card, replace(card.about, birthday=day)))


BIRTHDAY = Form("birthday", (Question("day", _ask_birthday, _read_birthday, number=True),), _birthday_done)
FORMS = (BIRTHDAY,)
ROUTES = (
    Route("press", "about.of", show),
    Route("press", "about.set", change),
    Route("press", "about.birthday", birthday),
)
