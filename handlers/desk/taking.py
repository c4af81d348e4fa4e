"""Taking: those on duty take who waits longest, and write with them from their own chat.

Words that the taker writes while the talk is open go to the resident. Whoever holds several talks opens the one they
mean by its button. A talk that was lost, or is over, takes no words any more, and its taker is told so.
"""

from typing import NoReturn

from handlers import attachments, forms
from handlers.desk import addressing, card, closing, on_duty, queue, talking, topics
from handlers.desk.addressing import ABOUT, SINCE
from handlers.errors import Refused
from handlers.forms import Form, Question, Stay
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import conversations, places
from storage.conversations import Conversation

PAUSE_WORDS = frozenset(("先放一放", "暂停", "pause"))
MOST_IN_LIST = 8


def take_next(turn: Turn) -> None:
    """Takes who has waited longest at the desk of this conversation's resident (its id is the argument)."""
    asked = conversations.read(turn.tx, turn.argument_id())
    if asked is None:
        raise Refused("choice-unknown")
    on_duty.require(turn, asked)
    on_duty.must_be_on(turn)
    for waiting in conversations.queue(turn.tx, asked.place_id):
        if waiting.person_id != turn.person.id and _taken(turn, waiting):
            return
    raise Refused("desk-nobody-waits")


def show_queue(turn: Turn) -> None:
    """Who waits, in order, and whom one has taken oneself."""
    _must_answer(turn)
    waiting = [each for place in _my_places(turn) for each in conversations.queue(turn.tx, place)]
    held = conversations.held_by(turn.tx, turn.person.id)
    ways = [choice(f"desk.next:{waiting[0].id}", "desk-take-next")] if waiting else []
    ways += [choice(f"desk.open:{each.id}", "desk-go-on-with", name=_name(turn, each)) for each in held[:MOST_IN_LIST]]
    if not waiting and not held:
        turn.say("desk-queue-empty", choice("shift.show", "desk-duty"))
        return
    lines = [_line(turn, each) for each in waiting[:MOST_IN_LIST]]
    turn.say("desk-queue", *ways, n=len(waiting), held=len(held), lines=lines)


def open_talk(turn: Turn) -> None:
    """Opens a talk that one has taken: what one writes goes there. One that is parked comes back by it."""
    conversation = on_duty.held(turn)
    if conversation.state == conversations.PARKED:
        due = turn.now + talking.starts_clock(conversation)
        conversations.take(turn.tx, conversation.id, turn.person.id, due, turn.now)
    if _open_id(turn) == conversation.id:
        turn.dialogue.answers[SINCE] = str(turn.tx.new_id())
        turn.toast("desk-just-write")
        return
    topics.work(turn, conversation, None)
    _start(turn, conversation)


def speaks(turn: Turn) -> bool:
    """Whether these words are said to a resident, in a talk that is open: danger in them is the resident's.

    In the slip of a caller it is the caller's.
    """
    number = None if turn.incoming.press is not None or turn.incoming.command is not None else _open_id(turn)
    conversation = conversations.read(turn.tx, number) if number is not None else None
    return number is not None and (conversation is None or not addressing.is_slip(turn, conversation))


def welcome(speaker: Speaker, conversation: Conversation, taker_id: int) -> None:
    """The talk is this taker's from now on: the card to them, the name to the resident."""
    speaker.tell(taker_id, card.of(speaker, conversation, taker_id))
    talking.hand_files(speaker, conversation, taker_id)
    by = queue.name_of(speaker, taker_id)
    queue.settle_notice(speaker, conversation, "desk-taken-by", by=by)
    speaker.edit(queue.wait_key(conversation.id), Message(text=Text("desk-your-turn", {"by": by})))
    key = "desk-will-call" if conversation.by_phone else "desk-comes"
    done = choice(f"desk.done:{conversation.id}", "desk-end-talk")
    speaker.tell(conversation.person_id, Message(text=Text(key, {"by": by}), choices=(done,), lasting=True))


def _taken(turn: Turn, waiting: Conversation) -> bool:
    # Not locked before: whom another was quicker to take would stay locked, out of the order of ids.
    due = turn.now + talking.starts_clock(waiting)
    if not conversations.take(turn.tx, waiting.id, turn.person.id, due, turn.now):
        return False
    conversation = conversations.read(turn.tx, waiting.id) or waiting
    welcome(turn, conversation, turn.person.id)
    queue.moved(turn, conversation.place_id)
    _start(turn, conversation)
    return True


