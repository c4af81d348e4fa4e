"""Leaving: a role, one channel of two, or the service altogether. Nobody leaves while somebody waits for them."""

from dataclasses import replace

from handlers import cards, forms, lifecycle, offers
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, dialogues, forgetting, people, roles, service_requests, teams, web_chat
from storage.addresses import Address
from storage.service_requests import Details

ALL = 10_000  # more requests than one person makes


def leave(turn: Turn) -> None:
    """What can be left: a team or role, this channel of two, or the service."""
    choices = [Choice(f"leave.role:{held.id}", _role_label(turn, held.role, held.team_id)) for held in turn.roles]
    if len(addresses.of_person(turn.tx, turn.person.id)) > 1:
        choices.append(choice("leave.channel", "leave-channel"))
    choices.append(choice("leave.all", "leave-all"))
    turn.send(Message(text=Text("leave-what"), choices=tuple(choices[:20])))


def leave_role(turn: Turn) -> None:
    """Gives a role up. Tasks in hand are finished or given back first, so that nobody waits for nothing."""
    _empty_handed(turn)
    if not roles.end(turn.tx, turn.argument_id(), turn.person.id, turn.now):
        raise Refused("form-stale")
    turn.forget_roles()
    turn.say("leave-role-done")


def leave_channel(turn: Turn) -> None:
    """This channel is a person of its own again."""
    if len(addresses.of_person(turn.tx, turn.person.id)) < 2:
        raise Refused("form-stale")
    fresh = people.create(turn.tx, turn.person.language, turn.now)
    dialogues.create(turn.tx, fresh.id, turn.now)
    addresses.give(turn.tx, turn.address.id, fresh.id)
    turn.say("leave-channel-done")


def leave_all(turn: Turn) -> None:
    """Asks once more: leaving deletes what we know of the person."""
    _empty_handed(turn)
    turn.say("leave-sure", choice("leave.sure", "leave-yes"), choice("leave.stay", "leave-no"))


def stay(turn: Turn) -> None:
    """The person stays."""
    turn.say("leave-stayed")


def leave_for_good(turn: Turn) -> None:
    """Withdraws the consent: what is open is withdrawn, what we know is forgotten, every channel hears goodbye."""
    _empty_handed(turn)
    for held in turn.roles:
        roles.end(turn.tx, held.id, turn.person.id, turn.now)
    turn.forget_roles()
    own = service_requests.of_person(turn.tx, turn.person.id, limit=ALL)
    for number in sorted(request.id for request in own):
        _forget_request(turn, number)
    forms.forget(turn)
    person = turn.person
    person.state, person.consented_at = "left", None
    person.name, person.phone, person.door, person.place_id = "", None, "", None
    people.save(turn.tx, person)
    goodbye = Text("leave-all-done", {"phone": turn.community.pack.desk.phone})
    for address in addresses.of_person(turn.tx, person.id):
        _forget_chat(turn, address)
        turn.put(address, Message(text=goodbye, choices=(choice("join.agree", "join-agree-after-all"),)))


def _forget_request(turn: Turn, number: int) -> None:
    """A request of somebody who leaves. An open emergency goes on: somebody may be in danger."""
    request = service_requests.lock(turn.tx, number)
    item = turn.item(request.item) if request else None
    if request is None or (item is not None and item.urgency == "emergency" and request.closed_at is None):
        return
    if lifecycle.allowed("cancel", request.state):
        lifecycle.make(turn.tx, request, "cancel", actor_id=turn.person.id, now=turn.now)
        if item is not None:
            offers.withdraw(turn, replace(request, details=Details()), item)
        withdrawn = Message(text=Text("request-withdrawn", {"number": request.number}))
        for key in ("staff", "help"):
            turn.edit(f"{key}:{request.id}", withdrawn)
        if request.helper_id is not None:
            turn.tell(request.helper_id, withdrawn)
    forgetting.words_of(turn.tx, request.id)


def _forget_chat(turn: Turn, address: Address) -> None:
    forgetting.said_to(turn.tx, address.id)
    if address.account == addresses.WEB:
        web_chat.forget(turn.tx, address.chat)


def _empty_handed(turn: Turn) -> None:
    if service_requests.of_helper(turn.tx, turn.person.id, limit=1):
        raise Refused("leave-tasks-first", choice("menu.tasks", "menu-tasks"))


def _role_label(turn: Turn, role: str, team_id: int | None) -> Text:
    team = teams.read(turn.tx, team_id) if team_id else None
    return Text("leave-role", {"role": Text(f"role-{role}"), "team": cards.team_name(team) if team else ""})


ROUTES = (
    Route("command", "leave", leave, menu="resident"),
    Route("press", "leave.role", leave_role),
    Route("press", "leave.channel", leave_channel),
    Route("press", "leave.all", leave_all),
    Route("press", "leave.sure", leave_for_good),
    Route("press", "leave.stay", stay),
)
