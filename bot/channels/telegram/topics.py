"""Topics: threads of a supergroup that has them switched on, and in which we may open new ones."""

from telegram import Bot

from bot.channels import Failure, SendError
from bot.channels.telegram.calls import number
from bot.channels.telegram.failures import attempt

NAME_LIMIT = 128  # characters: Bot API, createForumTopic


async def open_topic(bot: Bot, chat: str, name: str) -> str:
    """Opens a topic; returns its thread's id.

    Raises SendError: GONE where the group has no topics or lets us open none, and never UNKNOWN: an empty topic more
    does less harm than words that reach nobody.
    """
    try:
        made = await attempt(bot.create_forum_topic(number(chat), name[:NAME_LIMIT]))
    except SendError as error:
        better = {Failure.NEVER: Failure.GONE, Failure.UNKNOWN: Failure.TRY_AGAIN}
        error.failure = better.get(error.failure, error.failure)
        raise
    return str(made.message_thread_id)
