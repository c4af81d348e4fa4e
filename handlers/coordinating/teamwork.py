"""Teams: leaders and coordinators see a team and its members, and change how it is asked, where, and for what."""

from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments as held_now
from storage import people, places, roles, team_changes, teams, volunteers
from storage.teams import Team
from storage.volunteers import Volunteer

PAGE = 10  # of teams, skills and places
MEMBERS = 14  # a page; with the other ways twenty at most
MOST_TEAMS = 1000
MODES = ("group", "ring")
AREAS = ("district", "street", "community", "estate", "grid")


def begin(turn: Turn) -> None:
    """One's own team; where there are several, which one?"""
    page = _page(turn)
    known = own_teams(turn)
    if not known:
        raise Refused("not-allowed")
    if len(known) == 1:
        _overview(turn, known[0])
        return
    choices = [_named(f"team.show:{team.id}", team.name, team.name_en) for team in known[page * PAGE :][:PAGE]]
    if len(known) > (page + 1) * PAGE:
        choices.append(choice(f"team.list:/{page + 1}", "more"))
    show(turn, Message(text=Text("team-which"), choices=tuple(choices), lasting=True))


def overview(turn: Turn) -> None:
    """A team: how it is asked, where it works, what it can do, and who is in it."""
    page = _page(turn)
    _overview(turn, managed(turn, turn.argument_id()), page)


def own_teams(turn: Turn) -> list[Team]:
    """The teams that the person may look after."""
    led = [steering.team(turn, held.team_id) for held in turn.roles if held.role == "leader" and held.team_id]
    paths = steering.own_paths(turn, "manage team")
    below = [team for path in paths for team in teams.below(turn.tx, path, MOST_TEAMS)]
    return list({team.id: team for team in (*led, *below)}.values())


def managed(turn: Turn, team_id: int) -> Team:
    """A team that the person may look after. Raises Refused."""
    team = steering.team(turn, team_id)
    path = places.read(turn.tx, team.place_id).path
    permissions.require(turn, "manage team", path=path, team_id=team.id)
    return team


def set_mode(turn: Turn) -> None:
    """From the group to rings, or back."""
    team = managed(turn, turn.argument_id())
    team_changes.set_mode(turn.tx, team.id, MODES[1 - MODES.index(team.mode)])
    _overview(turn, teams.read(turn.tx, team.id))


def list_skills(turn: Turn) -> None:
    """What the team can do, and what else there is, ten a page; a tap changes it."""
    page = _page(turn)
    _skills(turn, managed(turn, turn.argument_id()), page)


def set_skill(turn: Turn) -> None:
    """The team has a skill from now on, or no longer."""
    turn.argument, _, rest = turn.argument.partition("/")
    code, _, page = rest.partition("/")
    team = managed(turn, turn.argument_id())
    if not any(code == known for known, _ in all_skills(turn)):
        raise Refused("choice-unknown")
    team_changes.set_skill(turn.tx, team.id, code, code not in teams.skills_of(turn.tx, team.id))
    volunteers.refresh_skills(turn.tx, team.id)
    _skills(turn, team, _number(page))


def list_areas(turn: Turn) -> None:
    """Where the team may work: the person's own places and those directly below."""
    page = _page(turn)
    team = managed(turn, turn.argument_id())
    own = [places.read(turn.tx, _last(path)) for path in steering.own_paths(turn, "manage team")]
    if not own:
        raise Refused("not-allowed")  # a leader does not move the team
    known = [each for top in own for each in (top, *places.children(turn.tx, top.id, limit=MOST_TEAMS))]
    choices = [
        _named(f"team.area:{team.id}/{each.id}", each.name, each.name_en) for each in known if each.kind in AREAS
    ]
    shown = choices[page * PAGE :][:PAGE]
    if len(choices) > (page + 1) * PAGE:
        shown.append(choice(f"team.areas:{team.id}/{page + 1}", "more"))
    show(turn, Message(text=Text("team-where"), choices=(*shown, _back(team)), lasting=True))


def set_area(turn: Turn) -> None:
    """The team works there from now on."""
    team_id, place_id = steering.pair(turn)
    team, place = managed(turn, team_id), steering.place(turn, place_id)
    own = any(place.path.startswith(path) for path in steering.own_paths(turn, "manage team"))
    if not own or place.kind not in AREAS:
        raise Refused("not-allowed")
    team_changes.set_place(turn.tx, team.id, place.id)
    turn.forget_roles()
    _overview(turn, teams.read(turn.tx, team.id))


