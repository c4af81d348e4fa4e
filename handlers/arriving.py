"""Arriving: who is it, and where did it come from? Makes the turn for an event, and whoever is new."""

from datetime import datetime

from handlers.community import Community
from handlers.incoming import Incoming
from handlers.texts import nearest_language
from handlers.turn import Turn
from handlers.understanding import Reading
from storage import addresses, arrivals, dialogues, people
from storage.addresses import Address, group_user
from storage.dialogues import Dialogue
from storage.errors import Unavailable
from storage.transaction import Transaction


def open_turn(tx: Transaction, incoming: Incoming, reading: Reading, community: Community, now: datetime) -> Turn:
    """The turn of an event; the person's dialogue is locked from here on."""
    dialogue = dialogues.lock(tx, incoming.account, incoming.user) or _welcome(tx, incoming, now)
    # Read after the lock: what another turn of this person has just written must be seen.
    found = arrivals.find(tx, incoming.account, incoming.user)
    if found is None or found[0].person_id != dialogue.id:
        raise Unavailable("the address changed hands while its dialogue was locked")
    address, person = found
    if not incoming.group:
        addresses.seen(tx, address, incoming.chat, now)
    return Turn(
        tx,
        incoming,
        now,
        community=community,
        reading=reading,
        person=person,
        dialogue=dialogue,
        address=address,
        chat=group_address(tx, incoming, now) if incoming.group else address,
    )


def group_address(tx: Transaction, incoming: Incoming, now: datetime) -> Address:
    """The address of the group (or its topic) that an event came from; made at the first event."""
    user = group_user(incoming.chat, incoming.thread)
    known = addresses.find(tx, incoming.account, user)
    if known is not None:
        addresses.seen(tx, known, incoming.chat, now)
        return known
    made = addresses.create(
        tx, account=incoming.account, user=user, chat=incoming.chat, thread=incoming.thread, now=now
    )
    if made is None:
        raise Unavailable("another process has just met the same group")
    return made


def _welcome(tx: Transaction, incoming: Incoming, now: datetime) -> Dialogue:
    """Somebody new: a person, an empty dialogue, an address. In a group their private chat is not open to us yet."""
    person = people.create(tx, nearest_language(incoming.language), now)
    dialogue = dialogues.create(tx, person.id, now)
    made = addresses.create(
        tx,
        account=incoming.account,
        user=incoming.user,
        chat=incoming.user if incoming.group else incoming.chat,
        person_id=person.id,
        now=now,
        state="unmet" if incoming.group else "open",
    )
    if made is None:
        raise Unavailable("another process has just met the same person")
    return dialogue
