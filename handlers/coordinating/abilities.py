"""Abilities of a member: how many tasks at once, and which of the team's skills are theirs."""

from handlers.coordinating import members, teamwork
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice
from handlers.offering.volunteers import LOADS
from handlers.routing import Route
from handlers.turn import Turn
from storage import people, teams, volunteers
from storage.teams import Team
from storage.volunteers import Volunteer

MOST_SKILLS = 19  # of a team; with the way back twenty choices


def ask_load(turn: Turn) -> None:
    """How many tasks at once?"""
    team, person_id = members.member(turn)
    ways = [choice(f"team.most:{team.id}/{person_id}/{most}", "team-load", n=most) for most in LOADS]
    text = Text("team-how-many", {"name": people.read(turn.tx, person_id).name})
    teamwork.show(turn, Message(text=text, choices=tuple(ways), lasting=True))


def set_load(turn: Turn) -> None:
    """Keeps how many tasks at once; the member hears it."""
    rest = _last_part(turn)
    team, person_id = members.member(turn)
    volunteer = _volunteer(turn, team, person_id)
    if rest not in (str(most) for most in LOADS):
        raise Refused("choice-unknown")
    volunteers.set_most(turn.tx, volunteer.id, int(rest))
    turn.tell(person_id, Message(text=Text("team-your-load", {"team": Named(team.name, team.name_en), "n": int(rest)})))
    members.show_one(turn, team, person_id)


def list_skills(turn: Turn) -> None:
    """Which of the team's skills the member has; a tap changes it."""
    team, person_id = members.member(turn)
    _skills(turn, team, person_id)


def set_skill(turn: Turn) -> None:
    """The member has a skill of the team's from now on, or no longer."""
    code = _last_part(turn)
    team, person_id = members.member(turn)
    volunteer = _volunteer(turn, team, person_id)
    of_team = teams.skills_of(turn.tx, team.id)
    if code not in of_team:
        raise Refused("choice-unknown")
    had = set(of_team if volunteer.skills is None else volunteer.skills)
    now = tuple(each for each in of_team if (each in had) != (each == code))
    volunteers.set_skills(turn.tx, volunteer.id, None if len(now) == len(of_team) else now)
    _skills(turn, team, person_id)


def _skills(turn: Turn, team: Team, person_id: int) -> None:
    volunteer = _volunteer(turn, team, person_id)
    names = dict(teamwork.all_skills(turn))
    choices: list[Choice] = []
    for code in teams.skills_of(turn.tx, team.id)[:MOST_SKILLS]:
        has = volunteer.skills is None or code in volunteer.skills
        name = names.get(code, Named(code, code))
        label = "team-has" if has else "team-has-not"
        choices.append(choice(f"team.can:{team.id}/{person_id}/{code}", label, skill=name))
    choices.append(choice(f"team.member:{team.id}/{person_id}", "team-back-to-member"))
    text = Text("team-can-do", {"name": people.read(turn.tx, person_id).name})
    teamwork.show(turn, Message(text=text, choices=tuple(choices), lasting=True))


def _volunteer(turn: Turn, team: Team, person_id: int) -> Volunteer:
    volunteer = volunteers.member(turn.tx, person_id, team.id)
    if volunteer is None or volunteer.ended:
        raise Refused("team-no-volunteer")
    return volunteer


def _last_part(turn: Turn) -> str:
    """Takes the last part off the argument: what follows team and member."""
    first, _, rest = turn.argument.partition("/")
    second, _, last = rest.partition("/")
    turn.argument = f"{first}/{second}"
    return last


ROUTES = (
    Route("press", "team.load", ask_load),
    Route("press", "team.most", set_load),
    Route("press", "team.able", list_skills),
    Route("press", "team.can", set_skill),
)
