"""Reviewing: a coordinator takes a phrase into use by one tap, from the next message on, and out of it as easily."""

from handlers import permissions
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import phrases
from storage.phrases import Phrase

PAGE = 10
MOST_PAGES = 500
SHORT = 24


def review(turn: Turn) -> None:
    """The phrase that was said most of those that wait, and how many there are."""
    permissions.require(turn, "edit answers")
    _show_next(turn)


def take(turn: Turn) -> None:
    """It is used from the next message on."""
    phrase = _decided(turn, phrases.USED)
    undo = choice(f"phrase.undo:{phrase.id}", "phrase-undo")
    turn.say("phrase-taken", undo, words=phrase.words, label=_named(turn, phrase.label))
    _show_next(turn)


def decline(turn: Turn) -> None:
    """It is not used, and not asked about again."""
    phrase = _decided(turn, phrases.DECLINED)
    turn.say("phrase-declined", words=phrase.words)
    _show_next(turn)


def undo(turn: Turn) -> None:
    """It is used no more, from the next message on."""
    phrase = _decided(turn, phrases.DECLINED)
    again = choice(f"phrase.again:{phrase.id}", "phrase-again")
    turn.say("phrase-undone", again, words=phrase.words)


def again(turn: Turn) -> None:
    """It is used after all."""
    phrase = _decided(turn, phrases.USED)
    turn.say("phrase-taken", words=phrase.words, label=_named(turn, phrase.label))


def list_used(turn: Turn) -> None:
    """The phrases that are used, the latest first; a tap takes one out of use."""
    permissions.require(turn, "edit answers")
    page = min(turn.argument_id(), MOST_PAGES) if turn.argument else 0
    found = phrases.latest_used(turn.tx, PAGE + 1, page * PAGE)
    ways = [_line(turn, each) for each in found[:PAGE]]
    if len(found) > PAGE:
        ways.append(choice(f"phrase.used:{page + 1}", "more"))
    turn.send(Message(text=Text("phrase-used" if ways else "phrase-used-none"), choices=tuple(ways), lasting=True))


def ask_undo(turn: Turn) -> None:
    """One phrase that is used: since when, and the way to take it out."""
    permissions.require(turn, "edit answers")
    phrase = _read(turn)
    way = choice(f"phrase.undo:{phrase.id}", "phrase-undo")
    since = phrase.decided_at or phrase.created_at
    turn.say("phrase-one", way, words=phrase.words, label=_named(turn, phrase.label), since=since)


def _show_next(turn: Turn) -> None:
    waiting = phrases.to_review(turn.tx, 1)
    used = choice("phrase.used", "phrase-see-used")
    if not waiting:
        turn.say("phrase-none", used)
        return
    phrase = waiting[0]
    values = {
        "words": phrase.words,
        "label": _named(turn, phrase.label),
        "times": phrase.times,
        "left": phrases.count_proposed(turn.tx) - 1,
        "origin": Text(f"phrase-{phrase.origin}"),
    }
    ways = (choice(f"phrase.take:{phrase.id}", "phrase-take"), choice(f"phrase.decline:{phrase.id}", "phrase-decline"))
    turn.send(Message(text=Text("phrase-review", values), choices=(*ways, used)))


def _decided(turn: Turn, state: str) -> Phrase:
    permissions.require(turn, "edit answers")
    phrase = _read(turn)
    if not phrases.decide(turn.tx, phrase.id, state, turn.person.id, turn.now):
        raise Refused("phrase-already")
    if phrases.USED in (state, phrase.state):
        turn.relearn()
    return phrase


def _read(turn: Turn) -> Phrase:
    phrase = phrases.read(turn.tx, turn.argument_id())
    if phrase is None:
        raise Refused("choice-unknown")
    return phrase


def _line(turn: Turn, phrase: Phrase) -> Choice:
    words = phrase.words if len(phrase.words) <= SHORT else f"{phrase.words[: SHORT - 1]}…"
    return choice(f"phrase.show:{phrase.id}", "phrase-line", words=words, label=_named(turn, phrase.label))


def _named(turn: Turn, label: str) -> Named | str:
    """What a label is called; the bare label where the pack names it no longer."""
    kind, _, code = label.partition(":")
    if kind == "request":
        item = turn.item(code)
        return Named(item.name, item.name_en) if item else label
    entry = next((each for each in turn.community.pack.faq if each.code == code), None)
    return Named(entry.question, entry.question_en or entry.question) if entry else label


ROUTES = (
    Route("press", "phrase.review", review),
    Route("press", "phrase.take", take),
    Route("press", "phrase.decline", decline),
    Route("press", "phrase.undo", undo),
    Route("press", "phrase.again", again),
    Route("press", "phrase.used", list_used),
    Route("press", "phrase.show", ask_undo),
)
