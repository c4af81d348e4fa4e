"""`linli invite ROLE`: an invitation from the command line; how the first coordinator comes in."""

from datetime import UTC, datetime

from bot.channels.telegram import find_username
from bot.commands.opening import opened
from bot.config import ConfigurationError, Settings
from handlers.community import Entrances
from handlers.membership import invitations
from handlers.permissions import INVITABLE
from storage import places, teams
from storage.transaction import Transaction

ROLES = ("resident", "proxy", *INVITABLE, "admin", invitations.GROUP)


async def invite(settings: Settings, role: str, team_code: str | None, unit: str | None) -> int:
    """Prints the links of an invitation. Raises ConfigurationError for an unknown role, team or unit."""
    if role not in ROLES:
        raise ConfigurationError(f"there is no role {role}; the roles are {' '.join(ROLES)}")
    if role in invitations.OF_TEAM and not team_code and not (role == invitations.GROUP and unit):
        raise ConfigurationError(f"a {role} belongs to a team; add --team CODE")
    async with opened(settings) as database:
        token = await database.turn(lambda tx: _make(tx, role, team_code, unit))
    public = settings.public_url or f"http://{settings.host}:{settings.port}"
    username = await find_username(settings.telegram_token, settings.telegram_api) if settings.telegram_token else None
    for link in Entrances(public, username).invitation_links(token, role == invitations.GROUP):
        print(link)
    print(f"works once, within {invitations.LASTS.days} days")
    return 0


def _make(tx: Transaction, role: str, team_code: str | None, unit: str | None) -> str:
    team = teams.read_by_code(tx, team_code) if team_code else None
    if team_code and team is None:
        raise ConfigurationError(f"there is no team {team_code} in the pack")
    place = places.read_by_code(tx, unit) if unit else None
    if unit and place is None:
        raise ConfigurationError(f"there is no unit {unit} in the pack; units are the codes in places.yaml")
    if place is None and team is None:
        raise ConfigurationError("say where the role holds: add --unit CODE, a code from places.yaml")
    place_id = team.place_id if place is None and team is not None else place.id if place is not None else 0
    return invitations.make(tx, role, place_id, team.id if team else None, None, datetime.now(UTC))
