"""Raw update → Incoming. Every update by itself: a malformed one harms no other."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.channels.telegram.events import membership, press
from bot.channels.telegram.messages import from_message
from bot.channels.telegram.plain import plain_press, plain_words
from bot.channels.telegram.words import Me, identifier
from handlers.incoming import Incoming

Reader = Callable[[dict[str, object], str, Me, datetime], Incoming | None]
"""(content, update id, the bot, now) → the event."""


def _new(content: dict[str, object], update: str, me: Me, now: datetime) -> Incoming | None:
    return plain_words(content, update, me) or from_message(content, update, me, edited=False)


def _edited(content: dict[str, object], update: str, me: Me, now: datetime) -> Incoming | None:
    return from_message(content, update, me, edited=True)


def _press(content: dict[str, object], update: str, me: Me, now: datetime) -> Incoming | None:
    return plain_press(content, update, me, now) or press(content, update, me, now)


READERS: Mapping[str, Reader] = {
    "message": _new,
    "edited_message": _edited,
    "callback_query": _press,
    "my_chat_member": membership,
}
ALLOWED_UPDATES = tuple(READERS)
"""The kinds of update we ask Telegram for; every other kind concerns nobody here."""


class MalformedUpdate(Exception):
    """An update that cannot be read. Holds its number and the kind of error, never a value out of it."""

    def __init__(self, update: int | None, kind: str) -> None:
        super().__init__(f"update {update}: {kind}")
        self.update = update
        self.kind = kind


def parse(raw: object, me: Me, now: datetime) -> Incoming | None:
    """The event in the raw (JSON) update, or None when it concerns nobody.

    `now` (UTC) is the time of a button press, for which Telegram tells none. Text is valid Unicode and otherwise as
    it came. Raises MalformedUpdate, and nothing else, for whatever is not an update.
    """
    number = update_id(raw)
    try:
        if number is None or not isinstance(raw, Mapping):
            raise TypeError("no update_id")
        for kind, reader in READERS.items():
            content: object = raw.get(kind)
            if content is not None:
                return reader(_object(content), identifier(number), me, now)
    except Exception as error:  # the library raises whatever the nonsense leads to
        raise MalformedUpdate(number, type(error).__name__) from None
    return None


def update_id(raw: object) -> int | None:
    """The number of a raw update; None when it has none, and so cannot be acknowledged by itself."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _object(content: object) -> dict[str, object]:
    if not isinstance(content, dict):
        raise TypeError("no object")
    return content
