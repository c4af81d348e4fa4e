"""Handover: whoever asks for a person, or says something that no program here understands, reaches those on duty.

What they write back is told as theirs. A voice message is passed on at once, at night too: nobody can know yet whether
it is urgent. Number and hours of the desk are always said first: a call is quicker.
"""

from datetime import timedelta

from handlers import cards, forms, permissions, staff
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import handovers, media, people, places
from storage.handovers import Handover

ASKED_ONCE_IN = timedelta(minutes=30)  # whoever asks again within this time is not announced again
MOST_WORDS = 1000  # characters of an answer


def ask_person(turn: Turn) -> None:
    """Somebody wants a person: the desk's number and hours at once; those on duty hear of it and can write back."""
    desk = turn.community.pack.desk
    told = turn.person.state == "joined" and _asked(turn)
    turn.say("handover-desk" if told else "menu-desk-answer", phone=desk.phone, hours=desk.hours)


def pass_on(turn: Turn, media_ids: list[int]) -> None:
    """Somebody's voice messages go to those on duty; those that a channel still holds follow when they are here."""
    reached = True
    for medium_id in media_ids:
        if media.read(turn.tx, medium_id).kind == "voice":
            made = handovers.create(turn.tx, turn.person.id, medium_id, turn.now)
            reached = (made.digest is None or _tell(turn, made) > 0) and reached
    turn.say("handover-passed-on" if reached else "handover-nobody", phone=turn.community.pack.desk.phone)


def arrived(speaker: Speaker, medium_id: int) -> None:
    """The bytes of a voice message have come: those on duty can hear it now."""
    for handover in handovers.with_medium(speaker.tx, medium_id):
        if not _tell(speaker, handover):
            phone = speaker.community.pack.desk.phone
            speaker.tell(handover.person_id, Message(text=Text("handover-nobody", {"phone": phone})))


def answer(turn: Turn) -> None:
    """Somebody on duty wants to write back."""
    handover = open_for(turn, turn.argument_id())
    forms.start(turn, ANSWER, handover=str(handover.id))


def open_for(turn: Turn, handover_id: int) -> Handover:
    """The handover, for somebody on duty where the person lives. Refused where another has answered."""
    handover = handovers.read(turn.tx, handover_id)
    if handover is None:
        raise Refused("choice-unknown")
    place = staff.place_of(turn, people.read(turn.tx, handover.person_id).place_id)
    path = places.read(turn.tx, place.id).path if place is not None else None
    permissions.require(turn, "answer hotline", path=path)
    if handover.answered_at is not None:
        raise Refused("handover-over")
    return handover


def _asked(turn: Turn) -> bool:
    """Tells those on duty, once in a while; False where nobody is there to be told."""
    if handovers.waiting(turn.tx, turn.person.id, turn.now - ASKED_ONCE_IN):
        return True
    return _tell(turn, handovers.create(turn.tx, turn.person.id, None, turn.now)) > 0


def _tell(speaker: Speaker, handover: Handover) -> int:
    """Tells those on duty near the person; returns how many could be told."""
    person = people.read(speaker.tx, handover.person_id)
    key = "handover-asks" if handover.medium_id is None else "handover-voice"
    message = Message(
        text=Text(key, {"name": person.name or cards.NOTHING}),
        media=_heard(handover),
        choices=(
            choice(f"handover.answer:{handover.id}", "handover-answer"),
            choice(f"handover.enter:{handover.id}", "handover-enter"),
        ),
        key=_key(handover),
        lasting=True,
    )
    told = staff.tell(speaker, person.place_id, message, but=person.id)
    if told:
        handovers.told(speaker.tx, handover.id, speaker.now)
    return told


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("handover-ask"))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("handover-in-words")
    return words[:MOST_WORDS]


def _answered(turn: Turn) -> None:
    """Says the answer to whoever asked; the others on duty see that it is done."""
    handover = open_for(turn, int(turn.dialogue.answers["handover"]))
    if not handovers.answer(turn.tx, handover.id, turn.person.id, turn.now):
        raise Refused("handover-over")
    by = turn.person.name or cards.NOTHING
    words = turn.dialogue.answers["words"]
    told = turn.tell(handover.person_id, Message(text=Text("handover-reply", {"by": by, "words": words})))
    name = people.read(turn.tx, handover.person_id).name or cards.NOTHING
    done = Message(text=Text("handover-answered", {"name": name, "by": by}), media=_heard(handover))
    turn.edit(_key(handover), done)
    turn.say("handover-sent" if told else "handover-unreachable")


def _heard(handover: Handover) -> tuple[str, ...]:
    return () if handover.digest is None else (handover.digest,)


def _key(handover: Handover) -> str:
    return f"handover:{handover.id}"


ANSWER = Form("handover", (Question("words", _ask_words, _read_words),), _answered)
FORMS = (ANSWER,)
ROUTES = (Route("press", "handover.answer", answer),)
