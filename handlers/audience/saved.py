"""Saved audiences, looked at and thrown away; and whom a broadcast goes to, for its drafter and who agrees to it."""

from handlers import permissions
from handlers.audience import audience as audiences
from handlers.audience import counting, wording
from handlers.audience.audience import DRAFT, Audience
from handlers.errors import Refused
from handlers.message import Message, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcasts, places, saved_audiences
from storage.broadcasts import Broadcast
from storage.saved_audiences import Saved

MOST = 20


def show_all(turn: Turn) -> None:
    """What the person has saved, the latest first."""
    _must_draft(turn)
    found = saved_audiences.of_person(turn.tx, turn.person.id, MOST)
    ways = tuple(named_choice(f"audience.see:{each.id}", each.name) for each in found)
    turn.send(Message(text=Text("audience-your-saved" if ways else "audience-none-saved"), choices=ways, lasting=True))


def show(turn: Turn) -> None:
    """One of them: whom it means, how many they are now, ten of them."""
    saved = _own(turn)
    audience = audiences.decode(saved.audience)
    tally = counting.count(turn, audience) if audiences.allowed(turn, audience) else counting.Tally()
    counted = Text("audience-many") if tally is None else counting.lines(turn, audience, tally)
    values = {"name": saved.name, "whom": wording.said(turn, audience), "count": counted}
    ways = (choice(f"audience.drop:{saved.id}", "audience-drop"), choice("audience.saved", "audience-back"))
    turn.send(Message(text=Text("audience-one-saved", values), choices=ways, lasting=True))


def drop(turn: Turn) -> None:
    """Throws one of them away."""
    saved = _own(turn)
    saved_audiences.drop(turn.tx, saved.id, turn.person.id)
    turn.say("audience-dropped", name=saved.name)


def who(turn: Turn) -> None:
    """Whom a broadcast goes to: for its drafter, and for whoever may write or agree there."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None or not may_look(turn, broadcast):
        raise Refused("not-allowed")
    audience = audiences.of(broadcast)
    if broadcast.people:
        counted = Text("audience-frozen", {"n": broadcast.people})
    else:
        counted = _counted(turn, broadcast, audience)
    turn.say("audience-chosen", whom=wording.said(turn, audience), count=counted)


def may_look(turn: Turn, broadcast: Broadcast) -> bool:
    """Whether the person drafted it, or may draft or agree to broadcasts of its unit or team."""
    path, team_id = places.read(turn.tx, broadcast.place_id).path, broadcast.team_id
    own = broadcast.drafter_id == turn.person.id and permissions.may(turn.roles, DRAFT)
    wanted = (DRAFT, "approve broadcast")
    return own or any(permissions.may(turn.roles, action, path=path, team_id=team_id) for action in wanted)


def _counted(turn: Turn, broadcast: Broadcast, audience: Audience) -> Text:
    tally = counting.count(turn, audience)
    if tally is None:
        counting.have_counted(turn, broadcast.id, audience)
        return Text("audience-counting")
    return counting.lines(turn, audience, tally)


def _must_draft(turn: Turn) -> None:
    if not any(held.role in permissions.MAY[DRAFT] for held in turn.roles):
        raise Refused("not-allowed")


def _own(turn: Turn) -> Saved:
    _must_draft(turn)
    saved = saved_audiences.read(turn.tx, turn.argument_id())
    if saved is None or saved.person_id != turn.person.id:
        raise Refused("choice-unknown")
    return saved


ROUTES = (
    Route("press", "audience.saved", show_all),
    Route("press", "audience.see", show),
    Route("press", "audience.drop", drop),
    Route("press", "audience.who", who),
)
