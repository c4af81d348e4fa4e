"""Message: what is said, as a text's key with its values; rendered at delivery, in the reader's language."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from handlers.incoming import Position
from storage import compact
from storage.phones import Phone
from storage.times import from_ms, to_ms

ACTION_BYTES = 64  # Telegram's limit for callback data, kept everywhere
MOST_SHOWN = 4  # choices at once, for those who answer by digits (domain.md §9)
PAGE = 3  # with "next page" four
MORE = "page.more"  # the action that shows another part of a long list


class Lane(IntEnum):
    """Which messages go first. Quiet hours hold the last two."""

    URGENT = 0
    REPLIES = 1
    REMINDERS = 2
    BROADCASTS = 3


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence by its key in handlers/texts, with its values: text, numbers, times, Span, Named, or another Text."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that data give in both languages, such as a catalogue item's."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time [start, end), said as people say it: a day, a part of a day, an hour, from … to."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """A label and the action that comes back when it is chosen. Raises ValueError for more than 64 bytes."""

    action: str
    label: Text

    def __post_init__(self) -> None:
        if len(self.action.encode()) > ACTION_BYTES:
            raise ValueError("an action has at most 64 bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message.

    `key` names a message that will change later. `media` are digests of our own files. `wants` asks for a phone number
    (`contact`) or a `position` by the channel's own button. `menu` names the list of commands the chat shows from now
    on. `sensitive` details are shown only in channels that are made for them. `lasting`: its
    choices stay after one is pressed. `expires_in`: useless after that. `number`: a typed number is the answer itself,
    and names no choice. `page`: which part of a long list is shown to somebody who reads few choices at once.
    `reply_to` is the key of the message that this one answers; shown as an answer where that stands in the same chat.
    `silent`: it comes without a sound. `formatted`: **bold** and lines with "- " in it are shown as such. `sample`: it
    only shows what others will see (its choices ask nothing): `own` as it is here, `list` as where there are no
    buttons, `elder` as whoever answers by digits sees it.
    """

    text: Text
    choices: tuple[Choice, ...] = ()
    key: str | None = None
    lane: Lane = Lane.REPLIES
    media: tuple[str, ...] = ()
    position: Position | None = None
    wants: str | None = None
    menu: str | None = None
    sensitive: bool = False
    lasting: bool = False
    expires_in: timedelta | None = None
    chosen: Text | None = None
    number: bool = False
    page: int | None = None
    reply_to: str | None = None
    silent: bool = False
    formatted: bool = False
    sample: str | None = None

    @property
    def shown(self) -> tuple[Choice, ...]:
        """The choices that are shown now, in the order of their numbers: all, or a part and the way to the next."""
        if self.page is None:
            return self.choices
        start = self.page * PAGE
        following = self.page + 1 if start + PAGE < len(self.choices) else 0
        way = choice(f"{MORE}:{following}", "page-next" if following else "page-first")
        return (*self.choices[start : start + PAGE], way)


def choice(action: str, key: str, **values: object) -> Choice:
    """A choice whose label is a text of our own."""
    return Choice(action, Text(key, values))


def named_choice(action: str, name: object) -> Choice:
    """A choice whose label is a name out of the data."""
    return Choice(action, Text("plain", {"text": name}))


def encode(message: Message) -> str:
    """A message as JSON, as the outbox keeps it."""
    body: dict[str, Any] = {"t": _pack(message.text)}
    if message.choices:
        body["c"] = [[each.action, _pack(each.label)] for each in message.choices]
    for letter, value in (
        ("m", message.media),
        ("w", message.wants),
        ("u", message.menu),
        ("s", message.sensitive),
        ("l", message.lasting),
        ("n", message.number),
        ("r", message.reply_to),
        ("q", message.silent),
        ("f", message.formatted),
        ("v", message.sample),
    ):
        if value:
            body[letter] = value
    if message.position:
        body["p"] = [message.position.latitude, message.position.longitude]
    if message.chosen:
        body["x"] = _pack(message.chosen)
    if message.page is not None:
        body["g"] = message.page
    return compact.encode(body)


def decode(text: str) -> Message:
    """A message from the outbox's JSON. Key, lane and expiry stand in the row, not in the body."""
    body = json.loads(text)
    point = body.get("p")
    return Message(
        text=_unpack_text(body["t"]),
        choices=tuple(Choice(action, _unpack_text(label)) for action, label in body.get("c", ())),
        media=tuple(body.get("m", ())),
        wants=body.get("w"),
        menu=body.get("u"),
        sensitive=body.get("s", False),
        lasting=body.get("l", False),
        position=Position(*point) if point else None,
        chosen=_unpack_text(body["x"]) if "x" in body else None,
        number=body.get("n", False),
        page=body.get("g"),
        reply_to=body.get("r"),
        silent=body.get("q", False),
        formatted=body.get("f", False),
        sample=body.get("v"),
    )


def find_choice(choices: Iterable[Choice], action: str) -> Choice | None:
    """The choice with this action."""
    return next((each for each in choices if each.action == action), None)


def _pack(text: Text) -> list[Any]:
    return [text.key, {name: _pack_value(value) for name, value in text.values.items()}] if text.values else [text.key]


def _pack_value(value: Any) -> Any:
    if isinstance(value, Text):
        return {"t": _pack(value)}
    if isinstance(value, Named):
        return {"n": [value.zh, value.en]}
    if isinstance(value, datetime):
        return {"at": to_ms(value)}
    if isinstance(value, Span):
        return {"span": [to_ms(value.start), to_ms(value.end)]}
    if isinstance(value, Phone):
        return {"phone": value.e164}
    if isinstance(value, list | tuple):
        return [_pack_value(each) for each in value]
    return value


def _unpack_text(body: list[Any]) -> Text:
    values = body[1] if len(body) > 1 else {}
    return Text(body[0], {name: _unpack_value(value) for name, value in values.items()})


def _unpack_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_unpack_value(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "t" in value:
        return _unpack_text(value["t"])
    if "n" in value:
        return Named(*value["n"])
    if "phone" in value:
        return Phone(value["phone"])
    if "span" in value:
        return Span(*(from_ms(each) for each in value["span"]))
    return from_ms(value["at"])
