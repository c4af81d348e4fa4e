"""Groups and blocks: brought in, thrown out, moved to a new id; blocked and unblocked."""

from datetime import datetime

from handlers.arriving import group_address
from handlers.incoming import Incoming
from handlers.turn import Turn
from storage import addresses, sending
from storage.transaction import Transaction


def happened(tx: Transaction, incoming: Incoming, now: datetime) -> None:
    """Takes note of what happened to a chat. Nothing is said: there may be nobody left to say it to."""
    if incoming.event == "migrated" and incoming.migrated_to is not None:
        addresses.migrate_chat(tx, incoming.account, incoming.chat, incoming.migrated_to)
    elif incoming.event == "entered":
        addresses.mark(tx, group_address(tx, incoming, now).id, "open", "")
    elif incoming.event in ("expelled", "blocked", "unblocked"):
        _mark(tx, incoming, now)


def talk(turn: Turn) -> None:
    """Words in a group that are meant for us: requests are private, so we say where."""
    if turn.incoming.addressed:
        turn.say("group-write-privately" if turn.chat.team_id else "group-not-bound")


def _mark(tx: Transaction, incoming: Incoming, now: datetime) -> None:
    if incoming.event == "expelled":
        for address in addresses.of_chat(tx, incoming.account, incoming.chat):
            addresses.mark(tx, address.id, "gone", "expelled")
            sending.leave(tx, address, "expelled", now)
        return
    known = addresses.find(tx, incoming.account, incoming.user)
    if known is None:
        return
    if incoming.event == "unblocked":
        addresses.mark(tx, known.id, "open", "")
    elif addresses.mark(tx, known.id, "gone", "blocked"):
        sending.leave(tx, known, "blocked", now)
