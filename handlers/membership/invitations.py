"""Invitations: volunteers, leaders and staff join by a link that works once; a team's group is bound by one too."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import cards, menu, permissions
from handlers.arriving import group_address
from handlers.errors import Refused
from handlers.liaison import accepting
from handlers.membership import joining
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, consents, invitations, people, places, roles, sending, teams, topics
from storage.invitations import Invitation
from storage.teams import Team
from storage.transaction import Transaction

PREFIX = "inv_"
LASTS = timedelta(days=7)
GROUP = "group"
COMMUNITY = "community"
OF_TEAM = ("volunteer", "leader", GROUP)


def make(tx: Transaction, role: str, place_id: int, team_id: int | None, invited_by: int | None, now: datetime) -> str:
    """Makes an invitation that lasts a week; returns its token. The command line calls this, too."""
    return invitations.create(
        tx,
        role=role,
        place_id=place_id,
        team_id=team_id,
        invited_by=invited_by,
        expires_at=now + LASTS,
        now=now,
    )


def received(turn: Turn) -> None:
    """Somebody opened an invitation. What it gives is said, and used up only by a tap."""
    invitation = _valid(turn, invitations.find(turn.tx, turn.incoming.args.removeprefix(PREFIX)))
    if invitation.role == GROUP:
        raise Refused("invite-for-group")
    key = "card-offer" if invitation.role in accepting.MEMBER_OF else "invite-offer"
    turn.send(Message(text=Text(key, _what(turn, invitation)), choices=ways(turn, invitation.id, turn.person.id)))


def ways(turn: Turn, invitation_id: int, person_id: int) -> tuple[Choice, ...]:
    """Yes and no, for the one person to whom the invitation is shown."""
    return (
        choice(f"invite.accept:{invitation_id}/{_opened(turn, invitation_id, person_id)}", "invite-accept"),
        choice(f"invite.decline:{invitation_id}", "invite-decline"),
    )


def accept(turn: Turn) -> None:
    """The tap: the role is given, once, to whoever opened the link. It is also the agreement that something is kept."""
    turn.argument, _, opened = turn.argument.partition("/")
    if opened != _opened(turn, turn.argument_id(), turn.person.id):
        raise Refused("invite-unknown")
    invitation = _valid(turn, invitations.read(turn.tx, turn.argument_id()))
    if invitation.role == GROUP or not invitations.use(turn.tx, invitation.id, turn.person.id, turn.now):
        raise Refused("invite-used")
    if turn.person.state != "joined":
        turn.person.state, turn.person.consented_at = "joined", turn.now
        turn.person.name = turn.person.name or turn.incoming.name.strip()[:20]
        people.save(turn.tx, turn.person)
        consents.give(turn.tx, turn.person.id, consents.SERVICE, turn.now)
    if invitation.role in accepting.MEMBER_OF:
        accepting.accepted(turn, invitation)
        return
    for role in _roles_given(invitation.role):
        roles.grant(
            turn.tx, turn.person.id, role, invitation.place_id, invitation.team_id, invitation.invited_by, turn.now
        )
    turn.forget_roles()
    turn.send(Message(text=Text("invite-accepted", _what(turn, invitation)), menu=menu.menu_name(turn)))
    if not turn.person.name:
        joining.ask_name(turn)
    if invitation.invited_by is not None:
        values = {"name": turn.person.name or cards.NOTHING, **_what(turn, invitation)}
        turn.tell(invitation.invited_by, Message(text=Text("invite-news", values)))


def decline(turn: Turn) -> None:
    """No, thank you: the invitation stays unused, and who wants no card is not asked again and again."""
    invitation = invitations.read(turn.tx, turn.argument_id()) if turn.argument else None
    if invitation is not None and invitation.role in accepting.MEMBER_OF and turn.person.state == "joined":
        consents.refuse(turn.tx, turn.person.id, consents.CARD, turn.now)
    turn.say("invite-declined")


def bind_group(turn: Turn) -> None:
    """The bot was brought into a group by an invitation: the group is the team's from now on."""
    invitation = _valid(turn, invitations.find(turn.tx, turn.incoming.args.removeprefix(PREFIX)))
    if invitation.role != GROUP:
        raise Refused("invite-not-for-group")
    if invitation.team_id is None:
        _bind_desk(turn, invitation)
        return
    if not invitations.use(turn.tx, invitation.id, turn.person.id, turn.now):
        raise Refused("invite-used")
    if turn.chat.team_id not in (None, invitation.team_id):
        sending.drop_line(turn.tx, turn.chat.id, "bound to another team", turn.now)
    topics.unbind(turn.tx, turn.chat.id)
    addresses.bind(turn.tx, turn.chat.id, invitation.team_id)
    team = teams.read(turn.tx, invitation.team_id)
    turn.say("group-bound", team=Named(team.name, team.name_en))


def _bind_desk(turn: Turn, invitation: Invitation) -> None:
    """A group without a team is where the desk works; its topics are opened by us, so the command may come in any."""
    group = group_address(turn.tx, replace(turn.incoming, thread=None), turn.now)
    if group.team_id is not None:
        raise Refused("invite-group-of-team")
    if not invitations.use(turn.tx, invitation.id, turn.person.id, turn.now):
        raise Refused("invite-used")
    topics.bind(turn.tx, group.id, invitation.place_id, turn.now)
    place = places.read(turn.tx, invitation.place_id)
    turn.say("desk-group-bound", place=Named(place.name, place.name_en))


