"""Members of a team: what each has in hand; leave, leading the team, and the way out of it."""

from datetime import timedelta

from handlers import permissions
from handlers.coordinating import steering, teamwork
from handlers.errors import Refused
from handlers.message import Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments, people, places, roles, teams, volunteers
from storage.roles import RoleHeld
from storage.teams import Team

LEAVE_DAYS = 7


def show(turn: Turn) -> None:
    """One member, and what can be changed."""
    team, person_id = member(turn)
    show_one(turn, team, person_id)


def more(turn: Turn) -> None:
    """What is changed rarely: skills, leading, leaving the team."""
    team, person_id = member(turn)
    one = f"{team.id}/{person_id}"
    ways = [choice(f"team.able:{one}", "team-change-skills")]
    if permissions.may(turn.roles, "invite leader", path=places.read(turn.tx, team.place_id).path):
        leads = any(held.role == "leader" for held in _held(turn, team, person_id))
        ways.append(choice(f"team.lead:{one}", "team-lead-no-more" if leads else "team-lead"))
    ways += [choice(f"team.remove:{one}", "team-remove"), choice(f"team.member:{one}", "team-back-to-member")]
    text = Text("team-more-of", {"name": people.read(turn.tx, person_id).name})
    teamwork.show(turn, Message(text=text, choices=tuple(ways), lasting=True))


def leave(turn: Turn) -> None:
    """On leave for a week, or back on duty."""
    team, person_id = member(turn)
    volunteer = volunteers.member(turn.tx, person_id, team.id)
    if volunteer is None or volunteer.ended:
        raise Refused("team-no-volunteer")
    on = volunteer.duty == "on"
    until = turn.now + timedelta(days=LEAVE_DAYS) if on else None
    volunteers.set_duty(turn.tx, volunteer.id, "leave" if on else "on", until)
    if until is not None:
        turn.tell(person_id, Message(text=Text("team-you-are-on-leave", {"team": _named(team), "until": until})))
    else:
        turn.tell(person_id, Message(text=Text("team-you-are-on-duty", {"team": _named(team)})))
    show_one(turn, team, person_id)


def lead(turn: Turn) -> None:
    """The member leads the team from now on, or no longer. Coordinators alone decide that."""
    team, person_id = member(turn)
    permissions.require(turn, "invite leader", path=places.read(turn.tx, team.place_id).path)
    led = [held for held in _held(turn, team, person_id) if held.role == "leader"]
    if led:
        roles.end(turn.tx, led[0].id, person_id, turn.now)
    else:
        roles.grant(turn.tx, person_id, "leader", team.place_id, team.id, turn.person.id, turn.now)
    turn.forget_roles()
    key = "team-you-lead-no-more" if led else "team-you-lead"
    turn.tell(person_id, Message(text=Text(key, {"team": _named(team)})))
    show_one(turn, team, person_id)


def remove(turn: Turn) -> None:
    """Asks once more."""
    team, person_id = member(turn)
    _may_remove(turn, team, person_id)
    ways = (choice(f"team.out:{team.id}/{person_id}", "team-out-yes"), choice(f"team.show:{team.id}", "team-back"))
    turn.say("team-out-sure", *ways, name=people.read(turn.tx, person_id).name, team=_named(team))


def out(turn: Turn) -> None:
    """The member is no longer in the team, and hears it with thanks."""
    team, person_id = member(turn)
    _may_remove(turn, team, person_id)
    for held in _held(turn, team, person_id):
        roles.end(turn.tx, held.id, person_id, turn.now)
    volunteers.leave_team(turn.tx, person_id, team.id, turn.now)
    turn.forget_roles()
    turn.tell(person_id, Message(text=Text("team-you-are-out", {"team": _named(team)})))
    turn.say("team-out-done", name=people.read(turn.tx, person_id).name, team=_named(team))


def show_one(turn: Turn, team: Team, person_id: int) -> None:
    """One member, with what is changed most often."""
    volunteer = volunteers.member(turn.tx, person_id, team.id)
    duty = volunteer.duty if volunteer is not None and not volunteer.ended else "on"
    values = {
        "name": people.read(turn.tx, person_id).name,
        "team": _named(team),
        "load": teamwork.load_of(turn, person_id),
        "most": volunteer.most if volunteer is not None else 0,
        "recent": volunteer.recent if volunteer is not None else 0,
        "duty": Text(f"team-duty-{duty}"),
    }
    one = f"{team.id}/{person_id}"
    ways = (
        choice(f"team.leave:{one}", "team-to-leave" if duty == "on" else "team-to-duty"),
        choice(f"team.load:{one}", "team-change-load"),
        choice(f"team.more:{one}", "team-more"),
        choice(f"team.show:{team.id}", "team-back"),
    )
    teamwork.show(turn, Message(text=Text("team-one", values), choices=ways, lasting=True))


def member(turn: Turn) -> tuple[Team, int]:
    """A team that the person may look after, and somebody in it. Raises Refused for anybody else."""
    team_id, person_id = steering.pair(turn)
    team = teamwork.managed(turn, team_id)
    if not _held(turn, team, person_id):
        raise Refused("team-not-in-it")
    return teams.read(turn.tx, team.id), person_id


def _may_remove(turn: Turn, team: Team, person_id: int) -> None:
    """A leader is removed by coordinators alone; whoever has a task of the team in hand finishes it first."""
    if any(held.role == "leader" for held in _held(turn, team, person_id)):
        permissions.require(turn, "invite leader", path=places.read(turn.tx, team.place_id).path)
    if any(each.team_id == team.id for each in assignments.held_by(turn.tx, person_id)):
        raise Refused("team-tasks-first", name=people.read(turn.tx, person_id).name)


def _held(turn: Turn, team: Team, person_id: int) -> list[RoleHeld]:
    return [held for held in roles.of_person(turn.tx, person_id) if held.team_id == team.id]


def _named(team: Team) -> Named:
    return Named(team.name, team.name_en)


ROUTES = (
    Route("press", "team.member", show),
    Route("press", "team.more", more),
    Route("press", "team.leave", leave),
    Route("press", "team.lead", lead),
    Route("press", "team.remove", remove),
    Route("press", "team.out", out),
)
