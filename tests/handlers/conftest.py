"""The fixtures of the demo community, for the tests of handlers."""

from tests.bot.fixtures import (
    clock,
    demo,
    demo_file,
    demo_postgresql_url,
    demo_server,
    demo_sqlite_url,
    demo_url,
    here,
    service,
    small,
)

__all__ = [
    "clock",
    "demo",
    "demo_file",
    "demo_postgresql_url",
    "demo_server",
    "demo_sqlite_url",
    "demo_url",
    "here",
    "service",
    "small",
]
