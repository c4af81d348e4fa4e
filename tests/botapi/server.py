"""The Bot API server as tests hold it."""

import random
import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from tests.botapi.engine import Engine
from tests.botapi.errors import JSON
from tests.botapi.events import Events
from tests.botapi.faults import Fault, Faults, Hanging, failing_reply
from tests.botapi.rules import Rules
from tests.botapi.watch import Watch
from tests.botapi.world import World

TOKEN = "424242:tests-own-token"


class BotApi(Events, Watch):
    """A Bot API server of one's own for one bot. A context manager, or `start` and `stop`; safe from any thread.

    `clock` (seconds, monotonic) drives rates and ages, `wall` (seconds since 1970) the dates of messages. `delay`
    is how long (from, to; seconds) the answer to a send or an edit takes *after* its effect. `seed` rules what is
    random: delays and ids.
    """

    def __init__(
        self,
        token: str = TOKEN,
        rules: Rules | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        delay: tuple[float, float] = (0.0, 0.0),
        seed: int = 1,
    ) -> None:
        self.token = token
        self.delay = delay
        self.world = World(token, rules or Rules(), clock, wall, random.Random(seed))
        self._faults = Faults()
        self._engine = Engine(self.world, self._faults, lambda: self.world.rng.uniform(*self.delay))

    def start(self) -> "BotApi":
        """Listens on a free port of 127.0.0.1; returns itself when it does."""
        self._engine.start()
        return self

    def stop(self) -> None:
        """Cuts every connection and ends. Records stay readable."""
        self._engine.stop()

    def __enter__(self) -> "BotApi":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """The root address, for LINLI_TELEGRAM_API."""
        return f"http://127.0.0.1:{self._engine.port}"

    @property
    def bot_url(self) -> str:
        """`base_url` of telegram.Bot."""
        return f"{self.base_url}/bot"

    @property
    def file_url(self) -> str:
        """`base_file_url` of telegram.Bot."""
        return f"{self.base_url}/file/bot"

    def down(self, how: Literal["refused", "502"] = "refused") -> None:
        """From now on connections are refused (open ones are cut), or every call gets 502. The webhook rests too."""
        self._engine.set_trouble(how)

    def up(self) -> None:
        """Works again, on the same port."""
        self._engine.set_trouble("")

    def cut(self) -> None:
        """Cuts every open connection once."""
        self._engine.cut()

    def fail_next(
        self,
        method: str,
        status: int,
        body: JSON | bytes | str | None = None,
        *,
        times: int = 1,
        chat_id: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        """The next call(s) of `method` ("*": any) fail without effect. A text is the description, a dict the whole
        JSON, bytes the whole body; `retry_after` goes into `parameters`."""
        reply = failing_reply(status, body, retry_after)
        with self.world.changed:
            self._faults.order(Fault(method, chat_id, times, reply))

    def hang_next(
        self,
        method: str,
        *,
        how: Hanging = "silent",
        effect: bool = True,
        times: int = 1,
        chat_id: int | None = None,
    ) -> None:
        """The next call(s) of `method` have their effect (unless `effect` is false) and get no answer: the
        connection stays silent until the client gives up, or is dropped."""
        with self.world.changed:
            self._faults.order(Fault(method, chat_id, times, None, how, effect))

    def forget_faults(self) -> None:
        """Takes back what was ordered and has not come."""
        with self.world.changed:
            self._faults.clear()
