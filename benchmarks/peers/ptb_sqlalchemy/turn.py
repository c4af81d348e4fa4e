"""One update is one transaction: the decorator that every handler wears, and what a handler works with."""

import functools
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncSession
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update, User
from telegram.ext import ContextTypes

from benchmarks.dialogue import Button, Said
from benchmarks.peers.ptb_sqlalchemy.tables import Dialogue, Event, Inbox, Outbox, Person, Request

Keyboard = Sequence[tuple[str, str]]
Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, int | None]]


@dataclass
class Turn:
    """What a handler works with: the update, its session, and what has been said in it."""

    session: AsyncSession
    update: Update
    context: ContextTypes.DEFAULT_TYPE
    group: int
    now: datetime
    said: list[tuple[int, Said]] = field(default_factory=list)

    @property
    def user(self) -> User:
        assert self.update.effective_user
        return self.update.effective_user

    @property
    def draft(self) -> dict[str, Any]:
        assert self.context.user_data is not None
        return self.context.user_data

    @property
    def text(self) -> str:
        assert self.update.effective_message and self.update.effective_message.text
        return self.update.effective_message.text

    @property
    def arguments(self) -> list[int]:
        assert self.context.matches
        return [int(value) for value in self.context.matches[0].groups()]

    def say(self, chat: int, text: str, keyboard: Keyboard = (), edit: int | None = None) -> None:
        """Puts a message (or a change of the message `edit`) into the outbox."""
        markup = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in keyboard])
        body = {"text": text, "reply_markup": markup.to_dict(), "message_id": edit}
        kind = "send" if edit is None else "edit"
        self.session.add(Outbox(chat=chat, kind=kind, body=body, queued_at=self.now))
        self.said.append((chat, Said(text, tuple(Button(label, data) for label, data in keyboard))))

    def log(self, request: Request, kind: str) -> None:
        """Writes what happened to the request."""
        self.session.add(Event(request_id=request.id, kind=kind, person_id=self.user.id, at=self.now))

    async def remember(self, state: str, data: dict[str, Any]) -> None:
        """Stores where the person stands."""
        row = {"state": state, "data": data}
        upsert = insert(Dialogue).values(person_id=self.user.id, **row)
        await self.session.execute(upsert.on_conflict_do_update(index_elements=["person_id"], set_=row))

    async def forget(self) -> None:
        """The person stands nowhere any more."""
        await self.session.execute(sa.delete(Dialogue).where(Dialogue.person_id == self.user.id))

    async def changed(self, statement: sa.Executable) -> int:
        """Runs the statement; how many rows it changed."""
        return cast(sa.CursorResult[Any], await self.session.execute(statement)).rowcount

    async def person(self, user: int) -> Person:
        return await self.session.get_one(Person, user)

    async def request(self) -> Request:
        return await self.session.get_one(Request, self.arguments[0])


def turn(handler: Callable[[Turn], Awaitable[int | None]]) -> Handler:
    """One transaction an update; a repeated update changes nothing, not even the conversation's state."""

    @functools.wraps(handler)
    async def wrapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int | None:
        bot, now = context.bot_data, datetime.now(UTC)
        async with bot["sessions"].begin() as session:
            mark = insert(Inbox).values(update_id=update.update_id, received_at=now).on_conflict_do_nothing()
            if (await session.execute(mark)).rowcount == 0:
                return None
            this = Turn(session, update, context, bot["group"], now)
            state = await handler(this)
        for chat, said in this.said:
            bot["heard"][chat].append(said)
        if update.callback_query:
            await update.callback_query.answer()
        return state

    return wrapped
