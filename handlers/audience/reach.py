"""Reach: how far somebody may write: the units where they may draft, and the teams that they lead."""

from dataclasses import dataclass

from handlers.audience.audience import DRAFT, Audience, drafts_for
from handlers.coordinating import steering
from handlers.permissions import MAY
from handlers.turn import Turn
from storage import places, teams
from storage.errors import NotFound
from storage.places import Place
from storage.teams import Team

MOST_TEAMS = 200


@dataclass(frozen=True, slots=True)
class Reach:
    """The sender's own units, none below another, and the teams that they lead."""

    units: tuple[Place, ...]
    led: tuple[Team, ...]

    def place(self, place: Place) -> bool:
        """Whether a place lies in one of the units."""
        return any(place.path.startswith(unit.path) for unit in self.units)

    def team(self, turn: Turn, team_id: int) -> bool:
        """Whether a team is led by them, or belongs to one of the units."""
        if any(team_id == each.id for each in self.led):
            return True
        try:
            team = teams.read(turn.tx, team_id)
            return drafts_for(turn.roles, places.read(turn.tx, team.place_id).path)
        except NotFound:
            return False

    def only(self) -> Audience:
        """The unit, or the team, where there is but one; nobody otherwise."""
        if len(self.units) == 1:
            return Audience(places=(self.units[0].id,))
        alone = not self.units and len(self.led) == 1
        return Audience(teams=(self.led[0].id,)) if alone else Audience()

    def teams_below(self, turn: Turn) -> list[Team]:
        """All teams that they may write to."""
        found = [team for unit in self.units for team in teams.below(turn.tx, unit.path, MOST_TEAMS)]
        return list({each.id: each for each in (*self.led, *found)}.values())


def of(turn: Turn) -> Reach:
    """How far the person may write."""
    units = [places.read(turn.tx, int(path.rstrip("/").rpartition("/")[2])) for path in steering.own_paths(turn, DRAFT)]
    led = [held.team_id for held in turn.roles if MAY[DRAFT].get(held.role) == "team" and held.team_id is not None]
    return Reach(tuple(units), tuple(teams.read(turn.tx, each) for each in dict.fromkeys(led)))
