"""Own notes: what the station knows of somebody, as they see it: all of it, to add to, correct and delete."""

from collections.abc import Sequence

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.known import about_words
from handlers.known import life_notes as shown
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import cards, life_notes, thoughts
from storage.cards import OPEN, Card
from storage.life_notes import SELF, Known, LifeNote


def mine(turn: Turn) -> None:
    """All that is known of the person, how it read before, and what they can do with it."""
    found, card = shown.of(turn, turn.person.id), _card(turn)
    about = about_words.line(cards.of_person(turn.tx, turn.person.id))
    head = Text("known-mine" if found or about else "known-mine-none")
    lines = [*((about,) if about else ()), *(line for n, note in enumerate(found, 1) for line in _lines(turn, n, note))]
    unread = _unread(found, card)
    if unread:
        lines.append(Text("known-unread", {"n": unread}))
    _show(
        turn,
        request_cards.joined([head, *lines]),
        _ways(turn, card, bool(found), about is not None, unread),
        bool(found) or about is not None,
    )


def has_any(turn: Turn) -> bool:
    """Whether there is anything for the person to see here, or they could add to it."""
    card = cards.of_person(turn.tx, turn.person.id)
    if _card(turn) is not None or about_words.line(card) is not None:
        return True
    return bool(life_notes.count(turn.tx, turn.person.id)) or _has_thought(turn)


def moved(speaker: Speaker, card: Card) -> None:
    """Another station looks after somebody: it reads what was known of them only if they say so; they are asked."""
    if _unread(shown.of(speaker, card.person_id), card):
        ways = (choice("known.pass", "known-pass"), choice("known.mine", "known-see"))
        speaker.tell(card.person_id, Message(text=Text("known-pass-ask"), choices=ways, lane=Lane.REMINDERS))


def pass_on(turn: Turn) -> None:
    """The person lets their present station read what was known of them before."""
    card = _card(turn)
    if card is None:
        raise Refused("known-no-card")
    life_notes.pass_on(turn.tx, turn.person.id, card.place_id)
    _done(turn, "known-passed")


def which(turn: Turn) -> None:
    """Which one is to be corrected or deleted? Or all."""
    found = shown.of(turn, turn.person.id)
    if not found:
        raise Refused("known-gone")
    about = about_words.line(cards.of_person(turn.tx, turn.person.id))
    ways = (
        *shown.numbers(found, "known.one"),
        *((choice("myabout.show", "known-about-way"),) if about else ()),
        choice("known.all", "known-drop-all"),
        choice("known.mine", "known-back"),
    )
    turn.say_privately(Message(text=Text("known-which"), choices=ways))


def one(turn: Turn) -> None:
    """One note."""
    note = _note(turn, turn.argument_id())
    ways = (
        choice(f"known.fix:{note.id}", "known-correct"),
        choice(f"known.drop:{note.id}", "known-drop"),
        choice("known.mine", "known-back"),
    )
    text = request_cards.joined([shown.line(turn, note), *shown.earlier(turn, note)])
    _show(turn, text, ways, True)


def drop(turn: Turn) -> None:
    """Asks once more: what is deleted does not come back."""
    note = _note(turn, turn.argument_id())
    turn.say(
        "known-drop-sure", choice(f"known.gone:{note.id}", "known-drop-yes"), choice("known.mine", "known-drop-no")
    )


def gone(turn: Turn) -> None:
    """Deletes one."""
    note = _note(turn, turn.argument_id())
    life_notes.remove(turn.tx, note.id)
    shown.forget_copies(turn, shown.key(turn.person.id))
    _done(turn, "known-mine-dropped")


def drop_all(turn: Turn) -> None:
    """Asks once more."""
    turn.say("known-drop-all-sure", choice("known.allgone", "known-drop-yes"), choice("known.mine", "known-drop-no"))


def all_gone(turn: Turn) -> None:
    """Deletes all of them."""
    if not shown.forget(turn, turn.person.id):
        raise Refused("known-gone")
    _done(turn, "known-mine-all-dropped")


