"""People who react to what their chats show, and to nothing else; every act is written down.

A person presses each choice once, also where a message comes twice after a kill, and waits for the answer before the
next act. Whoever waits for ever has met a message that was lost.
"""

import random
from dataclasses import dataclass, field

from benchmarks.crash.town import NEEDS
from handlers import texts
from tests.botapi import BotApi, Message

RECEIVED = "收到，编号"
ASKED_NOTE = texts.word("help-ask-note", "zh-CN")
THANKS_HELPER = texts.word("help-thanks", "zh-CN")
THANKS_STARS = texts.word("rating-thanks", "zh-CN")  # what every thanks begins with
TALK_OPEN, TALK_ENDED = "现在您说的话会转给", texts.word("line-ended", "zh-CN")
NOT_PASSED_ON = "没有转过去"  # the task was over before the words came: their writer is told
SHARE_WHO_RING = 0.5  # of the volunteers say that they have reached the resident
SHARE_WHO_TALK = 0.5  # of the residents write to the one who comes


@dataclass
class Log:
    """What people did: marks of the requests that were sent off, talked about, finished, found solved and rated."""

    sent_off: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    tapped: set[str] = field(default_factory=set)
    solved: set[str] = field(default_factory=set)
    rated: set[str] = field(default_factory=set)
    talked: set[str] = field(default_factory=set)
    praised: set[str] = field(default_factory=set)
    updates: list[int] = field(default_factory=list)


class Person:
    """One Telegram user with eyes and a thumb."""

    def __init__(self, api: BotApi, user: int, log: Log, rng: random.Random) -> None:
        self.api, self.user, self.log, self.rng = api, user, log, rng
        self.stage = ""
        self._looked = 0  # messages up to this id are behind us

    @property
    def busy(self) -> bool:
        """Whether something is under way that has to come to its end."""
        raise NotImplementedError

    def act(self, *, may_begin: bool) -> None:
        """Does the next thing, if what it waits for is there."""
        raise NotImplementedError

    def says(self, words: str) -> None:
        """Writes in the private chat; what came before is behind us."""
        self._looked = self._newest()
        self.log.updates.append(self.api.text(self.user, words)["update_id"])

    def presses(self, message: Message, data: str, chat: int | None = None) -> None:
        """Presses a choice."""
        if chat is None:
            self._looked = self._newest()
        update = self.api.press(self.user, data=data, message_id=message.id, chat=chat)
        self.log.updates.append(update["update_id"])

    def news(self) -> list[Message]:
        """What the bot has said privately since the last act, the newest first."""
        return [each for each in reversed(self.api.chat(self.user)) if each.sent and each.id > self._looked]

    def offered(self, prefix: str) -> tuple[Message, str] | None:
        """The newest choice among the news whose action starts so."""
        return next(((m, data) for m in self.news() for _, data in m.buttons if data.startswith(prefix)), None)

    def heard(self, words: str) -> bool:
        """Whether the news contain these words."""
        return any(words in each.text for each in self.news())

    def _newest(self) -> int:
        return max((each.id for each in self.api.chat(self.user)), default=0)


