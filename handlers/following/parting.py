"""Parting: a request is withdrawn into which others were merged. Their people still wait: theirs goes on alone."""

from handlers import callbacks, staff
from handlers.asking import submitting
from handlers.following import followers
from handlers.message import Message, Text, choice
from handlers.offering import offers
from handlers.turn import Turn
from storage import people, request_changes, service_requests, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

CONSENT_AGAIN = "consent.again"  # the timer that has whoever it is for asked, see asking/proxies.py


def go_on_alone(turn: Turn, request: ServiceRequest, item: Item) -> None:
    """The first of those that were merged into it becomes a new request, which the others follow; all are told.

    Who has left is not told, and what they deleted is not known any more. Lock the followers before (followers.lock).
    """
    left = [each for each in followers.merged(turn, request.id) if _waits(turn, each)]
    first = next((each for each in left if each.details.words or each.details.address), None)
    anew = None if first is None else _anew(turn, first, item)
    for each in left:
        text = Text("mine-cancelled", {"number": each.number})
        if anew is not None:
            request_changes.set_merged_into(turn.tx, each.id, anew.id)
            text = Text("request-goes-on-alone", {"number": each.number, "new": anew.number})
        callbacks.tell_all(turn, each, Message(text=text, sensitive=item.sensitive))
    if anew is not None:
        _arrange(turn, request, anew, item)


def alone(turn: Turn, merged: ServiceRequest, item: Item) -> ServiceRequest:
    """What was merged into another becomes a request of its own, which it follows; not sent off yet."""
    anew = _anew(turn, merged, item)
    request_changes.set_merged_into(turn.tx, merged.id, anew.id)
    return anew


def _waits(turn: Turn, merged: ServiceRequest) -> bool:
    """Whether somebody else than the one who withdraws still waits for it."""
    return turn.person.id not in merged.people and people.read(turn.tx, merged.person_id).state != "left"


def _anew(turn: Turn, merged: ServiceRequest, item: Item) -> ServiceRequest:
    return submitting.submit(
        turn,
        item,
        merged.details,
        merged.place_id,
        service_requests.media(turn.tx, merged.id),
        person_id=merged.person_id,
        helped_id=merged.helped_id,
        filed_by=merged.filed_by,
        consent=merged.consent,
        starts_at=merged.starts_at,
        ends_at=merged.ends_at,
    )


def _arrange(turn: Turn, request: ServiceRequest, anew: ServiceRequest, item: Item) -> None:
    """Staff hear of it, and it is sent off, or whoever it is for is asked first."""
    text = Text("staff-goes-on-alone", {"number": request.number, "new": anew.number})
    staff.tell(turn, anew.home_id, Message(text=text, choices=(choice(f"board.show:{anew.id}", "outcome-staff-see"),)))
    if anew.consent == "waiting":
        timers.put(turn.tx, anew.id, CONSENT_AGAIN, turn.now)
    else:
        offers.send_off(turn, anew, item, None)