def invite(turn: Turn) -> None:
    """A coordinator or leader invites from the chat: whom?"""
    possible = [role for role in (*permissions.INVITABLE, GROUP) if _may_invite(turn, role)]
    if not possible:
        raise Refused("not-allowed")
    turn.say("invite-whom", *(choice(f"invite.role:{role}", f"role-{role}") for role in possible))


def pick_role(turn: Turn) -> None:
    """Into which team, where the role has one; otherwise the link is made at once."""
    role = turn.argument
    if role not in (*permissions.INVITABLE, GROUP) or not _may_invite(turn, role):
        raise Refused("not-allowed")
    if role not in OF_TEAM:
        _give_link(turn, role, _own_place(turn, role), None)
        return
    choices = [
        Choice(f"invite.team:{role}/{team.id}", Text("plain", {"text": Named(team.name, team.name_en)}))
        for team in _own_teams(turn)
    ]
    if role == GROUP and _desks(turn):
        choices.insert(0, choice("invite.desk", "invite-desk-group"))
    turn.send(Message(text=Text("invite-which-team"), choices=tuple(choices[:20])))


def pick_team(turn: Turn) -> None:
    """The link for a role in a team."""
    role, _, turn.argument = turn.argument.partition("/")
    wanted = turn.argument_id()
    team = next((own for own in _own_teams(turn) if own.id == wanted), None)
    if role not in OF_TEAM or team is None or not _may_invite(turn, role):
        raise Refused("not-allowed")
    _give_link(turn, role, team.place_id, team)


def pick_desk(turn: Turn) -> None:
    """The link that binds a group to the desk of the coordinator's community."""
    found = _desks(turn)
    if not found:
        raise Refused("not-allowed")
    _give_link(turn, GROUP, found[0], None)


def _desks(turn: Turn) -> list[int]:
    """The communities whose desk's group the person may invite."""
    own = [held for held in turn.roles if permissions.may([held], f"invite {GROUP}", path=held.path)]
    lines = [places.line(turn.tx, places.read(turn.tx, held.place_id)) for held in own]
    return [each.id for line in lines for each in line if each.kind == COMMUNITY]


def _give_link(turn: Turn, role: str, place_id: int, team: Team | None) -> None:
    token = make(turn.tx, role, place_id, team.id if team else None, turn.person.id, turn.now)
    links = turn.community.entrances().invitation_links(token, role == GROUP)
    if not links:
        raise Refused("invite-no-entrance")
    kind = "desk-group" if role == GROUP and team is None else role
    values = {"role": Text(f"role-{kind}"), "link": "\n".join(links), "days": LASTS.days}
    turn.say("invite-link", **values)


def _may_invite(turn: Turn, role: str) -> bool:
    action = f"invite {role}"
    return any(permissions.may([held], action, path=held.path, team_id=held.team_id) for held in turn.roles)


def _own_teams(turn: Turn) -> list[Team]:
    led = [teams.read(turn.tx, held.team_id) for held in turn.roles if held.role == "leader" and held.team_id]
    below = [team for held in turn.roles if held.role == "coordinator" for team in teams.below(turn.tx, held.path)]
    return list({team.id: team for team in [*led, *below]}.values())


def _own_place(turn: Turn, role: str) -> int:
    action = f"invite {role}"
    return next(held.place_id for held in turn.roles if permissions.may([held], action, path=held.path))


def _roles_given(role: str) -> tuple[str, ...]:
    return ("volunteer", "leader") if role == "leader" else (role,)


def _opened(turn: Turn, invitation_id: int, person_id: int) -> str:
    """What proves that this person was shown the invitation: its row id alone may be guessed."""
    return turn.tx.keyed_hash(f"invitation opened:{invitation_id}:{person_id}").hex()[:16]


def _valid(turn: Turn, invitation: Invitation | None) -> Invitation:
    if invitation is None:
        raise Refused("invite-unknown")
    if invitation.used:
        raise Refused("invite-used")
    if invitation.expires_at <= turn.now or not _still_may_invite(turn, invitation):
        raise Refused("invite-expired")
    return invitation


def _still_may_invite(turn: Turn, invitation: Invitation) -> bool:
    """An invitation of somebody who has given up the role since is no good; the command line's always is."""
    if invitation.invited_by is None:
        return True
    held = roles.of_person(turn.tx, invitation.invited_by)
    path = places.read(turn.tx, invitation.place_id).path
    return permissions.may(held, f"invite {invitation.role}", path=path, team_id=invitation.team_id)


def _what(turn: Turn, invitation: Invitation) -> dict[str, object]:
    place = places.read(turn.tx, invitation.place_id)
    team = teams.read(turn.tx, invitation.team_id) if invitation.team_id else None
    where = Named(team.name, team.name_en) if team else Named(place.name, place.name_en)
    return {"role": Text(f"role-{invitation.role}"), "where": where}


ROUTES = (
    Route("command", "start inv", received, before_joining=True),
    Route("command", "start inv", bind_group, where="group", before_joining=True),
    Route("press", "invite.accept", accept, before_joining=True),
    Route("press", "invite.decline", decline, before_joining=True),
    Route("command", "invite", invite, menu="coordinator leader"),
    Route("press", "invite.role", pick_role),
    Route("press", "invite.team", pick_team),
    Route("press", "invite.desk", pick_desk),
)
