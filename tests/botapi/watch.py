"""What tests look at and wait for."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from tests.botapi.errors import JSON
from tests.botapi.methods import scope_key
from tests.botapi.people import Message
from tests.botapi.records import Answer, Sent
from tests.botapi.world import World

T = TypeVar("T")


class Watch:
    """Reading and waiting; safe from any thread. Lists are copies."""

    world: World

    @property
    def sent(self) -> list[Sent]:
        """All the bot has sent, in order."""
        with self.world.changed:
            return list(self.world.records.sent)

    def sent_to(self, chat: int) -> list[Sent]:
        """What the bot has sent to a chat, in order."""
        return [one for one in self.sent if one.chat_id == chat]

    def chat(self, chat: int) -> list[Message]:
        """The messages that are to be seen in a chat now, people's too, as they read after all edits."""
        with self.world.changed:
            return list(self.world.chats[chat].messages.values())

    @property
    def answers(self) -> list[Answer]:
        """The accepted answers to presses."""
        with self.world.changed:
            return list(self.world.records.answers)

    @property
    def counts(self) -> Counter[str]:
        """Calls by method, refused ones too."""
        with self.world.changed:
            return Counter(self.world.records.counts)

    @property
    def errors(self) -> Counter[tuple[str, int, str]]:
        """Refusals by (method, status, description), ordered ones too."""
        with self.world.changed:
            return Counter(self.world.records.errors)

    @property
    def count_429(self) -> int:
        """How often a rate was broken (429s ordered by `fail_next` are not in it)."""
        return self.world.records.count_429

    @property
    def actions(self) -> list[tuple[int, str]]:
        """(chat, action) of every sendChatAction."""
        with self.world.changed:
            return list(self.world.records.actions)

    @property
    def acknowledged(self) -> list[int]:
        """update_ids the bot has taken, in order: by an offset beyond them, or by 2xx."""
        with self.world.changed:
            return list(self.world.queue.acknowledged)

    @property
    def pending(self) -> list[int]:
        """update_ids that still wait to be acknowledged."""
        with self.world.changed:
            return [waiting.update_id for waiting in self.world.queue.pending.values()]

    @property
    def dropped(self) -> list[int]:
        """update_ids that grew too old, or were dropped when the bot said so."""
        with self.world.changed:
            return list(self.world.queue.dropped)

    @property
    def handed(self) -> Counter[int]:
        """update_id → how many times it was delivered."""
        with self.world.changed:
            return Counter(self.world.queue.handed)

    def commands(self, scope: JSON | None = None, language: str = "") -> list[JSON]:
        """The command menu that was set for a scope and a language."""
        with self.world.changed:
            return list(self.world.commands.get((scope_key(scope), language), []))

    def wait_for(self, predicate: Callable[[], T], timeout: float = 10.0) -> T:
        """Waits until the predicate is true and returns its value; TimeoutError after `timeout` seconds. It blocks
        its thread: where the bot runs in the same loop, use `until`."""
        with self.world.changed:
            value = self.world.changed.wait_for(predicate, timeout)
            if not value:
                raise TimeoutError(self._story(timeout))
            return value

    async def until(self, predicate: Callable[[], T], timeout: float = 10.0) -> T:
        """As `wait_for`, for coroutines."""
        deadline = time.monotonic() + timeout
        while not (value := predicate()):
            if time.monotonic() > deadline:
                raise TimeoutError(self._story(timeout))
            await asyncio.sleep(0.005)
        return value

    def _story(self, timeout: float) -> str:
        last = [f"{one.method} to {one.chat_id}: {one.text_now!r}" for one in self.sent[-5:]]
        waiting = len(self.pending)
        return f"not so within {timeout} s; {waiting} updates pending; errors {dict(self.errors)}; last sent {last}"
