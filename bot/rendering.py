"""Rendering: a message as a channel shows it, in the reader's language: buttons, or a numbered list.

Whoever chose digits answers by digits everywhere: a numbered list in the words, and below it keys with nothing but the
numbers (one tap, and the tap names its message); where keys are wide enough for words, the numbers stand on them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.channels import Abilities, Button, Envelope, Medium
from handlers import formatting, texts
from handlers.message import Lane, Message, Text
from storage.sending import Claimed

Commands = Callable[[str], list[str]]
SensitiveLink = Callable[[Claimed], str | None]


@dataclass(frozen=True, slots=True)
class Renderer:
    """What rendering needs: the community's zone, the commands of each menu, and how sensitive links are made."""

    zone: ZoneInfo
    commands: Commands
    sensitive_link: SensitiveLink

    def envelope(self, row: Claimed, message: Message, media: tuple[Medium, ...], abilities: Abilities) -> Envelope:
        """The message of an outbox row, ready to be sent."""
        language, elder = row.language, message.sample == "elder" or (row.elder and message.sample != "list")
        abilities = replace(abilities, buttons=False) if message.sample == "list" else abilities
        hidden = message.sensitive and not abilities.sensitive
        text = self._hidden(row) if hidden else body(message, language, self.zone)
        text, bold = formatting.read(text) if message.formatted and not hidden else (text, ())
        buttons = tuple(Button(texts.render(each.label, language, self.zone), each.action) for each in message.shown)
        if buttons and message.number and not abilities.buttons:
            text, buttons = listed(text, buttons), ()
        elif buttons and elder and message.number:
            text = self._with_words(text, buttons, language)
        elif buttons and elder:
            text, buttons = by_digits(text, buttons, abilities, language)
        elif buttons and not abilities.buttons:
            text, buttons = numbered(text, buttons, language), ()
        return Envelope(
            chat=row.chat,
            thread=row.thread,
            text=text,
            bold=bold,
            buttons=buttons,
            media=() if hidden else media,
            position=message.position,
            wants=message.wants,
            wants_label=texts.word(f"ask-{_asked(message.wants)}-share", language) if message.wants else "",
            menu=self._menu(message.menu, language),
        )

    def _with_words(self, text: str, choices: tuple[Button, ...], language: str) -> str:
        """Where a number is the answer itself, no digit reaches a choice: the words that do so are named."""
        said = [f"“{each.label}”" for each in choices if each.label.replace(" ", "").isalpha()]
        return f"{text}\n{texts.render(Text('elder-say', {'words': said}), language, self.zone)}" if said else text

    def _hidden(self, row: Claimed) -> str:
        link, urgent = self.sensitive_link(row), row.lane == Lane.URGENT
        if link is None:
            return texts.word("sensitive-no-link-urgent" if urgent else "sensitive-no-link", row.language)
        key = "sensitive-link-urgent" if urgent else "sensitive-link"
        return texts.render(Text(key, {"link": link}), row.language, self.zone)

    def _menu(self, name: str | None, language: str) -> tuple[tuple[str, str], ...]:
        if name is None:
            return ()
        return tuple((command, texts.word(f"command-{command}", language)) for command in self.commands(name))


def body(message: Message, language: str, zone: ZoneInfo) -> str:
    """A message's words; after a press with the choice that was made."""
    text = texts.render(message.text, language, zone)
    if message.chosen is None:
        return text
    chosen = texts.render(Text("chosen", {"choice": message.chosen}), language, zone)
    return f"{text}\n{chosen}"


def numbered(text: str, choices: tuple[Button, ...], language: str) -> str:
    """Choices as a list that a number answers."""
    lines = [f"{number}. {each.label}" for number, each in enumerate(choices, 1)]
    return "\n".join([text, *lines, texts.word("number-list-hint", language)])


def listed(text: str, choices: tuple[Button, ...]) -> str:
    """Choices as a list without numbers: a number is the answer itself."""
    return "\n".join([text, *(f"· {each.label}" for each in choices)])


def by_digits(
    text: str, choices: tuple[Button, ...], abilities: Abilities, language: str
) -> tuple[str, tuple[Button, ...]]:
    """Choices for somebody who answers by digits: what is said, and the keys below it."""
    lines = [Button(f"{number}. {each.label}", each.action) for number, each in enumerate(choices, 1)]
    hint = texts.word("elder-hint", language)
    if abilities.wide_buttons:
        return "\n".join([text, hint]), tuple(lines)
    keys = [Button(str(number), each.action) for number, each in enumerate(choices, 1)] if abilities.buttons else []
    return "\n".join([text, *(line.label for line in lines), hint]), tuple(keys)


def _asked(wants: str) -> str:
    return "phone" if wants == "contact" else "position"
