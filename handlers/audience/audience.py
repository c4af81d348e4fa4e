"""Audience: whom a broadcast concerns, as it is chosen, kept and compared. Kinds go with AND, values of one with OR."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from handlers import permissions
from handlers.turn import Speaker, Turn
from storage import broadcasts, compact, places, roles, teams
from storage.audience_terms import Wanted
from storage.broadcasts import Broadcast
from storage.errors import NotFound
from storage.places import Place
from storage.roles import RoleHeld

DRAFT = "draft broadcast"
ROLES = ("volunteer", "leader", "liaison", "grid", "desk", "coordinator", "secretary")  # that can be written to
OLDEST = 200  # years: an age without an end
NO_SUCH_PLACE = "/0/"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom it concerns. `places`: ids of places of the tree, buildings too. `ages`: spans in years of age, both ends
    included. `list_of`: those on the list of another broadcast, of them those with one of `answers` ("": none yet).
    """

    places: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    teams: tuple[int, ...] = ()
    skills: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    ages: tuple[tuple[int, int], ...] = ()
    alone: bool = False
    languages: tuple[str, ...] = ()
    not_away: bool = False
    list_of: int | None = None
    answers: tuple[str, ...] = ()


NOBODY = Audience()


def encode(audience: Audience) -> str:
    """An audience as JSON; the same one always gives the same."""
    return compact.encode({name: value for name, value in asdict(audience).items() if value})


def decode(text: str) -> Audience:
    """An audience out of JSON; nobody out of an empty text."""
    if not text:
        return NOBODY
    body: dict[str, Any] = json.loads(text)
    spans = tuple((first, last) for first, last in body.pop("ages", ()))
    lists: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in body.items()}
    return Audience(**lists, ages=spans)


def of(broadcast: Broadcast) -> Audience:
    """Whom a broadcast concerns."""
    return decode(broadcast.audience)


def empty(audience: Audience) -> bool:
    """Whether it names neither a place, nor a team, nor a list: nobody is meant yet."""
    return not (audience.places or audience.teams or audience.list_of is not None)


def allowed(turn: Turn, audience: Audience) -> bool:
    """Whether the person may write to them: within the units where they may draft; a leader to the own team."""
    return _may(turn, turn.roles, audience)


def may_draft(speaker: Speaker, person_id: int, audience: Audience) -> bool:
    """The same for somebody else, with the roles that they hold now."""
    return _may(speaker, roles.of_person(speaker.tx, person_id), audience)


def drafts_for(held: Iterable[RoleHeld], path: str | None = None, team_id: int | None = None) -> bool:
    """Whether one of these roles lets somebody write to a place (its path), or to a team."""
    return permissions.may(held, DRAFT, path=path, team_id=team_id)


def wanted(speaker: Speaker, audience: Audience, *, by_phone: bool = False) -> Wanted:
    """What the tables are asked for. `by_phone`: also those who have no chat with us."""
    found = [place.path for place in known_places(speaker, audience.places)]
    paths = sorted(path for path in found if not any(path != other and path.startswith(other) for other in found))
    if audience.places and not paths:
        paths = [NO_SUCH_PLACE]
    year = speaker.now.astimezone(speaker.community.zone).year
    return Wanted(
        now=speaker.now,
        grounds=tuple(dict.fromkeys(paths)),
        homeless=any(path.count("/") == 2 for path in paths),  # whoever has told no home belongs to the whole
        roles=audience.roles,
        team_ids=audience.teams,
        skills=audience.skills,
        subjects=audience.subjects,
        born=tuple((year - last, year - first) for first, last in audience.ages),
        alone=audience.alone,
        languages=audience.languages,
        not_away=audience.not_away,
        list_of=audience.list_of,
        answers=audience.answers,
        by_phone=by_phone,
    )


def overlaps(speaker: Speaker, one: Audience, other: Audience) -> bool:
    """Whether the same people may be in both: their places or teams meet, and no kind keeps them apart."""
    if empty(one) or empty(other):
        return False
    kinds = ((one.teams, other.teams), (one.roles, other.roles), (one.languages, other.languages))
    if any(some and others and not set(some) & set(others) for some, others in kinds):
        return False
    if one.ages and other.ages and not _ages_meet(one.ages, other.ages):
        return False
    mine, theirs = (known_places(speaker, each.places) for each in (one, other))
    if not mine or not theirs:
        return True
    return any(a.path.startswith(b.path) or b.path.startswith(a.path) for a in mine for b in theirs)


def with_place(speaker: Speaker, audience: Audience, place: Place) -> tuple[int, ...]:
    """The places with this one chosen, or chosen no more: none lies in another."""
    if place.id in audience.places:
        return tuple(each for each in audience.places if each != place.id)
    others = [each for each in known_places(speaker, audience.places) if not _nested(each, place)]
    return (*(each.id for each in others), place.id)


def known_places(speaker: Speaker, ids: Sequence[int]) -> list[Place]:
    """The places with these ids, as far as there are any."""
    found = []
    for place_id in ids:
        try:
            found.append(places.read(speaker.tx, place_id))
        except NotFound:
            continue
    return found


def _nested(one: Place, other: Place) -> bool:
    return one.path.startswith(other.path) or other.path.startswith(one.path)


def _may(speaker: Speaker, held: Sequence[RoleHeld], audience: Audience) -> bool:
    if empty(audience) or not _may_follow(speaker, held, audience.list_of):
        return False
    if audience.teams and all(drafts_for(held, "", team_id) for team_id in audience.teams):
        return True  # their own team, wherever its people live
    grounds = known_places(speaker, audience.places)
    if audience.places:
        return len(grounds) == len(audience.places) and all(drafts_for(held, place.path) for place in grounds)
    return all(drafts_for(held, _path_of_team(speaker, team_id)) for team_id in audience.teams)


def _may_follow(speaker: Speaker, held: Sequence[RoleHeld], broadcast_id: int | None) -> bool:
    """Whether somebody may write to those on another broadcast's list."""
    if broadcast_id is None:
        return True
    broadcast = broadcasts.read(speaker.tx, broadcast_id)
    if broadcast is None:
        return False
    return drafts_for(held, places.read(speaker.tx, broadcast.place_id).path, broadcast.team_id)


def _path_of_team(speaker: Speaker, team_id: int) -> str:
    try:
        return places.read(speaker.tx, teams.read(speaker.tx, team_id).place_id).path
    except NotFound:
        return ""


def _ages_meet(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return any(first <= end and begin <= last for first, last in some for begin, end in others)
