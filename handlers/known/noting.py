"""Noting: what liaison and secretary know of somebody's family, work and difficulties: read, written, mended.

Each look is logged for the person to see. What is delicate stands in the words of sensitive messages alone, never on
a button.
"""

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.known import life_notes as shown
from handlers.known import thoughts, unwritten
from handlers.liaison import rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import cards, life_notes, people, reveals
from storage.cards import Card
from storage.life_notes import Known, LifeNote


def of(turn: Turn) -> None:
    """What is known of somebody with a card, and what can be done with it."""
    card = rights.require(turn, turn.argument_id())
    found = shown.of_card(turn, card)
    if found:
        reveals.add(turn.tx, card.person_id, turn.person.id, None, shown.LOOK, turn.now)
    name = _name(turn, card)
    head = Text("known-of" if found else "known-of-none", {"name": name})
    message = Message(
        text=request_cards.joined([head, *shown.lines(turn, found)]),
        choices=_ways(turn, card, bool(found)),
        key=shown.key(card.person_id),
        sensitive=bool(found),
        lasting=True,
    )
    turn.say_privately(message)


def which(turn: Turn) -> None:
    """Which of the notes?"""
    card = rights.require(turn, turn.argument_id())
    found = shown.of_card(turn, card)
    if not found:
        raise Refused("known-gone")
    ways = (*shown.numbers(found, "notes.one"), choice(f"notes.of:{card.id}", "known-back"))
    turn.say_privately(Message(text=Text("known-which"), choices=ways))


def one(turn: Turn) -> None:
    """One note, how it read before, and what can be done with it."""
    note, card = _note(turn)
    reveals.add(turn.tx, card.person_id, turn.person.id, None, shown.LOOK, turn.now)
    ways = (
        choice(f"notes.sure:{note.id}", "known-still-so"),
        choice(f"notes.fix:{note.id}", "known-change"),
        choice(f"notes.drop:{note.id}", "known-drop"),
        choice(f"notes.of:{card.id}", "known-back"),
    )
    lines = [shown.line(turn, note), *shown.earlier(turn, note)]
    text = request_cards.joined(lines)
    key = shown.key(card.person_id)
    turn.say_privately(Message(text=text, choices=ways, key=key, sensitive=True, lasting=True))


def sure(turn: Turn) -> None:
    """A note is still so."""
    note, card = _note(turn)
    life_notes.confirm(turn.tx, note.id, turn.now)
    _done(turn, card, "known-sure")


def all_sure(turn: Turn) -> None:
    """All of it is still so."""
    card = rights.require(turn, turn.argument_id())
    if not life_notes.confirm_all(turn.tx, card.person_id, card.place_id, turn.now):
        raise Refused("known-gone")
    _done(turn, card, "known-sure")


def drop(turn: Turn) -> None:
    """Asks once more: what is removed does not come back."""
    note, card = _note(turn)
    ways = (choice(f"notes.gone:{note.id}", "known-drop-yes"), choice(f"notes.of:{card.id}", "known-drop-no"))
    turn.say("known-drop-sure", *ways)


def gone(turn: Turn) -> None:
    """Removes a note, with all that it read before."""
    note, card = _note(turn)
    life_notes.remove(turn.tx, note.id)
    shown.forget_copies(turn, shown.key(card.person_id))
    _done(turn, card, "known-dropped")


def add(turn: Turn) -> None:
    """A new note."""
    card = rights.require(turn, turn.argument_id())
    shown.room(turn, card.person_id, card.place_id)
    forms.start(turn, ADD, card=str(card.id))


def fix(turn: Turn) -> None:
    """Other words for a note."""
    note, _ = _note(turn)
    forms.start(turn, FIX, note=str(note.id))


def _ways(turn: Turn, card: Card, any_note: bool) -> tuple[Choice, ...]:
    ways = [choice(f"notes.add:{card.id}", "known-add")]
    if any_note:
        ways.append(choice(f"notes.which:{card.id}", "known-mend"))
        ways.append(choice(f"notes.allsure:{card.id}", "known-all-so"))
    if thoughts.to_read(turn, card) is not None:
        ways.append(choice(f"thought.of:{card.id}", "thought-read"))
    if len(ways) < forms.MOST_CHOICES:
        ways.append(choice(f"person.show:{card.id}", "caring-open-card"))
    return tuple(ways)


