"""Wanting help: somebody taps "I need help" below a broadcast. The duty desk has it at once; they may say more.

A tap is enough: nobody who needs help is made to fill in a form. An emergency is told at any hour; all else rests until
the desk opens.
"""

from handlers import forms, texts
from handlers.broadcasts import says
from handlers.desk import asking, hearing, hours, on_duty, queue, talking
from handlers.message import Text
from handlers.turn import Turn
from storage import conversations
from storage.broadcasts import EMERGENCY, Broadcast
from storage.conversations import Conversation
from storage.places import Place


def ask(turn: Turn, broadcast: Broadcast) -> None:
    """Leaves their wish with the desk, says so, and takes what they say next to it."""
    desk = turn.community.pack.desk
    place = on_duty.desk_of(turn, turn.person.id)
    if place is None:
        turn.say("bc-help-call", phone=desk.phone)
        return
    conversation = _conversation(turn, broadcast, place)
    words = Text("bc-help-words", {"title": says.title(broadcast)})
    said = texts.render(words, turn.person.language, turn.community.zone)
    talking.say(turn, conversation, turn.person.id, said)
    if conversation.state == conversations.WAITING and not conversation.told:
        queue.announce(turn, conversation)
    urgent = broadcast.kind == EMERGENCY
    turn.say("bc-help-told-urgent" if urgent else "bc-help-told", phone=desk.phone)
    _listen(turn, conversation)


def _conversation(turn: Turn, broadcast: Broadcast, place: Place) -> Conversation:
    """Their talk with the desk, locked; a parked one comes back where somebody answers now, or must."""
    answers = broadcast.kind == EMERGENCY or queue.desk_answers(turn, place.id)
    found = conversations.open_of(turn.tx, turn.person.id)
    if found is None and answers:
        found = queue.enter(turn, turn.person.id, place.id)
    elif found is None:
        opens = hours.next_opening(turn)
        parked = conversations.PARKED
        found = conversations.create(turn.tx, turn.person.id, place.id, turn.now, state=parked, due=opens)
    locked = conversations.lock(turn.tx, found.id) or found
    if locked.state == conversations.PARKED and locked.taker_id is None and answers:
        conversations.queue_again(turn.tx, locked.id, "return", None, turn.now, front=False)
        return conversations.read(turn.tx, locked.id) or locked
    return locked


def _listen(turn: Turn, conversation: Conversation) -> None:
    """What they say next goes to the desk."""
    if not hearing.form_is_open(turn):
        forms.start(turn, asking.DESK, **{hearing.ABOUT: str(conversation.id)})
