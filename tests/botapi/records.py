"""What the bot has done, as tests want to read it."""

from collections import Counter
from dataclasses import dataclass, field

from tests.botapi.errors import JSON


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a sent message: what it says and offers from then on."""

    at: float
    text: str
    reply_markup: JSON | None


@dataclass(slots=True)
class Sent:
    """One message the bot has sent, as it was sent, with its later changes. Times are of the server's clock.

    `text` is the text or the caption. `answered` is false when the client certainly never got the answer: the call
    was made to hang, or the client had gone before it was written. For files, `digest` is the SHA-256 of the bytes.
    """

    method: str
    chat_id: int
    message_id: int
    at: float
    text: str = ""
    thread: int | None = None
    reply_markup: JSON | None = None
    reply_to: int | None = None
    file_id: str | None = None
    digest: str | None = None
    size: int = 0
    album: str | None = None
    answered: bool = True
    deleted: bool = False
    silent: bool = False
    edits: list[Edit] = field(default_factory=list)

    @property
    def text_now(self) -> str:
        """What it says after all changes."""
        return self.edits[-1].text if self.edits else self.text

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """(label, callback_data) of the inline choices that are there now; links have no data."""
        markup = self.edits[-1].reply_markup if self.edits else self.reply_markup
        return inline_buttons(markup)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answerCallbackQuery that was accepted."""

    query_id: str
    user_id: int
    data: str
    text: str
    alert: bool
    at: float


@dataclass(slots=True)
class Records:
    """Everything that was asked of this server."""

    sent: list[Sent] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    errors: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    count_429: int = 0
    actions: list[tuple[int, str]] = field(default_factory=list)


def inline_buttons(markup: JSON | None) -> list[tuple[str, str]]:
    """(label, callback_data) of an inline keyboard, row by row."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [(button["text"], button.get("callback_data", "")) for row in rows for button in row]
