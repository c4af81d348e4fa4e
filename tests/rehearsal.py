"""Stories in tests: the pack is read once and loaded once on each engine; every story gets a copy of that database."""

import asyncio
import itertools
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bot.commands.load import find_pack
from bot.stories import Ground, fill, read_ground
from tests.databases import PostgresqlServer

TEMPLATE = "linli_story_template"


class Rehearsal:
    """The demo pack's ground, and fresh databases that hold it."""

    def __init__(self, folder: Path) -> None:
        self.ground: Ground = read_ground(find_pack("demo"))
        self._folder = folder
        self._template: Path | None = None
        self._filled_postgresql = False
        self._numbers = itertools.count(1)

    @contextmanager
    def sqlite(self) -> Iterator[str]:
        """The address of a SQLite database with the pack in it."""
        if self._template is None:
            self._template = self._folder / "template.db"
            self._fill(f"sqlite:///{self._template}")
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        try:
            yield f"sqlite:///{shutil.copy(self._template, folder / 'story.db')}"
        finally:
            shutil.rmtree(folder)

    @contextmanager
    def postgresql(self, server: PostgresqlServer) -> Iterator[str]:
        """The address of a PostgreSQL database with the pack in it."""
        if not self._filled_postgresql:
            self._fill(server.create(TEMPLATE))
            self._filled_postgresql = True
        name = f"linli_story_{next(self._numbers)}"
        try:
            yield server.copy(TEMPLATE, name)
        finally:
            server.drop(name)

    def _fill(self, url: str) -> None:
        # In a thread of its own, since there may be a running event loop in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, fill(self.ground, url)).result()
