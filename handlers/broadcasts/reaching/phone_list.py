"""The phone list: whoever a broadcast did not reach is phoned by the duty people of their unit, the vulnerable first.

Liaisons hear of their own people besides. Everybody works on the same list; each call is one person's at a time.
"""

from collections.abc import Iterable
from datetime import timedelta

from handlers import staff
from handlers.broadcasts import over, says
from handlers.desk import on_duty
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcasts, calls, cards, people
from storage.broadcasts import EMERGENCY, Broadcast
from storage.cards import Card
from storage.recipients import Recipient

VULNERABLE = frozenset({"alone", "over_80", "disabled"})  # groups of cards
EVERY = timedelta(seconds=30)
SLICE = 200


def put(speaker: Speaker, broadcast: Broadcast, recipient: Recipient) -> Card | None:
    """Puts somebody on the phone list of their unit; returns their open card, if they have one."""
    card = cards.of_person(speaker.tx, recipient.person_id)
    known = card if card is not None and card.state == cards.OPEN else None
    first = people.read(speaker.tx, recipient.person_id).elder or (known and VULNERABLE & {*known.about.groups})
    rank = calls.FIRST if first else calls.USUAL
    calls.add(speaker.tx, broadcast.id, recipient.id, recipient.place_id, rank, speaker.now)
    return known


def tell(speaker: Speaker, broadcast: Broadcast, place_id: int, fresh: bool) -> None:
    """Says on the list's message how many are left; anew, with a sound, where there is something new to do."""
    message = notice(speaker, broadcast, place_id)
    if not fresh:
        speaker.edit(key_of(broadcast, place_id), message)
        return
    told = {person for person in duty(speaker, place_id) if speaker.tell(person, message)}
    if not told:
        told = {person for person in staff.even_away(speaker, place_id) if speaker.tell(person, message)}
    if not told:
        left, _ = calls.count_left(speaker.tx, broadcast.id, place_id, speaker.now)
        values = {"title": says.title(broadcast), "n": left}
        speaker.tell(broadcast.drafter_id, Message(text=Text("calls-nobody-there", values), lane=lane_of(broadcast)))


def tell_liaisons(speaker: Speaker, broadcast: Broadcast, found: Iterable[Card]) -> None:
    """Each liaison hears once how many of their own people are to be phoned; their deputies stand beside them."""
    numbers: dict[int, int] = {}
    for card in found:
        if card.liaison_id is not None:
            numbers[card.liaison_id] = numbers.get(card.liaison_id, 0) + 1
    for person_id, number in numbers.items():
        text = Text("calls-own", {"title": says.title(broadcast), "n": number})
        way = choice(f"call.mine:{broadcast.id}", "calls-begin")
        speaker.tell(person_id, Message(text=text, choices=(way,), lane=lane_of(broadcast), lasting=True))


def notice(speaker: Speaker, broadcast: Broadcast, place_id: int) -> Message:
    """How many of a unit are still to be phoned."""
    left, later = calls.count_left(speaker.tx, broadcast.id, place_id, speaker.now)
    values = {"title": says.title(broadcast), "n": left, "later": later}
    key = "calls-none-left" if not left else "calls-all-later" if later == left else "calls-list"
    ways = (choice(f"call.next:{broadcast.id}/{place_id}", "calls-begin"),) if left else ()
    text = Text(key, {"title": values["title"]} if not left else values)
    return Message(text=text, choices=ways, key=key_of(broadcast, place_id), lane=lane_of(broadcast), lasting=True)


def key_of(broadcast: Broadcast, place_id: int) -> str:
    """The key of the message about a unit's phone list."""
    return f"bc-calls:{broadcast.id}/{place_id}"


def lane_of(broadcast: Broadcast) -> Lane:
    """An emergency's list is told of at any hour."""
    return Lane.URGENT if broadcast.kind == EMERGENCY else Lane.REMINDERS


def duty(speaker: Speaker, place_id: int) -> list[int]:
    """Those on duty at a unit's desk; where nobody is, desk and coordinators."""
    return on_duty.of_place(speaker, place_id) or staff.of_place(speaker, place_id)


def again(speaker: Speaker) -> bool:
    """Whoever was phoned in vain may be phoned again: it is said once for each list."""
    found = calls.fall_due(speaker.tx, speaker.now, SLICE)
    for broadcast_id, place_id in sorted(found):
        broadcast = broadcasts.read(speaker.tx, broadcast_id)
        if broadcast is None or over.is_over(speaker, broadcast):
            calls.finish_all(speaker.tx, broadcast_id, speaker.now)
        else:
            tell(speaker, broadcast, place_id, fresh=True)
    return len(found) == SLICE


JOBS = (Job("phone lists of broadcasts", EVERY, again, calls.next_due),)
