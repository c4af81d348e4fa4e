"""Fixtures over the demo community, on both engines. Each test has a database of its own, copied from a template."""

import shutil
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from storage.database import Database, open_database
from tests.bot.stage import KEYS, Clock, Service, fill
from tests.databases import ENGINES, PostgresqlServer

TEMPLATE = "demo_template"
NUMBERS = count(1)
FILLED: dict[str, Path] = {}  # several folders use these fixtures; the templates are made once


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the demo community."""
    if "file" not in FILLED:
        path = tmp_path_factory.mktemp("template") / "linli.db"
        await fill(f"sqlite:///{path}")
        FILLED["file"] = path
    return FILLED["file"]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo_server(postgresql_server: PostgresqlServer) -> PostgresqlServer:
    """A PostgreSQL server with a database that holds the demo community."""
    if "server" not in FILLED:
        await fill(postgresql_server.create(TEMPLATE))
        FILLED["server"] = postgresql_server.data
    return postgresql_server


@pytest.fixture
def demo_sqlite_url(demo_file: Path, tmp_path: Path) -> str:
    """The address of a fresh demo community on SQLite."""
    shutil.copy(demo_file, tmp_path / "linli.db")
    return f"sqlite:///{tmp_path}/linli.db"


@pytest.fixture
def demo_postgresql_url(demo_server: PostgresqlServer) -> Iterator[str]:
    """The address of a fresh demo community on PostgreSQL."""
    name = f"demo_{next(NUMBERS)}"
    yield demo_server.copy(TEMPLATE, name)
    demo_server.drop(name)


@pytest.fixture(params=ENGINES)
def demo_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh demo community on each engine in turn."""
    return str(request.getfixturevalue(f"demo_{request.param}_url"))


@pytest.fixture
async def demo(demo_url: str) -> AsyncIterator[Database]:
    """A fresh demo community on each engine in turn."""
    opened = await open_database(demo_url, KEYS)
    yield opened
    await opened.close()


@pytest.fixture
async def small(demo_sqlite_url: str) -> AsyncIterator[Database]:
    """A fresh demo community on SQLite alone, for what does not depend on the engine."""
    opened = await open_database(demo_sqlite_url, KEYS)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def service(demo: Database, tmp_path: Path, clock: Clock) -> Service:
    """An intake on each engine in turn."""
    return Service(demo, tmp_path / "media", clock)


@pytest.fixture
def here(small: Database, tmp_path: Path, clock: Clock) -> Service:
    """An intake on SQLite."""
    return Service(small, tmp_path / "media", clock)
