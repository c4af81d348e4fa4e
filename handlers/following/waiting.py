"""Waiting: a helper or the staff asks the resident something; the clock stands still until the answer, 72 h at most.

The answer may come days later: by the button, or as a reply to the question. Silence is asked once more; then the clock
runs again, whatever comes.
"""

from handlers import attachments, callbacks, forms, permissions
from handlers.errors import Refused
from handlers.following import changing, following
from handlers.forms import Again, Form, Question
from handlers.helping import holding, promises, task_card
from handlers.life import history, lifecycle
from handlers.life.deadlines import WAITING_OVER
from handlers.life.timers import Fire
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import assignments, outbox, places, request_events, service_requests
from storage.request_events import Event
from storage.service_requests import ServiceRequest
from storage.timers import Timer

MOST_WORDS = 500
KEY = "wait:"


def begin(turn: Turn) -> None:
    """What is to be asked?"""
    request = _may_ask(turn, turn.argument_id())
    forms.start(turn, ASK, request=str(request.id))


def _may_ask(turn: Turn, request_id: int) -> ServiceRequest:
    """An open request, locked, that the person has in hand or looks after. Refused for anybody else."""
    request = service_requests.lock(turn.tx, request_id)
    if request is None:
        raise Refused("request-unknown")
    if turn.person.id not in holding.helpers(turn, request):
        path = places.read(turn.tx, request.home_id).path if request.home_id else None
        permissions.require(turn, "see open requests", path=path)
    if not following.changeable(request):
        raise Refused("request-moved-on", number=request.number)
    return request


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("wait-ask-what"))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("wait-words-please")
    return words[:MOST_WORDS]


def _asked(turn: Turn) -> None:
    request = _may_ask(turn, int(turn.dialogue.answers["request"]))
    words = str(turn.dialogue.answers["words"])
    request = ask(turn, request, words, turn.person.id)
    turn.say("wait-asked", number=request.number)


def ask(speaker: Speaker, request: ServiceRequest, words: str, actor_id: int | None) -> ServiceRequest:
    """Asks the people of a request; where somebody is on it, the clock stands still. Returns it as it is now."""
    part = holding.of_helper(speaker, request, actor_id) if actor_id is not None else None
    # Staff's question is no contact with the helper: the time to the first one goes on.
    untouched = request.state == "waiting_requester" or (part is None and request.state == "claimed")
    if not untouched and lifecycle.reachable("wait", request, speaker.now):
        request = lifecycle.reach(speaker, request, "wait", actor_id=actor_id)
        request = lifecycle.make(speaker, request, "wait", actor_id=actor_id, note=words)
        if part is not None:
            part.contacted_at = part.contacted_at or speaker.now
            promises.heard(speaker, request, holding.item_of(speaker, request), part)
        _refresh_cards(speaker, request)
    else:
        history.note(speaker, request, "question", actor_id=actor_id, words=words)
    _put_question(speaker, request, "wait-question", words, actor_id)
    return request


def _put_question(speaker: Speaker, request: ServiceRequest, key: str, words: str, actor_id: int | None) -> None:
    item = holding.item_of(speaker, request)
    name = holding.name_of(speaker, actor_id) if actor_id else Text("wait-desk")
    message = Message(
        text=Text(key, {"number": request.number, "helper": name, "words": words}),
        choices=_answers(request),
        key=f"{KEY}{request.id}",
        lasting=True,
        lane=holding.lane_of(item),
        sensitive=item.sensitive,
    )
    callbacks.tell_all(speaker, request, message)


def _answers(request: ServiceRequest) -> tuple[Choice, ...]:
    return (
        choice(f"wait.answer:{request.id}", "wait-answer"),
        choice(f"mine.cancel:{request.id}", "wait-no-need"),
    )


def answer(turn: Turn) -> None:
    """The resident answers: in words, with a photo, or a place."""
    request = following.own(turn, turn.argument_id(), locked=True)
    if not following.changeable(request):
        raise Refused("request-moved-on", number=request.number)
    forms.start(turn, ANSWER, request=str(request.id))


def replied(turn: Turn) -> bool:
    """Words or a photo sent as a reply to our question answer it, without any button; False where they are none."""
    reply_to = turn.incoming.reply_to
    if reply_to is None or turn.incoming.group:
        return False
    asked = outbox.question_by_message(turn.tx, turn.address.id, reply_to)
    if asked is None or asked.key is None or not asked.key.startswith(KEY):
        return False
    number = asked.key.removeprefix(KEY)
    request = following.own(turn, int(number), locked=True) if number.isdigit() else None
    if request is None or not following.changeable(request) or not _says_something(turn):
        return False
    media = attachments.keep(turn)
    answered(turn, request, _said(turn), media)
    return True


