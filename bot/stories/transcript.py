"""The transcript: all that was said in a story, in order; what expectations are held against, and what is printed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels import Button
from bot.stories.cast import Cast, Chat
from handlers.incoming import Incoming

# The last run of eight digits, the last service card, the last invitation, the last request's number that anybody was
# told.
PLACEHOLDERS = {
    "{code}": re.compile(r"(?<![\d-])\d{8}(?![\d-])"),
    "{card}": re.compile(r"(?<=/c/)[A-Za-z0-9_-]+"),
    "{half}": re.compile(r"(?:您先报：|you say first: )(\d{3})"),
    "{link}": re.compile(r"inv_[A-Za-z0-9_-]+"),
    "{number}": re.compile(r"(?<!\d)\d{8}-\d{4}(?!\d)"),
}


class Miss(Exception):
    """A line that was not met; the message says what was said instead."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was shown in a chat: a message, a change of one, or the answer to a pressed button."""

    chat: Chat
    text: str


@dataclass
class Transcript:
    """What was said so far. `now` tells the local time; `told` is what the service showed; `lines` is everything."""

    cast: Cast
    now: Callable[[], datetime]
    told: list[Told] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    _since: dict[str, int] = field(default_factory=dict)

    def act(self, source: str, names: Iterable[str] = ()) -> None:
        """Something happens. These act: what they are told counts from here."""
        for name in names:
            self._since[name] = len(self.told)
        self.lines.append(f"{self._moment()}  {source}")

    def message(self, chat: Chat, text: str, buttons: tuple[Button, ...], edited: bool) -> None:
        """A message is shown, or a change of one; its choices count as told."""
        choices = " ".join(f"[{button.label}]" for button in buttons)
        self._show(chat, "now reads" if edited else "is told", f"{text}\n{choices}" if choices else text)

    def toast(self, press: Incoming, words: str) -> None:
        """The answer to a pressed button is shown: its presser alone sees it."""
        self._show((press.account, press.user), "sees for a moment", words)

    def since(self, name: str, chats: Iterable[Chat]) -> list[str]:
        """What these chats were told since `name` last acted."""
        return [told.text for told in self.told[self._since.get(name, 0) :] if told.chat in chats]

    def fill_in(self, words: str) -> str:
        """Words with their placeholders replaced. Raises Miss where nothing was told that one could stand for."""
        for placeholder, pattern in PLACEHOLDERS.items():
            if placeholder in words:
                words = words.replace(placeholder, self._last(placeholder, pattern))
        return words

    def _last(self, placeholder: str, pattern: re.Pattern[str]) -> str:
        for told in reversed(self.told):
            found = pattern.findall(told.text)
            if found:
                return str(found[-1])
        raise Miss(f"nobody was told anything that {placeholder} could stand for")

    def _show(self, chat: Chat, how: str, text: str) -> None:
        if self.cast.is_room(chat):
            return
        self.told.append(Told(chat, text))
        self.lines.append(f"{self._moment()}    → {self.cast.shown_name(chat)} {how}: {on_one_line(text)}")

    def _moment(self) -> str:
        return self.now().strftime("%m-%d %H:%M")


def contains(text: str, part: str) -> bool:
    """Whether a shown text contains this; white space and line breaks make no difference."""
    return "".join(part.split()) in "".join(text.split())


def on_one_line(text: str) -> str:
    """A text as it is printed."""
    return " ⏎ ".join(line.strip() for line in text.strip().splitlines())
