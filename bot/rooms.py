"""The rooms of the web chat: the teams that somebody belongs to."""

from bot.channels.web import Room
from handlers.loading import room
from storage import addresses, people, roles, teams
from storage.addresses import WEB
from storage.transaction import Transaction


def rooms_of(tx: Transaction, user: str) -> list[Room]:
    """The rooms of a web user's teams; none for somebody who is not known or has not joined."""
    address = addresses.find(tx, WEB, user)
    if address is None or address.person_id is None:
        return []
    person = people.read(tx, address.person_id)
    if person.state != "joined":
        return []
    held = [role.team_id for role in roles.of_person(tx, person.id) if role.team_id is not None]
    known = [teams.read(tx, team_id) for team_id in dict.fromkeys(held)]
    return [Room(room(team.id), team.name if person.language != "en" else team.name_en, person.name) for team in known]
