"""Reclassing: a request was taken for the wrong item. Staff put it right, it goes to those who do such things, and its
words are proposed as a phrase of the right item."""

from dataclasses import replace
from datetime import datetime

from handlers import cards, forms
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import proposals
from handlers.life import clocks, deadlines
from handlers.message import Choice, Message, Text
from handlers.offering import handing, offers
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import understand
from handlers.understanding.normal import fold
from storage import request_changes
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

ACTION = "dispatch"
UNHELD = frozenset({"submitted", "accepted", "dispatched", "reopened"})  # nobody is on it who would go in vain
MOST_GUESSES = 3
MOST_FOUND = 12


def possible(turn: Turn, request: ServiceRequest) -> bool:
    """Whether the item may be changed: nobody is on it, and it is no emergency."""
    item = turn.item(request.item)
    return request.state in UNHELD and item is not None and item.urgency != "emergency"


def begin(turn: Turn) -> None:
    """Which item is it?"""
    request, _ = _reclassable(turn, turn.argument_id())
    reading = understand(request.details.words, turn.community.snapshot)
    found = [match.code for match in reading.items if _offered(turn, match.code, request)]
    forms.start(turn, WHICH, request=str(request.id), found=found[:MOST_GUESSES])


def _reclassable(turn: Turn, number: int) -> tuple[ServiceRequest, Item]:
    request, item = steering.looked_after(turn, ACTION, number)
    if not possible(turn, request):
        raise Refused("reclass-not-now", number=request.number)
    return request, item


def _offered(turn: Turn, code: str, request: ServiceRequest) -> bool:
    item = turn.community.items.get(code)
    return item is not None and item.urgency != "emergency" and item.code != request.item


def _ask(turn: Turn) -> Message:
    found = [item for code in turn.dialogue.answers["found"] if (item := turn.item(code)) is not None]
    ways = tuple(Choice(f"reclass.item:{item.code}", Text("plain", {"text": cards.item_name(item)})) for item in found)
    return Message(text=Text("reclass-which" if ways else "reclass-words"), choices=ways)


def _read(turn: Turn) -> str:
    request, _ = _reclassable(turn, int(turn.dialogue.answers["request"]))
    if turn.argument:
        if not _offered(turn, turn.argument, request):
            raise Refused("choice-unknown")
        return turn.argument
    found = _called(turn, turn.incoming.text)
    turn.dialogue.answers["found"] = [code for code in found if _offered(turn, code, request)][:MOST_FOUND]
    raise Again(None if turn.dialogue.answers["found"] else "reclass-none")


def _called(turn: Turn, words: str) -> list[str]:
    """The items that are called so, then those that the words may mean."""
    sought = fold(words).strip()
    names = {item.code: fold(f"{item.name} {item.name_en}") for item in turn.community.items.values()}
    named = [code for code, name in names.items() if sought and sought in name]
    return list(dict.fromkeys((*named, *(match.code for match in turn.reading.items))))


def _chosen(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request, before = _reclassable(turn, int(answers["request"]))
    item = turn.community.items.get(str(answers["item"]))
    if item is None:
        raise Refused("request-unknown")
    offers.withdraw(turn, request, before)
    request = _changed(turn, request, item)
    steering.noted(turn, request, "reclass", data={"from": before.code, "to": item.code})
    proposals.corrected(turn, request, before, f"request:{item.code}")
    steering.tell_people(turn, request, item, "request-reclassed", about=cards.item_name(item))
    turn.say("reclass-done", number=request.number, item=cards.item_name(item))
    if request.consent != "waiting":
        handing.put_away(turn, request)
        offers.send_off(turn, request, item, turn.person.id)


def _changed(turn: Turn, request: ServiceRequest, item: Item) -> ServiceRequest:
    """The request as the other item; its limits are those of that item, and run since the resident asked."""
    since: datetime = request.accepted_at or request.created_at
    changed = replace(
        request,
        item=item.code,
        respond_by=clocks.after(turn.community, item, request.created_at, item.respond_within),
        resolve_by=clocks.after(turn.community, item, since, item.resolve_within),
    )
    request_changes.set_item(turn.tx, request.id, item.code, changed.respond_by, changed.resolve_by)
    if changed.contacted_at is None:
        deadlines.set_respond(turn, changed, item)
    return changed


WHICH = Form("reclass", (Question("item", _ask, _read),), _chosen, cancelled="board-left")
FORMS = (WHICH,)
ROUTES = (Route("press", "board.item", begin),)
