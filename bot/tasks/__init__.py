"""Tasks: what workers do outside a transaction. One file for each kind of work; kinds.py names them all."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.channels import Channel
from bot.clock import Clock
from bot.model import Model
from handlers.community import Community
from handlers.turn import Speaker
from storage.database import Database
from storage.media import MediaFolder
from storage.tasks import Task
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Tools:
    """What work is done with. `community` gives the one in force: a pack may be loaded while the service runs.

    `model` is the language model; None where none is turned on.
    """

    database: Database
    channels: Mapping[str, Channel]
    folder: MediaFolder
    community: Callable[[], Community]
    clock: Clock
    model: Model | None = None

    def speaker(self, tx: Transaction) -> Speaker:
        """Says the result, in a turn of its own."""
        return Speaker(tx, self.clock.now(), self.community())


class GiveUp(Exception):
    """The work can never be done: it is not tried again. The reason is a word for operators, nothing personal."""


Work: TypeAlias = Callable[[Tools, Task], Awaitable[None]]
"""Does one task and calls `tasks.finish` in the turn that writes its result. Any error: it is tried again, later and
later; GiveUp, or a SendError that is final: it is not."""

GivenUp: TypeAlias = Callable[[Speaker, Task], None]
"""Says that a task was given up, in the turn that does so."""
