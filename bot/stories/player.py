"""The player: does what each line of a story says, and holds what was said against what the story expects."""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from bot.channels import Button
from bot.stories.cast import ACCOUNTS, TELEGRAM, Cast, in_topic
from bot.stories.channel import Shown
from bot.stories.events import Events
from bot.stories.ground import Ground
from bot.stories.parsing import StoryInvalid
from bot.stories.script import Act, Expects, Line, Passes, Presses, Says, Story, Who
from bot.stories.setting import staged
from bot.stories.stage import Stage, StoryClock
from bot.stories.transcript import Miss, Transcript, contains, on_one_line


class Unmet(Exception):
    """A story went another way. The message holds the line, what was said instead, and the conversation so far."""


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

    Raises StoryInvalid where a name means nobody, and Unmet where the story went another way.
    """
    cast = Cast(ground.pack)
    for line, error in cast.check(story):
        raise StoryInvalid(story.path, line.number, str(error)) from error
    clock = StoryClock(story.at.replace(tzinfo=ground.zone).astimezone(UTC))
    transcript = Transcript(cast, lambda: clock.now().astimezone(ground.zone))
    with _faults() as faults, tempfile.TemporaryDirectory() as media:
        async with staged(ground, url, clock, Path(media), transcript) as stage:
            await Player(cast, stage, transcript, faults).play(story)


class Player:
    """Plays the lines of one story."""

    def __init__(self, cast: Cast, stage: Stage, transcript: Transcript, faults: Faults) -> None:
        self._cast = cast
        self._stage = stage
        self._transcript = transcript
        self._faults = faults
        self._events = Events(cast, stage.channels)

    async def play(self, story: Story) -> None:
        """Plays all lines. Raises Unmet at the first one that is not met."""
        for line in story.lines:
            try:
                await self._do(line.act, line.source)
            except Miss as miss:
                raise Unmet(self._report(story, line, str(miss))) from miss

    async def _do(self, act: Act, source: str) -> None:
        match act:
            case Says():
                await self._say(act, source)
            case Presses():
                await self._press(act, source)
            case Expects():
                self._expect(act)
            case Passes():
                self._transcript.act(source)
                await self._stage.pass_time(act.time)
        if self._faults.found:
            raise Miss(f"the service failed: {self._faults.found[0]}")

    async def _say(self, act: Says, source: str) -> None:
        words = self._transcript.fill_in(act.words)
        if act.who.channel is not None:
            await self._stage.meet(ACCOUNTS[act.who.channel], act.who.name)
        self._transcript.act(source, _names(act.who))
        answers = self._answered(act) if act.answers else None
        for event in self._events.said(act, words, self._stage.clock.now(), answers):
            await self._stage.receive(event)

    def _answered(self, act: Says) -> str:
        """The id of the newest message in this chat that contains the words which are answered."""
        account = ACCOUNTS[act.who.channel or "telegram"]
        place = (account, self._cast.where(act.who))
        channel, part = self._stage.channels[account], act.answers or ""
        known = {number: words for (chat, number), words in channel.heard.items() if chat == place}
        known |= {str(each.number): each.text for each in channel.shown if each.chat == place}
        fitting = [number for number, words in known.items() if contains(words, part)]
        if not fitting:
            raise Miss(f"{act.who} sees nothing that contains «{part}»")
        return max(fitting, key=int)

    async def _press(self, act: Presses, source: str) -> None:
        message, button = self._find(act)
        self._transcript.act(source, _names(act.who))
        await self._stage.receive(self._events.pressed(act.who, message, button, self._stage.clock.now()))

    def _find(self, act: Presses) -> tuple[Shown, Button]:
        """The newest visible choice with this label; in one message the one that says nothing else comes first."""
        label = self._transcript.fill_in(act.label)
        who = act.who
        chats = ((TELEGRAM, self._cast.where(who)),) if who.group else self._cast.chats(who)
        visible = [message for channel in self._stage.channels.values() for message in channel.with_choices(chats)]
        visible.sort(key=lambda message: message.number, reverse=True)
        for message in visible:
            fitting = [button for button in message.buttons if contains(button.label, label)]
            if fitting:
                return message, min(fitting, key=lambda button: button.label.strip() != label)
        labels = [f"[{button.label}]" for message in visible for button in message.buttons]
        raise Miss(f"{who} sees no choice «{label}», but {' '.join(labels) or 'none at all'}")

    def _expect(self, act: Expects) -> None:
        text = self._transcript.fill_in(act.text)
        told = self._transcript.since(in_topic(act.who.name, act.who.topic), self._cast.chats(act.who))
        fitting = [each for each in told if contains(each, text)]
        if act.told and not fitting:
            instead = "".join(f"\n    «{on_one_line(each)}»" for each in told) or " nothing"
            raise Miss(f"{act.who} was not told «{text}», but{instead}")
        if fitting and not act.told:
            raise Miss(f"{act.who} was told «{on_one_line(fitting[0])}»")

    def _report(self, story: Story, line: Line, miss: str) -> str:
        conversation = "\n".join(f"  {each}" for each in self._transcript.lines)
        return (
            f"{story.path}:{line.number}: {line.source}\n  {miss}\n"
            f"The conversation so far ({story.title}):\n{conversation or '  nothing was said'}"
        )


@contextmanager
def _faults() -> Iterator[Faults]:
    logger, faults = logging.getLogger("bot"), Faults()
    logger.addHandler(faults)
    try:
        yield faults
    finally:
        logger.removeHandler(faults)


def _names(who: Who) -> tuple[str, ...]:
    return (who.name, in_topic(who.group, who.topic)) if who.group else (who.name,)
