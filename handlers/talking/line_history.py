"""What was said on a line, for staff: only where the matter is in dispute, and each look is logged for those who spoke.

Nobody else is ever shown it: whoever helps next does not see what was said to the one before.
"""

from handlers import cards
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.following import outcomes
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.talking import relaying
from handlers.turn import Turn
from handlers.understanding import redact
from storage import line, reveals
from storage.line import LineMessage
from storage.service_requests import ServiceRequest

MOST = 30  # messages, the latest
IN_DISPUTE = ("disputed", "reopened")
LOOK = "private line"  # what is logged


def disputed(turn: Turn, request: ServiceRequest) -> bool:
    """Whether a request is in dispute, and something was said on its line."""
    in_dispute = request.state in IN_DISPUTE or request.outcome in (outcomes.NOT, outcomes.PARTLY)
    return in_dispute and bool(line.of_request(turn.tx, request.id, 1))


def show(turn: Turn) -> None:
    """What was said, in order, phone numbers put away."""
    request, _ = steering.looked_after(turn, "decide disputes", turn.argument_id())
    if not disputed(turn, request):
        raise Refused("line-not-disputed", number=request.number)
    said = line.of_request(turn.tx, request.id, MOST)
    for speaker in dict.fromkeys(each.sender_id for each in said):
        reveals.add(turn.tx, speaker, turn.person.id, request.id, LOOK, turn.now)
    lines = [_line(turn, request, each) for each in said]
    text = cards.joined([Text("line-was-said", {"number": request.number}), *lines])
    turn.say_privately(Message(text=text, key=f"said:{request.id}", sensitive=True))


def _line(turn: Turn, request: ServiceRequest, said: LineMessage) -> Text:
    files = line.media(turn.tx, said.id)
    words = redact(said.said.words) if said.phones else said.said.words
    what = Text("plain", {"text": words}) if words else relaying.what(said.said, files)
    return Text("line-was", {"at": said.at, "who": relaying.name_of(turn, request, said.sender_id), "words": what})


ROUTES = (Route("press", "line.history", show),)
