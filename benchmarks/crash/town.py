"""The town that talks: the demo pack, five teams with a Telegram group each, residents, volunteers in all teams."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.load import find_pack, load_pack
from storage import addresses, dialogues, people, places, roles, teams, volunteers
from storage.addresses import group_user
from storage.database import open_database
from storage.phones import Phone
from storage.sealing import make_keyring
from storage.transaction import Transaction
from tests.botapi import BotApi

TOKEN = "424242:token-of-the-crash-bench"
ACCOUNT = "telegram:424242"
# What somebody says, for each team; the item is certain, so that the card comes at once.
NEEDS = {
    "shuidian": "路灯不亮",
    "pingan": "公厕太脏",
    "heshi": "狗叫一夜",
    "bangban": "免费技能培训",
    "lexue": "老年大学",
}
GROUPS = {code: -1_001_000_000_100 - place for place, code in enumerate(NEEDS)}
MOST_TASKS = 100_000
HOMES = ("heshun-1", "heshun-3", "qingheyuan-2", "fangzhi-1")


@dataclass(frozen=True, slots=True)
class Town:
    """Telegram ids."""

    residents: tuple[int, ...] = tuple(range(1_001, 1_021))
    volunteers: tuple[int, ...] = tuple(range(2_001, 2_006))
    groups: tuple[int, ...] = tuple(GROUPS.values())

    @property
    def everybody(self) -> tuple[int, ...]:
        return self.residents + self.volunteers


async def found(town: Town, database: str, key_file: Path) -> None:
    """Makes the database with everybody in it."""
    opened = await open_database(database, make_keyring(key_file))
    try:
        await load_pack(opened, find_pack("demo"))
        await opened.turn(lambda tx: _settle(tx, town))
    finally:
        await opened.close()


def settle_in(api: BotApi, town: Town) -> None:
    """Makes the same people and groups known to the Bot API server."""
    for user in town.everybody:
        api.person(user, f"P{user}", started=True)
    for group in town.groups:
        api.group(group, f"群{group}", town.volunteers)


def _settle(tx: Transaction, town: Town) -> None:
    now = datetime.now(UTC)
    for number, user in enumerate(town.everybody):
        _move_in(tx, user, HOMES[number % len(HOMES)], now)
    for code, group in GROUPS.items():
        team = teams.read_by_code(tx, code)
        if team is None:
            raise LookupError(code)
        for room in addresses.of_team(tx, team.id):
            addresses.bind(tx, room.id, None)
        chat = str(group)
        addresses.create(tx, account=ACCOUNT, user=group_user(chat, None), chat=chat, team_id=team.id, now=now)
        for user in town.volunteers:
            address = addresses.find(tx, ACCOUNT, str(user))
            if address is not None and address.person_id is not None:
                roles.grant(tx, address.person_id, "volunteer", team.place_id, team.id, None, now)
                _make_tireless(tx, address.person_id)


def _make_tireless(tx: Transaction, person_id: int) -> None:
    """Takes whatever is offered, at once: a few volunteers stand for a whole team."""
    for each in volunteers.of_person(tx, person_id):
        volunteers.set_most(tx, each.id, MOST_TASKS)


def _move_in(tx: Transaction, user: int, home: str, now: datetime) -> None:
    person = people.create(tx, "zh-CN", now)
    dialogues.create(tx, person.id, now)
    place = places.read_by_code(tx, home)
    person.state, person.name, person.door, person.consented_at = "joined", f"邻居{user}", "2单元 502", now
    person.phone, person.place_id = Phone(f"+861990000{user}"), place.id if place else None
    people.save(tx, person)
    addresses.create(tx, account=ACCOUNT, user=str(user), chat=str(user), person_id=person.id, now=now)
