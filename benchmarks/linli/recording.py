"""What a turn said, as the script needs it: kept in memory once the turn has committed.

Only messages with choices are kept: the script looks for buttons and for nothing else.
"""

import json
import re
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any, TypeVar
from unittest.mock import patch
from zoneinfo import ZoneInfo

from benchmarks.dialogue import Button, Said
from bot.intake import Intake
from handlers import texts
from handlers.message import Text
from storage import outbox
from storage.outbox import Outgoing
from storage.transaction import Transaction, Work

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Shanghai")
WORDS = re.compile(r'"((?:[^"\\]|\\.){6,})"')
Rows = list[tuple[int, str]]
"""(address, body)"""
Store = Callable[[Transaction, Outgoing, datetime], int]


class RecordingIntake(Intake):
    """The intake, which keeps what its turns put into the outbox after their commit. Install the tap first."""

    chats: dict[int, int]
    """Chat by address."""

    heard: defaultdict[int, list[str]]
    """Bodies by chat, until they are asked for."""

    async def _commit(self, work: Work[T]) -> T:
        rows: Rows = []
        result = await super()._commit(partial(_recorded, work, rows))
        for address, body in rows:
            self.heard[self.chats[address]].append(body)
        return result


class Tap:
    """Lets `storage.outbox.add` and `edit` note what they store, for the turn that runs in this thread; several systems
    of one process share it."""

    _users = 0
    _patch: Any = None

    def __init__(self) -> None:
        if not Tap._users:
            Tap._patch = patch.multiple(outbox, add=_noting(outbox.add), edit=_noting(outbox.edit))
            Tap._patch.start()
        Tap._users += 1

    def remove(self) -> None:
        """Puts the functions back as they were, when no other system needs them."""
        Tap._users -= 1
        if not Tap._users:
            Tap._patch.stop()


_here = threading.local()


def shown(bodies: Sequence[str]) -> Sequence[Said]:
    """These messages: their choices, and the values of their texts for the words."""
    return [_said(body) for body in bodies]


def _recorded(work: Work[T], rows: Rows, tx: Transaction) -> T:
    rows.clear()  # a turn may run again
    _here.rows = rows
    return work(tx)


def _noting(store: Store) -> Store:
    def noting(tx: Transaction, row: Outgoing, now: datetime) -> int:
        if row.asks:
            _here.rows.append((row.address_id, row.body))
        return store(tx, row, now)

    return noting


def _said(body: str) -> Said:
    choices = json.loads(body)["c"]
    return Said("\n".join(WORDS.findall(body)), tuple(Button(_label(label), action) for action, label in choices))


def _label(label: list[Any]) -> str:
    """A text of our own has no values; any other label is a name out of the data: a text, or (Chinese, English)."""
    if len(label) == 1:
        return _own_words(label[0])
    name = label[1]["text"]
    return str(name["n"][0] if isinstance(name, dict) else name)


@cache
def _own_words(key: str) -> str:
    return texts.render(Text(key), "zh-CN", ZONE)
