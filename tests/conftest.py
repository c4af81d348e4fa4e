"""Fixtures for all tests: keys, and databases on both engines."""

import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers.packs.model import Emergency
from handlers.understanding import Trained, digest
from handlers.understanding.trained import Said
from storage.database import Database, open_database
from storage.sealing import Keyring
from tests.databases import ENGINES, PostgresqlServer, PostgresqlServers, in_memory


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """The tests' folders lie in memory, where there is room."""
    first, memory = not hasattr(config, "workerinput") and config.option.basetemp is None, in_memory()
    if first and memory is not None:
        config.option.basetemp = tempfile.mkdtemp(prefix="linli-tests-", dir=memory)
        config.add_cleanup(lambda: shutil.rmtree(config.option.basetemp, ignore_errors=True))


@pytest.fixture(scope="session", autouse=True)
def trained_once() -> Iterator[None]:
    """Training takes seconds, and the same phrases always give the same: each pack is trained once in this process."""
    learn = Trained.learn
    known: dict[str, Trained] = {}

    def once(said: Said, emergency: Emergency) -> Trained:
        key = digest(said, emergency)
        if key not in known:
            if len(known) > 1:
                known.pop(next(reversed(known)))  # the first stays: it is the demo's, or nearly so
            known[key] = learn(said, emergency)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Trained, "learn", once)
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    """A real PostgreSQL server, started when the first test needs it."""
    servers = PostgresqlServers()
    try:
        yield servers.server
    finally:
        servers.stop()


@pytest.fixture
def postgresql_url(postgresql_server: PostgresqlServer) -> str:
    """A PostgreSQL database with all tables and nothing in them; the first who opens it gives it their key."""
    return postgresql_server.emptied()


@pytest.fixture
def bare_postgresql_url(postgresql_server: PostgresqlServer) -> Iterator[str]:
    """A PostgreSQL database without any table."""
    name = f"t{uuid.uuid4().hex}"
    yield postgresql_server.create(name)
    postgresql_server.drop(name)


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """Another SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path}/bare/linli.db"


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path}/linli.db"


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """An address on each engine in turn; PostgreSQL's has its tables already."""
    return str(request.getfixturevalue(f"{engine_name}_url"))


@pytest.fixture
def bare_database_url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """An address on each engine in turn, without any table."""
    return str(request.getfixturevalue(f"bare_{engine_name}_url"))


@pytest.fixture
def keys() -> Keyring:
    """New keys."""
    return Keyring.fresh()


@pytest.fixture
async def database(database_url: str, keys: Keyring) -> AsyncIterator[Database]:
    """An open, empty database, on each engine in turn."""
    opened = await open_database(database_url, keys)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str, keys: Keyring) -> AsyncIterator[Database]:
    """An open, empty SQLite database."""
    opened = await open_database(sqlite_url, keys)
    yield opened
    await opened.close()


@pytest.fixture
async def postgresql_database(postgresql_url: str, keys: Keyring) -> AsyncIterator[Database]:
    """An open, empty PostgreSQL database."""
    opened = await open_database(postgresql_url, keys)
    yield opened
    await opened.close()
