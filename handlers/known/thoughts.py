"""Thoughts: one note that a member writes of their own accord, for their liaison and the station's secretary to read.

Nobody else writes, changes or removes it; nobody else reads it, also not the deputy or whoever stands in; each reading
is logged for its author. It is gone after twelve months, and appears in no list, figure, roster or appraisal.
"""

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.known import life_notes as shown
from handlers.liaison import rights
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import cards, people, reveals, roles, thoughts
from storage.cards import OPEN, Card
from storage.thoughts import Thought

MOST_WORDS = 500
SECRETARY = "secretary"
LOOK = "thought"  # the word of the log


def mine(turn: Turn) -> None:
    """One's own note, who can read it, and until when; or what such a note is."""
    card, found = _card(turn), thoughts.read(turn.tx, turn.person.id, turn.now)
    names = readers(turn, card, found)
    if found is None:
        ways = (choice("thought.write", "thought-write"), choice("known.mine", "known-back"))
        turn.say("thought-none", *(ways if card else ways[1:]), readers=names or request_cards.NOTHING)
        return
    values = {"words": found.words, "day": shown.day(turn, found.written_at), "until": shown.day(turn, found.until)}
    seen = Text("thought-readers", {"readers": names}) if names else Text("thought-unread")
    ways = (
        *((choice("thought.write", "thought-change"),) if card else ()),
        choice("thought.drop", "thought-drop"),
        choice("own.read", "own-who-read"),
        choice("known.mine", "known-back"),
    )
    text = request_cards.joined([Text("thought-own", values), seen])
    turn.say_privately(Message(text=text, choices=ways, key=_key(turn.person.id), sensitive=True, lasting=True))


def write(turn: Turn) -> None:
    """Asks for the words."""
    if _card(turn) is None:
        raise Refused("known-no-card")
    forms.start(turn, WRITE)


def drop(turn: Turn) -> None:
    """Asks once more."""
    turn.say("thought-drop-sure", choice("thought.gone", "known-drop-yes"), choice("thought.mine", "known-drop-no"))


def gone(turn: Turn) -> None:
    """Deletes it, also where it was shown."""
    if not forget(turn, turn.person.id):
        raise Refused("thought-gone")
    turn.say("thought-dropped", choice("known.mine", "known-back"))


def of(turn: Turn) -> None:
    """The note of somebody with a card, for the two who may read it."""
    card = rights.require(turn, turn.argument_id())
    if not may_read(turn, card):
        raise Refused("not-allowed")
    found = to_read(turn, card)
    if found is None:
        raise Refused("thought-nothing")
    reveals.add(turn.tx, card.person_id, turn.person.id, None, LOOK, turn.now)
    name = people.read(turn.tx, card.person_id).name or request_cards.NOTHING
    text = Text("thought-of", {"name": name, "words": found.words, "day": shown.day(turn, found.written_at)})
    ways = (choice(f"notes.of:{card.id}", "known-back"),)
    turn.say_privately(Message(text=text, choices=ways, key=_key(card.person_id), sensitive=True, lasting=True))


def to_read(turn: Turn, card: Card) -> Thought | None:
    """What the person may read of whoever has this card: a note that was written for this station; None for nothing."""
    found = thoughts.read(turn.tx, card.person_id, turn.now) if may_read(turn, card) else None
    return found if found is not None and found.place_id == card.place_id else None


def may_read(turn: Turn, card: Card) -> bool:
    """Whether the person is the card's liaison, or secretary of this very station."""
    if turn.person.id == card.liaison_id:
        return rights.may(turn, card)
    return any(held.role == SECRETARY and held.place_id == card.place_id for held in turn.roles)


def readers(speaker: Speaker, card: Card | None, found: Thought | None) -> list[str]:
    """The names of those who can read the note as it stands, or could read one."""
    if card is None or (found is not None and found.place_id != card.place_id):
        return []
    named = [] if card.liaison_id is None else [card.liaison_id]
    ids = dict.fromkeys([*named, *roles.holders(speaker.tx, SECRETARY, [card.place_id])])
    return [people.read(speaker.tx, each).name for each in ids if each != card.person_id]


def is_open(speaker: Speaker, card: Card) -> bool:
    """Whether the liaison of this card can read a note of its person."""
    found = thoughts.read(speaker.tx, card.person_id, speaker.now)
    return found is not None and found.place_id == card.place_id


def forget(speaker: Speaker, person_id: int) -> bool:
    """Removes somebody's note, wherever copies lie; False where there was none."""
    had = thoughts.forget(speaker.tx, person_id)
    if had:
        shown.forget_copies(speaker, _key(person_id))
    return had


def _key(person_id: int) -> str:
    return f"thought:{person_id}"


def _card(turn: Turn) -> Card | None:
    card = cards.of_person(turn.tx, turn.person.id)
    return card if card is not None and card.state == OPEN else None


def _ask_words(turn: Turn) -> Message:
    names = readers(turn, _card(turn), None)
    return Message(text=Text("thought-ask", {"readers": names or request_cards.NOTHING}))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("known-words-please")
    if len(words) > MOST_WORDS:
        raise Again("known-too-long", most=MOST_WORDS)
    return words


def _written(turn: Turn) -> None:
    card = _card(turn)
    if card is None:
        raise Refused("known-no-card")
    forget(turn, turn.person.id)
    thoughts.write(turn.tx, turn.person.id, card.place_id, str(turn.dialogue.answers["words"]), turn.now)
    turn.say("thought-kept", choice("thought.mine", "thought-look"), choice("known.mine", "known-back"))


WRITE = Form("thought", (Question("words", _ask_words, _read_words),), _written, cancelled="known-left")
FORMS = (WRITE,)
ROUTES = (
    Route("press", "thought.mine", mine),
    Route("press", "thought.write", write),
    Route("press", "thought.drop", drop),
    Route("press", "thought.gone", gone),
    Route("press", "thought.of", of),
)
