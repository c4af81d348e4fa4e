"""Rings: an offer goes privately to the fittest few of a team; and what every round of asking has in common.

Nothing of the request but its card is shown: no name, no phone, no door. Sensitive requests never come here.
"""

from collections.abc import Collection
from datetime import timedelta

from handlers import cards
from handlers.life import clocks, history, lifecycle
from handlers.message import Lane, Message, Text, choice
from handlers.offering import candidates
from handlers.turn import Speaker
from storage import assignments, offers, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team

SIZE = 3  # volunteers asked at once, for each who is wanted one more
RINGS = 3  # then the team's leader is asked
# How long a ring may think. Our proposal; quiet hours stop the clock of normal and complex items.
PATIENCE = {"normal": timedelta(minutes=30), "complex": timedelta(hours=2)}
IN_A_HURRY = timedelta(minutes=5)

RING, REMINDER, LEADER = "offer.ring", "offer.reminder", "offer.leader"
COORDINATOR, NEXT = "offer.coordinator", "offer.next"
KINDS = (RING, REMINDER, LEADER, COORDINATOR, NEXT)
HISTORY = "offer"  # the name of these lines in the history; `step` in their data says which


def key_of(request_id: int) -> str:
    """The key of the offer to one volunteer."""
    return f"ask:{request_id}"


def lane_of(item: Item) -> Lane:
    """Urgent items go first and at any hour; the others wait for the end of quiet hours."""
    return Lane.URGENT if item.urgency in clocks.BY_THE_WALL else Lane.REMINDERS


def patience(item: Item) -> timedelta:
    """How long those who were asked may think."""
    return PATIENCE.get(item.urgency, IN_A_HURRY)


def missing(speaker: Speaker, request: ServiceRequest) -> int:
    """How many helpers are still looked for."""
    if request.state == "dispatched":
        return request.helpers_wanted
    if request.state not in lifecycle.HELD:
        return 0
    return max(0, request.helpers_wanted - len(assignments.held(speaker.tx, request.id)))


def ask(
    speaker: Speaker, request: ServiceRequest, item: Item, team: Team, ring: int, without: Collection[int] = ()
) -> int:
    """Asks the next ring of a team; returns how many were asked."""
    found = candidates.find(speaker, request, item, team, without=without)
    least = candidates.least_of(found)
    chosen = candidates.ranked(found, SIZE + missing(speaker, request) - 1)
    for each in chosen:
        why = candidates.why(each, least)
        offer_id = offers.create(
            speaker.tx, request.id, team.id, speaker.now, person_id=each.person_id, ring=ring, why=why
        )
        speaker.tell(each.person_id, offer_of(speaker, request, item, offer_id))
    if chosen:
        note(speaker, request, "ring", ring=ring, asked=len(chosen))
        due = clocks.after(speaker.community, item, speaker.now, patience(item))
        timers.put(speaker.tx, request.id, RING, due)
    return len(chosen)


def close(speaker: Speaker, request: ServiceRequest, state: str, key: str, but: int | None = None) -> None:
    """Closes the private offers that are still open, and their messages say so in the words of `key`."""
    for offer in offers.of_request(speaker.tx, request.id):
        if offer.person_id is None or offer.state != "open" or offer.person_id == but:
            continue
        offers.close(speaker.tx, offer.id, state, speaker.now)
        say_over(speaker, request, offer.person_id, key)


def say_over(speaker: Speaker, request: ServiceRequest, person_id: int, key: str) -> None:
    """The offer's message says how it ended, and offers nothing more."""
    over = Message(text=Text(key, {"number": request.number}))
    speaker.edit(key_of(request.id), over, person_id)


def note(speaker: Speaker, request: ServiceRequest, step: str, actor_id: int | None = None, **data: int | str) -> None:
    """A line in the history that is no move: who was asked, in which round. `data` holds nothing personal."""
    history.note(speaker, request, HISTORY, actor_id=actor_id, data={"step": step, **data})


def offer_of(speaker: Speaker, request: ServiceRequest, item: Item, offer_id: int) -> Message:
    """The offer to one volunteer, as it is now."""
    return Message(
        text=Text("ring-ask", {"card": cards.team_card(speaker, request, item)}),
        choices=(choice(f"offer.take:{offer_id}", "offer-take"), choice(f"offer.decline:{offer_id}", "ring-decline")),
        key=key_of(request.id),
        lane=lane_of(item),
    )
