"""What the library raises, in delivery's words."""

from datetime import timedelta

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from yarl import URL

from bot.channels import Failure, SendError
from bot.channels.telegram.failures import attempt, describe, failure
from bot.channels.telegram.requests import ServerTrouble

KEY = ConnectionKey("example.org", 443, True, True, None, None, None)
REQUEST = aiohttp.RequestInfo(URL("https://example.org"), "POST", CIMultiDictProxy(CIMultiDict()))


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Failure.GONE),
        (Forbidden("Forbidden: user is deactivated"), Failure.GONE),
        (Forbidden("Forbidden: bot was kicked from the group chat"), Failure.GONE),
        (BadRequest("Bad Request: chat not found"), Failure.GONE),
        (BadRequest("Bad Request: user not found"), Failure.GONE),
        (BadRequest("Bad Request: group chat was deactivated"), Failure.GONE),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Failure.GONE),
        (BadRequest("Bad Request: message is too long"), Failure.NEVER),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Failure.NEVER),
        (BadRequest("Bad Request: message to edit not found"), Failure.MISSING),
        (BadRequest("Bad Request: message can't be edited"), Failure.MISSING),
        (BadRequest("Bad Request: wrong file_id or the file is temporarily unavailable"), Failure.TRY_AGAIN),
        (InvalidToken("Unauthorized"), Failure.TRY_AGAIN),
        (Conflict("Conflict: x"), Failure.TRY_AGAIN),
        (ServerTrouble(500, "HTTP 500"), Failure.TRY_AGAIN),
        (ServerTrouble(502, "HTTP 502"), Failure.TRY_AGAIN),
        (ServerTrouble(504, "HTTP 504"), Failure.UNKNOWN),
        (ServerTrouble(413, "x"), Failure.NEVER),
        (ServerTrouble(404, "HTTP 404"), Failure.TRY_AGAIN),
        (ServerTrouble(429, "HTTP 429"), Failure.RETRY_AFTER),
        (caused(TimedOut(), aiohttp.SocketTimeoutError()), Failure.UNKNOWN),
        (caused(NetworkError("x"), TimeoutError()), Failure.UNKNOWN),
        (caused(TimedOut(), aiohttp.ConnectionTimeoutError()), Failure.TRY_AGAIN),
        (caused(NetworkError("x"), aiohttp.ClientHttpProxyError(REQUEST, ())), Failure.TRY_AGAIN),
        (caused(NetworkError("x"), aiohttp.ClientConnectorError(KEY, OSError())), Failure.TRY_AGAIN),
        (caused(NetworkError("x"), aiohttp.ClientOSError()), Failure.UNKNOWN),
        (caused(NetworkError("x"), aiohttp.ServerDisconnectedError()), Failure.UNKNOWN),
        (TelegramError("the server's answer is not a JSON object"), Failure.UNKNOWN),
    ],
)
def test_kinds(error: TelegramError, expected: Failure) -> None:
    assert failure(error).failure is expected


@pytest.mark.parametrize("ptb_timedelta", ["0", "1"])  # the library's switch between the two types
def test_retry_after_in_either_type(ptb_timedelta: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", ptb_timedelta)
    for seconds in (7, timedelta(seconds=7)):
        made = failure(RetryAfter(seconds))
        assert (made.failure, made.retry_after) == (Failure.RETRY_AFTER, 7.0)


def test_migration_names_the_new_chat() -> None:
    made = failure(ChatMigrated(-1009))
    assert (made.failure, made.migrated_to) == (Failure.TRY_AGAIN, "-1009")


def test_reasons_are_telegrams_own_and_hold_no_ids() -> None:
    assert failure(Forbidden("Forbidden: bot was blocked by the user")).reason == "bot was blocked by the user"
    assert "13800138000" not in failure(BadRequest("Bad Request: no rights in 13800138000")).reason


async def broken(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("error", [KeyError("result"), TypeError("x"), ValueError("x"), AttributeError("x")])
async def test_a_yes_that_cannot_be_read_is_unknown(error: Exception) -> None:
    with pytest.raises(SendError) as caught:
        await attempt(broken(error))
    assert caught.value.failure is Failure.UNKNOWN


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InvalidToken("x"), "token is refused"),
        (Conflict("x"), "another program"),
        (RetryAfter(3), "wait 3 s"),
        (BadRequest("Bad Request: bad webhook"), "Bad webhook"),
        (
            caused(NetworkError("x"), aiohttp.ClientConnectorError(KEY, OSError("secret"))),
            "out of reach (ClientConnectorError)",
        ),
    ],
)
def test_lines_for_the_operator(error: TelegramError, words: str) -> None:
    assert words in describe(error)
