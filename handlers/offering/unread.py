"""Unread: what was offered to a team in whose group nobody reads any more goes to desk and coordinators."""

from datetime import UTC, datetime, timedelta

from handlers.offering import handing, offers
from handlers.routing import Job
from handlers.turn import Speaker
from storage import addresses, service_requests
from storage import offers as offered
from storage.transaction import Transaction

SLICE = 20


def hand_over(speaker: Speaker) -> bool:
    """The bot was thrown out, or the group unbound: its offers are withdrawn, and staff asked to arrange anew."""
    waiting = [number for team in _unread(speaker.tx) for number in offered.open_of_team(speaker.tx, team, SLICE)]
    for number in sorted(waiting)[:SLICE]:
        _hand_over(speaker, number)
    return len(waiting) >= SLICE


def _unread(tx: Transaction) -> list[int]:
    return [team for team in offered.teams_asked(tx) if not addresses.somebody_reads(tx, team)]


def _due(tx: Transaction) -> datetime | None:
    """At once, where something is unread. Time alone makes nothing unread."""
    return datetime.min.replace(tzinfo=UTC) if _unread(tx) else None


def _hand_over(speaker: Speaker, number: int) -> None:
    request = service_requests.lock(speaker.tx, number)
    item = speaker.item(request.item) if request else None
    if request is None or item is None:
        return
    offers.withdraw(speaker, request, item)
    if request.state == "dispatched":
        handing.hand_to_staff(speaker, request, item, "staff-unread")


JOBS = (Job("hand over what nobody reads", timedelta(minutes=1), hand_over, next_due=_due),)
