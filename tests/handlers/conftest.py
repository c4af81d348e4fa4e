"""The fixtures of the demo community, for the tests of handlers."""

from tests.bot.fixtures import clock, demo_file, demo_sqlite_url, here, small

__all__ = ["clock", "demo_file", "demo_sqlite_url", "here", "small"]
