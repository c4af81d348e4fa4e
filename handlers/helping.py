"""Helping: the one who took a request finishes it with a note, or gives it back."""

from handlers import cards, forms, lifecycle, offers, outcomes
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from storage import service_requests, teams
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

MOST_NOTE = 1000  # characters


def finish(turn: Turn) -> None:
    """Asks the helper for a note; the request is done when it is there."""
    request = _held(turn, turn.argument_id())
    forms.start(turn, FINISH, request=str(request.id))


def give_back(turn: Turn) -> None:
    """The helper cannot go after all: the request is offered to the team again, the resident is told. No blame."""
    request = _held(turn, turn.argument_id())
    item = _item(turn, request)
    request = lifecycle.make(turn.tx, request, "give back", actor_id=turn.person.id, now=turn.now)
    team = teams.read(turn.tx, request.team_id) if request.team_id else None
    if team is not None and offers.team_for(turn, item, request.place_id) is not None:
        offers.offer_to(turn, request, item, team, turn.person.id)
    else:
        offers.hand_to_staff(turn, request, item, "staff-given-back", but=turn.person.id)
    offers.hide_details(turn, request, turn.person.id)
    turn.say_privately(Message(text=Text("help-returned", {"number": request.number})))
    turn.tell(request.person_id, Message(text=Text("request-given-back", {"number": request.number})))


def list_own(turn: Turn) -> None:
    """What the person has taken and not finished."""
    held = service_requests.of_helper(turn.tx, turn.person.id)
    if not held:
        turn.say("help-none")
    for request in held[:5]:
        offers.show_details(turn, request, _item(turn, request), turn.person.id)


def _ask_note(turn: Turn) -> Message:
    return Message(text=Text("help-ask-note"))


def _read_note(turn: Turn) -> str:
    note = turn.incoming.text.strip()
    if not note:
        raise Again("help-note-in-words")
    return note[:MOST_NOTE]


def _finished(turn: Turn) -> None:
    request = _held(turn, int(turn.dialogue.answers["request"]))
    note = turn.dialogue.answers["note"] or ""
    lifecycle.make(turn.tx, request, "finish", actor_id=turn.person.id, now=turn.now)
    if note:
        service_requests.set_note(turn.tx, request.id, note)
    item = _item(turn, request)
    turn.edit(f"help:{request.id}", Message(text=Text("help-done", {"number": request.number})), request.helper_id)
    turn.edit(offers.card_key(request.id), Message(text=cards.closed_card(turn, request, item)))
    turn.say("help-thanks")
    outcomes.ask(turn, request, item, note)


def _held(turn: Turn, request_id: int) -> ServiceRequest:
    request = service_requests.lock(turn.tx, request_id)
    if request is None or request.helper_id != turn.person.id or request.state != "claimed":
        raise Refused("help-not-yours")
    return request


def _item(turn: Turn, request: ServiceRequest) -> Item:
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    return item


FINISH = Form("finish", (Question("note", _ask_note, _read_note, skip=True),), _finished, cancelled="help-not-yet")
FORMS = (FINISH,)
ROUTES = (
    Route("press", "help.finish", finish),
    Route("press", "help.return", give_back),
    Route("command", "tasks", list_own, menu="volunteer"),
    Route("press", "menu.tasks", list_own),
)
