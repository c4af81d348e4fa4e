"""Configuration: frozen settings from the environment, read here alone. Says what is wrong and how to mend it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OFFICIAL_API = "https://api.telegram.org"
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SHANGHAI = ZoneInfo("Asia/Shanghai")
PAID_RATE = 1000  # messages of paid broadcasts a second: Bot API, allow_paid_broadcast
WINDOW_SECONDS = 0.3
LOCAL = ("127.0.0.1", "::1", "localhost")


class ConfigurationError(Exception):
    """A setting is wrong. The message is one line: what, and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """How this service runs. See README.md for each of them."""

    database: str = "sqlite:///var/linli.db"
    telegram_token: str = ""
    telegram_api: str = OFFICIAL_API
    telegram_webhook: str = ""
    telegram_secret: str = ""
    telegram_sensitive: bool = False
    telegram_paid: bool = False
    telegram_rate: int = 30  # messages a second, to everybody together
    telegram_chat_rate: int = 1  # messages a second, to one person
    telegram_group_rate: int = 20  # messages a minute, to one group
    host: str = "127.0.0.1"
    port: int = 8080
    zone: ZoneInfo = SHANGHAI
    public_url: str = ""
    key_file: Path = Path("var/linli.keys")
    keys: str = ""
    media: Path = Path("var/media")
    window: int = 16  # sends under way at once
    model_url: str = ""
    model_key: str = ""
    model_name: str = ""

    @property
    def local(self) -> bool:
        """Whether only this machine can reach our pages."""
        return self.host in LOCAL


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from the environment. Raises ConfigurationError."""
    # An empty variable is the same as none.
    given = {name: text for name, text in (os.environ if environment is None else environment).items() if text}
    return Settings(
        database=_database(given.get("LINLI_DATABASE", Settings.database)),
        telegram_token=_matching(given, "LINLI_TELEGRAM_TOKEN", TOKEN, "the token that @BotFather gave, like 123:ABC…"),
        telegram_api=_url(given, "LINLI_TELEGRAM_API", OFFICIAL_API),
        telegram_webhook=_webhook(given),
        telegram_secret=_matching(given, "LINLI_TELEGRAM_SECRET", SECRET, "1 to 256 of A-Z a-z 0-9 _ -"),
        telegram_sensitive=_truth(given, "LINLI_TELEGRAM_SENSITIVE"),
        telegram_paid=_truth(given, "LINLI_TELEGRAM_PAID"),
        telegram_rate=_count(given, "LINLI_TELEGRAM_RATE", Settings.telegram_rate),
        telegram_chat_rate=_count(given, "LINLI_TELEGRAM_CHAT_RATE", Settings.telegram_chat_rate),
        telegram_group_rate=_count(given, "LINLI_TELEGRAM_GROUP_RATE", Settings.telegram_group_rate),
        host=given.get("LINLI_HOST", Settings.host),
        port=_port(given.get("LINLI_PORT", "8080")),
        zone=_zone(given.get("LINLI_TIMEZONE", "Asia/Shanghai")),
        public_url=_url(given, "LINLI_PUBLIC_URL", ""),
        key_file=Path(given.get("LINLI_KEY_FILE", str(Settings.key_file))),
        keys=given.get("LINLI_KEYS", ""),
        media=Path(given.get("LINLI_MEDIA", str(Settings.media))),
        window=_count(given, "LINLI_SEND_WINDOW", _usual_window(given)),
        model_url=_url(given, "LINLI_MODEL_URL", ""),
        model_key=given.get("LINLI_MODEL_KEY", ""),
        model_name=_model_name(given),
    )


def _database(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgres://")) or text == "sqlite:///":
        raise ConfigurationError("LINLI_DATABASE must be sqlite:///path or postgresql://…, say sqlite:///var/linli.db")
    return text


def _matching(given: Mapping[str, str], name: str, pattern: re.Pattern[str], wanted: str) -> str:
    text = given.get(name, "")
    if text and not pattern.fullmatch(text):
        raise ConfigurationError(f"{name} is not right; it must be {wanted}")
    return text


def _url(given: Mapping[str, str], name: str, default: str) -> str:
    text = given.get(name, default).rstrip("/")
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ConfigurationError(f"{name} must be an address such as https://example.org")
    return text


def _webhook(given: Mapping[str, str]) -> str:
    text = _url(given, "LINLI_TELEGRAM_WEBHOOK", "")
    parts = urlsplit(text)
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        raise ConfigurationError("LINLI_TELEGRAM_WEBHOOK must begin with https://; Telegram calls no other address")
    return text


def _model_name(given: Mapping[str, str]) -> str:
    name = given.get("LINLI_MODEL_NAME", "")
    if given.get("LINLI_MODEL_URL") and not name:
        raise ConfigurationError("LINLI_MODEL_NAME must name the model that LINLI_MODEL_URL serves")
    return name


def _truth(given: Mapping[str, str], name: str) -> bool:
    text = given.get(name, "0").lower()
    if text not in ("0", "1", "no", "yes", "false", "true"):
        raise ConfigurationError(f"{name} must be 1 or 0")
    return text in ("1", "yes", "true")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise ConfigurationError("LINLI_PORT must be a number from 1 to 65535, such as 8080")
    return int(text)


def _count(given: Mapping[str, str], name: str, default: int) -> int:
    text = given.get(name, str(default))
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1000):
        raise ConfigurationError(f"{name} must be a number from 1 to 1000, such as {default}")
    return int(text)


def _usual_window(given: Mapping[str, str]) -> int:
    """Enough for the rate where an answer takes 150 ms and as long to be written down."""
    paid = PAID_RATE if _truth(given, "LINLI_TELEGRAM_PAID") else 0
    rate = max(paid, _count(given, "LINLI_TELEGRAM_RATE", Settings.telegram_rate))
    return max(Settings.window, round(rate * WINDOW_SECONDS))


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigurationError("LINLI_TIMEZONE must be a name such as Asia/Shanghai") from error
