"""The fixtures of the demo community, for everything in this folder."""

from tests.bot.fixtures import (
    clock,
    demo,
    demo_url,
    here,
    postgresql_server,
    postgresql_template,
    postgresql_url,
    service,
    small,
    sqlite_template,
    sqlite_url,
)

__all__ = [
    "clock",
    "demo",
    "demo_url",
    "here",
    "postgresql_server",
    "postgresql_template",
    "postgresql_url",
    "service",
    "small",
    "sqlite_template",
    "sqlite_url",
]