def add(turn: Turn) -> None:
    """The person adds something themselves."""
    card = _card(turn)
    if card is None:
        raise Refused("known-no-card")
    shown.room(turn, turn.person.id, card.place_id)
    forms.start(turn, ADD)


def fix(turn: Turn) -> None:
    """The person says it otherwise."""
    note = _note(turn, turn.argument_id())
    forms.start(turn, FIX, note=str(note.id))


def _show(turn: Turn, text: Text, ways: tuple[Choice, ...], delicate: bool) -> None:
    key = shown.key(turn.person.id)
    turn.say_privately(Message(text=text, choices=ways, key=key, sensitive=delicate, lasting=True))


def _lines(turn: Turn, n: int, note: LifeNote) -> list[Text]:
    return [Text("known-line", {"n": n, "note": shown.line(turn, note)}), *shown.earlier(turn, note)]


def _ways(turn: Turn, card: Card | None, any_note: bool, about: bool, unread: int) -> tuple[Choice, ...]:
    add = choice("known.pass", "known-pass") if unread else choice("known.add", "known-add-own")
    mend = choice("known.which", "known-mend-own") if any_note else choice("myabout.show", "known-about-way")
    return (
        *((mend,) if any_note or about else ()),
        *((add,) if card is not None else ()),
        *((choice("thought.mine", "thought-way"),) if card is not None or _has_thought(turn) else ()),
        choice("own.read", "own-who-read"),
    )


def _unread(notes: Sequence[LifeNote], card: Card | None) -> int:
    """How many notes the station of an open card cannot read: another one wrote them."""
    return 0 if card is None else sum(note.place_id != card.place_id for note in notes)


def _card(turn: Turn) -> Card | None:
    card = cards.of_person(turn.tx, turn.person.id)
    return card if card is not None and card.state == OPEN else None


def _has_thought(turn: Turn) -> bool:
    return thoughts.read(turn.tx, turn.person.id, turn.now) is not None


def _note(turn: Turn, note_id: int) -> LifeNote:
    """A note about the person, locked. Refused where it is about another."""
    note = life_notes.lock(turn.tx, note_id)
    if note is None:
        raise Refused("known-gone")
    if note.person_id != turn.person.id:
        raise Refused("not-allowed")
    return note


def _done(turn: Turn, key: str) -> None:
    turn.say(key, choice("known.mine", "known-look-own"))


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("known-ask-own-words"))


def _added(turn: Turn) -> None:
    card = _card(turn)
    if card is None:
        raise Refused("known-no-card")
    shown.room(turn, turn.person.id, card.place_id)
    answers = turn.dialogue.answers
    known = Known(answers["topic"], SELF, answers["words"])
    life_notes.create(turn.tx, turn.person.id, card.place_id, known, turn.person.id, turn.now)
    _done(turn, "known-mine-kept")


def _fixed(turn: Turn) -> None:
    """What the person corrects stands alone: nothing is left of how it read before."""
    answers = turn.dialogue.answers
    note = _note(turn, int(answers["note"]))
    known = Known(note.known.topic, SELF, answers["words"])
    life_notes.change(turn.tx, note, known, turn.person.id, turn.now, keep=False)
    shown.forget_copies(turn, shown.key(turn.person.id))
    _done(turn, "known-mine-kept")


WORDS = Question("words", _ask_words, shown.read_words)
ADD = Form("ownnote", (shown.topic_question("ownnote"), WORDS), _added, cancelled="known-left")
FIX = Form("ownnotefix", (WORDS,), _fixed, cancelled="known-left")
FORMS = (ADD, FIX)
ROUTES = (
    Route("press", "known.mine", mine),
    Route("press", "known.which", which),
    Route("press", "known.one", one),
    Route("press", "known.drop", drop),
    Route("press", "known.gone", gone),
    Route("press", "known.all", drop_all),
    Route("press", "known.allgone", all_gone),
    Route("press", "known.pass", pass_on),
    Route("press", "known.add", add),
    Route("press", "known.fix", fix),
)
