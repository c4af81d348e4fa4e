"""Handing to staff: where no team can be asked, desk and coordinator get the whole card; it ends with the request."""

from handlers import cards, renewing, staff
from handlers.life import clocks
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import reveals
from storage.catalogue import Item
from storage.service_requests import ServiceRequest


def hand_to_staff(
    speaker: Speaker,
    request: ServiceRequest,
    item: Item,
    key: str,
    but: int | None = None,
    ways: tuple[Choice, ...] = (),
) -> int:
    """Shows a request privately to desk and coordinator, who can assign it. Returns how many were told.

    `ways`: choices beside "assign".
    """
    message = Message(
        text=Text(key, {"card": cards.staff_card(speaker, request, item)}),
        choices=(*ways, choice(f"board.assign:{request.id}", "board-assign")),
        key=cards.staff_key(request.id),
        lasting=True,
        lane=Lane.URGENT if item.urgency in clocks.BY_THE_WALL else Lane.REPLIES,
        sensitive=item.sensitive,
    )
    told = staff.of_place(speaker, request.home_id)
    for person_id in told:
        for subject in request.people:
            reveals.add(speaker.tx, subject, person_id, request.id, "address and phone", speaker.now)
    return sum(show(speaker, request, person_id, message) for person_id in told if person_id != but)


def show(speaker: Speaker, request: ServiceRequest, person_id: int, card: Message) -> bool:
    """Shows one of the staff a card with phone and address; an earlier one shows them no longer."""
    return renewing.tell_anew(speaker, person_id, card, Text("card-below", {"number": request.number}))


def put_away(speaker: Speaker, request: ServiceRequest) -> None:
    """The request is done or closed: the cards of the staff show phone and address no longer."""
    speaker.edit(cards.staff_key(request.id), Message(text=Text("staff-over", {"number": request.number})))
