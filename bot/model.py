"""The language model: any endpoint that speaks the form of OpenAI's chat completions. Off unless it is configured.

One question at a time, four seconds at most with everything; what fails costs nothing but a message that does not come.
After a few failures in a row nobody asks for a while.
"""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any, Self

import httpx

from bot.clock import Clock
from bot.config import Settings
from bot.metrics import Metrics

TIME_LIMIT = 4.0  # seconds, from connecting to the last byte
MOST_BYTES = 64_000  # of a reply
MOST_TOKENS = 300
FAILURES = 3  # in a row, then the circuit is open
REST = timedelta(minutes=1)  # so long nobody asks; then one question tries


class Silent(Exception):
    """The model gave no usable reply. The reason is one word for the metrics, nothing of what was asked or said."""


class Model:
    """An endpoint that is asked. Never retries: the offline answer stands already."""

    def __init__(self, url: str, key: str, name: str, clock: Clock, metrics: Metrics) -> None:
        """`url` is the base address, such as https://example.org/v1."""
        self._url = f"{url}/chat/completions"
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._name = name
        self._clock = clock
        self._metrics = metrics
        # Proxies and certificates of the environment are no settings of ours: config.py is the only reader of it.
        self._client = httpx.AsyncClient(timeout=TIME_LIMIT, trust_env=False, follow_redirects=False)
        self._failed = 0
        self._rests_until: datetime | None = None

    @classmethod
    def of(cls, settings: Settings, clock: Clock, metrics: Metrics) -> Self | None:
        """The model of these settings; None where none is turned on."""
        if not settings.model_url:
            return None
        return cls(settings.model_url, settings.model_key, settings.model_name, clock, metrics)

    async def close(self) -> None:
        """Ends its connections."""
        await self._client.aclose()

    def note(self, outcome: str) -> None:
        """Counts what became of a question."""
        self._metrics.model.labels(outcome).inc()

    async def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """The model's reply to a chat. Raises Silent, within TIME_LIMIT at the latest."""
        if self._rests_until is not None and self._clock.now() < self._rests_until:
            raise Silent("resting")
        began = perf_counter()
        try:
            async with asyncio.timeout(TIME_LIMIT):
                reply = _words(await self._post(messages))
        except TimeoutError as error:
            raise self._failure("timeout") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._failure("timeout" if isinstance(error, httpx.TimeoutException) else "network") from error
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise self._failure("form") from error
        self._failed, self._rests_until = 0, None
        self._metrics.model_seconds.observe(perf_counter() - began)
        return reply

    async def _post(self, messages: Sequence[dict[str, str]]) -> bytes:
        body = {"model": self._name, "messages": list(messages), "temperature": 0, "max_tokens": MOST_TOKENS}
        async with self._client.stream("POST", self._url, json=body, headers=self._headers) as response:
            response.raise_for_status()
            parts = b""
            async for part in response.aiter_bytes():
                parts += part
                if len(parts) > MOST_BYTES:
                    raise ValueError("the reply is too long")
            return parts

    def _failure(self, reason: str) -> Silent:
        self._failed += 1
        if self._failed >= FAILURES:
            self._rests_until = self._clock.now() + REST
        return Silent(reason)


def _words(body: bytes) -> str:
    """The words of the first choice. Raises ValueError, LookupError or TypeError where there are none."""
    reply: Any = json.loads(body)
    words = reply["choices"][0]["message"]["content"]
    if not isinstance(words, str):
        raise TypeError("the reply holds no words")
    return words
