"""Each their own: a neighbour who joined a case says for themselves whether it is solved, goes alone, or leaves it."""

from handlers import cards, permissions, staff
from handlers.asking import me_too
from handlers.errors import Refused
from handlers.following import following, parting, together
from handlers.helping import holding
from handlers.life import history, lifecycle
from handlers.message import Message, Text, choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments, places, request_changes, service_requests
from storage import me_too as stored
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

SOLVED, NOT = "solved", "not solved"
OVER = frozenset({"done", "confirmed", "unanswered", "archived"})  # the case is said to be done
ANSWER, LEAVE = "own answer", "leave"  # lines of the history


def solved(turn: Turn) -> None:
    """For them it is solved."""
    own, case = _asked(turn)
    if own.outcome is not None:
        raise Refused("outcome-answered-before", number=own.number)
    _keep(turn, own, SOLVED)
    ways = (choice(f"together.no:{own.id}", "rating-after-all"),) if case.state in OVER else ()
    turn.say("together-thanks", *ways, number=own.number)


def not_solved(turn: Turn) -> None:
    """For them it is not: theirs goes on, with others for whom it is not, or alone; the coordinator hears it."""
    own, case = _asked(turn)
    if case.state not in OVER:
        raise Refused("outcome-on-its-way", number=own.number)
    if case.closed_at is not None and turn.now - case.closed_at > lifecycle.REOPENED_WITHIN:
        raise Refused("outcome-too-late", number=own.number)
    item = holding.item_of(turn, own)
    other = me_too.found(turn, item, own.place_id, own.person_id)
    if other is not None:
        service_requests.lock(turn.tx, other.id)
    _keep(turn, own, NOT)
    into = me_too.move_to(turn, own, item, other.id) if other is not None else None
    if into is None:
        into = _alone(turn, own, item, before=case)
    _alert(turn, into, item)
    turn.say("together-reopened", number=own.number, new=into.number)


def apart(turn: Turn) -> None:
    """It is another thing after all: theirs goes its own way, under a new number."""
    own, case, item = _leaving(turn)
    anew = _alone(turn, own, item)
    me_too.show_anew(turn, case, item)
    turn.say("together-apart-done", number=own.number, new=anew.number)


def leave(turn: Turn) -> None:
    """They want no more news of it."""
    own, case, item = _leaving(turn)
    stored.leave(turn.tx, own.id)
    history.note(turn, own, LEAVE, actor_id=turn.person.id)
    me_too.show_anew(turn, case, item)
    turn.say("together-left", number=own.number)


def _asked(turn: Turn) -> tuple[ServiceRequest, ServiceRequest]:
    """The row of the one who is asked, locked, and the case. Refused unless it is theirs, or they call back for it."""
    own = service_requests.lock(turn.tx, turn.argument_id())
    if own is None:
        raise Refused("request-unknown")
    if turn.person.id not in own.people:
        path = places.read(turn.tx, own.home_id).path if own.home_id else None
        if not permissions.may(turn.roles, "answer hotline", path=path):
            raise Refused("request-not-yours")
    return own, together.own_case(turn, own)


def _leaving(turn: Turn) -> tuple[ServiceRequest, ServiceRequest, Item]:
    own = following.own(turn, turn.argument_id(), locked=True)
    case = together.own_case(turn, own)
    if not me_too.is_open(case):
        raise Refused("together-over", number=own.number)
    return own, case, holding.item_of(turn, own)


def _alone(turn: Turn, own: ServiceRequest, item: Item, before: ServiceRequest | None = None) -> ServiceRequest:
    """A request of their own, sent off as any other; not to those who have finished the case `before` it."""
    anew = parting.alone(turn, own, item)
    held = assignments.of_request(turn.tx, before.id) if before is not None else []
    finished = {each.person_id for each in held if each.ended == "finish"}
    return offers.send_off(turn, anew, item, turn.person.id, without=finished)


def _keep(turn: Turn, own: ServiceRequest, outcome: str) -> None:
    """Their answer stands on their own row; who else was asked for them sees it."""
    request_changes.set_outcome(turn.tx, own.id, outcome)
    data = {"outcome": outcome, **({} if turn.person.id in own.people else {"by": "call"})}
    history.note(turn, own, ANSWER, actor_id=turn.person.id, data=data)
    label = Text("outcome-solved" if outcome == SOLVED else "outcome-not")
    answered = Message(text=Text("outcome-answered", {"number": own.number, "answer": label}))
    if turn.person.id not in own.people:
        turn.edit(together.question_key(own), answered)


def _alert(turn: Turn, request: ServiceRequest, item: Item) -> None:
    values = {"number": request.number, "item": cards.item_name(item)}
    look = choice(f"board.show:{request.id}", "outcome-staff-see")
    message = Message(text=Text("outcome-staff-not", values), choices=(look,), lasting=True)
    staff.tell(turn, request.home_id, message, but=turn.person.id, of_roles=("coordinator",))


ROUTES = (
    Route("press", "together.yes", solved),
    Route("press", "together.no", not_solved),
    Route("press", "together.apart", apart),
    Route("press", "together.leave", leave),
)
