"""The usual way with aiogram 3: Dispatcher, Router, states in a storage of one's own on aiosqlite, plain SQL.

- The bot shares one aiosqlite connection and awaits each statement. An outer middleware opens one transaction an
  update, behind a lock, since a connection has one transaction at a time. A connection for each update would start a
  thread and set its pragmas every time, and they would still wait for each other: SQLite has one writer.
- Rows are fetched with `execute_fetchall`, one visit to the connection's thread a statement.
- One person's updates are handled one by one (`SimpleEventIsolation`), different people's at the same time.
- Messages are rows of `outbox` in that transaction. Sending them is a sender's work and not part of a turn; answering
  a pressed button is, through a session that never leaves the process.
"""
