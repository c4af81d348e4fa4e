"""Proxies: somebody asks for another. The other agrees by one tap, or on the telephone, before anything is arranged.

An emergency never waits for that. Whoever is asked and says no ends it, politely; who asked is told either way.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.following import followers, parting, withdrawing
from handlers.helping import holding
from handlers.life import clocks, history
from handlers.life.timers import Fire
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import raising
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, consents, places, request_changes, reveals, service_requests, timers
from storage.catalogue import Item
from storage.people import Person
from storage.service_requests import Consent, ServiceRequest
from storage.timers import Timer

AGAIN = parting.CONSENT_AGAIN
AFTER = 0.25  # of the limit to the first contact: then the desk is asked to call, and asked again
NO_LASTS = timedelta(days=30)
MOST_TIMES = 3  # then the limit itself is near, and its ladder goes on
REASON = "no consent"


def ask_consent(turn: Turn, request: ServiceRequest, item: Item, other: Person) -> None:
    """Asks the one it is for: by one tap where we reach them, otherwise the desk calls. The asker hears which."""
    reached = other.state == "joined" and addresses.reachable(turn.tx, other.id) is not None
    tapped = reached and not _said_no(turn, other.id)
    if tapped:
        _ask_by_tap(turn, request, item, other)
    else:
        _ask_to_call(turn, request, item, "proxy-call")
    timers.put(turn.tx, request.id, AGAIN, _next(turn, item))
    name = turn.dialogue.answers.get("helped_name") or other.name
    key = "proxy-received-tap" if tapped else "proxy-received-call"
    turn.say(key, number=request.number, name=name)


def agree(turn: Turn) -> None:
    """One tap: yes, they may help me."""
    request = _own(turn)
    _agreed(turn, request, "tap")
    turn.say("proxy-thanks", number=request.number)


def refuse(turn: Turn) -> None:
    """One tap: no, thank you."""
    request = _own(turn)
    _refused(turn, request)
    turn.say("proxy-refused")


def agreed_by_phone(turn: Turn) -> None:
    """The desk has called, and it is a yes."""
    _agreed(turn, _called(turn), "call")


def refused_by_phone(turn: Turn) -> None:
    """The desk has called, and it is a no."""
    _refused(turn, _called(turn))


def ask_again(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody has said yes or no for long: the desk calls, or is reminded of calling."""
    item = speaker.item(request.item)
    if item is None or not _open(request) or request.state != "submitted":
        return
    _ask_to_call(speaker, request, item, "proxy-call-again")
    fired = [each for each in timers.of_request(speaker.tx, request.id) if each.kind == AGAIN]
    if len(fired) < MOST_TIMES:
        timers.put(speaker.tx, request.id, AGAIN, _next(speaker, item))


def _ask_by_tap(turn: Turn, request: ServiceRequest, item: Item, other: Person) -> None:
    values = {"asker": turn.person.name or Text("somebody"), "item": cards.item_name(item)}
    wished = cards.when(request.details, cards.span_of(request))
    private = Text("consent-sensitive-note") if item.sensitive else None
    lines = [Text("proxy-ask", values), Text("card-line-when", {"when": wished}) if wished else None, private]
    turn.tell(
        other.id,
        Message(
            text=cards.joined([*lines, Text("proxy-agree-ask")]),
            choices=(
                choice(f"proxy.agree:{request.id}", "proxy-agree"),
                choice(f"proxy.refuse:{request.id}", "proxy-refuse"),
            ),
            key=_key(request),
            lane=holding.lane_of(item),
            sensitive=item.sensitive,
        ),
    )


def _ask_to_call(speaker: Speaker, request: ServiceRequest, item: Item, key: str) -> None:
    for actor in staff.of_place(speaker, request.home_id):
        for subject in request.people:
            reveals.add(speaker.tx, subject, actor, request.id, "address and phone", speaker.now)
    message = Message(
        text=Text(key, {"card": cards.staff_card(speaker, request, item)}),
        choices=(
            choice(f"proxy.called:{request.id}", "proxy-called"),
            choice(f"proxy.declined:{request.id}", "proxy-declined"),
        ),
        key=_call_key(request),
        lane=Lane.URGENT if item.urgency in clocks.BY_THE_WALL else Lane.REPLIES,
        sensitive=item.sensitive,
    )
    staff.tell(speaker, request.home_id, message)


