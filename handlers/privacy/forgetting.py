"""Forgetting: a request is emptied of its words, photos and private line, wherever copies of them lie.

Number, item and moves stay, so that figures remain true. An open emergency is never emptied: somebody may be in danger.
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from handlers import cards
from handlers.following import withdrawing
from handlers.life import lifecycle
from handlers.message import Message, Text, encode
from handlers.offering import offers
from handlers.turn import Speaker, Turn
from storage import forgetting, people, retention, tasks, web_chat
from storage import line as talks
from storage.addresses import WEB, Address
from storage.catalogue import Item
from storage.service_requests import Details, ServiceRequest

FORGET_FILE = "forget file"
# The keys of messages about a request that hold words of it.
KEYS = ("staff", "help", "media", "corrected", "outcome", "more", "agree", "agree-call", "ask", "lead")


def keeps(item: Item | None, request: ServiceRequest) -> bool:
    """Whether a request must be kept whole for now: an emergency that is open."""
    return item is not None and item.urgency == "emergency" and request.closed_at is None


def withdraw(turn: Turn, request: ServiceRequest) -> ServiceRequest:
    """Takes an open request back, and whoever was to go hears it. One that is done waits for no answer any more."""
    if request.state == "done":
        return lifecycle.make(turn, request, "close unanswered", actor_id=turn.person.id)
    reachable = lifecycle.reachable("cancel", request, turn.now)
    return withdrawing.cancel(turn, request, "no") if reachable else request


def empty(speaker: Speaker, request: ServiceRequest) -> None:
    """Empties a request that is closed, in its rows and in the copies that lie with us; sent messages are changed."""
    keys = [*(f"{key}:{request.id}" for key in KEYS), *talks.keys_of_request(speaker.tx, request.id)]
    gone = Message(text=Text("own-forgotten"))
    for key in keys:
        speaker.edit(key, gone)
        forgetting.said_as(speaker.tx, key, encode(gone))
    _bare_card(speaker, request)
    media(speaker, forgetting.words_of(speaker.tx, request.id))


def _bare_card(speaker: Speaker, request: ServiceRequest) -> None:
    """In the groups only number and item are left."""
    item, key = speaker.item(request.item), offers.card_key(request.id)
    if item is not None:
        card = cards.team_card(speaker, replace(request, details=Details()), item)
        how = "card-withdrawn" if request.state == "cancelled" else "card-closed"
        speaker.edit(key, Message(text=Text(how, {"card": card})))
    forgetting.said_as(speaker.tx, key, encode(Message(text=Text("own-forgotten"))))


def media(speaker: Speaker, media_ids: Iterable[int]) -> None:
    """Forgets media that nothing refers to any more; the bytes go once the turn is committed."""
    files(speaker, [retention.drop_if_unused(speaker.tx, media_id) for media_id in media_ids])


def files(speaker: Speaker, digests: Iterable[str | None]) -> None:
    """Leaves it to a worker to delete the bytes that no row names any more."""
    for digest in dict.fromkeys(digests):
        if digest is not None:
            tasks.add(speaker.tx, FORGET_FILE, json.dumps({"digest": digest}), speaker.now)


def talk(speaker: Speaker, person_id: int) -> None:
    """Forgets what somebody said on lines, in the copies that were sent too."""
    instead = encode(Message(text=Text("own-forgotten")))
    for key in talks.keys_of_sender(speaker.tx, person_id):
        forgetting.said_as(speaker.tx, key, instead)
    media(speaker, forgetting.said_on_lines(speaker.tx, person_id))


def chat(speaker: Speaker, address: Address) -> None:
    """Forgets what was said to an address, and what a web chat shows."""
    forgetting.said_to(speaker.tx, address.id)
    if address.account == WEB:
        shown = forgetting.files_of_chat(speaker.tx, address.chat)
        web_chat.forget(speaker.tx, address.chat)
        files(speaker, shown)


def words_for_redaction(speaker: Speaker, request: ServiceRequest) -> tuple[str, ...]:
    """What would tell in free words who asked, and behind which door."""
    return tuple(word for one in request.people for word in cards.known_words(people.read(speaker.tx, one)))
