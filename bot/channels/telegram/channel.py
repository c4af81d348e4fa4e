"""The Telegram channel: what the rest of the program sees."""

import asyncio
import random
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from starlette.routing import BaseRoute
from telegram import Bot

from bot.channels import Abilities, Envelope, Failure, Pace, Rates, Receive, SendError, Standing, at_once
from bot.channels.telegram import requests
from bot.channels.telegram.editing import edit
from bot.channels.telegram.files import Files
from bot.channels.telegram.parsing import parse
from bot.channels.telegram.patience import LONGEST, SHORTEST, Health, Patience
from bot.channels.telegram.polling import POLL_SECONDS, Polling
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.setup import Menus, Setup
from bot.channels.telegram.topics import open_topic
from bot.channels.telegram.webhook import Webhook, derived_secret
from bot.channels.telegram.words import Me
from handlers.incoming import Incoming

OFFICIAL = "https://api.telegram.org"
TOKEN = re.compile(r"([0-9]{1,20}):[A-Za-z0-9_-]+")
TELEGRAM = Rates(account=(30, 1.0), chat=(1, 1.0), group=(20, 60.0))  # Telegram's bots FAQ: messages, seconds
ANSWER_SECONDS = 20.0  # after that a send without an answer is "unknown"
GRACE = 10.0  # seconds on top of a long poll, for the way there and back
NO_MENUS: Menus = MappingProxyType({})


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TelegramChannel:
    """One bot, on the official or a self-hosted Bot API server; see `bot.channels.Channel` for the methods.

    `api` is the server's base address. `webhook` is our public base address ("https://linli.example"): Telegram is
    told to call `<webhook>/telegram/<bot id>`; when it is empty, updates are polled. `secret` guards the webhook (1 to
    256 of A-Z, a-z, 0-9, _ and -); when it is empty, one is derived from the token. `menus` are the commands shown
    where a chat has no menu of its own. `patience` are the shortest and the longest pause in seconds between attempts
    while Telegram is out of reach. `answer_within` is in seconds. `clock` tells the time in UTC, which is needed for
    button presses alone.

    Raises ValueError, without the value, for a token or secret that cannot be one.
    """

    def __init__(
        self,
        token: str,
        *,
        rng: random.Random,
        api: str = OFFICIAL,
        webhook: str = "",
        secret: str = "",
        menus: Mapping[str, Sequence[tuple[str, str]]] = NO_MENUS,
        rates: Rates = TELEGRAM,
        abilities: Abilities | None = None,
        patience: tuple[float, float] = (SHORTEST, LONGEST),
        answer_within: float = ANSWER_SECONDS,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        match = TOKEN.fullmatch(token)
        if match is None:
            raise ValueError("the bot token must look like 123456:ABC-DEF, as @BotFather gave it")
        number = match.group(1)
        self.account = f"telegram:{number}"
        self.abilities = abilities or Abilities()
        self.rates = rates
        self.exclusive = not webhook
        self._me = Me(self.account, int(number))
        self._rng, self._clock, self._menus = rng, clock, menus
        self._patience = patience
        base = api.rstrip("/")
        self._requests = requests.make(requests.POOL, answer_within)
        self._polls = requests.make(1, POLL_SECONDS + GRACE)
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._requests,
            get_updates_request=self._polls,
        )
        self._health = Health()
        self._sender = Sender(self._bot, clock)
        self._files = Files(self._bot, self._requests, f"{base}/file/bot{token}", local=base != OFFICIAL)
        path = f"/telegram/{number}"
        self._url = webhook.rstrip("/") + path if webhook else ""
        self._secret = secret or derived_secret(token)
        self._webhook = Webhook(path, self._secret, lambda: self._reception)
        self._reception: Reception | None = None
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._closed = False

    @property
    def username(self) -> str | None:
        """The bot's name without @, for links such as t.me/<username>?start=…; None until Telegram has told it."""
        return self._me.username or None

    async def start(self, receive: Receive) -> None:
        """Begins to take updates in; returns at once. May be called again after `stop`."""
        if self._tasks:
            raise RuntimeError("the channel has been started already")
        self._stopping = asyncio.Event()
        reception = Reception(receive, self._read)
        setup = Setup(self._bot, self._new_patience(), self._health)
        if self._url:
            self._reception = reception
            work = self._be_called(setup)
        else:
            polling = Polling(self._bot, self._polls, reception, self._new_patience(), self._health)
            work = self._poll(setup, polling, reception)
        self._tasks = [asyncio.create_task(work)]

    async def stop(self) -> None:
        """Takes nothing more in (the webhook answers 503); returns when what was handed in is finished."""
        self._stopping.set()
        reception, self._reception = self._reception, None
        await asyncio.gather(*self._tasks)
        self._tasks = []
        if reception is not None:
            await reception.idle()

    async def close(self) -> None:
        """Lets go of the connections. Stop first."""
        self._closed = True
        for layer in (self._polls, self._requests):
            await layer.shutdown()

    async def send(self, envelope: Envelope, pace: Pace = at_once) -> str:
        """Sends; returns the id of the last message. Raises SendError (see `Sender` for messages in several parts)."""
        self._must_be_open()
        try:
            sent = await self._sender.send(envelope, pace)
        except SendError as error:
            self._note(error)
            raise
        self._health.good("sending")
        return sent

    async def edit(self, envelope: Envelope, message: str) -> str:
        """Changes a sent message; returns its id. Raises SendError, MISSING where it is gone or too old."""
        self._must_be_open()
        try:
            edited = await edit(self._bot, envelope, message)
        except SendError as error:
            self._note(error)
            raise
        self._health.good("sending")
        return edited

    async def open_topic(self, chat: str, name: str) -> str:
        """Opens a topic in a group; returns its thread's id. Raises SendError."""
        self._must_be_open()
        return await open_topic(self._bot, chat, name)

    async def toast(self, press: str, text: str) -> None:
        """Answers a pressed button, with at most 200 characters. Never raises."""
        await self._sender.toast(press, text)

    async def fetch(self, file: str) -> bytes:
        """The bytes of a file, at most 20 MB. Raises SendError."""
        self._must_be_open()
        return await self._files.fetch(file)

    def routes(self) -> Sequence[BaseRoute]:
        """The webhook's route; none when updates are polled."""
        return [self._webhook.route] if self._url else []

    def standing(self) -> Standing:
        """What is wrong, if anything; the details tell the mode and, once known, the bot's name."""
        details = {"mode": "webhook" if self._url else "polling", "username": self.username or ""}
        return Standing(self.account, str(self._health), details)

    def _read(self, raw: object) -> Incoming | None:
        return parse(raw, self._me, self._clock())

    def _new_patience(self) -> Patience:
        return Patience(self._rng, self._stopping, *self._patience)

    async def _identify(self, setup: Setup) -> None:
        if self._me.username is None:
            self._me = Me(self.account, self._me.id, await setup.identify())

    async def _be_called(self, setup: Setup) -> None:
        await self._identify(setup)
        await setup.webhook(self._url, self._secret)
        await setup.menus(self._menus)

    async def _poll(self, setup: Setup, polling: Polling, reception: Reception) -> None:
        """The name first: in a group it decides what is meant for us, and the same server must answer for both."""
        await self._identify(setup)
        await asyncio.gather(polling.run(), setup.menus(self._menus))
        await reception.idle()

    def _must_be_open(self) -> None:
        if self._closed:
            raise SendError(Failure.TRY_AGAIN, "the channel is closed")

    def _note(self, error: SendError) -> None:
        """A send shows how Telegram is doing: an answer of any kind means it is in reach."""
        if error.failure in (Failure.TRY_AGAIN, Failure.UNKNOWN) and error.migrated_to is None:
            self._health.bad("sending", f"sending fails: {error.reason}")
        else:
            self._health.good("sending")
