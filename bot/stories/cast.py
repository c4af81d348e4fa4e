"""The cast: which person, team or group a name in a story means, and in which chats they are told things."""

from collections.abc import Iterator
from typing import TypeAlias

from bot.stories.script import UNKNOWN, Expects, Line, Passes, Story, Who
from handlers.loading import room
from handlers.packs import Pack
from storage.addresses import WEB

TELEGRAM = "telegram:0"
ACCOUNTS = {"telegram": TELEGRAM, "web": WEB}
ROOM = room(0).removesuffix("0")
Chat: TypeAlias = tuple[str, str]  # (account, chat)


class NotInTheCast(Exception):
    """A name that means nobody; the message says so."""


def group_chat(code: str) -> str:
    """The chat of a group, by the code of its team, or by its name where the pack does not know it."""
    return f"group:{code}"


def in_topic(chat: str, topic: str | None) -> str:
    """A topic of a group, as a chat of its own."""
    return chat if topic is None else f"{chat}>{topic}"


class Cast:
    """Who is who. A name is looked up among the people first, then among the teams."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack.code
        self.people = {person.name for person in pack.people}
        self._teams = {team.name: team.code for team in pack.teams}
        self._teams |= {team.name_en: team.code for team in pack.teams if team.name_en not in self._teams}
        self._met_groups: set[str] = set()

    def check(self, story: Story) -> Iterator[tuple[Line, NotInTheCast]]:
        """The lines whose names mean nobody."""
        for line in story.lines:
            try:
                self._check(line)
            except NotInTheCast as error:
                yield line, error

    def group(self, name: str) -> str:
        """The chat of a group. Raises NotInTheCast."""
        if name.startswith(UNKNOWN):
            return group_chat(name)
        if name not in self._teams:
            raise NotInTheCast(f"there is no team {name} in the pack {self._pack}; another group is written ?{name}")
        return group_chat(self._teams[name])

    def chats(self, who: Who) -> tuple[Chat, ...]:
        """The chats in which somebody, or a group, is told things. Raises NotInTheCast."""
        if who.name in self.people or (who.name.startswith(UNKNOWN) and who.name not in self._met_groups):
            named = [ACCOUNTS[who.channel]] if who.channel else list(ACCOUNTS.values())
            return tuple((account, who.name) for account in named)
        return ((TELEGRAM, in_topic(self.group(who.name), who.topic)),)

    def where(self, who: Who) -> str:
        """The chat on a channel in which somebody does something: a group, a topic of it, or their own."""
        return in_topic(self.group(who.group), who.topic) if who.group else who.name

    def is_room(self, chat: Chat) -> bool:
        """Whether this is a team's room on the web: it repeats what the team's group is told."""
        return chat[0] == WEB and chat[1].startswith(ROOM)

    def shown_name(self, chat: Chat) -> str:
        """Whose chat this is, as a story names it."""
        account, name = chat
        code, sign, topic = name.removeprefix("group:").partition(">")
        if name.startswith("group:"):
            return next((team for team, known in self._teams.items() if known == code), code) + sign + topic
        return f"{name}/web" if account == WEB else name

    def _check(self, line: Line) -> None:
        act = line.act
        if isinstance(act, Passes):
            return
        who = act.who
        if who.group is not None:
            self.group(who.group)
            if who.group.startswith(UNKNOWN):
                self._met_groups.add(who.group)
        known = who.name in self.people or who.name.startswith(UNKNOWN)
        if not known and not (isinstance(act, Expects) and who.name in self._teams):
            kind = "nobody" if not isinstance(act, Expects) else "neither a person nor a team"
            raise NotInTheCast(
                f"there is {kind} called {who.name} in the pack {self._pack}; somebody it does not know is "
                f"written ?{who.name}"
            )
