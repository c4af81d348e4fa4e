"""Rate lists: which requests are in a figure, ten a page; and leaving one out, by a reviewer and with a reason.

Somebody who leaves a request out stands in its history with the reason, and in the list of what was left out. It holds
for periods that have not settled by then; figures that have are not touched any more.
"""

from collections.abc import Sequence

from handlers import cards, forms, permissions
from handlers.coordinating import request_history, steering
from handlers.errors import Refused
from handlers.figures import rates, reports
from handlers.figures.rate_views import View
from handlers.figures.rates import Case
from handlers.forms import Again, Form, Question
from handlers.life import history
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, assignments, people, places, request_events, service_requests
from storage import rates as histories
from storage.request_events import Event
from storage.service_requests import ServiceRequest

PAGE = 10
MOST_LINES = 20  # of a history
EXCLUDE = "exclude from rates"
REASONS = ("not-ours", "beyond-us", "wrong-entry")
MOST_WORDS = 500  # characters


def tell_list(speaker: Speaker, view: View, address_id: int, cases: Sequence[Case], more: bool) -> None:
    """Says a page of the requests in a figure; each opens."""
    known = histories.numbers(speaker.tx, (case.request_id for case in cases))
    choices = [_line(speaker, case, known[case.request_id][0]) for case in cases if case.request_id in known]
    if more:
        choices.append(choice(f"rate.see:{view.showing(view.show, view.page + 1).code}", "more"))
    values = {
        "whose": reports.whose(speaker, view),
        "period": reports.period_name(view.times(speaker.community.zone)),
        "list": Text(f"rates-list-{view.figure}"),
    }
    message = Message(
        text=Text("rates-list" if choices else "rates-list-none", values), choices=tuple(choices), lasting=True
    )
    speaker.put(addresses.read(speaker.tx, address_id), message)


def show(turn: Turn) -> None:
    """One request of a figure: what it is, how it went, and, for whoever reviews, whether it is to count."""
    request = service_requests.read(turn.tx, turn.argument_id())
    if request is None:
        raise Refused("request-unknown")
    if not permissions.may(turn.roles, reports.SEE, path=_path(turn, request), team_id=request.team_id):
        raise Refused("not-allowed")
    item = steering.item_of(turn, request)
    lines = [
        Text("card-head", {"number": request.number, "item": cards.item_name(item)}),
        Text("card-state", {"state": cards.state_name(request.state)}),
        *request_history.limits(request),
    ]
    looks_after = steering.allowed(turn, "see open requests", request)
    if looks_after:  # the history may hold words of people
        lines += request_history.lines(turn, request)[-MOST_LINES:]
    choices = [choice(f"board.show:{request.id}", "rates-card")] if looks_after and request.closed_at is None else []
    if permissions.may(turn.roles, EXCLUDE, path=_path(turn, request)):
        out = _exclusion(turn, request.id) is not None
        action, label = ("rate.in", "rates-take-in") if out else ("rate.out", "rates-strike")
        choices.append(choice(f"{action}:{request.id}", label))
    turn.send(Message(text=cards.joined(lines), choices=tuple(choices), sensitive=item.sensitive, lasting=True))


def strike(turn: Turn) -> None:
    """Asks for the reason why a request is left out."""
    request = _reviewed(turn, turn.argument_id())
    forms.start(turn, STRIKE, request=str(request.id))


def take_in(turn: Turn) -> None:
    """A request that was left out counts again."""
    request = _reviewed(turn, turn.argument_id())
    _note(turn, request, rates.INCLUDE, "", "")
    turn.say("rates-taken-in", number=request.number)


def _line(speaker: Speaker, case: Case, number: str) -> Choice:
    values = {"number": number, "why": _why(speaker, case)}
    return choice(f"rate.one:{case.request_id}", "rates-line-out" if case.left_out else "rates-line", **values)


def _why(speaker: Speaker, case: Case) -> Text:
    """Why a request does not count; for one that somebody left out, who and for which reason."""
    if case.left_out != "excluded":
        return Text(f"rates-out-{case.left_out or 'not'}")
    last = _exclusion(speaker, case.request_id)
    if last is None or last.actor_id is None:
        return Text("rates-out-not")
    code = last.data.get("reason")
    reason = Text(f"rates-reason-{code}") if code else Text("plain", {"text": last.note})
    return Text("rates-out-excluded", {"reviewer": people.read(speaker.tx, last.actor_id).name, "reason": reason})


def _exclusion(speaker: Speaker, request_id: int) -> Event | None:
    """By which event a request is left out now, if it is."""
    moves = request_events.of_request(speaker.tx, request_id)
    last = next((event for event in reversed(moves) if event.move in (rates.EXCLUDE, rates.INCLUDE)), None)
    return last if last is not None and last.move == rates.EXCLUDE else None


def _path(speaker: Speaker, request: ServiceRequest) -> str:
    """The path of the place whose figures it is in; empty, and so under nobody's role, where it is in none's."""
    limits = [each for each in request_events.of_request(speaker.tx, request.id) if each.deadline is not None]
    place_id = limits[-1].place_id if limits else request.home_id
    return places.read(speaker.tx, place_id).path if place_id else ""


def _reviewed(turn: Turn, request_id: int) -> ServiceRequest:
    """A request whose counting the person may review. Refused for one's own work, and once all its figures settled."""
    request = service_requests.lock(turn.tx, request_id)
    if request is None:
        raise Refused("request-unknown")
    permissions.require(turn, EXCLUDE, path=_path(turn, request))
    if turn.person.id in {each.person_id for each in assignments.of_request(turn.tx, request.id)}:
        raise Refused("rates-own-work")
    month = rates.period("m", request.resolve_by.astimezone(turn.community.zone).date(), turn.community.zone)
    if turn.now >= month.settles_at:
        raise Refused("rates-settled-already", number=request.number)
    return request


def _ask_reason(turn: Turn) -> Message:
    choices = tuple(forms.pick("strike", "reason", reason, f"rates-reason-{reason}") for reason in REASONS)
    return Message(text=Text("rates-ask-reason"), choices=choices)


def _read_reason(turn: Turn) -> str:
    if turn.argument in REASONS:
        return turn.argument
    words = turn.incoming.text.strip()
    if not words:
        raise Again("rates-reason-in-words")
    return words[:MOST_WORDS]


def _struck(turn: Turn) -> None:
    request = _reviewed(turn, int(turn.dialogue.answers["request"]))
    given = turn.dialogue.answers["reason"]
    code, words = (given, "") if given in REASONS else ("", given)
    _note(turn, request, rates.EXCLUDE, code, words)
    turn.say("rates-struck", number=request.number)


def _note(turn: Turn, request: ServiceRequest, move: str, reason: str, words: str) -> None:
    history.note(turn, request, move, actor_id=turn.person.id, words=words, data={"reason": reason} if reason else None)


STRIKE = Form("strike", (Question("reason", _ask_reason, _read_reason),), _struck)
FORMS = (STRIKE,)
ROUTES = (
    Route("press", "rate.one", show),
    Route("press", "rate.out", strike),
    Route("press", "rate.in", take_in),
)
