"""A stage for short stories, on SQLite."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from textwrap import dedent

import pytest

from bot.stories import parse, play
from tests.rehearsal import Rehearsal

Plays = Callable[[str], Awaitable[None]]


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """The demo pack, read once."""
    return Rehearsal(tmp_path_factory.mktemp("stories"))


@pytest.fixture
def plays(rehearsal: Rehearsal) -> Plays:
    """Plays the lines of a story that begins at nine in the morning."""

    async def play_lines(lines: str) -> None:
        story = parse(f"at: 2026-11-23 09:00\n{dedent(lines)}", Path("one.story"))
        with rehearsal.sqlite() as url:
            await play(story, rehearsal.ground, url)

    return play_lines
