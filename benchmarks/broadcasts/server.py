"""The Bot API server of the bench, and the residents who write to the bot meanwhile and wait for its reply."""

import random
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.botapi import BotApi, Rules
from tests.botapi.records import Sent

DELAY = (0.05, 0.15)  # seconds that an answer takes after the message has arrived
RATE = (300, 1.0)  # Telegram's limit for all chats, scaled: 30/s would take ten times as long
LOOK_EVERY = 0.003  # seconds between two looks at what has arrived
READS_FOR = 1.5  # seconds: nobody answers a message sooner after it came
PATIENCE = 30.0  # seconds; a reply that has not come by then is counted as late as this
COMMAND = "help"
SWITCH_SECONDS = 0.0005


def server(token: str, seed: int) -> BotApi:
    """A Bot API server that keeps Telegram's limits, the overall one scaled, to the millisecond.

    It shares this process with the residents: threads take turns more often than usual, so that it looks at what has
    arrived at once.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    rules = Rules(overall=RATE, private=(1, 1.0), group=(20, 60.0), tolerance=0.0)
    return BotApi(token, rules, delay=DELAY, seed=seed)


@dataclass
class Arrivals:
    """What has arrived, in order; read on from where one stood."""

    api: BotApi
    _read: int = 0

    def fresh(self) -> Sequence[Sent]:
        """What has come since the last look."""
        with self.api.world.changed:
            found = self.api.world.records.sent[self._read :]
        self._read += len(found)
        return found


@dataclass
class Residents:
    """Some write now and then, at a steady pace; how long each waited for the reply, in seconds."""

    api: BotApi
    users: Sequence[int]
    words: str  # what every message of the broadcast contains; anything else is a reply
    per_second: float
    seed: int = 1
    waits: list[float] = field(default_factory=list)
    _asked: dict[int, float] = field(default_factory=dict)
    _reached: dict[int, float] = field(default_factory=dict)
    _gone: threading.Event = field(default_factory=threading.Event)
    _paused: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._talk, name="residents", daemon=True)

    def come(self) -> None:
        """Begins to write."""
        self._thread.start()

    def leave(self) -> None:
        """Writes nothing more; who still waits has waited long."""
        self._gone.set()
        if self._thread.is_alive():
            self._thread.join()
        self.waits += [PATIENCE] * len(self._asked)
        self._asked.clear()

    def hold(self) -> None:
        """Writes nothing more, but still waits for replies."""
        self._paused.set()

    @property
    def waiting(self) -> int:
        """How many wait for a reply."""
        return len(self._asked)

    def _talk(self) -> None:
        arrivals, rng = Arrivals(self.api), random.Random(self.seed)
        next_at = time.monotonic()
        while not self._gone.wait(LOOK_EVERY):
            for one in arrivals.fresh():
                self._hear(one)
            if time.monotonic() >= next_at and not self._paused.is_set():
                next_at += rng.uniform(0.5, 1.5) / self.per_second
                self._ask(rng.choice(self.users))

    def _hear(self, one: Sent) -> None:
        self._reached[one.chat_id] = one.at
        if self.words not in one.text and one.chat_id in self._asked:
            self.waits.append(one.at - self._asked.pop(one.chat_id))

    def _ask(self, user: int) -> None:
        now = time.monotonic()
        if user not in self._asked and now - self._reached.get(user, float("-inf")) > READS_FOR:
            self._asked[user] = now
            self.api.command(user, COMMAND)