def _agreed(turn: Turn, request: ServiceRequest, consent: Consent) -> None:
    request_changes.set_consent(turn.tx, request.id, consent)
    request = replace(request, consent=consent)
    _note(turn, request, consent)
    _keep_consents(turn, request)
    _settled(turn, request, "proxy-settled-yes")
    turn.tell(request.person_id, Message(text=Text("proxy-agreed", {"number": request.number})))
    if request.state == "submitted":  # staff may have arranged it meanwhile
        offers.send_off(turn, request, holding.item_of(turn, request), turn.person.id)
        raising.from_request(turn, request)


def _refused(turn: Turn, request: ServiceRequest) -> None:
    request = withdrawing.cancel(turn, request, REASON, quietly=True)
    if request.helped_id is not None:
        consents.refuse(turn.tx, request.helped_id, consents.PROXY, turn.now, request.person_id)
    _settled(turn, request, "proxy-settled-no")
    turn.tell(request.person_id, Message(text=Text("proxy-no", {"number": request.number})))


def _said_no(turn: Turn, other_id: int) -> bool:
    """Whether they did not want this person to ask for them, lately: then no button asks again, but a human voice."""
    before = consents.latest(turn.tx, other_id, consents.PROXY, turn.person.id)
    no = (before.refused_at or before.withdrawn_at) if before is not None else None
    return no is not None and turn.now - no < NO_LASTS


def _keep_consents(turn: Turn, request: ServiceRequest) -> None:
    """What the helped agreed to, where they see it among their own data and can take it back."""
    if request.helped_id is None:
        return
    consents.give(turn.tx, request.helped_id, consents.PROXY, turn.now, request.person_id)
    if holding.item_of(turn, request).sensitive:
        consents.give(turn.tx, request.helped_id, consents.SENSITIVE, turn.now)


def _settled(turn: Turn, request: ServiceRequest, key: str) -> None:
    """Nobody is asked any more, and what was asked says how it ended."""
    timers.cancel(turn.tx, request.id, turn.now, AGAIN)
    done = Message(text=Text(key, {"number": request.number}))
    if turn.person.id != request.helped_id:  # a tap settles its own message
        turn.edit(_key(request), done)
    turn.edit(_call_key(request), done)


def _note(turn: Turn, request: ServiceRequest, consent: Consent) -> None:
    history.note(turn, request, "consent", actor_id=turn.person.id, data={"consent": consent})


def _own(turn: Turn) -> ServiceRequest:
    """The request that this person is to agree to, locked. Refused where it is not theirs, or settled."""
    followers.lock(turn, [turn.argument_id()])
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None or request.helped_id != turn.person.id:
        raise Refused("request-not-yours")
    return _still_open(request)


def _called(turn: Turn) -> ServiceRequest:
    """The request about which the desk has called, locked."""
    followers.lock(turn, [turn.argument_id()])
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None:
        raise Refused("request-unknown")
    place = staff.place_of(turn, request.home_id)
    permissions.require(turn, "accept", path=places.read(turn.tx, place.id).path if place else None)
    return _still_open(request)


def _still_open(request: ServiceRequest) -> ServiceRequest:
    if not _open(request):
        raise Refused("proxy-settled", number=request.number)
    return request


def _open(request: ServiceRequest) -> bool:
    return request.consent == "waiting" and request.closed_at is None and request.state != "done"


def _next(speaker: Speaker, item: Item) -> datetime:
    return clocks.after(speaker.community, item, speaker.now, item.respond_within * AFTER)


def _key(request: ServiceRequest) -> str:
    return f"agree:{request.id}"


def _call_key(request: ServiceRequest) -> str:
    return f"agree-call:{request.id}"


TIMERS: dict[str, Fire] = {AGAIN: ask_again}
ROUTES = (
    Route("press", "proxy.agree", agree),
    Route("press", "proxy.refuse", refuse),
    Route("press", "proxy.called", agreed_by_phone),
    Route("press", "proxy.declined", refused_by_phone),
)
