"""Canned replies: what the desk says again and again goes to the resident by one tap; coordinators keep the list."""

from handlers import forms, permissions
from handlers.desk import on_duty, queue, talking
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import MOST_DIGITS, Turn
from storage import canned_replies, conversations, places
from storage.canned_replies import CannedReply

MOST = 17  # in a list, with the ways on at most twenty
MOST_WORDS = 500
MOST_LABEL = 24
COMMUNITY = "community"
KEEP = "edit answers"  # who may do that keeps this list, too


def show(turn: Turn) -> None:
    """The list, for the talk whose id is the argument: a tap says it to the resident."""
    conversation = on_duty.held(turn)
    found = canned_replies.of_place(turn.tx, conversation.place_id, MOST)
    if not found:
        turn.say("canned-none")
        return
    ways = tuple(named_choice(f"canned.say:{conversation.id}/{each.id}", _label(each)) for each in found)
    name = queue.name_of(turn, conversation.person_id)
    turn.send(Message(text=Text("canned-which", {"name": name}), choices=ways, lasting=True))


def say(turn: Turn) -> None:
    """Says it to the resident."""
    turn.argument, _, chosen = turn.argument.partition("/")
    conversation = on_duty.held(turn)
    reply = _read(turn, chosen)
    if reply.place_id != conversation.place_id:
        raise Refused("choice-unknown")
    if conversation.state == conversations.PARKED:
        conversations.take(turn.tx, conversation.id, turn.person.id, None, turn.now)
        conversation = conversations.read(turn.tx, conversation.id) or conversation
    if not talking.to_resident(turn, conversation, turn.person.id, reply.words):
        turn.say("desk-unreachable")
        return
    turn.say("canned-said", name=queue.name_of(turn, conversation.person_id), words=reply.words)


def keep(turn: Turn) -> None:
    """The list, for whoever keeps it."""
    place_id = _place(turn)
    found = canned_replies.of_place(turn.tx, place_id, MOST)
    ways = [named_choice(f"canned.one:{each.id}", _label(each)) for each in found]
    if len(found) < MOST:
        ways.append(choice("canned.new", "canned-new"))
    turn.say("canned-keep" if found else "canned-keep-none", *ways, n=len(found))


def one(turn: Turn) -> None:
    """One of the list, and what can be done with it."""
    reply = _kept(turn, turn.argument)
    turn.say("canned-one", *_ways(reply), words=reply.words)


def write(turn: Turn) -> None:
    """A new one."""
    _place(turn)
    forms.start(turn, WRITE)


def change(turn: Turn) -> None:
    """Other words for one of the list."""
    forms.start(turn, WRITE, reply=str(_kept(turn, turn.argument).id))


def drop(turn: Turn) -> None:
    """Takes one out of the list."""
    reply = _kept(turn, turn.argument)
    canned_replies.end(turn.tx, reply.id, turn.now)
    turn.say("canned-dropped", choice("canned.keep", "canned-back"), words=reply.words)


def _ways(reply: CannedReply) -> tuple[Choice, ...]:
    return (
        choice(f"canned.change:{reply.id}", "canned-change"),
        choice(f"canned.drop:{reply.id}", "canned-drop"),
        choice("canned.keep", "canned-back"),
    )


def _ask(turn: Turn) -> Message:
    return Message(text=Text("canned-ask"))


def _answer(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("canned-ask")
    if len(words) > MOST_WORDS:
        raise Again("canned-too-long", n=MOST_WORDS)
    return words


def _written(turn: Turn) -> None:
    place_id, words = _place(turn), str(turn.dialogue.answers["words"])
    known = turn.dialogue.answers.get("reply")
    if known is None:
        canned_replies.create(turn.tx, place_id, words, turn.person.id, turn.now)
    else:
        canned_replies.set_words(turn.tx, _kept(turn, str(known)).id, words, turn.person.id, turn.now)
    turn.say("canned-written", choice("canned.keep", "canned-back"), words=words)


def _label(reply: CannedReply) -> str:
    words = " ".join(reply.words.split())
    return words if len(words) <= MOST_LABEL else f"{words[: MOST_LABEL - 1]}…"


def _place(turn: Turn) -> int:
    """The community whose list the person keeps. Refused to all others."""
    permissions.require(turn, KEEP)
    own = [held for held in turn.roles if permissions.may([held], KEEP, path=held.path)]
    lines = [places.line(turn.tx, places.read(turn.tx, held.place_id)) for held in own]
    found = next((each.id for line in lines for each in line if each.kind == COMMUNITY), None)
    if found is None:
        raise Refused("not-allowed")
    return found


def _kept(turn: Turn, number: str) -> CannedReply:
    reply = _read(turn, number)
    permissions.require(turn, KEEP, path=places.read(turn.tx, reply.place_id).path)
    return reply


def _read(turn: Turn, number: str) -> CannedReply:
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        raise Refused("choice-unknown")
    reply = canned_replies.read(turn.tx, int(number))
    if reply is None:
        raise Refused("canned-gone")
    return reply


WRITE = Form("canned", (Question("words", _ask, _answer),), _written, cancelled="canned-left")
FORMS = (WRITE,)
ROUTES = (
    Route("command", "replies", keep, menu="coordinator"),
    Route("press", "canned.list", show),
    Route("press", "canned.say", say),
    Route("press", "canned.keep", keep),
    Route("press", "canned.one", one),
    Route("press", "canned.new", write),
    Route("press", "canned.change", change),
    Route("press", "canned.drop", drop),
)