class Resident(Person):
    """Asks for help, one request after the other."""

    def __init__(self, api: BotApi, user: int, log: Log, rng: random.Random) -> None:
        super().__init__(api, user, log, rng)
        self.mark = ""
        self.stage = "idle"
        self._count = 0
        self._talked_after = 0  # the last message before we wrote to the one who comes
        self._done: set[str] = set()  # choices that were pressed

    @property
    def busy(self) -> bool:
        """Whether a request is under way."""
        return self.stage != "idle"

    def act(self, *, may_begin: bool) -> None:
        """Does the next thing, if what it waits for is there."""
        if self.stage == "idle":
            if may_begin:
                self._begin()
        elif self.stage == "card":
            self._send_off()
        elif self.stage == "received" and self.heard(RECEIVED):
            self.stage = "waiting"
        elif self.stage in ("waiting", "open", "talking"):
            self._talk_and_wait()
        elif self.stage == "stars":
            self._press("rating.stars:5", self.log.rated, "words")
        elif self.stage == "words" and self.offered("form.skip:words") is not None:
            self.says(f"谢谢 {self.mark}")
            self.log.praised.add(self.mark)
            self.stage = "thanks"
        elif self.stage == "thanks" and self.heard(THANKS_STARS):
            self._think_back()
            self.stage = "idle"

    def _think_back(self) -> None:
        """What we were told had come too late was not passed on, and is not missed."""
        later = (each for each in self.api.chat(self.user) if each.sent and each.id > self._talked_after)
        if any(NOT_PASSED_ON in each.text for each in later):
            self.log.talked.discard(self.mark)

    def _talk_and_wait(self) -> None:
        """Some write to the one who comes; all wait for the question whether it is solved."""
        if self.stage == "open" and self.heard(TALK_OPEN):
            self._talked_after = self._newest()
            self.says(f"我在家等 {self.mark}")
            self.log.talked.add(self.mark)
            self.says("结束")
            self.stage = "talking"
        elif (asked := self._unpressed("outcome.solved:")) is not None:
            self._done.add(asked[1])
            self.presses(*asked)
            self.log.solved.add(self.mark)
            self.stage = "stars"
        elif self.stage == "waiting" and (talk := self._unpressed("line.open:")) is not None:
            self._done.add(talk[1])
            if self.rng.random() < SHARE_WHO_TALK:
                self.presses(*talk)
                self.stage = "open"

    def _unpressed(self, prefix: str) -> tuple[Message, str] | None:
        """A choice that was not pressed yet, wherever in the chat: it may have come while we pressed another."""
        for message in reversed(self.api.chat(self.user)):
            for _, data in message.buttons:
                if data.startswith(prefix) and data not in self._done:
                    return message, data
        return None

    def _begin(self) -> None:
        self._count += 1
        self.mark = f"R{self.user}N{self._count}"
        self.says(f"{self.rng.choice(list(NEEDS.values()))}，牌子上写着 {self.mark}")
        self.stage = "card"

    def _send_off(self) -> None:
        if self._press("ask.confirm:yes", self.log.sent_off, "received"):
            return
        for prefix in ("ask.when:", "ask.item:"):
            if (found := self.offered(prefix)) is not None:
                self.presses(*found)
                return

    def _press(self, prefix: str, kept: set[str], stage: str) -> bool:
        found = self.offered(prefix)
        if found is None:
            return False
        self.presses(*found)
        kept.add(self.mark)
        self.stage = stage
        return True


class Volunteer(Person):
    """Takes what is offered in the groups, and finishes one task after the other."""

    def __init__(self, api: BotApi, user: int, log: Log, rng: random.Random, groups: tuple[int, ...]) -> None:
        super().__init__(api, user, log, rng)
        self.stage = "free"
        self._groups = groups
        self._done: set[str] = set()  # choices that were pressed
        self._task = ""

    @property
    def busy(self) -> bool:
        """Whether a task is being finished, or waits to be."""
        return self.stage != "free" or self._waiting_task() is not None

    def act(self, *, may_begin: bool) -> None:
        """Does the next thing, if what it waits for is there. Cards are taken also when nothing new begins."""
        if self.stage == "asked" and self.heard(ASKED_NOTE):
            self.says(f"办好了 {self._task}")
            self.log.finished.add(self._task)
            self.stage = "noted"
        elif self.stage == "noted" and self.heard(THANKS_HELPER):
            self.stage = "free"
        elif self.stage == "free" and not self._finish():
            self._tap()

    def _finish(self) -> bool:
        found = self._waiting_task()
        if found is None:
            return False
        message, data = found
        if self.rng.random() < SHARE_WHO_RING and (contact := data.replace("finish", "contact")) not in self._done:
            self._done.add(contact)
            self.presses(message, contact)
            return True
        self._done.add(data)
        self._task = data.partition(":")[2]
        self.presses(message, data)
        self.stage = "asked"
        return True

    def _waiting_task(self) -> tuple[Message, str] | None:
        for message in self.api.chat(self.user):
            for _, data in message.buttons:
                if data.startswith("help.finish:") and data not in self._done:
                    return message, data
        return None

    def _tap(self) -> None:
        for group in self.rng.sample(self._groups, len(self._groups)):
            for message in self.api.chat(group):
                for _, data in message.buttons:
                    if data.startswith("offer.take:") and data not in self._done:
                        self._done.add(data)
                        self.log.tapped.add(data.partition(":")[2])
                        self.presses(message, data, group)
                        return
