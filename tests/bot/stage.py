"""What these tests share: a clock that is moved by hand, the demo community in a database, and an intake before it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.commands.load import find_pack
from bot.community import pack_files
from bot.flood import FloodControl
from bot.intake import Intake
from bot.metrics import Metrics
from bot.rendering import body
from handlers import errands, loading, texts
from handlers.community import Community, Entrances
from handlers.dispatch import Dispatch
from handlers.incoming import Incoming, Press
from handlers.message import Choice, Message, Text, decode
from handlers.packs import Pack, read_pack
from handlers.routing import Router
from handlers.understanding import Snapshot
from storage import addresses, people, teams
from storage.addresses import group_user
from storage.database import Database, open_database
from storage.media import MediaFolder
from storage.outbox import BODY
from storage.sealing import Keyring
from storage.transaction import Transaction

KEYS = Keyring(sealing=((b"test", b"k" * 32),), lookup=b"l" * 32)
ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09:00 there: no quiet hours
NIGHT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 23:00 there
ACCOUNT = "telegram:424242"
GROUP = "-500"
RESIDENT, HELPER, SECOND, COORDINATOR, DESK, LEADER = "101", "111", "112", "142", "141", "113"
SEATS = {
    RESIDENT: "王阿姨",
    HELPER: "小李",
    SECOND: "小赵",
    COORDINATOR: "陈主任",
    DESK: "值班小吴",
    LEADER: "队长老周",
}
LAMP = "楼道灯坏了"

SAID = """
SELECT o.id, o.body_sealed, o.key, o.lane, o.kind, o.state, o.message_id, COALESCE(p.language, 'zh-CN') AS language
FROM outbox o JOIN addresses a ON a.id = o.address_id LEFT JOIN people p ON p.id = a.person_id
WHERE a.account = :account AND a.user_key = :user ORDER BY o.id
"""


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.time = start

    def now(self) -> datetime:
        return self.time

    def forward(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Said:
    """One row of the outbox as its reader would see it."""

    id: int
    text: str
    choices: tuple[Choice, ...]
    key: str | None
    lane: int
    state: str
    message: Message

    def action(self, label: str) -> str:
        """The action behind the choice whose label contains this."""
        return next(each.action for each in self.choices if label in texts.render(each.label, "zh-CN", ZONE))


@cache
def demo_pack() -> Pack:
    return read_pack(find_pack("demo"))


@cache
def demo_community() -> Community:
    return Community(
        pack=demo_pack(),
        snapshot=Snapshot.of_pack(demo_pack()),
        zone=ZONE,
        entrances=lambda: Entrances("http://127.0.0.1:8080", "linli_bot"),
    )


async def fill(url: str) -> None:
    """Loads the demo pack into an empty database and gives its people and a team's group Telegram addresses."""
    database = await open_database(url, KEYS)
    files = pack_files(find_pack("demo"))
    await database.turn(lambda tx: loading.load(tx, demo_pack(), files, MORNING))
    await database.turn(_seat)
    await database.close()


def _seat(tx: Transaction) -> None:
    for user, name in SEATS.items():
        person = people.read_by_code(tx, name)
        assert person is not None
        addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)
    team = teams.read_by_code(tx, "shuidian")
    assert team is not None
    group = group_user(GROUP, None)
    addresses.create(tx, account=ACCOUNT, user=group, chat=GROUP, team_id=team.id, now=MORNING)


def said(tx: Transaction, user: str, account: str = ACCOUNT) -> list[Said]:
    """Everything in the outbox for a person (or `group:…`), in order, rendered in the reader's language."""
    found = []
    for row in tx.all(SAID, account=account, user=user):
        message = decode(tx.unseal(BODY, row["id"], row["body_sealed"]))
        text = body(message, row["language"], ZONE)
        found.append(Said(row["id"], text, message.choices, row["key"], row["lane"], row["state"], message))
    return found


class Service:
    """An intake over a real database; its toasts and wake-ups are written down. Events are numbered by themselves."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        clock: Clock | None = None,
        *,
        router: Router | None = None,
        flood: FloodControl | None = None,
        first_update: int = 1,
    ) -> None:
        self.database = database
        self.clock = clock or Clock()
        self.toasts: list[tuple[str, str]] = []
        self.metrics = Metrics()
        self.dispatch = Dispatch(router or errands.router(), demo_community())
        self.intake = Intake(
            database,
            self.dispatch,
            MediaFolder(folder, database),
            self.clock,
            toast=self._toast,
            wake=lambda: None,
            metrics=self.metrics,
            flood=flood,
        )
        self._update = first_update

    async def _toast(self, incoming: Incoming, text: Text, language: str) -> None:
        self.toasts.append((incoming.user, texts.render(text, language, ZONE)))

    def event(self, user: str, text: str = "", **fields: object) -> Incoming:
        """An event of a person, private unless `chat` says otherwise."""
        self._update += 1
        known: dict[str, object] = {
            "account": ACCOUNT,
            "update": str(self._update),
            "user": user,
            "chat": user,
            "at": self.clock.now(),
            "text": text,
            "name": SEATS.get(user, "新邻居"),
        }
        return Incoming(**{**known, **fields})  # type: ignore[arg-type]

    async def say(self, user: str, text: str = "", **fields: Any) -> Incoming:
        """Says something and waits for the commit."""
        incoming = self.event(user, text, **fields)
        await self.intake.receive(incoming)
        return incoming

    async def command(self, user: str, name: str, args: str = "", **fields: Any) -> Incoming:
        """A command."""
        return await self.say(user, f"/{name} {args}".strip(), command=name, args=args, **fields)

    async def press(self, user: str, action: str, **fields: Any) -> Incoming:
        """A pressed choice."""
        self._update += 1
        return await self.say(user, press=Press(f"q{self._update}", action), **fields)

    async def press_in_group(self, user: str, action: str) -> Incoming:
        """A pressed choice in the team's group."""
        return await self.press(user, action, chat=GROUP, group=True)

    async def said(self, user: str) -> list[Said]:
        """What was said to somebody, or in the group (`GROUP`)."""
        key = group_user(user, None) if user.startswith("-") else user
        return await self.database.read(lambda tx: said(tx, key))

    async def last(self, user: str) -> Said:
        """The newest message for somebody."""
        return (await self.said(user))[-1]

    async def press_label(self, user: str, label: str) -> None:
        """Presses the newest choice of a private chat whose label contains this."""
        for message in reversed(await self.said(user)):
            for each in message.choices:
                if label in texts.render(each.label, "zh-CN", ZONE):
                    await self.press(user, each.action)
                    return
        raise LookupError(label)

    async def count(self, table: str, where: str = "1 = 1", **values: object) -> int:
        """How many rows there are."""
        row = await self.database.read(lambda tx: tx.get(f"SELECT COUNT(*) AS n FROM {table} WHERE {where}", **values))
        return int(row["n"])

    async def ask_for_lamp(self) -> str:
        """The resident asks for the lamp to be mended; returns the action of the card's button in the group."""
        await self.say(RESIDENT, LAMP)
        await self.press_label(RESIDENT, "确认")
        return (await self.last(GROUP)).action("我来")
