"""`linli story FILE…`: plays conversations, each on a database of its own that is thrown away afterwards."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from bot.commands.load import PackTrouble, find_pack
from bot.stories import Ground, Story, StoryInvalid, Unmet, fill, play, read_ground, read_story
from handlers.packs import PackInvalid


async def play_files(paths: list[Path]) -> int:
    """Plays stories in turn; stops at the first line that is not met and prints the conversation so far.

    Returns 0 when every line is met; 1 otherwise, also where a story or its pack cannot be read.
    """
    try:
        stories = [read_story(path) for path in paths]
        with tempfile.TemporaryDirectory() as folder:
            rehearsal = Rehearsal(Path(folder))
            for story in stories:
                await rehearsal.play(story)
                print(f"ok {story.title}", flush=True)
    except (StoryInvalid, Unmet, PackTrouble) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


class Rehearsal:
    """Plays stories on SQLite. Each pack is read once, into a database that is copied for every story."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._grounds: dict[str, tuple[Ground, Path]] = {}

    async def play(self, story: Story) -> None:
        """Plays one story. Raises StoryInvalid, Unmet or PackTrouble."""
        if story.pack not in self._grounds:
            self._grounds[story.pack] = await self._prepare(story.pack)
        ground, template = self._grounds[story.pack]
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            database = shutil.copy(template, Path(folder, "story.db"))
            await play(story, ground, f"sqlite:///{database}")

    async def _prepare(self, name: str) -> tuple[Ground, Path]:
        try:
            ground = await asyncio.to_thread(read_ground, find_pack(name))
        except PackInvalid as invalid:
            raise PackTrouble(f"the pack {name} cannot be played on:\n{invalid}") from invalid
        template = self._folder / f"pack-{len(self._grounds)}.db"
        await fill(ground, f"sqlite:///{template}")
        return ground, template
