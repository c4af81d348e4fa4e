"""Leaving: a role, one channel of two, or the service altogether. Nobody leaves while somebody waits for them."""

from handlers import cards, forms
from handlers.appraisal import own_copy
from handlers.broadcasts import leaving_lists
from handlers.desk import leaving_desk
from handlers.errors import Refused
from handlers.following import followers
from handlers.known import life_notes, thoughts
from handlers.liaison import letting_go, parting
from handlers.message import Choice, Message, Text, choice
from handlers.occasions import withdrawal
from handlers.privacy import forgetting
from handlers.routing import Route
from handlers.turn import Turn
from storage import (
    absences,
    addresses,
    assignments,
    consents,
    dialogues,
    feeds,
    inquiries,
    meeting_forgetting,
    occasions,
    offers,
    own_data,
    people,
    roles,
    saved_audiences,
    service_requests,
    subscriptions,
    teams,
    unanswered,
    visit_forgetting,
    votes,
)
from storage import forgetting as stored

COVERING = ("coordinator", "desk", "leader", "liaison", "secretary")  # who may stand in for colleagues
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
    letting_go.let_go(turn, turn.person.id)
    if not any(held.role in COVERING for held in turn.roles):
        absences.uncover(turn.tx, turn.person.id, turn.now)
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
    person = turn.person
    letting_go.let_go(turn, person.id, every=True)
    parting.left(turn, person.id)
    withdrawal.stop(turn, person.id, person.id)
    _lock_requests(turn)
    _end_service(turn)
    kept = _forget_requests(turn)
    _forget_files(turn)
    forms.forget(turn)
    consents.withdraw_all(turn.tx, person.id, turn.now)
    person.state, person.consented_at = "left", None
    person.name, person.phone, person.door, person.place_id = "", None, "", None
    person.born_year, person.elder, person.elder_offered_at = None, False, None
    people.save(turn.tx, person)
    desk = turn.community.pack.desk.phone
    goodbye = Text("leave-all-done-but", {"phone": desk, "numbers": kept}) if kept else None
    for address in addresses.of_person(turn.tx, person.id):
        forgetting.chat(turn, address)
        text = goodbye or Text("leave-all-done", {"phone": desk})
        turn.put(address, Message(text=text, choices=(choice("join.agree", "join-agree-after-all"),)))


def _lock_requests(turn: Turn) -> None:
    """Locks all that leaving touches, before anything is changed: what is offered, asked for, or merged into it."""
    offered = [offer.request_id for offer in offers.open_to(turn.tx, turn.person.id)]
    followers.lock(turn, [*offered, *_own_requests(turn)])


def _own_requests(turn: Turn) -> list[int]:
    """The ids of what the person asked for, or others for them, in order."""
    own = service_requests.of_person(turn.tx, turn.person.id, limit=ALL)
    for_them = own_data.asked_for(turn.tx, turn.person.id, ALL)
    return sorted({request.id for request in (*own, *for_them)})


def _end_service(turn: Turn) -> None:
    """Roles end, and teams are left; what was offered to the person goes to the next one when its time is over."""
    person_id = turn.person.id
    for held in turn.roles:
        roles.end(turn.tx, held.id, person_id, turn.now)
    turn.forget_roles()
    for offer in offers.open_to(turn.tx, person_id):
        offers.close(turn.tx, offer.id, "declined", turn.now, "left")
    absences.end(turn.tx, person_id, turn.now)
    absences.uncover(turn.tx, person_id, turn.now)
    stored.volunteer(turn.tx, person_id)
    feeds.drop(turn.tx, person_id)
    saved_audiences.forget(turn.tx, person_id)
    meeting_forgetting.forget(turn.tx, person_id)
    votes.forget(turn.tx, person_id)


def _forget_requests(turn: Turn) -> list[str]:
    """Withdraws and empties what the person asked for, or others for them; returns the numbers of what is kept whole:
    an open emergency goes on, since somebody may be in danger."""
    kept = []
    for number in _own_requests(turn):
        request = service_requests.lock(turn.tx, number)
        item = turn.item(request.item) if request else None
        if request is not None and forgetting.keeps(item, request):
            kept.append(request.number)
        elif request is not None:
            forgetting.empty(turn, forgetting.withdraw(turn, request))
    return kept


def _forget_files(turn: Turn) -> None:
    """What the person wrote on the private lines of others' requests, what waits in forms, what they took along, and
    what their liaison knows."""
    forgetting.talk(turn, turn.person.id)
    waiting = turn.dialogue.answers.get("media") or []
    taken = own_data.drop_exports(turn.tx, turn.person.id)
    asked = inquiries.forget(turn.tx, turn.person.id)
    unanswered.forget(turn.tx, turn.person.id)
    heard = leaving_desk.forget(turn)
    life_notes.forget(turn, turn.person.id)
    visit_forgetting.forget(turn.tx, turn.person.id)
    subscriptions.forget(turn.tx, turn.person.id)
    thoughts.forget(turn, turn.person.id)
    own_copy.forget(turn, turn.person.id)
    leaving_lists.forget(turn, turn.person.id)
    occasions.forget(turn.tx, turn.person.id)
    forgetting.media(turn, [*waiting, *taken, *asked, *heard])


def _empty_handed(turn: Turn) -> None:
    if assignments.held_by(turn.tx, turn.person.id, limit=1):
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
