"""Finishing: done, with a few words and as many photos as one likes. The resident sees them, and is asked."""

from handlers import attachments, cards, forms
from handlers.following import following, outcomes
from handlers.forms import Again, Form, Question
from handlers.helping import holding, proofs, task_card
from handlers.life import lifecycle
from handlers.message import Message, Text
from handlers.offering import handing, offers
from handlers.routing import Route
from handlers.talking import line
from handlers.turn import Turn
from storage import request_changes, service_requests
from storage.service_requests import ServiceRequest

MOST_NOTE = 1000  # characters
MOST_PHOTOS = 10


def finish(turn: Turn) -> None:
    """Asks the helper for a note and photos; the request is done when they are there."""
    request, _ = holding.own(turn, turn.argument_id())
    forms.start(turn, FINISH, request=str(request.id))


def _ask_note(turn: Turn) -> Message:
    kept = turn.dialogue.answers.get("media") or []
    if not kept:
        return Message(text=Text("help-ask-note"))
    return Message(
        text=Text("help-ask-note-photos", {"n": len(kept)}),
        choices=(forms.pick("finish", "note", "enough", "help-photos-enough"),),
    )


def _read_note(turn: Turn) -> str:
    answers = turn.dialogue.answers
    note = turn.incoming.text.strip()
    answers["media"] = [*answers.get("media", []), *attachments.keep(turn)][:MOST_PHOTOS]
    if turn.argument == "enough":
        return ""
    if not note:
        raise Again(None if turn.incoming.media else "help-note-in-words")
    return note[:MOST_NOTE]


def _finished(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request, _ = holding.own(turn, int(answers["request"]))
    note, photos = answers["note"] or "", answers.get("media") or []
    item, helpers = holding.item_of(turn, request), holding.helpers(turn, request)
    request = lifecycle.reach(turn, request, "finish", actor_id=turn.person.id)
    data = {proofs.MEDIA: [str(number) for number in photos]} if photos else None
    request = lifecycle.make(turn, request, "finish", actor_id=turn.person.id, data=data)
    if note:
        request_changes.set_note(turn.tx, request.id, note)
    for number in photos:
        service_requests.add_medium(turn.tx, request.id, number)
    _tell_helpers(turn, request, helpers)
    turn.edit(offers.card_key(request.id), Message(text=cards.closed_card(turn, request, item)))
    handing.put_away(turn, request)
    turn.say("help-thanks")
    following.say_anew(turn, request)
    proofs.show(turn, request, item, photos)
    outcomes.ask(turn, request, item, note)
    line.closed(turn, request)


def _tell_helpers(turn: Turn, request: ServiceRequest, helpers: list[int]) -> None:
    """One has finished it for all who held it."""
    for helper in helpers:
        task_card.replace(turn, request, helper, "help-done")
        if helper != turn.person.id:
            text = Text("help-done-by", {"number": request.number, "helper": holding.name_of(turn, turn.person.id)})
            turn.tell(helper, Message(text=text))


FINISH = Form("finish", (Question("note", _ask_note, _read_note, skip=True),), _finished, cancelled="help-not-yet")
FORMS = (FINISH,)
ROUTES = (Route("press", "help.finish", finish),)
