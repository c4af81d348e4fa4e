"""Talking: what a resident says reaches whoever has taken the talk, and the other way round; all of it is kept, sealed.

A taker who does not answer within SILENT_AFTER loses the talk. A word that needs no answer ("thanks") waits for none.
"""

from datetime import timedelta

from handlers.desk import queue, topics
from handlers.desk.words import note_shown, without_who
from handlers.message import Message, Text, choice
from handlers.turn import Speaker
from storage import addresses, conversations, dialogues, outbox
from storage import conversation_messages as kept
from storage.conversation_messages import Said
from storage.conversations import Conversation

SILENT_AFTER = timedelta(minutes=5)
CALL_WITHIN = timedelta(minutes=15)  # a call takes longer than a word
RESIDENT_FORM = "desk"  # the form in which a resident's words go to the desk
TAKER_FORM = "desktalk"  # the form in which the words of somebody on duty go to a resident


def say(
    speaker: Speaker,
    conversation: Conversation,
    sender_id: int,
    words: str,
    media_ids: list[int] | None = None,
    *,
    address_id: int | None = None,
    message: str | None = None,
    answers_nothing: bool = False,
) -> Said:
    """Keeps what one side says and passes it on, once its files are with us.

    `address_id`, `message`: where it was written, so that an edit of it is found. `answers_nothing`: it waits for no
    answer. The conversation must be locked.
    """
    said = kept.create(
        speaker.tx,
        conversation.id,
        sender_id,
        words,
        speaker.now,
        media_ids=media_ids,
        address_id=address_id,
        message=message,
    )
    _keep_clock(speaker, conversation, said, answers_nothing)
    deliver(speaker, conversation, said)
    return said


def to_resident(
    speaker: Speaker,
    conversation: Conversation,
    sender_id: int,
    words: str,
    media_ids: list[int] | None = None,
    *,
    address_id: int | None = None,
    message: str | None = None,
) -> bool:
    """Says words of the desk to the resident, from wherever they were written; False where nothing reaches them."""
    say(speaker, conversation, sender_id, words, media_ids, address_id=address_id, message=message)
    return addresses.reachable(speaker.tx, conversation.person_id) is not None


def deliver(speaker: Speaker, conversation: Conversation, said: Said) -> None:
    """Shows a message to the other side, unless a file of it is still on its way."""
    files = kept.media(speaker.tx, said.id)
    if any(each.digest is None for each in files) or not (said.words or files):
        return
    if said.sender_id != conversation.person_id:
        speaker.tell(conversation.person_id, _for_resident(speaker, conversation, said))
        kept.set_shown(speaker.tx, said.id)
        topics.desk_said(speaker, conversation, said)
    elif to_desk(speaker, conversation, said):
        kept.set_shown(speaker.tx, said.id)


def to_desk(speaker: Speaker, conversation: Conversation, said: Said) -> bool:
    """Shows a resident's message to whoever has the talk; while nobody has, to those who may take it."""
    answered_there = topics.resident_said(speaker, conversation, said)
    if conversation.state == conversations.PARKED and not queue.desk_answers(speaker, conversation.place_id):
        return answered_there  # nobody is woken: it stands on the card when the talk comes back
    if conversation.taker_id is not None and conversation.state != conversations.WAITING:
        return answered_there or _tell_taker(speaker, conversation, said, conversation.taker_id)
    if conversation.state != conversations.WAITING:
        return False
    if kept.media(speaker.tx, said.id):
        heard = queue.tell_desk(speaker, conversation, _heard(speaker, conversation, said)) > 0
        if heard:
            conversations.set_told(speaker.tx, conversation.id)
        return heard
    if conversation.told:
        speaker.edit(queue.notice_key(conversation.id), queue.notice(speaker, conversation))
    return conversation.told


def for_taker(speaker: Speaker, conversation: Conversation, said: Said) -> Message:
    """A resident's message as whoever has the talk sees it."""
    name = queue.name_of(speaker, said.sender_id)
    files = [each.digest for each in kept.media(speaker.tx, said.id) if each.digest]
    words: str | Text = said.words or Text("desk-file")
    # An album has no button: the channels show one only below a message by itself.
    ways = (choice(f"desk.open:{conversation.id}", "desk-reply"),) if len(files) < 2 else ()
    return Message(
        text=Text("desk-said", {"who": name, "words": words}),
        choices=ways,
        key=kept.key_of(said.id),
        media=tuple(files),
        lasting=True,
    )


def _tell_taker(speaker: Speaker, conversation: Conversation, said: Said, taker_id: int) -> bool:
    note_shown(speaker, said.sender_id, taker_id, said.words)
    return speaker.tell(taker_id, for_taker(speaker, conversation, said))


