"""About somebody: the groups that decide how often they are visited, a Party membership, the birthday."""

from dataclasses import replace

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.known import about_words
from handlers.liaison import caring, rights
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
    fresh = switched(card.about, what)
    if fresh is None:
        raise Refused("choice-unknown")
    _show(turn, _keep(turn, card, fresh))


def switched(about: About, what: str) -> About | None:
    """The membership or a group taken off, or put on; None where it is neither."""
    if what == MEMBER:
        return replace(about, member=not about.member)
    if what in GROUPS:
        return replace(about, groups=tuple(each for each in GROUPS if (each in about.groups) != (each == what)))
    return None


def birthday(turn: Turn) -> None:
    """Asks for the birthday."""
    card = rights.require(turn, turn.argument_id())
    forms.start(turn, BIRTHDAY, card=str(card.id))


def _show(turn: Turn, card: Card) -> None:
    reveals.add(turn.tx, card.person_id, turn.person.id, None, "visit card", turn.now)
    values = {
        "name": caring.name_of(turn, card.person_id),
        "groups": about_words.groups(card) or request_cards.NOTHING,
        "birthday": about_words.birthday(card.about.birthday),
    }
    ways = [choice(f"about.set:{card.id}/{each}", f"about-{each.replace('_', '-')}") for each in (MEMBER, *GROUPS)]
    ways += [choice(f"about.birthday:{card.id}", "about-birthday"), caring.way_to(card)]
    turn.say_privately(Message(text=Text("about-now", values), choices=tuple(ways), sensitive=True))


def _keep(turn: Turn, card: Card, about: About) -> Card:
    cards.set_about(turn.tx, card.id, about)
    fresh = cards.get(turn.tx, card.id)
    rhythm.again(turn, fresh)
    return fresh


def birthday_question(form: str) -> Question:
    """Which day is it? The answer is the day in words, or empty for none."""

    def ask(turn: Turn) -> Message:
        return Message(
            text=Text("about-birthday-ask"), choices=(forms.pick(form, "day", NOTHING, "about-birthday-none"),)
        )

    return Question("day", ask, _read_birthday, number=True)


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


BIRTHDAY = Form("birthday", (birthday_question("birthday"),), _birthday_done)
FORMS = (BIRTHDAY,)
ROUTES = (
    Route("press", "about.of", show),
    Route("press", "about.set", change),
    Route("press", "about.birthday", birthday),
)
