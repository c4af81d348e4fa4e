"""The small values of an update, checked: the library passes on whatever type the JSON had."""

from dataclasses import dataclass
from datetime import datetime

from telegram import User
from telegram.constants import ChatType

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself. `username` (without @) is None until Telegram has told it."""

    account: str
    id: int
    username: str | None = None


def identifier(value: object) -> str:
    """A number of Telegram's as text. Raises TypeError for anything that is not a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not an id")
    return str(value)


def text_of(value: object) -> str:
    """A text as valid Unicode (JSON can smuggle in half characters, which no database takes). Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return str(value)


def blank(value: object) -> str:
    """The same for a text that may be absent: "" then."""
    return "" if value is None else text_of(value)


def size_of(value: object) -> int:
    """Bytes; 0 when Telegram does not tell. Raises TypeError for what is not a count."""
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a size")
    return value


def utc(value: datetime | None) -> datetime:
    """A time, which the library has read as UTC. Raises TypeError where there is none."""
    if not isinstance(value, datetime):
        raise TypeError("no time")
    return value


def name_of(user: User) -> str:
    """First and last name as the person wrote them."""
    return " ".join(part for part in (blank(user.first_name), blank(user.last_name)) if part)


def language_of(user: User) -> str:
    """The IETF tag of the person's Telegram ("zh-hans"), or ""."""
    return blank(user.language_code)
