"""Accepting: somebody said yes to an invitation to a service card; who invited them is their liaison."""

from handlers import cards as request_cards
from handlers import forms
from handlers.errors import Refused
from handlers.liaison import caring, moving, people_lists
from handlers.membership import joining
from handlers.message import Lane, Message, Text
from handlers.turn import Turn
from storage import cards, places
from storage.cards import OPEN, About, Card
from storage.invitations import Invitation

MEMBER_OF = {"member": True, "cared": False}  # invitations that open a card, and whether a Party member's
MOST_PLACES = 1000


def accepted(turn: Turn, invitation: Invitation) -> None:
    """The card is opened, or moved here by the person's own yes. Home and name are asked where they are not known."""
    place_id = _station(turn, invitation)
    inviter = invitation.invited_by
    liaison_id = inviter if inviter in people_lists.liaisons(turn, place_id) else None
    known = cards.of_person(turn.tx, turn.person.id)
    locked = None if known is None else cards.lock(turn.tx, known.id)
    if locked is not None and locked.state == OPEN:
        _has_one(turn, locked, place_id, liaison_id)
        return
    before = About() if locked is None else locked.about
    card = caring.open_card(
        turn,
        turn.person.id,
        place_id,
        liaison_id=liaison_id,
        deputy_id=None,
        about=About(MEMBER_OF[invitation.role] or before.member, before.groups, before.birthday),
        source="invitation",
        actor_id=inviter,
    )
    turn.say("card-opened", place=moving.name_of(turn, place_id))
    if inviter is not None:
        values = {"name": turn.person.name or request_cards.NOTHING}
        news = Message(text=Text("card-news", values), choices=(caring.way_to(card),), lane=Lane.REMINDERS)
        turn.tell(inviter, news)
    if not turn.person.name or turn.person.place_id is None:
        _ask_home(turn, place_id)


def _has_one(turn: Turn, card: Card, place_id: int, liaison_id: int | None) -> None:
    if card.place_id != place_id:
        moving.move(turn, card, place_id, liaison_id=liaison_id, actor_id=turn.person.id)
    elif card.liaison_id is None and liaison_id is not None:
        caring.assign(turn, card, liaison_id, None, turn.person.id)
    else:
        turn.say("card-there")


def _station(turn: Turn, invitation: Invitation) -> int:
    """The community of the invitation; where it was made above communities, the one in which the person lives."""
    found = caring.community_of(turn, invitation.place_id) or caring.community_of(turn, turn.person.place_id)
    if found is not None:
        return found
    path = places.read(turn.tx, invitation.place_id).path
    below = places.of_kind(turn.tx, caring.COMMUNITY, limit=MOST_PLACES)
    first = next((each.id for each in below if each.path.startswith(path)), None)
    if first is None:
        raise Refused("invite-unknown")
    return first


def _ask_home(turn: Turn, place_id: int) -> None:
    answers: dict[str, object] = {joining.KEPT: turn.dialogue.answers.get(joining.KEPT), "community": str(place_id)}
    if turn.person.name:
        answers["name"] = turn.person.name
    forms.start(turn, joining.JOIN, **answers)
