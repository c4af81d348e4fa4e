"""Raw updates as Telegram sends them, built by hand."""

from typing import Any

JSON = dict[str, Any]

BOT = 424242
USER: JSON = {"id": 7, "is_bot": False, "first_name": "王", "last_name": "阿姨", "language_code": "zh-hans"}
PRIVATE: JSON = {"id": 7, "type": "private", "first_name": "王"}
GROUP: JSON = {"id": -500, "type": "group", "title": "水电队"}
FORUM: JSON = {"id": -1009, "type": "supergroup", "title": "水电队", "is_forum": True}
OUR_USER: JSON = {"id": BOT, "is_bot": True, "first_name": "Linli", "username": "linli_bot"}
DATE = 1_795_000_000


def message(chat: JSON = PRIVATE, **content: Any) -> JSON:
    """A message by 王阿姨; `None` takes a field away."""
    whole = {"message_id": 11, "date": DATE, "chat": chat, "from": USER} | content
    return {name: value for name, value in whole.items() if value is not None}


def update(**content: Any) -> JSON:
    """An update with number 100."""
    return {"update_id": 100} | content


def said(chat: JSON = PRIVATE, **content: Any) -> JSON:
    """An update with a new message."""
    return update(message=message(chat, **content))


def file(**content: Any) -> JSON:
    """The fields of every file."""
    return {"file_id": "F", "file_unique_id": "u", "file_size": 99} | content


def member(status: str, **content: Any) -> JSON:
    """Our own membership."""
    extra: JSON = {"until_date": 0} if status == "kicked" else {}
    if status == "restricted":
        names = (
            "can_change_info can_invite_users can_pin_messages can_send_messages can_send_polls "
            "can_send_other_messages can_add_web_page_previews can_manage_topics can_send_audios can_send_documents "
            "can_send_photos can_send_videos can_send_video_notes can_send_voice_notes can_edit_tag "
            "can_react_to_messages"
        )
        extra = dict.fromkeys(names.split(), False) | {"until_date": 0}
    return {"user": OUR_USER, "status": status} | extra | content


def changed(chat: JSON, old: JSON, new: JSON) -> JSON:
    """An update about our own membership."""
    change = {"chat": chat, "from": USER, "date": DATE, "old_chat_member": old, "new_chat_member": new}
    return update(my_chat_member=change)
