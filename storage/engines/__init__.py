"""The two engines: SQLite in this process, PostgreSQL beside it."""
