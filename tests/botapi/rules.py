"""Telegram's rules as data, and the checks of what a bot wants to send.

Sources: core.telegram.org/bots/api for lengths and sizes, the Bots FAQ for rates; wording as the open-source Bot API
server (tdlib/telegram-bot-api) answers it.
"""

from dataclasses import dataclass
from typing import Any, Literal

from tests.botapi.errors import JSON, bad

Rate = tuple[int, float]
"""(messages, seconds)"""
Counting = Literal["none", "chat", "all"]
"""Does a call count to no limit, to its chat's limit alone, or to its chat's and the account's?"""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """What this Bot API server insists on. A rate of None is switched off.

    `burst`: how many messages a private chat takes above its rate before 429. `tolerance`: seconds by which every
    window is shorter than written, for the time a request spends on its way. `sticky`: a chat (or the account) that
    got 429 is refused until `retry_after` has passed, as Telegram does. Ages are in seconds of the server's clock.
    """

    overall: Rate | None = (30, 1.0)
    private: Rate | None = (1, 1.0)
    group: Rate | None = (20, 60.0)
    burst: int = 0
    tolerance: float = 0.05
    sticky: bool = True
    edits: Counting = "chat"
    answers: Counting = "none"
    text_limit: int = 4096  # characters
    caption_limit: int = 1024  # characters
    data_limit: int = 64  # bytes
    answer_limit: int = 200  # characters
    download_limit: int = 20 * MEGABYTE
    photo_limit: int = 10 * MEGABYTE
    upload_limit: int = 50 * MEGABYTE
    query_age: float = 60.0  # a press can be answered this long
    press_age: float = 150.0  # an undelivered press is dropped after this
    message_age: float = 86_400.0  # any other undelivered update
    delete_age: float = 172_800.0  # messages older than this stay
    webhook_backoff: tuple[float, float] = (0.02, 0.5)  # first and longest wait after a failed delivery, seconds
    webhook_timeout: float = 30.0  # seconds

    @classmethod
    def without_rates(cls) -> "Rules":
        """Every rule but the rates: for tests that talk fast."""
        return cls(overall=None, private=None, group=None)


def checked_text(text: str, rules: Rules, *, edit: bool = False) -> str:
    """The text as Telegram keeps it (outer white space gone), or 400."""
    text = text.strip()
    if not text:
        raise bad("message text is empty")
    if len(text) > rules.text_limit:
        raise bad("MESSAGE_TOO_LONG" if edit else "message is too long")
    return text


def checked_caption(text: str, rules: Rules, *, edit: bool = False) -> str:
    """The caption as Telegram keeps it, or 400."""
    text = text.strip()
    if len(text) > rules.caption_limit:
        raise bad("MEDIA_CAPTION_TOO_LONG" if edit else "message caption is too long")
    return text


def checked_markup(markup: Any, rules: Rules, *, private: bool, edit: bool = False) -> JSON | None:
    """The keyboard under a message, or 400. Only inline keyboards may come with an edit."""
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"], rules)
        return markup
    if edit:
        raise bad("inline keyboard expected")
    for row in markup.get("keyboard", []):
        for button in row:
            _check_wish(button, private)
    return markup


def _check_inline(rows: Any, rules: Rules) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse reply keyboard markup JSON object")
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise bad("reply markup is too long")
    for button in buttons:
        if not isinstance(button, dict) or not isinstance(button.get("text"), str):
            raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
        if not button["text"].strip():
            raise bad("BUTTON_INVALID")
        if "callback_data" not in button and "url" not in button:
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= rules.data_limit:
            raise bad("BUTTON_DATA_INVALID")


def _check_wish(button: Any, private: bool) -> None:
    if private or not isinstance(button, dict):
        return
    if button.get("request_contact"):
        raise bad("phone number can be requested in private chats only")
    if button.get("request_location"):
        raise bad("location can be requested in private chats only")
