"""Forgetting files: the bytes of a medium, once no row names them any more."""

import json

from bot.tasks import Tools
from storage import retention, tasks
from storage.tasks import Task
from storage.transaction import Transaction


async def forget(tools: Tools, task: Task) -> None:
    """Deletes a file; its payload is {"digest": …}. Bytes that came again meanwhile stay.

    The file goes while the turn is open, so that no row can begin to name it in between; a turn that is repeated finds
    it gone already.
    """
    digest = str(json.loads(task.payload)["digest"])

    def work(tx: Transaction) -> None:
        if not retention.is_named(tx, digest):
            tools.folder.remove(digest)
        tasks.finish(tx, task.id)

    await tools.database.turn(work)