def hand_files(speaker: Speaker, conversation: Conversation, taker_id: int) -> None:
    """Whoever takes the talk gets the voices and photos that they have not got yet."""
    theirs = {each.id for each in addresses.of_person(speaker.tx, taker_id)}
    for said in kept.of_conversation(speaker.tx, conversation.id, limit=10):
        files = kept.media(speaker.tx, said.id)
        shown = outbox.addresses_with_key(speaker.tx, kept.key_of(said.id))
        if files and all(each.digest for each in files) and theirs.isdisjoint(number for number, _ in shown):
            _tell_taker(speaker, conversation, said, taker_id)


def reword(speaker: Speaker, conversation: Conversation, said: Said, words: str) -> None:
    """The speaker has changed the words: so do the copies."""
    kept.set_words(speaker.tx, said.id, words)
    anew = kept.read(speaker.tx, said.id)
    if anew is None:
        return
    by_resident = said.sender_id == conversation.person_id
    copy = _for_desk(speaker, conversation, anew) if by_resident else _for_resident(speaker, conversation, anew)
    speaker.edit(kept.key_of(said.id), copy)
    topics.reworded(speaker, conversation, anew)
    if by_resident and conversation.state == conversations.WAITING and conversation.told:
        speaker.edit(queue.notice_key(conversation.id), queue.notice(speaker, conversation))


def _for_desk(speaker: Speaker, conversation: Conversation, said: Said) -> Message:
    if conversation.taker_id is None:
        return _heard(speaker, conversation, said)
    note_shown(speaker, said.sender_id, conversation.taker_id, said.words)
    return for_taker(speaker, conversation, said)


def arrived(speaker: Speaker, media_id: int) -> None:
    """A file's bytes are with us: the messages that waited for it are shown, where it was the last."""
    for number in kept.with_medium(speaker.tx, media_id):
        said = kept.read(speaker.tx, number)
        conversation = conversations.lock(speaker.tx, said.conversation_id) if said else None
        if said is not None and conversation is not None and not said.shown:
            deliver(speaker, conversation, said)


def lost(speaker: Speaker, media_id: int) -> None:
    """A file never will be with us: its message goes out without it."""
    for number in kept.with_medium(speaker.tx, media_id):
        said = kept.read(speaker.tx, number)
        kept.lose(speaker.tx, number, media_id)
        conversation = conversations.lock(speaker.tx, said.conversation_id) if said else None
        if said is not None and conversation is not None and not said.shown:
            deliver(speaker, conversation, said)


def _keep_clock(speaker: Speaker, conversation: Conversation, said: Said, answers_nothing: bool) -> None:
    if conversation.state != conversations.TAKEN:
        return
    if said.sender_id != conversation.person_id:
        conversations.set_due(speaker.tx, conversation.id, None)
    elif conversation.due is None and not answers_nothing:
        conversations.set_due(speaker.tx, conversation.id, speaker.now + SILENT_AFTER)


def _for_resident(speaker: Speaker, conversation: Conversation, said: Said) -> Message:
    """Words of the desk; with a way to answer, unless the resident's words come here anyway."""
    where = dialogues.read(speaker.tx, conversation.person_id)
    here = where is not None and where.form in (None, RESIDENT_FORM)
    files = [each.digest for each in kept.media(speaker.tx, said.id) if each.digest]
    return Message(
        text=Text(
            "desk-says", {"by": queue.name_of(speaker, said.sender_id), "words": said.words or Text("desk-file")}
        ),
        choices=() if here or len(files) > 1 else (choice(f"desk.back:{conversation.id}", "desk-reply"),),
        key=kept.key_of(said.id),
        media=tuple(files),
        lasting=True,
    )


def _heard(speaker: Speaker, conversation: Conversation, said: Said) -> Message:
    """A voice or photo of somebody who waits, for those who may take them."""
    files = kept.media(speaker.tx, said.id)
    key = "desk-heard" if {each.kind for each in files} == {"voice"} else "desk-seen"
    shown = without_who(speaker, said.sender_id, said.words)
    values = {"name": queue.name_of(speaker, said.sender_id), "words": shown, "has": "yes" if shown else "no"}
    return Message(
        text=Text(key, values),
        choices=(choice(f"desk.next:{conversation.id}", "desk-take-next"),) if len(files) < 2 else (),
        key=kept.key_of(said.id),
        media=tuple(each.digest for each in files if each.digest),
        lasting=True,
    )


def starts_clock(conversation: Conversation) -> timedelta:
    """How long a new taker has for the first word; for a call, a little longer."""
    return CALL_WITHIN if conversation.by_phone else SILENT_AFTER
