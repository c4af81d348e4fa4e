"""Approvers: whose yes a broadcast can have: a second person who may agree for all the units that it goes to."""

from handlers import permissions, staff
from handlers.audience import audience as audiences
from handlers.turn import Speaker
from storage import broadcasts, places, roles, teams
from storage.broadcasts import Broadcast

APPROVE = "approve broadcast"
ROLES = ("coordinator", "secretary")
MOST = 20  # people who are asked


def may(speaker: Speaker, person_id: int, broadcast: Broadcast) -> bool:
    """Whether somebody may agree to it, by the roles that they hold now; never whoever wrote it."""
    held = roles.of_person(speaker.tx, person_id)
    tied: tuple[permissions.Scope, ...] = ("own",) if person_id == broadcast.drafter_id else ()
    return all(permissions.may(held, APPROVE, path=path, ties=tied) for path in _grounds(speaker, broadcast))


def of(speaker: Speaker, broadcast: Broadcast, every: bool = False) -> list[int]:
    """Who is asked: those of the nearest level upwards that has somebody; with `every`, of all levels.

    Whoever is away is replaced by their cover; where everybody is away, they are asked all the same.
    """
    upwards = list(reversed(places.read(speaker.tx, broadcast.place_id).ancestors()))
    for there in (True, False):
        levels = [found for each in upwards if (found := _at(speaker, broadcast, each, there))]
        if levels:
            people = [person for level in (levels if every else levels[:1]) for person in level]
            return list(dict.fromkeys(people))[:MOST]
    return []


def _at(speaker: Speaker, broadcast: Broadcast, place_id: int, there: bool) -> list[int]:
    """Who holds such a role at this very place, and may agree; or who covers for them."""
    people = [one for role in ROLES for one in roles.holders(speaker.tx, role, [place_id])[:MOST]]
    asked = staff.present(speaker, people, place_id) if there else people
    return [one for one in dict.fromkeys(asked) if may(speaker, one, broadcast)]


def _grounds(speaker: Speaker, broadcast: Broadcast) -> list[str]:
    """The paths of the units that it goes to: its own, and all that its audience names."""
    audience = audiences.of(broadcast)
    ids = [broadcast.place_id]
    if not audience.places:
        ids += [teams.read(speaker.tx, team_id).place_id for team_id in audience.teams]
    listed = None if audience.list_of is None else broadcasts.read(speaker.tx, audience.list_of)
    if listed is not None:
        ids.append(listed.place_id)
    found = [places.read(speaker.tx, place_id) for place_id in dict.fromkeys(ids)]
    return [place.path for place in (*found, *audiences.known_places(speaker, audience.places))]
