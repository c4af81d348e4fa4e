"""Shown: who was shown somebody's address or phone for a request, when, and what of it; for the one whose they are."""

from handlers.message import Text
from handlers.privacy import own_data
from handlers.talking import relaying
from handlers.turn import Speaker
from storage import assignments, reveals
from storage.reveals import Reveal
from storage.service_requests import ServiceRequest

WHAT = {
    "address and phone": "shown-address",
    "name and phone": "shown-phone",
    "sensitive page": "shown-page",
    relaying.PHONE: "shown-words",
    "private line": "shown-talk",
}


def lines_of(speaker: Speaker, request: ServiceRequest, reader_id: int, most: int) -> list[Text]:
    """A line for each time, the latest first, `most` at most.

    Who asked and for whom it is see it of both of them; a helper sees who was shown the helper's own number.
    """
    subjects = request.people if reader_id in request.people else (reader_id,)
    found = [each for each in reveals.of_request(speaker.tx, request.id) if each.subject_id in subjects]
    return [_line(speaker, request, each) for each in found[:most]]


def _line(speaker: Speaker, request: ServiceRequest, reveal: Reveal) -> Text:
    helped = any(each.person_id == reveal.actor_id for each in assignments.of_request(speaker.tx, request.id))
    who = relaying.name_of(speaker, request, reveal.actor_id)
    if not helped and reveal.actor_id not in request.people:
        who = Text("shown-by-staff", {"name": who, "role": Text(f"role-{own_data.reader_role(speaker, reveal)}")})
    return Text("shown-line", {"at": reveal.at, "who": who, "what": Text(WHAT.get(reveal.what, "shown-other"))})
