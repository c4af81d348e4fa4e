"""Proofs: photos that a helper took of what was done. The resident sees them before being asked, or as they come."""

from handlers.message import Message, Text
from handlers.turn import Speaker
from storage import media, request_events
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

MEDIA = "media"  # where the event of finishing keeps their ids


def show(speaker: Speaker, request: ServiceRequest, item: Item | None, photos: list[int]) -> None:
    """Shows the people of a request these photos, as far as their bytes are with us."""
    known = [digest for number in photos if (digest := media.read(speaker.tx, number).digest) is not None]
    if not known:
        return
    message = Message(
        text=Text("done-photos", {"number": request.number}),
        media=tuple(known),
        sensitive=item is not None and item.sensitive,
    )
    for person in request.people:
        speaker.tell(person, message)


def is_proof(speaker: Speaker, request: ServiceRequest, media_id: int) -> bool:
    """Whether a photo of a request is its helper's, of what was done."""
    finished = (each for each in request_events.of_request(speaker.tx, request.id) if each.move == "finish")
    return any(str(media_id) in each.data.get(MEDIA, ()) for each in finished)
