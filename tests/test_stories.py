"""Every story in tests/stories, on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.stories import play, read_story
from tests.rehearsal import Rehearsal
from tests.reveals import unlogged

STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """The demo pack, read once."""
    return Rehearsal(tmp_path_factory.mktemp("stories"))


@pytest.fixture
def story_url(engine_name: str, rehearsal: Rehearsal, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database with the demo pack in it, on each engine in turn."""
    if engine_name == "sqlite":
        with rehearsal.sqlite() as url:
            yield url
    else:
        with rehearsal.postgresql(request.getfixturevalue("postgresql_server")) as url:
            yield url


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
async def test_story(path: Path, rehearsal: Rehearsal, story_url: str) -> None:
    await play(read_story(path), rehearsal.ground, story_url)
    assert await unlogged(story_url, rehearsal.ground.keys) == []


def test_there_are_stories_of_every_flow() -> None:
    assert len(STORIES) >= 15
    assert all(read_story(path).pack == "demo" for path in STORIES)
