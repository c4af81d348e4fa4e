"""The methods that ask and arrange, and the table of all methods."""

import json
import re
from collections.abc import Callable

from tests.botapi.editing import EDITING
from tests.botapi.errors import JSON, bad
from tests.botapi.params import Params
from tests.botapi.sending import SENDING
from tests.botapi.world import Webhook, World

Method = Callable[[World, Params], object]
_RIGHTS = tuple(
    f"can_{what}"
    for what in (
        "be_edited", "manage_chat", "delete_messages", "manage_video_chats", "restrict_members", "promote_members",
        "change_info", "invite_users", "post_stories", "edit_stories", "delete_stories",
    )
)  # fmt: skip


def get_me(world: World, params: Params) -> JSON:
    """getMe."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": True, "supports_inline_queries": False}
    return world.bot() | abilities


def get_file(world: World, params: Params) -> JSON:
    """getFile: the path to download from."""
    stored = world.files.by_id(params.text("file_id"))
    if stored.size > world.rules.download_limit:
        raise bad("file is too big")
    return stored.reference() | {"file_path": stored.path}


def get_chat(world: World, params: Params) -> JSON:
    """getChat."""
    chat = world.target(params)
    if not chat.private:
        world.require_access(chat)
    gifts = {"unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
             "gifts_from_channels": False}  # fmt: skip
    return chat.brief() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_chat_member(world: World, params: Params) -> JSON:
    """getChatMember."""
    chat = world.target(params)
    world.require_access(chat)
    number = params.integer("user_id") or 0
    if number == world.bot_id:
        return member(world.bot(), chat.bot)
    person = world.persons.get(number)
    if person is None:
        raise bad("PARTICIPANT_ID_INVALID")
    inside = chat.person is person
    return member(person.user(), "member" if inside else chat.members.get(number, "left"))


def member(user: JSON, status: str) -> JSON:
    """A ChatMember object with the fields its status asks for."""
    if status == "administrator":
        return {"user": user, "status": status, "is_anonymous": False} | dict.fromkeys(_RIGHTS, True)
    extra: dict[str, JSON] = {"creator": {"is_anonymous": False}, "kicked": {"until_date": 0}}
    return {"user": user, "status": status} | extra.get(status, {})


def leave_chat(world: World, params: Params) -> bool:
    """leaveChat; the bot hears of it by my_chat_member, as from Telegram."""
    chat = world.target(params)
    world.require_access(chat)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    old, chat.bot = chat.bot, "left"
    change = {"chat": chat.brief(), "from": world.bot(), "date": world.date()}
    states = {"old_chat_member": member(world.bot(), old), "new_chat_member": member(world.bot(), "left")}
    world.queue.put("my_chat_member", change | states, ("chat", chat.id), world.clock())
    return True


def create_forum_topic(world: World, params: Params) -> JSON:
    """createForumTopic: for an administrator of a supergroup that has topics."""
    chat = world.target(params)
    world.require_access(chat)
    name = params.text("name")
    if chat.topics is None:
        raise bad("the chat is not a forum")
    if chat.bot != "administrator":
        raise bad("not enough rights to create a topic")
    if not 1 <= len(name) <= 128:
        raise bad("TOPIC_TITLE_EMPTY")
    thread = chat.next_id()
    chat.topics[thread] = name
    world.touch()
    return {"message_thread_id": thread, "name": name, "icon_color": 7322096}


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction."""
    chat = world.target(params)
    world.require_access(chat)
    world.records.actions.append((chat.id, params.text("action")))
    return True


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands for a scope and a language."""
    commands = params.object("commands")
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad("can't parse list of bot commands")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(world, params)] = commands
    return True


def get_my_commands(world: World, params: Params) -> list[JSON]:
    """getMyCommands of exactly that scope and language."""
    return world.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_scope(world, params), None)
    return True


def scope_key(scope: JSON | None) -> str:
    """One text for one scope, however its JSON is written."""
    plain = {key: str(value) for key, value in (scope or {"type": "default"}).items()}
    return json.dumps(plain, sort_keys=True)


def _scope(world: World, params: Params) -> tuple[str, str]:
    scope = params.object("scope")
    if scope and "chat_id" in scope:
        world.require_access(world.target(Params(scope)))
    return scope_key(scope), params.text("language_code")


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook; an empty url removes it. http is taken too, as by a Bot API server of one's own."""
    url, secret = params.text("url"), params.text("secret_token")
    if url and not url.startswith(("http://", "https://")):
        raise bad("bad webhook: invalid webhook URL specified")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains unallowed characters")
    connections = min(100, max(1, params.integer("max_connections") or 40))
    note_allowed(world, params)
    if params.flag("drop_pending_updates"):
        world.queue.clear()
    world.webhook = Webhook(url, secret, connections) if url else None
    world.webhook_error = ""
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook."""
    if params.flag("drop_pending_updates"):
        world.queue.clear()
    world.webhook = None
    return True


def note_allowed(world: World, params: Params) -> None:
    """Remembers which kinds of updates are wanted from now on, when the call says so."""
    allowed = params.object("allowed_updates")
    if isinstance(allowed, list):
        world.queue.allowed = {str(kind) for kind in allowed}


def get_webhook_info(world: World, params: Params) -> JSON:
    """getWebhookInfo."""
    hook = world.webhook
    info: JSON = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(world.queue.pending)
    if hook:
        info["max_connections"] = hook.max_connections
    if world.webhook_error:
        info |= {"last_error_message": world.webhook_error, "last_error_date": world.date()}
    return info


METHODS: dict[str, Method] = {
    **SENDING,
    **EDITING,
    "getMe": get_me,
    "getFile": get_file,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "leaveChat": leave_chat,
    "createForumTopic": create_forum_topic,
    "sendChatAction": send_chat_action,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
NAMES = {name.lower(): name for name in [*METHODS, "getUpdates"]}
"""Method names are taken in any case, as by Telegram."""