def _ask_answer(turn: Turn) -> Message:
    request = service_requests.read(turn.tx, int(turn.dialogue.answers["request"]))
    words = _last_question(turn, request) if request is not None else ""
    return Message(text=Text("wait-answer-how", {"words": words}) if words else Text("wait-answer-please"))


def _read_answer(turn: Turn) -> str:
    if not _says_something(turn):
        raise Again("wait-answer-please")
    turn.dialogue.answers["media"] = attachments.keep(turn)
    return _said(turn)


def _answered(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request = following.own(turn, int(answers["request"]), locked=True)
    if not following.changeable(request):
        raise Refused("request-moved-on", number=request.number)
    answered(turn, request, answers["said"], answers.get("media", []))


def answered(turn: Turn, request: ServiceRequest, words: str, media: list[int]) -> ServiceRequest:
    """The answer goes to whoever is on it, the clock runs again. Returns the request as it is now."""
    request = changing.add_to(turn, request, words, media, "help-answered")
    if request.state == "waiting_requester":
        request = lifecycle.make(turn, request, "go on", actor_id=turn.person.id)
        _refresh_cards(turn, request)
        _restart(turn, request)
    _tell_asker(turn, request, words)
    closed = Message(text=Text("wait-settled", {"number": request.number}))
    turn.edit(f"{KEY}{request.id}", closed)
    turn.say("wait-thanks", number=request.number)
    return request


def _tell_asker(turn: Turn, request: ServiceRequest, words: str) -> None:
    """Whoever of the staff asked hears the answer, too."""
    asked = _questions(turn, request)
    asker = asked[-1].actor_id if asked else None
    if asker is None or asker in holding.helpers(turn, request) or asker == turn.person.id:
        return
    text = Text("help-answered", {"number": request.number, "words": words or Text("mine-a-photo")})
    show = choice(f"board.show:{request.id}", "ladder-show")
    turn.tell(asker, Message(text=text, choices=(show,), sensitive=holding.item_of(turn, request).sensitive))


def over(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """72 hours without an answer: asked once more; the clock runs again, and whoever is on it hears so."""
    if request.state != "waiting_requester":
        return
    words = _last_question(speaker, request)
    history.note(speaker, request, "waiting over", actor_id=None)
    _put_question(speaker, request, "wait-question-again", words, None)
    item = holding.item_of(speaker, request)
    told = Message(text=Text("wait-silent", {"number": request.number}), lane=holding.lane_of(item))
    for each in assignments.held(speaker.tx, request.id):
        promises.watch(speaker, request, item, each)
        task_card.refresh(speaker, request, item, each)
        speaker.tell(each.person_id, told)


def _last_question(speaker: Speaker, request: ServiceRequest) -> str:
    asked = _questions(speaker, request)
    return asked[-1].note if asked else ""


def _questions(speaker: Speaker, request: ServiceRequest) -> list[Event]:
    return [each for each in request_events.of_request(speaker.tx, request.id) if each.move in ("wait", "question")]


def _refresh_cards(speaker: Speaker, request: ServiceRequest) -> None:
    item = holding.item_of(speaker, request)
    for each in assignments.held(speaker.tx, request.id):
        task_card.refresh(speaker, request, item, each)


def _restart(speaker: Speaker, request: ServiceRequest) -> None:
    """Whoever waited too is given their time anew."""
    item = holding.item_of(speaker, request)
    for each in assignments.held(speaker.tx, request.id):
        promises.heard(speaker, request, item, each)


def _says_something(turn: Turn) -> bool:
    incoming = turn.incoming
    return bool(incoming.text.strip() or incoming.media or incoming.position or incoming.contact)


def _said(turn: Turn) -> str:
    incoming = turn.incoming
    point = incoming.position
    parts = (
        incoming.text.strip()[:MOST_WORDS],
        f"{point.latitude:.5f},{point.longitude:.5f}" if point else "",
        incoming.contact.phone if incoming.contact else "",
    )
    return " ".join(part for part in parts if part)


ASK = Form("waitask", (Question("words", _ask_words, _read_words),), _asked, cancelled="wait-not-asked")
ANSWER = Form("waitanswer", (Question("said", _ask_answer, _read_answer),), _answered, cancelled="wait-later")
FORMS = (ASK, ANSWER)
TIMERS: dict[str, Fire] = {WAITING_OVER: over}
ROUTES = (
    Route("press", "wait.ask", begin),
    Route("press", "wait.answer", answer),
)
