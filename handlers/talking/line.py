"""The private line: resident and helper write to each other through us while the task is in hand.

Who presses "talk" or "reply" is in a talk until they end it: whatever they say goes to the others. An answer to a
message of the line goes there too, also when the talk is not open. Commands, words of danger and the wish for a human
being keep their meaning.
"""

import unicodedata
from datetime import timedelta
from typing import NoReturn

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form, Question, Stay
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.talking import relaying
from handlers.turn import Speaker, Turn
from handlers.understanding import Danger
from storage import assignments, outbox, service_requests
from storage import line as talks
from storage.line import LineMessage
from storage.service_requests import ServiceRequest
from storage.times import from_ms, to_ms

END = forms.pick("line", "words", "end", "line-end")
END_WORDS = frozenset(("结束", "结束对话", "end"))
AROUND = " !?.,~。，、…\n"
# Words with such a match, and no other near it, ask for a service.
A_REQUEST, NO_OTHER = 0.5, 0.12
# What the form of a talk keeps: the request, what the next message answers, and when its person spoke last.
REQUEST, ABOUT, SPOKE = "request", "about", "spoke"
PAUSE = timedelta(hours=1)  # who speaks again after this long is told where the words went, and the way out


def open_line(turn: Turn) -> None:
    """Opens the talk about a request; its id is the argument."""
    _open(turn, service_requests.read(turn.tx, turn.argument_id()), None)


def reply(turn: Turn) -> None:
    """Opens the talk that a message (its id is the argument) belongs to; what comes next answers it."""
    message = talks.read(turn.tx, turn.argument_id())
    _open(turn, service_requests.read(turn.tx, message.request_id) if message else None, message)


def answered(turn: Turn) -> bool:
    """Takes words that belong to a talk though no question waits for them; False where they belong to none.

    These are answers, by the channel's own means, to a message of a line; and the first words after the end.
    """
    about = _about(turn)
    if about is None:
        return _after_the_end(turn)
    request = service_requests.read(turn.tx, about.request_id)
    if request is None:
        return False
    if turn.person.id not in relaying.those_on(turn, request):
        _say_over(turn, request)
        return True
    _pass_on(turn, request, about)
    if not _is_open(turn, request):
        names = relaying.names_of(turn, request, turn.person.id)
        turn.say("line-passed", choice(f"line.open:{request.id}", "line-go-on"), who=names)
    return True


def edited(turn: Turn) -> bool:
    """Words that were passed on are edited: so are the copies. False where they were not on a line."""
    incoming = turn.incoming
    message = talks.by_origin(turn.tx, turn.address.id, incoming.message) if incoming.message else None
    if incoming.group or message is None or message.sender_id != turn.person.id:
        return False
    request = service_requests.read(turn.tx, message.request_id)
    if request is None or turn.person.id not in relaying.those_on(turn, request):
        turn.say("line-edited-late")
    elif incoming.text.strip() != message.said.words:
        relaying.reword(turn, request, message, incoming.text.strip())
    return True


def hold(turn: Turn) -> None:
    """Locks the request of the talk that these words belong to: before the alarm locks anything else."""
    about = None if turn.incoming.group else _about(turn)
    number = about.request_id if about else _request_of_talk(turn)
    if number is not None and not turn.incoming.group:
        service_requests.lock(turn.tx, number)


def overhear(turn: Turn, danger: Danger) -> None:
    """Words of danger in a talk have been taken care of; now they go to the other side all the same.

    Who is on the way may be the nearest to help, and must not come unwarned. They are told to stay safe.
    """
    if turn.incoming.group or edited(turn):
        return
    about = _about(turn)
    number = about.request_id if about else _request_of_talk(turn)
    request = service_requests.read(turn.tx, number) if number else None
    if request is not None and turn.person.id in relaying.those_on(turn, request):
        relaying.pass_on(turn, request, about, danger.call if danger.level == "alarm" else ())


def closed(speaker: Speaker, request: ServiceRequest) -> None:
    """Those whose talk is over hear so, and the phone numbers in it disappear: call it in the turn that ended it.

    Over it is for all once nobody has the request in hand; for a helper who leaves while another stays, for him alone.
    """
    said = talks.not_ended(speaker.tx, request.id)
    if not said:
        return
    parts, now = assignments.of_request(speaker.tx, request.id), to_ms(speaker.now)
    left = [each.person_id for each in parts if each.ended_at is not None and to_ms(each.ended_at) >= now]
    goes_on = any(each.ended_at is None for each in parts)
    for person in dict.fromkeys(left if goes_on else (*request.people, *left)):
        speaker.tell(person, Message(text=Text("line-closed", {"number": request.number})))
        relaying.hide_phones(speaker, request, said, person)
    if not goes_on:
        talks.end(speaker.tx, request.id)


def _open(turn: Turn, request: ServiceRequest | None, about: LineMessage | None) -> None:
    if request is None:
        raise Refused("request-unknown")
    if turn.person.id not in relaying.those_on(turn, request):
        if not _was_on(turn, request):
            raise Refused("not-allowed")
        why, ways = _over(turn, request)
        raise Refused(why.key, *ways, **why.values)
    if _is_open(turn, request):
        turn.dialogue.answers[ABOUT] = str(about.id) if about else None
        turn.toast("line-just-write")
        return
    forms.start(turn, LINE, **{REQUEST: str(request.id), ABOUT: str(about.id) if about else None})


