"""Loading: a pack becomes tables. What the pack no longer names stays where it is used; nothing is half loaded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.community import stored_item
from handlers.liaison import carding
from handlers.packs.model import Pack, PackPerson
from storage import addresses, catalogue, consents, dialogues, packs, people, places, roles, settings, teams
from storage.addresses import WEB, group_user
from storage.catalogue import Series
from storage.phones import Phone
from storage.places import Place
from storage.teams import Team
from storage.transaction import Transaction

IN_TEAM = ("volunteer", "leader")


@dataclass(frozen=True, slots=True)
class Given:
    """A role that a load gives: whose, which, and the codes of its place and team (None for one of a place)."""

    name: str
    role: str
    place: str
    team: str | None


def room(team_id: int) -> str:
    """The chat of a team's room on the web."""
    return f"team:{team_id}"


def load(tx: Transaction, pack: Pack, files: dict[str, str], now: datetime) -> None:
    """Writes a whole pack, and the text of its files (those of people are left out: their numbers are sealed)."""
    packs.write_files(tx, files, now)
    settings.write(tx, "demo", "1" if pack.demo else "0")
    where = _load_places(tx, pack)
    _load_catalogue(tx, pack)
    known = {team.code: _load_team(tx, pack, team.code, where, now) for team in pack.teams}
    for person in pack.people:
        _load_person(tx, person, where, now)
        for role in _roles(pack, person):
            _give(tx, role, where, known, now)
    today = now.astimezone(ZoneInfo(pack.timezone)).date()
    for card in pack.cards:
        carding.load(tx, card, now, today)


def given(tx: Transaction, pack: Pack) -> list[Given]:
    """The roles that loading this pack would give, in its order. Whoever held one once is not given it again."""
    return [role for wanted in pack.people for role in _roles(pack, wanted) if _is_new(tx, role)]


def new_cards(tx: Transaction, pack: Pack) -> list[str]:
    """Whose cards loading this pack would open, in its order."""
    return [card.person for card in pack.cards if carding.is_new(tx, card)]


def _roles(pack: Pack, wanted: PackPerson) -> Iterator[Given]:
    at = {team.code: team.place for team in pack.teams}
    for role in wanted.roles:
        if role in IN_TEAM:
            yield from (Given(wanted.name, role, at[code], code) for code in wanted.teams)
        elif role != "resident" and wanted.place:
            yield Given(wanted.name, role, wanted.place, None)


def _is_new(tx: Transaction, role: Given) -> bool:
    """Not to those who left or refused, and not what was taken away: what happened here counts, not the pack."""
    person = people.read_by_code(tx, role.name)
    if person is None:
        return True
    if person.state != "joined":
        return False
    place, team = places.read_by_code(tx, role.place), teams.read_by_code(tx, role.team) if role.team else None
    if place is None or (role.team is not None and team is None):
        return True
    return not roles.ever_held(tx, person.id, role.role, place.id, team.id if team else None)


def _load_places(tx: Transaction, pack: Pack) -> dict[str, Place]:
    where: dict[str, Place] = {}
    for position, place in enumerate(pack.places):
        parent = where[place.parent] if place.parent else None
        where[place.code] = places.write(
            tx, place.code, parent, place.kind, place.name, place.name_en, position, place.at
        )
    return where


def _load_catalogue(tx: Transaction, pack: Pack) -> None:
    for position, series in enumerate(pack.series):
        catalogue.write_series(tx, Series(series.code, series.name, series.name_en), position)
    catalogue.retire_all(tx)
    for position, item in enumerate(pack.items):
        catalogue.write_item(tx, stored_item(item), position)


def _load_team(tx: Transaction, pack: Pack, code: str, where: dict[str, Place], now: datetime) -> Team:
    """Writes a team, and opens its room on the web."""
    wanted = next(team for team in pack.teams if team.code == code)
    team = teams.write(tx, code, wanted.name, wanted.name_en, where[wanted.place].id, wanted.mode, wanted.skills)
    chat = room(team.id)
    if addresses.find(tx, WEB, group_user(chat, None)) is None:
        addresses.create(tx, account=WEB, user=group_user(chat, None), chat=chat, team_id=team.id, now=now)
    return team


def _load_person(tx: Transaction, wanted: PackPerson, where: dict[str, Place], now: datetime) -> None:
    person = people.read_by_code(tx, wanted.name)
    if person is None:
        person = people.create(tx, wanted.language, now, code=wanted.name)
        dialogues.create(tx, person.id, now)
        person.name, person.state, person.consented_at = wanted.name, "joined", now
        person.phone = Phone(wanted.phone) if wanted.phone else None
        person.born_year = wanted.born
        person.door, person.place_id = wanted.door, where[wanted.home].id if wanted.home else None
        people.save(tx, person)
        consents.give(tx, person.id, consents.SERVICE, now)


def _give(tx: Transaction, role: Given, where: dict[str, Place], known: dict[str, Team], now: datetime) -> None:
    person = people.read_by_code(tx, role.name)
    if person is not None and _is_new(tx, role):
        team = known[role.team].id if role.team else None
        roles.grant(tx, person.id, role.role, where[role.place].id, team, None, now)
