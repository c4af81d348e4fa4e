"""Large letters and digits: chosen by one tap, given up by one tap, at any time.

Whoever chose it answers by digits, sees few choices at once and larger words where the page can show them. What it
changes is done where messages are made (handlers/turn.py, bot/rendering.py): no other errand knows of it.
"""

from handlers import menu, questions
from handlers.errors import Refused
from handlers.membership import elder_offer
from handlers.message import MORE, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import agrees, wants_person
from storage import outbox, people

PERSON = 0  # the digit that calls a person


def choose(turn: Turn) -> None:
    """Asks whether it shall be on, or off again."""
    on, off = elder_offer.ways()
    if turn.person.elder:
        turn.say("elder-is-on", choice(on, "elder-keep"), choice(off, "elder-off"))
    else:
        ways = (choice(on, "elder-yes"), choice(off, "elder-no"))
        turn.send(Message(text=Text("elder-ask"), choices=ways, key=elder_offer.key_of(turn.person.id)))


def settle(turn: Turn) -> None:
    """One tap: on or off. A form that is open asks its question anew, as it looks now."""
    if turn.argument not in ("on", "off"):
        raise Refused("choice-unknown")
    person, before = turn.person, turn.person.elder
    person.elder = turn.argument == "on"
    person.elder_offered_at = person.elder_offered_at or turn.now
    people.save(turn.tx, person)
    if person.elder:
        turn.say("elder-now-on")
    else:
        turn.say("elder-now-off" if before else "elder-not-now")
    if turn.dialogue.form is not None:
        turn.dialogue.step = None
    else:
        menu.show(turn)


def agreed(turn: Turn) -> bool:
    """A yes in words to what was asked last, if that was about large letters; False where it was not."""
    latest = outbox.open_questions(turn.tx, turn.address.id, turn.now, 1) if agrees(turn.incoming.text) else []
    key = elder_offer.key_of(turn.person.id)
    if turn.dialogue.form is not None or not any(question.key == key for question in latest):
        return False
    outbox.close_questions_with_key(turn.tx, turn.address.id, key)
    turn.argument = "on"
    settle(turn)
    return True


def calls_person(turn: Turn) -> bool:
    """Whether these words, or for those who answer by digits a 0, ask for a person."""
    return wants_person(turn.incoming.text) or (turn.person.elder and turn.reading.bare_number == PERSON)


ROUTES = (
    Route("command", "elder", choose, menu="resident"),
    Route("press", "elder.choose", choose),
    Route("press", "elder.set", settle),
    Route("press", MORE, questions.turn_page, before_joining=True),
)
