"""A bot as it is usually written, on python-telegram-bot: it answers who writes, and a loop goes through a list.

    python -m benchmarks.broadcasts.loops ptb-ratelimiter|sleep-loop API-ADDRESS TOKEN FIRST-USER NUMBER PER-SECOND

`ptb-ratelimiter` leaves the pace to the library's AIORateLimiter; `sleep-loop` sleeps 50 ms after each message. Neither
remembers where it stood: started again, it begins anew.
"""

import asyncio
import logging
import sys

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.broadcasts.audience import WORDS

RATE_LIMITER, SLEEP = "ptb-ratelimiter", "sleep-loop"
PAUSE = 0.05  # seconds
POOL = 64


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answers whoever writes."""
    if update.effective_message is not None:
        await update.effective_message.reply_text("您好！")


def built(system: str, api: str, token: str, per_second: int) -> "Application":  # type: ignore[type-arg]
    """The bot, with a rate limiter where the system has one."""
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot").connection_pool_size(POOL)
    if system == RATE_LIMITER:
        builder = builder.rate_limiter(AIORateLimiter(overall_max_rate=per_second, overall_time_period=1))
    made = builder.concurrent_updates(True).build()
    made.add_handler(MessageHandler(filters.ALL, answer))
    return made


async def serve(system: str, bot: "Application", users: range) -> None:  # type: ignore[type-arg]
    """Answers people, and writes to everybody on the list, one after the other."""
    async with bot:
        await bot.start()
        if bot.updater is None:
            raise RuntimeError("no updater")
        await bot.updater.start_polling()
        for user in users:
            try:
                await bot.bot.send_message(user, WORDS)
            except TelegramError:
                continue  # it goes on with the next, as such loops do
            if system == SLEEP:
                await asyncio.sleep(PAUSE)
        await asyncio.Event().wait()


def main() -> None:
    """Runs until it is killed."""
    system, api, token, first, number, per_second = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    users = range(int(first), int(first) + int(number))
    asyncio.run(serve(system, built(system, api, token, int(per_second)), users))


if __name__ == "__main__":
    main()
