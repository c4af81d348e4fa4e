"""Counting a large audience: in slices, on a reader, so that nobody waits for it; then it is said."""

import json
from functools import partial

from bot.tasks import Tools
from handlers.audience import audience as audiences
from handlers.audience import counting
from handlers.audience.audience import Audience
from handlers.audience.counting import Tally
from handlers.turn import Speaker
from storage import tasks
from storage.audience import START, Cursor, Found, walk
from storage.tasks import Task
from storage.transaction import Transaction

SLICE = 2_000


async def count(tools: Tools, task: Task) -> None:
    """Counts an audience, and says how many they are, and ten of them."""
    asked = json.loads(task.payload)
    audience, tally = audiences.decode(asked["audience"]), Tally()
    cursor: Cursor | None = START
    while cursor is not None:
        found, cursor = await tools.database.read(partial(_slice, tools, audience, cursor))
        tally.add(found, tools.community().rng)

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if audiences.may_draft(speaker, asked["person"], audience):
            counting.tell(speaker, asked["address"], asked["broadcast"], audience, tally)

    await tools.database.turn(tell)


def failed(speaker: Speaker, task: Task) -> None:
    """It could not be counted, however often it was tried: who asked hears so."""
    counting.tell_failure(speaker, int(json.loads(task.payload)["address"]))


def _slice(tools: Tools, audience: Audience, cursor: Cursor, tx: Transaction) -> tuple[list[Found], Cursor | None]:
    wanted = audiences.wanted(tools.speaker(tx), audience, by_phone=True)
    return walk(tx, wanted, cursor, SLICE)
