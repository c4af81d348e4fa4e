"""Envelopes → Bot API calls. Text is always plain: no parse_mode, no link previews."""

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from telegram import Bot, BotCommandScopeChat, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels import Envelope, Failure, Pace, SendError, at_once
from bot.channels.telegram.calls import Address, call
from bot.channels.telegram.failures import attempt
from bot.channels.telegram.keyboards import inline, sharing
from bot.channels.telegram.planning import Album, Part, plan, sharing_label
from bot.channels.telegram.splitting import TOAST_LIMIT, cut

logger = logging.getLogger(__name__)

REMEMBERED = 10_000  # chats with an open sharing button, and sends that stopped half-way
RESUMABLE = (Failure.RETRY_AFTER, Failure.TRY_AGAIN, Failure.UNKNOWN)
RESUMED_WITHIN = timedelta(hours=2)  # after that the same words are a new message, not the rest of an old one

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class Half:
    """How far a send came: `done` parts went out, the last of them as message `last`, at `at`."""

    done: int
    last: str
    at: datetime


class Sender:
    """Sends envelopes through `bot`.

    An envelope may need several calls (a long text, an album and its choices). When one of them fails after others
    went out, the failure is reported as it is, and the sender remembers how far it came: the same envelope, sent
    again within two hours, goes on with the call that failed. So earlier parts are never repeated, `UNKNOWN` concerns
    the failed part alone, and delivery needs to know nothing of parts. The memory is this process's: a crash between
    such a failure and the next attempt repeats the parts that had gone out.
    """

    def __init__(self, bot: Bot, clock: Callable[[], datetime]) -> None:
        self._bot = bot
        self._clock = clock
        self._open: OrderedDict[str, None] = OrderedDict()  # chats whose sharing button is still on the screen
        self._halves: OrderedDict[bytes, Half] = OrderedDict()

    async def send(self, envelope: Envelope, pace: Pace = at_once) -> str:
        """Sends; returns the id of the last message ("" for an envelope that only sets the menu). Raises SendError."""
        address = Address.of(envelope)
        if envelope.menu:
            # Before the message: a kill between the two then repeats nothing that anybody sees.
            await self._menu(address, envelope.menu)
        parts = plan(envelope)
        if not parts and not envelope.menu:
            raise SendError(Failure.NEVER, "nothing to send")
        done, last = self._resume(envelope, parts)
        for number in range(done, len(parts)):
            await pace(_messages(parts[number]))
            try:
                last = await self._part(envelope, address, parts, number)
            except SendError as error:
                if number and error.failure in RESUMABLE:
                    self._remember(envelope, error, number, last)
                raise
        return last

    async def toast(self, press: str, text: str) -> None:
        """Answers a pressed button. Never raises: an answer that comes too late or gets lost harms nobody."""
        words = cut(text, TOAST_LIMIT)
        try:
            await attempt(self._bot.answer_callback_query(press, text=words or None))
        except SendError as error:
            logger.info("a button was not answered: %s", error.failure)

    async def _part(self, envelope: Envelope, address: Address, parts: Sequence[Part], number: int) -> str:
        part = parts[number]
        markup = self._markup(envelope, part, last=number == len(parts) - 1)
        sent = await attempt(call(self._bot, address, part, markup, reply=number == 0))
        if isinstance(markup, ReplyKeyboardMarkup):
            self._open[envelope.chat] = None
            _trim(self._open)
        elif isinstance(markup, ReplyKeyboardRemove):
            self._open.pop(envelope.chat, None)
        return sent

    def _markup(self, envelope: Envelope, part: Part, *, last: bool) -> Markup:
        """The keyboard of a part. A sharing button that is no longer wanted goes with the next message that can."""
        if isinstance(part, Album):
            return None
        if part.share:
            return sharing(envelope.wants or "", sharing_label(envelope))
        if last and envelope.buttons:
            return inline(envelope.buttons)
        return ReplyKeyboardRemove() if last and envelope.chat in self._open else None

    async def _menu(self, address: Address, menu: Sequence[tuple[str, str]]) -> None:
        """This chat's own command menu; a failure is logged and the message goes out all the same."""
        try:
            await attempt(self._bot.set_my_commands(list(menu), scope=BotCommandScopeChat(address.chat)))
        except SendError as error:
            logger.warning("a chat's menu was not set: %s", error.failure)

    def _resume(self, envelope: Envelope, parts: Sequence[Part]) -> tuple[int, str]:
        if len(parts) < 2 or not self._halves:
            return 0, ""
        half = self._halves.pop(fingerprint(envelope), None)
        fresh = half is not None and self._clock() - half.at < RESUMED_WITHIN
        return (half.done, half.last) if half is not None and fresh else (0, "")

    def _remember(self, envelope: Envelope, error: SendError, number: int, last: str) -> None:
        again = replace(envelope, chat=error.migrated_to) if error.migrated_to else envelope
        self._halves[fingerprint(again)] = Half(number, last, self._clock())
        _trim(self._halves)


def _messages(part: Part) -> int:
    return len(part.media) if isinstance(part, Album) else 1


def fingerprint(envelope: Envelope) -> bytes:
    """Equal for equal envelopes; keeps nothing of what they say."""
    return hashlib.sha256(repr(envelope).encode("utf-8", "surrogatepass")).digest()


def _trim(memory: "OrderedDict[str, None] | OrderedDict[bytes, Half]") -> None:
    while len(memory) > REMEMBERED:
        memory.popitem(last=False)
