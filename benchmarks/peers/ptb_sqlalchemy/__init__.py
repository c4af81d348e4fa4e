"""The usual way with python-telegram-bot: `Application`, `ConversationHandler`, SQLAlchemy's async ORM on aiosqlite.

- A conversation's state lives in the ConversationHandler's memory, as usual, and in the table `dialogue` besides.
- ConversationHandler wants the updates of one person one by one. An update processor gives it that, and lets different
  people's updates run at the same time (python-telegram-bot's own way to do it).
- One session and one transaction an update, opened by the decorator `turn`. The engine's pool holds one connection,
  since SQLite has one writer: more of them wait for each other's locks, which is slower.
- Messages are rows of `outbox` in that transaction. Sending them is a sender's work and not part of a turn; answering
  a pressed button is, through a request class that never leaves the process.
"""
