"""What the library raises, said in the words that delivery decides by.

The question behind every case: may the message have arrived? Only a connection that was never made, or an answer
from the server, says that it has not. A request that left without an answer is `UNKNOWN`.
"""

import re
import warnings
from collections.abc import Awaitable
from datetime import timedelta
from http import HTTPStatus
from typing import TypeVar

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels import Failure, SendError
from bot.channels.telegram.requests import ServerTrouble

T = TypeVar("T")

GONE = (
    "chat not found",
    "user not found",
    "group chat was deactivated",
    "peer_id_invalid",
    "input_user_deactivated",
    "user is deactivated",
    "message thread not found",
    "topic_deleted",
    "topic_closed",
)
MISSING = ("message to edit not found", "message can't be edited", "message_id_invalid")
FOR_NOW = ("temporarily unavailable",)
NEVER_LEFT = (  # no connection was made, or none was free
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
REASON_LENGTH = 120


async def attempt(call: Awaitable[T]) -> T:
    """Awaits one call of the Bot API. Raises SendError instead of anything the library may raise."""
    try:
        return await call
    except TelegramError as error:
        raise failure(error) from None  # the chain would carry the library's text into logs
    except (KeyError, TypeError, ValueError, AttributeError):
        # The server said yes, and the library could not make a message of the rest.
        raise SendError(Failure.UNKNOWN, "the answer could not be understood") from None


def failure(error: TelegramError) -> SendError:
    """The SendError that says the same as the library's `error`, with a reason free of personal data."""
    reason = phrase(error)
    if isinstance(error, RetryAfter):
        return SendError(Failure.RETRY_AFTER, "too many requests", retry_after=pause(error))
    if isinstance(error, ChatMigrated):
        return SendError(Failure.TRY_AGAIN, "group became a supergroup", migrated_to=str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return SendError(Failure.GONE, reason)
    if isinstance(error, BadRequest):
        return SendError(_bad_request(reason.lower()), reason)
    if isinstance(error, InvalidToken):
        return SendError(Failure.TRY_AGAIN, "the bot token is refused")
    if isinstance(error, ServerTrouble):
        return _server_trouble(error)
    if isinstance(error, NetworkError):
        left = not isinstance(error.__cause__, NEVER_LEFT)
        return SendError(Failure.UNKNOWN if left else Failure.TRY_AGAIN, network_phrase(error))
    if isinstance(error, Conflict):
        return SendError(Failure.TRY_AGAIN, reason)
    return SendError(Failure.UNKNOWN, reason)  # a 2xx answer that was no JSON: it may well have been sent


def pause(error: RetryAfter) -> float:
    """How many seconds Telegram wants us to wait (at least one)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns at each look that the type will change
        value: object = error.retry_after
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    return max(1.0, float(seconds)) if isinstance(seconds, (int, float)) else 1.0


def phrase(error: TelegramError) -> str:
    """Telegram's own phrase, short, and without numbers that could be somebody's id."""
    if isinstance(error, NetworkError) and not isinstance(error, (BadRequest, ServerTrouble)):
        return network_phrase(error)
    text = error.message.split(". The server response", 1)[0].removeprefix("Forbidden: ")
    return re.sub(r"\d{5,}", "#", text)[:REASON_LENGTH]


def network_phrase(error: TelegramError) -> str:
    """The kind of network trouble, by the name of its cause."""
    return type(error.__cause__ or error).__name__


def describe(error: TelegramError) -> str:
    """One line for /healthz and the log: what is wrong with our connection to Telegram."""
    if isinstance(error, InvalidToken):
        return "the bot token is refused (401)"
    if isinstance(error, Conflict):
        return "another program receives this bot's updates (409)"
    if isinstance(error, RetryAfter):
        return f"Telegram asks us to wait {pause(error):.0f} s (429)"
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError):
        return f"Telegram refuses: {phrase(error)}"
    return f"Telegram is out of reach ({phrase(error)})"


def _bad_request(reason: str) -> Failure:
    if any(words in reason for words in MISSING):
        return Failure.MISSING
    if any(words in reason for words in GONE):
        return Failure.GONE
    return Failure.TRY_AGAIN if any(words in reason for words in FOR_NOW) else Failure.NEVER


def _server_trouble(error: ServerTrouble) -> SendError:
    if error.code == HTTPStatus.TOO_MANY_REQUESTS:
        return SendError(Failure.RETRY_AFTER, "too many requests", retry_after=1.0)
    if error.code == HTTPStatus.GATEWAY_TIMEOUT:  # a proxy passed it on and never heard back
        return SendError(Failure.UNKNOWN, error.message)
    # Whatever is no JSON comes from something between us and Telegram (a proxy, a wrong address): it may be mended.
    never = error.code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return SendError(Failure.NEVER if never else Failure.TRY_AGAIN, error.message)
