"""The methods that change what is there: edits, deletions, answers to presses."""

from collections.abc import Callable
from typing import Any

from tests.botapi.errors import JSON, NOT_MODIFIED, QUERY_TOO_OLD, bad
from tests.botapi.params import Params
from tests.botapi.people import Chat, Message
from tests.botapi.records import Answer, Edit
from tests.botapi.rules import checked_caption, checked_markup, checked_text
from tests.botapi.world import World


def edit_message_text(world: World, params: Params) -> JSON:
    """editMessageText. Without a markup the inline keyboard goes."""
    text = checked_text(params.text("text"), world.rules, edit=True)
    chat, message = _editable(world, params)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    return _change(world, params, chat, message, {"text": text})


def edit_message_caption(world: World, params: Params) -> JSON:
    """editMessageCaption."""
    caption = checked_caption(params.text("caption"), world.rules, edit=True)
    chat, message = _editable(world, params)
    if "text" in message.raw or "location" in message.raw:
        raise bad("there is no caption in the message to edit")
    return _change(world, params, chat, message, {"caption": caption})


def edit_message_reply_markup(world: World, params: Params) -> JSON:
    """editMessageReplyMarkup."""
    chat, message = _editable(world, params)
    return _change(world, params, chat, message, {})


def _editable(world: World, params: Params) -> tuple[Chat, Message]:
    chat = world.target(params)
    world.require_access(chat)
    message = chat.messages.get(params.integer("message_id") or 0)
    if message is None:
        raise bad("message to edit not found")
    keyboard = message.sent.reply_markup if message.sent else None
    if message.sent is None or (keyboard and "inline_keyboard" not in keyboard):
        raise bad("message can't be edited")
    return chat, message


def _change(world: World, params: Params, chat: Chat, message: Message, content: JSON) -> JSON:
    markup = checked_markup(params.object("reply_markup"), world.rules, private=chat.private, edit=True)
    if markup and not any(markup["inline_keyboard"]):
        markup = None
    same = all(message.raw.get(name, "") == value for name, value in content.items())
    if same and _keyboard(markup) == _keyboard(message.raw.get("reply_markup")):
        raise bad(NOT_MODIFIED)
    now = world.clock()
    world.limiter.admit(chat.id, chat.private, now, counting=world.rules.edits)
    message.raw = message.raw | content | {"edit_date": world.date()}
    message.raw.pop("reply_markup", None)
    if markup:
        message.raw["reply_markup"] = markup
    if message.sent is not None:
        message.sent.edits.append(Edit(now, message.text, markup))
    return message.raw


def _keyboard(markup: Any) -> list[list[JSON]]:
    return [row for row in (markup or {}).get("inline_keyboard", []) if row]


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage: the bot's own, and in private chats anybody's, for 48 hours."""
    chat = world.target(params)
    world.require_access(chat)
    message = chat.messages.get(params.integer("message_id") or 0)
    if message is None:
        raise bad("message to delete not found")
    if message.sent is None and not chat.private and chat.bot != "administrator":
        raise bad("message can't be deleted")
    if world.date() - message.raw["date"] > world.rules.delete_age:
        raise bad("message can't be deleted for everyone")
    del chat.messages[message.id]
    if message.sent is not None:
        message.sent.deleted = True
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: once, and not too late."""
    text = params.text("text")
    if len(text) > world.rules.answer_limit:
        raise bad("MESSAGE_TOO_LONG")
    press = world.presses.get(params.text("callback_query_id"))
    now = world.clock()
    if press is None or press.answered or now - press.at > world.rules.query_age:
        raise bad(QUERY_TOO_OLD)
    world.limiter.admit(press.chat.id, press.chat.private, now, counting=world.rules.answers)
    press.answered = True
    alert = params.flag("show_alert")
    world.records.answers.append(Answer(press.id, press.user_id, press.data, text, alert, now))
    return True


EDITING: dict[str, Callable[[World, Params], object]] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
}
