"""The player: does what each line of a story says, and holds what was said against what the story expects."""

import logging
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.channels import Button
from bot.stories.cast import ACCOUNTS, TELEGRAM, Cast, Chat
from bot.stories.channel import Shown
from bot.stories.events import Events
from bot.stories.ground import Ground
from bot.stories.parsing import StoryInvalid
from bot.stories.script import Expects, Line, Passes, Presses, Says, Story, Who
from bot.stories.setting import staged
from bot.stories.stage import Stage
from bot.stories.transcript import Transcript, Unmet, contains, on_one_line, stamp
from handlers.incoming import Incoming


class Faults(logging.Handler):
    """Collects what the service logs as an error: in a story nothing may fail unseen."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Takes one note."""
        self.found.append(record.getMessage())


async def play(story: Story, ground: Ground, url: str) -> None:
    """Plays a story on a filled database of its own (see `ground.fill`), which is not fit for another afterwards.

    Raises StoryInvalid where a name means nobody, and Unmet with the conversation where the story went another way.
    """
    cast = Cast(ground.pack)
    for line, error in cast.check(story):
        raise StoryInvalid(story.path, line.number, str(error)) from error
    transcript, faults = Transcript(), Faults()
    logger = logging.getLogger("bot")
    logger.addHandler(faults)
    try:
        with tempfile.TemporaryDirectory() as media:
            shown = _Shown(cast, transcript, ground)
            async with staged(ground, url, Path(media), story.at, shown.message, shown.toast) as stage:
                shown.stage = stage
                await Player(story, cast, transcript, stage, faults).play()
    finally:
        logger.removeHandler(faults)


@dataclass
class _Shown:
    """Writes down what the service shows."""

    cast: Cast
    transcript: Transcript
    ground: Ground
    stage: Stage | None = None

    def message(self, chat: Chat, text: str, buttons: tuple[Button, ...], edited: bool) -> None:
        """A message, or a change of one; its choices count as told."""
        choices = " ".join(f"[{button.label}]" for button in buttons)
        self._show(chat, "now reads" if edited else "is told", f"{text}\n{choices}" if choices else text)

    def toast(self, press: Incoming, words: str) -> None:
        """The answer to a pressed button: its presser alone sees it."""
        self._show((press.account, press.user), "sees for a moment", words)

    def _show(self, chat: Chat, how: str, text: str) -> None:
        now = stamp(self.stage.clock.now().astimezone(self.ground.zone)) if self.stage else ""
        self.transcript.show(chat, text, f"{now}    → {self.cast.shown_name(chat)} {how}: {on_one_line(text)}")