def show(turn: Turn, message: Message) -> None:
    """Shows a message of the team's round."""
    steering.show_here(turn, f"team:{turn.person.id}", message)


def load_of(turn: Turn, person_id: int) -> int:
    """How many tasks somebody has in hand now."""
    return len(held_now.held_by(turn.tx, person_id))


def _overview(turn: Turn, team: Team, page: int = 0) -> None:
    place = places.read(turn.tx, team.place_id)
    held = list(dict.fromkeys(role.person_id for role in roles.of_team(turn.tx, team.id)))
    leaders = {role.person_id for role in roles.of_team(turn.tx, team.id) if role.role == "leader"}
    known = dict(all_skills(turn))
    values = {
        "team": Named(team.name, team.name_en),
        "n": len(held),
        "mode": Text(f"team-mode-{team.mode}"),
        "place": Named(place.name, place.name_en),
        "skills": [known.get(code, Named(code, code)) for code in teams.skills_of(turn.tx, team.id)],
    }
    members = held[page * MEMBERS :][:MEMBERS]
    choices = [Choice(f"team.member:{team.id}/{each}", _member(turn, team, each, each in leaders)) for each in members]
    if len(held) > (page + 1) * MEMBERS:
        choices.append(choice(f"team.show:{team.id}/{page + 1}", "more"))
    choices.append(choice(f"invite.team:volunteer/{team.id}", "team-invite"))
    choices.append(choice(f"team.mode:{team.id}", "team-change-mode"))
    choices.append(choice(f"team.skills:{team.id}", "team-change-skills"))
    if steering.own_paths(turn, "manage team"):
        choices.append(choice(f"team.areas:{team.id}", "team-change-area"))
    show(turn, Message(text=Text("team-overview", values), choices=tuple(choices), lasting=True))


def _member(turn: Turn, team: Team, person_id: int, leads: bool) -> Text:
    """A member in one line: name, load, and what is special."""
    volunteer = volunteers.member(turn.tx, person_id, team.id)
    marks = [Text("team-leads")] if leads else []
    marks += _away(volunteer)
    values: dict[str, object] = {"name": people.read(turn.tx, person_id).name, "load": load_of(turn, person_id)}
    return Text("team-member-marked", {**values, "marks": marks}) if marks else Text("team-member", values)


def _away(volunteer: Volunteer | None) -> list[Text]:
    if volunteer is None or volunteer.ended or volunteer.duty == "on":
        return []
    return [Text("team-on-leave" if volunteer.duty == "leave" else "team-off-duty")]


def _skills(turn: Turn, team: Team, page: int) -> None:
    known, has = all_skills(turn), teams.skills_of(turn.tx, team.id)
    choices = [
        choice(f"team.skill:{team.id}/{code}/{page}", "team-has" if code in has else "team-has-not", skill=name)
        for code, name in known[page * PAGE :][:PAGE]
    ]
    if len(known) > (page + 1) * PAGE:
        choices.append(choice(f"team.skills:{team.id}/{page + 1}", "more"))
    show(turn, Message(text=Text("team-skills"), choices=(*choices, _back(team)), lasting=True))


def all_skills(turn: Turn) -> list[tuple[str, Named]]:
    """Every skill of the pack: (code, name)."""
    handlers = turn.community.pack.handlers
    return [(each.code, Named(each.name, each.name_en)) for each in handlers if each.kind == "volunteer_skill"]


def _back(team: Team) -> Choice:
    return choice(f"team.show:{team.id}", "team-back")


def _page(turn: Turn) -> int:
    turn.argument, _, page = turn.argument.partition("/")
    return _number(page)


def _number(page: str) -> int:
    return int(page) if page.isascii() and page.isdigit() and len(page) < len(str(MOST_TEAMS)) else 0


def _last(path: str) -> int:
    return int(path.rstrip("/").rpartition("/")[2])


def _named(action: str, name: str, name_en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(name, name_en)}))


ROUTES = (
    Route("command", "team", begin, menu="coordinator leader"),
    Route("press", "team.list", begin),
    Route("press", "team.show", overview),
    Route("press", "team.mode", set_mode),
    Route("press", "team.skills", list_skills),
    Route("press", "team.skill", set_skill),
    Route("press", "team.areas", list_areas),
    Route("press", "team.area", set_area),
)
