"""Loading: a pack becomes tables. What the pack no longer names stays where it is used; nothing is half loaded."""

from datetime import datetime

from handlers.community import stored_item
from handlers.packs.model import Pack, PackPerson
from storage import addresses, catalogue, consents, dialogues, packs, people, places, roles, settings, teams
from storage.addresses import WEB, group_user
from storage.catalogue import Series
from storage.phones import Phone
from storage.places import Place
from storage.teams import Team
from storage.transaction import Transaction

IN_TEAM = ("volunteer", "leader")


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
        _load_person(tx, person, where, known, now)


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


def _load_person(
    tx: Transaction, wanted: PackPerson, where: dict[str, Place], known: dict[str, Team], now: datetime
) -> None:
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
    for role in wanted.roles:
        if role in IN_TEAM:
            for code in wanted.teams:
                roles.grant(tx, person.id, role, known[code].place_id, known[code].id, None, now)
        elif role != "resident" and wanted.place:
            roles.grant(tx, person.id, role, where[wanted.place].id, None, None, now)