def _note(turn: Turn) -> tuple[LifeNote, Card]:
    """The note that a press names, locked, and the card of whom it is about. Refused to whoever may not read it."""
    return _noted(turn, turn.argument_id())


def _noted(turn: Turn, note_id: int) -> tuple[LifeNote, Card]:
    # Cards are locked before notes; a note never changes whom it is about.
    person_id = life_notes.about(turn.tx, note_id)
    known = None if person_id is None else cards.of_person(turn.tx, person_id)
    if known is None:
        raise Refused("known-gone")
    card = rights.require(turn, known.id)
    note = life_notes.lock(turn.tx, note_id)
    if note is None or note.place_id != card.place_id:
        raise Refused("known-gone")
    return note, card


def _done(turn: Turn, card: Card, key: str) -> None:
    turn.say(key, choice(f"notes.of:{card.id}", "known-look"), choice(f"person.show:{card.id}", "caring-open-card"))


def _name(turn: Turn, card: Card) -> str | Text:
    return people.read(turn.tx, card.person_id).name or request_cards.NOTHING


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("known-ask-words", {"rules": Text("unwritten-rules")}))


def _read_words(turn: Turn) -> str:
    words = shown.read_words(turn)
    found = unwritten.hint(words)
    if found is not None:
        raise Again(found)
    return words


def _ask_origin(turn: Turn) -> Message:
    form = turn.dialogue.form or ADD.name
    ways = tuple(forms.pick(form, "origin", each, f"known-origin-{each}") for each in life_notes.ORIGINS)
    return Message(text=Text("known-ask-origin"), choices=ways)


def _read_origin(turn: Turn) -> str:
    if turn.argument not in life_notes.ORIGINS:
        raise Again("known-press")
    return turn.argument


def _added(turn: Turn) -> None:
    answers = turn.dialogue.answers
    card = rights.require(turn, int(answers["card"]))
    shown.room(turn, card.person_id, card.place_id)
    first = not life_notes.count(turn.tx, card.person_id)
    known = Known(answers["topic"], answers["origin"], answers["words"])
    life_notes.create(turn.tx, card.person_id, card.place_id, known, turn.person.id, turn.now)
    if first:
        _tell_member(turn, card)
    _kept(turn, card)


def _tell_member(turn: Turn, card: Card) -> None:
    """Whoever is written about for the first time hears of it, and that it is theirs to see, correct and delete."""
    text = Text("known-first", {"who": turn.person.name or request_cards.NOTHING})
    ways = (choice("known.mine", "known-see"),)
    turn.tell(card.person_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))


def _fixed(turn: Turn) -> None:
    answers = turn.dialogue.answers
    note, card = _noted(turn, int(answers["note"]))
    known = Known(note.known.topic, answers["origin"], answers["words"])
    life_notes.change(turn.tx, note, known, turn.person.id, turn.now, keep=True)
    _kept(turn, card)


def _kept(turn: Turn, card: Card) -> None:
    ways = (choice(f"notes.add:{card.id}", "known-another"), choice(f"notes.of:{card.id}", "known-look"))
    turn.say("known-kept", *ways, choice(f"person.show:{card.id}", "caring-open-card"), name=_name(turn, card))


WORDS = Question("words", _ask_words, _read_words)
ORIGIN = Question("origin", _ask_origin, _read_origin)
ADD = Form("note", (shown.topic_question("note"), WORDS, ORIGIN), _added, cancelled="known-left")
FIX = Form("notefix", (WORDS, ORIGIN), _fixed, cancelled="known-left")
FORMS = (ADD, FIX)
ROUTES = (
    Route("press", "notes.of", of),
    Route("press", "notes.which", which),
    Route("press", "notes.one", one),
    Route("press", "notes.sure", sure),
    Route("press", "notes.allsure", all_sure),
    Route("press", "notes.drop", drop),
    Route("press", "notes.gone", gone),
    Route("press", "notes.add", add),
    Route("press", "notes.fix", fix),
)
