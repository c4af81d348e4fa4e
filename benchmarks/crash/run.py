"""One run: people talk, the service is killed at random moments and started again at once, everything comes to rest."""

import asyncio
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crash.people import Log, Resident, Volunteer
from benchmarks.crash.serving import Serving
from benchmarks.crash.town import TOKEN, Town, found, settle_in
from benchmarks.crash.verdict import Verdict, judge
from bot.config import Settings
from storage.database import open_database
from storage.sealing import load_keyring
from tests.botapi import BotApi, Rules

DELAY = (0.05, 0.15)  # seconds that the Bot API's answer takes after the message has arrived
LOOK_EVERY = 0.02  # seconds between two people's looks at their phones
QUIET_FOR = 2.0  # seconds without a message or an act: all is at rest
RESTS_WITHIN = 240.0  # seconds; a group takes 20 messages a minute
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How often the service is killed, in which mode, and how long (in seconds, at random) it runs before."""

    webhook: bool
    kills: int
    lives: tuple[float, float] = (0.5, 5.0)
    seed: int = 1
    town: Town = field(default_factory=Town)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run showed. `window`: how many sends may be under way at once."""

    kills: int
    window: int
    verdict: Verdict


async def crash(plan: Plan, folder: Path) -> Outcome:
    """Runs a plan in `folder`. Raises TimeoutError where something never comes to rest: then a message was lost."""
    town, rng = plan.town, random.Random(plan.seed)
    rules = Rules(overall=None, private=None, group=None, press_age=DAY)  # a rate broken after a kill is no matter here
    with BotApi(TOKEN, rules, delay=DELAY, seed=plan.seed) as api:
        settle_in(api, town)
        serving = Serving(folder, api.base_url, plan.webhook)
        await found(town, serving.database, serving.key_file)
        crowd = Crowd(api, town, rng)
        try:
            await asyncio.to_thread(_live_through, plan, serving, crowd, rng)
        finally:
            crowd.leave()
            serving.abandon()
        database = await open_database(serving.database, load_keyring(serving.key_file))
        try:
            verdict = await judge(database, api, crowd.log)
        finally:
            await database.close()
    return Outcome(plan.kills, Settings.window, verdict)


class Crowd:
    """Everybody, in a thread of their own."""

    def __init__(self, api: BotApi, town: Town, rng: random.Random) -> None:
        self.log = Log()
        self.api = api
        self._residents = [Resident(api, user, self.log, rng) for user in town.residents]
        self._volunteers = [Volunteer(api, user, self.log, rng, town.groups) for user in town.volunteers]
        self._rng = random.Random(rng.random())
        self._may_begin, self._gone = True, threading.Event()
        self._thread = threading.Thread(target=self._talk, name="crowd", daemon=True)

    def come(self) -> None:
        """Begins to talk."""
        self._thread.start()

    def begin_nothing_more(self) -> None:
        """What is under way is brought to its end."""
        self._may_begin = False

    def leave(self) -> None:
        """Stops talking."""
        self._gone.set()
        if self._thread.is_alive():
            self._thread.join()

    def at_rest(self) -> bool:
        """Whether nobody waits for anything."""
        return not self.api.pending and not any(person.busy for person in (*self._residents, *self._volunteers))

    def story(self) -> str:
        """Who still waits, for a message of error."""
        people = (*self._residents, *self._volunteers)
        return f"pending {self.api.pending}; " + ", ".join(f"{p.user}: {p.stage}" for p in people if p.busy)

    def _talk(self) -> None:
        people = (*self._residents, *self._volunteers)
        while not self._gone.wait(LOOK_EVERY):
            self._rng.choice(people).act(may_begin=self._may_begin)


def _live_through(plan: Plan, serving: Serving, crowd: Crowd, rng: random.Random) -> None:
    serving.start()
    crowd.come()
    for _ in range(plan.kills):
        time.sleep(rng.uniform(*plan.lives))
        serving.kill()
        serving.start()
    crowd.begin_nothing_more()
    _rest(serving, crowd)
    serving.end()


def _rest(serving: Serving, crowd: Crowd) -> None:
    """Waits until nobody waits for anything and no message is on its way."""
    deadline = time.monotonic() + RESTS_WITHIN
    quiet_since, seen = time.monotonic(), -1
    while time.monotonic() - quiet_since < QUIET_FOR:
        if time.monotonic() > deadline:
            raise TimeoutError(f"no rest: {crowd.story()}; see {serving.folder / 'serve.log'}")
        now = sum(crowd.api.counts[name] for name in ("sendMessage", "editMessageText"))
        if now != seen or not crowd.at_rest():
            quiet_since, seen = time.monotonic(), now
        time.sleep(0.1)
