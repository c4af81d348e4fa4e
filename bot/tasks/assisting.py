"""Assisting: a language model is asked which entry somebody meant; its answer is told where it can be trusted.

Whatever fails, the task is done: the choices that the resident has already are the answer.
"""

from bot.model import Model, Silent
from bot.tasks import Tools
from handlers.hotline import assist as hotline
from handlers.hotline import prompting
from handlers.hotline.assist import Asked
from handlers.hotline.prompting import Reply
from storage import tasks
from storage.tasks import Task
from storage.transaction import Transaction


async def assist(tools: Tools, task: Task) -> None:
    """Asks the model about the inquiry that the payload names: {"inquiry": id, "address": id, "at": time}."""
    model = tools.model
    asked = await tools.database.read(lambda tx: hotline.prepare(tools.speaker(tx), task.payload)) if model else None
    reply = await _reply(model, asked) if model and asked else None

    def done(tx: Transaction) -> str | None:
        tasks.finish(tx, task.id)
        return hotline.tell(tools.speaker(tx), asked, reply) if asked and reply else None

    outcome = await tools.database.turn(done)
    if model is not None and (outcome or asked is None):
        model.note(outcome or "late")


async def _reply(model: Model, asked: Asked) -> Reply | None:
    """What the model replies; None where it is silent."""
    try:
        words = await model.ask(asked.messages())
    except Silent as silent:
        model.note(str(silent))
        return None
    return prompting.read(words, asked.entries)