def _start(turn: Turn, conversation: Conversation) -> None:
    forms.start(turn, TALK, **{ABOUT: str(conversation.id), SINCE: str(turn.tx.new_id())})


def _must_answer(turn: Turn) -> None:
    if not _my_places(turn):
        raise Refused("not-allowed")


def _my_places(turn: Turn) -> list[int]:
    """The desks that the person may answer at: where somebody waits, and those of their own roles."""
    own = [held.place_id for held in turn.roles if held.role in ("desk", "coordinator")]
    queued = conversations.queued_places(turn.tx)
    paths = {each: places.read(turn.tx, each).path for each in queued}
    mine = [each for each in queued if any(held.covers(paths[each]) for held in turn.roles if held.place_id in own)]
    return mine or own


def _line(turn: Turn, conversation: Conversation) -> Text:
    minutes = int((turn.now - conversation.queued_at).total_seconds() // 60)
    key = "desk-line-call" if conversation.by_phone else "desk-line"
    return Text(key, {"name": _name(turn, conversation), "minutes": minutes})


def _name(turn: Turn, conversation: Conversation) -> str | Text:
    return queue.name_of(turn, conversation.person_id)


def _open_id(turn: Turn) -> int | None:
    """The conversation whose talk the person has open."""
    number = turn.dialogue.answers.get(ABOUT) if turn.dialogue.form == TALK.name else None
    return int(number) if number else None


def _ask(turn: Turn) -> Message:
    conversation = conversations.read(turn.tx, int(turn.dialogue.answers[ABOUT]))
    name = _name(turn, conversation) if conversation else ""
    return Message(
        text=Text("desk-writing-to", {"name": name}), choices=(forms.pick(TALK.name, "words", "pause", "desk-pause"),)
    )


def _read(turn: Turn) -> NoReturn:
    """Whatever is written goes to the resident, until the talk is set aside or ended. Raises Stay."""
    words = turn.incoming.text.strip()
    if turn.argument == "pause" or words.lower() in PAUSE_WORDS:
        forms.close(turn)
        turn.say("desk-paused")
        raise Stay
    conversation = conversations.lock(turn.tx, int(turn.dialogue.answers[ABOUT]))
    if conversation is None or not _is_mine(turn, conversation):
        forms.close(turn)
        _say_lost(turn, conversation)
        raise Stay
    if words in closing.END_WORDS and not turn.incoming.media:
        closing.ask_reason(turn, conversation)
        raise Stay
    if not addressing.asked(turn, conversation):
        _pass_on(turn, conversation, words)
    _mind_danger(turn)
    raise Stay


def _pass_on(turn: Turn, conversation: Conversation, words: str) -> None:
    media_ids = attachments.keep(turn)
    if not (words or media_ids):
        turn.say("desk-cannot")
        return
    where = turn.address.id
    addressing.send(turn, conversation, words, media_ids, address_id=where, message=turn.incoming.message)


def _mind_danger(turn: Turn) -> None:
    """Words of danger to a resident raise no alarm; but if it is the taker's own, the number to call stands here."""
    danger = turn.reading.emergency
    if danger is not None and danger.level != "ask":
        turn.say("desk-danger-words", call=list(danger.call))


def _is_mine(turn: Turn, conversation: Conversation) -> bool:
    return conversation.taker_id == turn.person.id and conversation.state in (conversations.TAKEN, conversations.PARKED)


def _say_lost(turn: Turn, conversation: Conversation | None) -> None:
    if conversation is None or conversation.state == conversations.CLOSED:
        turn.say("desk-lost-over")
    elif conversation.state == conversations.WAITING:
        turn.say("desk-lost-waits", choice(f"desk.next:{conversation.id}", "desk-take-next"))
    else:
        turn.say("desk-lost-other")


def _closes(turn: Turn) -> bool:
    """A talk that comes back when another form has ended: where it is no longer one's own, it is not opened again."""
    conversation = conversations.read(turn.tx, int(turn.dialogue.answers[ABOUT]))
    if conversation is not None and _is_mine(turn, conversation):
        return False
    forms.close(turn)
    return True


def _never(turn: Turn) -> None:
    """A talk is never filled in: it is set aside or ended."""


TALK = Form(
    talking.TAKER_FORM,
    (Question("words", _ask, _read, number=True, talk=True),),
    _never,
    cancelled="desk-paused",
    divert=_closes,
)
FORMS = (TALK,)
ROUTES = (
    Route("command", "queue", show_queue, menu="desk coordinator"),
    Route("press", "desk.queue", show_queue),
    Route("press", "desk.next", take_next),
    Route("press", "desk.open", open_talk),
)
