"""Correcting one's own data: what one is called, phone, home, language, year of birth. One short form for each.

What is corrected holds from now on; what is under way keeps what it was asked with, and can be corrected there.
"""

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import moving
from handlers.membership import joining
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.texts import word
from handlers.turn import Turn
from handlers.understanding import bare_number, normalise_phone
from storage import people
from storage.phones import Phone

OLDEST = 120  # years
CLEAR = "none"  # the answer that deletes a phone


def what(turn: Turn) -> None:
    """What is to be corrected? Two messages' worth of things, four at once."""
    turn.say(
        "own-correct-what",
        choice("own.fix:name", "own-fix-name"),
        choice("own.fix:phone", "own-fix-phone"),
        choice("own.fix:home", "own-fix-home"),
        choice("own.correct2", "own-fix-more"),
    )


def what_else(turn: Turn) -> None:
    """The other things."""
    turn.say(
        "own-correct-what",
        choice("own.fix:language", "own-fix-language"),
        choice("own.fix:born", "own-fix-born"),
        choice("own.menu", "own-back"),
    )


def fix(turn: Turn) -> None:
    """Asks for the new value."""
    if turn.argument == "language":
        ways = (choice("menu.language:zh-CN", "language-zh-CN"), choice("menu.language:en", "language-en"))
        turn.say("language-ask", *ways)
        return
    form = BY_NAME.get(turn.argument)
    if form is None:
        raise Refused("choice-unknown")
    forms.start(turn, form)


def _ask_phone(turn: Turn) -> Message:
    known = turn.person.phone is not None
    ways = (forms.pick("fixphone", "phone", CLEAR, "own-fix-phone-delete"),) if known else ()
    return Message(text=Text("own-fix-phone-ask"), choices=ways, wants="contact")


def _read_phone(turn: Turn) -> str:
    if _clears(turn, "own-fix-phone-delete"):
        return ""
    contact = turn.incoming.contact
    number = (normalise_phone(contact.phone) or "") if contact else next(iter(turn.reading.phones), "")
    try:
        return Phone(number).e164
    except ValueError as error:
        raise Again("own-fix-phone-again") from error


def _clears(turn: Turn, key: str) -> bool:
    """Whether what is kept is to go: its button was pressed, or its words were said."""
    return turn.argument == CLEAR or turn.incoming.text.strip().lower() == word(key, turn.person.language).lower()


def _phone_fixed(turn: Turn) -> None:
    number = turn.dialogue.answers["phone"]
    turn.person.phone = Phone(number) if number else None
    people.save(turn.tx, turn.person)
    turn.say("own-fixed")


def _name_fixed(turn: Turn) -> None:
    turn.say("own-fixed-name", name=turn.person.name)


def _home_fixed(turn: Turn) -> None:
    if not joining.settle_home(turn):
        turn.say("own-unchanged")
        return
    turn.say("own-fixed")
    moving.home_changed(turn)


def _ask_born(turn: Turn) -> Message:
    known = turn.person.born_year is not None
    ways = (forms.pick("fixborn", "year", CLEAR, "own-fix-born-delete"),) if known else ()
    return Message(text=Text("own-fix-born-ask"), choices=ways)


def _read_born(turn: Turn) -> int | None:
    if _clears(turn, "own-fix-born-delete"):
        return None
    year = turn.now.astimezone(turn.community.zone).year
    said = bare_number(turn.incoming.text.strip().removesuffix("年"))
    if said is None or not year - OLDEST <= said <= year:
        raise Again("own-fix-born-again")
    return said


def _born_fixed(turn: Turn) -> None:
    turn.person.born_year = turn.dialogue.answers["year"]
    people.save(turn.tx, turn.person)
    turn.say("own-fixed")


PHONE = Question("phone", _ask_phone, _read_phone, number=True)
BORN = Question("year", _ask_born, _read_born, number=True)
BY_NAME = {
    "name": Form("fixname", (joining.NAME,), _name_fixed, cancelled="own-unchanged"),
    "phone": Form("fixphone", (PHONE,), _phone_fixed, cancelled="own-unchanged"),
    "home": Form("fixhome", joining.HOME, _home_fixed, cancelled="own-unchanged"),
    "born": Form("fixborn", (BORN,), _born_fixed, cancelled="own-unchanged"),
}
FORMS = tuple(BY_NAME.values())
ROUTES = (
    Route("press", "own.correct", what),
    Route("press", "own.correct2", what_else),
    Route("press", "own.fix", fix),
)