def _was_on(turn: Turn, request: ServiceRequest) -> bool:
    held = (each.person_id for each in assignments.of_request(turn.tx, request.id))
    return turn.person.id in (*request.people, *held)


def _is_open(turn: Turn, request: ServiceRequest) -> bool:
    return _request_of_talk(turn) == request.id


def _request_of_talk(turn: Turn) -> int | None:
    """The request whose talk the person has open."""
    number = turn.dialogue.answers.get(REQUEST) if turn.dialogue.form == LINE.name else None
    return int(number) if number else None


def _about(turn: Turn) -> LineMessage | None:
    """The message of a line that this event answers: one that was shown here, or one that was written here."""
    answers = turn.incoming.reply_to
    if answers is None or turn.incoming.group:
        return None
    shown = talks.id_in(outbox.key_of(turn.tx, turn.address.id, answers))
    if shown is not None:
        return talks.read(turn.tx, shown)
    own = talks.by_origin(turn.tx, turn.address.id, answers)
    return own if own is not None and own.sender_id == turn.person.id else None


def _after_the_end(turn: Turn) -> bool:
    """The talk is still open here, though its task is over. A number may answer what was asked since."""
    number = _request_of_talk(turn)
    if number is None:
        return False
    request = service_requests.read(turn.tx, number)
    if request is not None and turn.person.id in relaying.those_on(turn, request):
        return False
    forms.close(turn)
    if request is None or turn.reading.bare_number is not None or _names_a_service(turn):
        return False
    _say_over(turn, request)
    return True


def _names_a_service(turn: Turn) -> bool:
    """Words that ask for something are a new request, not the last ones of a talk that is over."""
    best, second = (*(match.score for match in turn.reading.items[:2]), 0.0, 0.0)[:2]
    return best >= A_REQUEST and best - second >= NO_OTHER


def _say_over(turn: Turn, request: ServiceRequest) -> None:
    why, ways = _over(turn, request)
    turn.send(Message(text=why, choices=ways))


def _over(turn: Turn, request: ServiceRequest) -> tuple[Text, tuple[Choice, ...]]:
    """Why nothing is passed on, and the way to something new."""
    number = {"number": request.number}
    resident, open_ = turn.person.id in request.people, request.closed_at is None and request.state != "done"
    if open_:
        return Text("line-nobody" if resident else "line-not-yours", number), ()
    return Text("line-over", number), (choice("menu.ask", "menu-ask"),)


def _ask(turn: Turn) -> Message:
    request = service_requests.read(turn.tx, int(turn.dialogue.answers[REQUEST]))
    names = relaying.names_of(turn, request, turn.person.id) if request else []
    turn.dialogue.answers[SPOKE] = to_ms(turn.now)
    return Message(text=Text("line-open", {"who": names}), choices=(END,))


def _read(turn: Turn) -> NoReturn:
    """Whatever is said goes to the others, until the end is said or pressed. Raises Stay."""
    if turn.argument == "end" or _says_end(turn):
        forms.close(turn)
        turn.say("line-ended")
        raise Stay
    answers = turn.dialogue.answers
    request = service_requests.read(turn.tx, int(answers[REQUEST]))
    about = answers.pop(ABOUT, None)
    if request is not None:
        _pass_on(turn, request, talks.read(turn.tx, int(about)) if about else None)
        _remind(turn, request)
    raise Stay


def _remind(turn: Turn, request: ServiceRequest) -> None:
    """A talk that was left open must not swallow something new unseen."""
    spoke = turn.dialogue.answers.get(SPOKE)
    turn.dialogue.answers[SPOKE] = to_ms(turn.now)
    if spoke is not None and turn.now - from_ms(spoke) > PAUSE:
        names = relaying.names_of(turn, request, turn.person.id)
        turn.say("line-still", *forms.numbered(turn, (END,)), who=names)


def _pass_on(turn: Turn, request: ServiceRequest, about: LineMessage | None) -> None:
    if relaying.pass_on(turn, request, about) is None and not turn.incoming.media:
        turn.say("line-cannot")


def _says_end(turn: Turn) -> bool:
    said = unicodedata.normalize("NFKC", turn.incoming.text).strip(AROUND).lower()
    return said in END_WORDS and not turn.incoming.media


def _closes(turn: Turn) -> bool:
    """A talk that comes back when another form has ended: where its task is over, it is not opened again."""
    number = _request_of_talk(turn)
    request = service_requests.read(turn.tx, number) if number else None
    if request is not None and turn.person.id in relaying.those_on(turn, request):
        return False
    forms.close(turn)
    return True


def _never(turn: Turn) -> None:
    """A talk is never filled in: it is ended."""


LINE = Form(
    "line", (Question("words", _ask, _read, number=True, talk=True),), _never, cancelled="line-ended", divert=_closes
)
FORMS = (LINE,)
ROUTES = (
    Route("press", "line.open", open_line),
    Route("press", "line.reply", reply),
)
