"""Topics: in the group of a desk each resident who talks with it has a topic, which tells what becomes of the talk.

All of the desk reads there: so no name, phone or door stands in it, and nothing of sensitive matters or danger. Files,
and words of which something was hidden, go to whoever has the talk, privately.
"""

from handlers import cards, texts
from handlers.desk.words import without_who
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Speaker, Turn
from handlers.understanding import understand
from storage import addresses, conversations, outbox, people, topics
from storage import conversation_messages as kept
from storage.addresses import Address
from storage.conversation_messages import Said
from storage.conversations import CLOSED, PARKED, TAKEN, WAITING, Conversation
from storage.topics import Topic

LIKELY = 0.05  # an item with at least this share may be what is meant: if it is sensitive, nothing is shown
NAME_LANGUAGE = "zh-CN"  # a topic has one name for all


def key_of(conversation_id: int) -> str:
    """The key of the card of a talk in its topic."""
    return f"desk-topic:{conversation_id}"


def show(speaker: Speaker, conversation_id: int) -> None:
    """Tells in the resident's topic where the talk stands now; anew where somebody must come."""
    conversation = conversations.read(speaker.tx, conversation_id)
    topic = _topic(speaker, conversation, anew=True) if conversation is not None else None
    if conversation is None or topic is None:
        return
    if conversation.state in (WAITING, CLOSED):
        topics.set_worker(speaker.tx, topic.id, None)
    message = _card(speaker, conversation, topic)
    if conversation.front or not _has_card(speaker, conversation):
        speaker.put(_address(speaker, topic), message)
    else:
        speaker.edit(key_of(conversation.id), message)


def resident_said(speaker: Speaker, conversation: Conversation, said: Said) -> bool:
    """Shows a resident's words in the topic. True where whoever has the talk answers there, and nothing was hidden."""
    topic = _topic(speaker, conversation)
    if topic is None:
        return False
    if not _has_card(speaker, conversation):
        show(speaker, conversation.id)
    text, whole = _shown(speaker, conversation, said)
    speaker.put(_address(speaker, topic), Message(text=text, key=kept.topic_key_of(said.id)))
    return whole and conversation.state == TAKEN and topic.worker_id == conversation.taker_id


def desk_said(speaker: Speaker, conversation: Conversation, said: Said) -> None:
    """What somebody of the desk has written elsewhere is shown in the topic, too."""
    topic = _topic(speaker, conversation)
    if topic is not None and said.address_id != topic.address_id:
        text = _of_desk(speaker, conversation, said)
        speaker.put(_address(speaker, topic), Message(text=text, key=kept.topic_key_of(said.id)))


def reworded(speaker: Speaker, conversation: Conversation, said: Said) -> None:
    """The words were changed: so are those in the topic."""
    by_resident = said.sender_id == conversation.person_id
    text = _shown(speaker, conversation, said)[0] if by_resident else _of_desk(speaker, conversation, said)
    speaker.edit(kept.topic_key_of(said.id), Message(text=text))


def work(speaker: Speaker, conversation: Conversation, person_id: int | None) -> None:
    """Whoever has the talk answers in the topic from now on; None: privately."""
    topic = _topic(speaker, conversation)
    if topic is not None and topic.worker_id != person_id:
        topics.set_worker(speaker.tx, topic.id, person_id)


def called(number: int) -> Text:
    """What the resident of a topic is called there."""
    return Text("desk-topic-name", {"n": number})


def of(speaker: Speaker, conversation: Conversation) -> Topic | None:
    """The topic of a talk's resident, where there is one."""
    group = topics.group_of(speaker.tx, conversation.place_id)
    return None if group is None else topics.find(speaker.tx, group, conversation.person_id)


def _topic(speaker: Speaker, conversation: Conversation, *, anew: bool = False) -> Topic | None:
    """The topic of a talk's resident; made where there is none. With `anew` also where it could not be opened, or is
    gone."""
    group = topics.group_of(speaker.tx, conversation.place_id)
    if group is None:
        return None
    known = topics.find(speaker.tx, group, conversation.person_id)
    lost = known is not None and _address(speaker, known).state != "open"
    if known is not None and not lost:
        return known
    if conversation.state == CLOSED or (lost and not anew):
        return None
    number = known.number if known is not None else topics.next_number(speaker.tx, group)
    name = texts.render(called(number), NAME_LANGUAGE, speaker.community.zone)
    return topics.open_new(speaker.tx, group, conversation.person_id, number, name, speaker.now)


def _has_card(speaker: Speaker, conversation: Conversation) -> bool:
    return bool(outbox.addresses_with_key(speaker.tx, key_of(conversation.id)))


def _address(speaker: Speaker, topic: Topic) -> Address:
    return addresses.read(speaker.tx, topic.address_id)


def _card(speaker: Speaker, conversation: Conversation, topic: Topic) -> Message:
    key, values, ways = _standing(speaker, conversation)
    return Message(
        text=Text(key, {"who": called(topic.number), **values}),
        choices=ways,
        key=key_of(conversation.id),
        lasting=True,
    )


def _standing(speaker: Speaker, conversation: Conversation) -> tuple[str, dict[str, object], tuple[Choice, ...]]:
    number = conversation.id
    if conversation.state == WAITING:
        key = "desk-topic-again" if conversation.front else "desk-topic-waits"
        return key, {}, (choice(f"topic.take:{number}", "desk-topic-take"),)
    by = people.read(speaker.tx, conversation.taker_id).name if conversation.taker_id else ""
    if conversation.state == CLOSED:
        return "desk-topic-over", {}, ()
    more = (choice(f"topic.more:{number}", "desk-topic-more"),)
    if conversation.state == PARKED:
        return "desk-topic-parked", {"until": conversation.due}, more if by else ()
    return "desk-topic-taken", {"by": by or cards.NOTHING}, more


def _shown(speaker: Speaker, conversation: Conversation, said: Said) -> tuple[Text, bool]:
    """A resident's words as all of the desk may read them, and whether that is everything."""
    files = kept.media(speaker.tx, said.id)
    if said.words and _is_delicate(speaker, said.words):
        return Text("desk-topic-hidden"), False
    words = _open_words(speaker, conversation, said)
    if files:
        key = "desk-topic-file-said" if words else "desk-topic-file"
        return Text(key, {"words": words}), False
    whole = words == said.words
    return Text("desk-topic-said" if whole else "desk-topic-partly", {"words": words}), whole


def _of_desk(speaker: Speaker, conversation: Conversation, said: Said) -> Text:
    by = people.read(speaker.tx, said.sender_id).name or cards.NOTHING
    words = _open_words(speaker, conversation, said)
    if not words or _is_delicate(speaker, said.words):
        return Text("desk-topic-desk-hidden", {"by": by})
    return Text("desk-topic-desk", {"by": by, "words": words})


def _open_words(speaker: Speaker, conversation: Conversation, said: Said) -> str:
    return without_who(speaker, conversation.person_id, said.words)


def _is_delicate(speaker: Speaker, words: str) -> bool:
    """Whether words tell of danger, or may concern a matter that no group hears of."""
    own = isinstance(speaker, Turn) and speaker.incoming.text.strip() == words
    reading = speaker.reading if own and isinstance(speaker, Turn) else understand(words, speaker.community.snapshot)
    likely = (match for match in reading.items if match.score >= LIKELY)
    found = (speaker.item(match.code) for match in likely)
    return reading.emergency is not None or any(item is not None and item.sensitive for item in found)
