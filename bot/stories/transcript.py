"""The transcript: all that was said in a story, in order; what expectations are held against."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.stories.cast import Chat

# The last run of eight digits, the last invitation, the last request's number that anybody was told.
PLACEHOLDERS = {
    "{code}": re.compile(r"(?<![\d-])\d{8}(?![\d-])"),
    "{link}": re.compile(r"inv_[A-Za-z0-9_-]+"),
    "{number}": re.compile(r"(?<!\d)\d{8}-\d{4}(?!\d)"),
}


class Unmet(Exception):
    """A story went another way. The message holds the conversation, the line, and what was said instead."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was shown in a chat: a message, a change of one, or the answer to a pressed button."""

    chat: Chat
    text: str


@dataclass
class Transcript:
    """What was said so far. `told` is what the service showed; `lines` is the whole conversation, to be printed."""

    told: list[Told] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    _since: dict[str, int] = field(default_factory=dict)

    def acted(self, names: Iterable[str], line: str) -> None:
        """Somebody acts: what they are told counts from here."""
        for name in names:
            self._since[name] = len(self.told)
        self.lines.append(line)

    def show(self, chat: Chat, text: str, line: str) -> None:
        """The service shows something."""
        self.told.append(Told(chat, text))
        self.lines.append(line)

    def since(self, name: str, chats: tuple[Chat, ...]) -> list[str]:
        """What these chats were told since `name` last acted."""
        return [told.text for told in self.told[self._since.get(name, 0) :] if told.chat in chats]

    def fill_in(self, words: str) -> str:
        """Words with their placeholders replaced. Raises Unmet where nothing was told that one could stand for."""
        for placeholder, pattern in PLACEHOLDERS.items():
            if placeholder in words:
                words = words.replace(placeholder, self._last(placeholder, pattern))
        return words

    def _last(self, placeholder: str, pattern: re.Pattern[str]) -> str:
        for told in reversed(self.told):
            found = pattern.findall(told.text)
            if found:
                return str(found[-1])
        raise Unmet(f"nobody was told anything yet that {placeholder} could stand for")


def contains(text: str, part: str) -> bool:
    """Whether a shown text contains this, white space and line breaks aside."""
    return "".join(part.split()) in "".join(text.split())


def on_one_line(text: str) -> str:
    """A text as the transcript prints it."""
    return " ⏎ ".join(line.strip() for line in text.strip().splitlines())


def stamp(at: datetime) -> str:
    """A local moment as the transcript prints it."""
    return at.strftime("%m-%d %H:%M")
