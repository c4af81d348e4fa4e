"""The methods that send: text, places, files, albums."""

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.botapi.errors import JSON, ApiError, bad
from tests.botapi.files import StoredFile
from tests.botapi.params import Params
from tests.botapi.people import Chat
from tests.botapi.records import Sent
from tests.botapi.rules import checked_caption, checked_markup, checked_text
from tests.botapi.world import World


def send_message(world: World, params: Params) -> JSON:
    """sendMessage."""
    _plain_only(params)
    text = checked_text(params.text("text"), world.rules)
    return _deliver(world, params, "sendMessage", [{"text": text}])[0]


def send_location(world: World, params: Params) -> JSON:
    """sendLocation."""
    latitude, longitude = params.number("latitude", 1e9), params.number("longitude", 1e9)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad("wrong latitude or longitude specified")
    return _deliver(world, params, "sendLocation", [{"location": {"latitude": latitude, "longitude": longitude}}])[0]


def send_file(kind: str, method: str, world: World, params: Params) -> JSON:
    """sendPhoto, sendVoice, sendDocument, sendVideo, sendSticker …"""
    _plain_only(params)
    caption = checked_caption(params.text("caption"), world.rules)
    stored = _file(world, params, kind, params.values.get(kind, ""), kind)
    return _deliver(world, params, method, [_captioned(world, stored, caption)], [stored])[0]


def send_media_group(world: World, params: Params) -> list[JSON]:
    """sendMediaGroup: an album of 2 to 10 items."""
    items = params.object("media")
    if not isinstance(items, list) or not 2 <= len(items) <= 10:
        raise bad("wrong number of items in the media group: it must include 2-10 items")
    contents, stored = [], []
    for item in items:
        kind = item.get("type") if isinstance(item, dict) else None
        if kind not in {"photo", "video", "document", "audio"}:
            raise bad("can't use the media of the specified type in the album")
        stored.append(_file(world, params, kind, item.get("media", ""), ""))
        contents.append(_captioned(world, stored[-1], checked_caption(item.get("caption") or "", world.rules)))
    return _deliver(world, params, "sendMediaGroup", contents, stored, album=str(world.rng.getrandbits(50)))


def _deliver(
    world: World,
    params: Params,
    method: str,
    contents: list[JSON],
    files: list[StoredFile] | None = None,
    album: str | None = None,
) -> list[JSON]:
    chat = world.target(params)
    world.require_access(chat)
    markup = checked_markup(params.object("reply_markup"), world.rules, private=chat.private)
    place = _place(chat, params)
    now = world.clock()
    world.limiter.admit(chat.id, chat.private, now, weight=len(contents))
    shared = place | ({"reply_markup": markup} if markup and "inline_keyboard" in markup else {})
    if album:
        shared["media_group_id"] = album
    results = []
    for index, content in enumerate(contents):
        sent = Sent(method, chat.id, 0, now, str(content.get("text", content.get("caption", ""))), album=album)
        sent.thread, sent.reply_markup = place.get("message_thread_id"), markup
        sent.reply_to = place.get("reply_to_message", {}).get("message_id")
        sent.silent = params.flag("disable_notification")
        if files:
            sent.file_id, sent.digest, sent.size = files[index].file_id, files[index].digest, files[index].size
        results.append(world.post(chat, world.bot(), content | shared, sent).raw)
    return results


def _place(chat: Chat, params: Params) -> JSON:
    """Where in the chat: its topic and the message it replies to."""
    place: JSON = {}
    thread = params.integer("message_thread_id")
    if thread is not None:
        if chat.topics is None or thread not in chat.topics:
            raise bad("message thread not found")
        place |= {"message_thread_id": thread, "is_topic_message": True}
    reply: Any = params.object("reply_parameters") or {}
    number = reply.get("message_id", params.integer("reply_to_message_id"))
    if number is not None:
        original = chat.messages.get(int(number))
        if original is not None:
            place["reply_to_message"] = {k: v for k, v in original.raw.items() if k != "reply_to_message"}
        elif not (reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")):
            raise bad("message to be replied not found")
    return place


def _file(world: World, params: Params, kind: str, value: Any, field: str) -> StoredFile:
    """The file a call brings: a part of its own, a part attached by name, or the id of one that is known."""
    name = str(value)
    upload = params.files.get(name.removeprefix("attach://") if name.startswith("attach://") else field)
    if upload is None:
        if not name:
            raise bad(f"there is no {kind} in the request")
        if name.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")
        return world.files.by_id(name)
    size = len(upload.data)
    if size == 0:
        raise bad("file must be non-empty")
    if kind == "photo" and size > world.rules.photo_limit:
        limit = world.rules.photo_limit
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {limit} bytes")
    if size > world.rules.upload_limit:
        raise ApiError(413, "Request Entity Too Large")
    return world.files.keep(kind, upload.data, name=upload.name, mime=upload.mime)


def _captioned(world: World, stored: StoredFile, caption: str) -> JSON:
    return world.files.content(stored) | ({"caption": caption} if caption else {})


def _plain_only(params: Params) -> None:
    # This server knows no markup: whoever sends some would be measured by other lengths than Telegram's.
    if params.text("parse_mode"):
        raise bad("unsupported parse_mode")


_KINDS = ("photo", "voice", "document", "video", "sticker", "audio", "animation")
_files: dict[str, Callable[[World, Params], JSON]] = {
    f"send{kind.capitalize()}": partial(send_file, kind, f"send{kind.capitalize()}") for kind in _KINDS
}
SENDING: dict[str, Callable[[World, Params], object]] = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendMediaGroup": send_media_group,
    **_files,
}
