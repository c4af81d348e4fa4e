"""What the web chat shows: its bubbles, in their order, and the changes to them since a reader last looked.

Every change takes the chat's next number under the lock of the chat's row. A change therefore becomes visible only
after all smaller ones: a reader that asks for "after N" misses nothing, whichever process wrote.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

BODY = "web_messages.body_sealed"
COLUMNS = "id, chat, number, changed, author, client, body_sealed, chosen, edited, hidden, created_at"

NEXT_CHANGE = """
    INSERT INTO web_chats (chat, last_change) VALUES (:chat, 1)
    ON CONFLICT (chat) DO UPDATE SET last_change = web_chats.last_change + 1
    RETURNING last_change"""
LAST_CHANGE = "SELECT last_change, menu FROM web_chats WHERE chat = :chat"
LAST_CHANGES = "SELECT chat, last_change FROM web_chats WHERE chat IN ({names})"
SET_MENU = "UPDATE web_chats SET menu = :menu WHERE chat = :chat"
INSERT = f"""
    INSERT INTO web_messages ({COLUMNS})
    VALUES (:id, :chat, :change, :change, :author, :client, :body, NULL, 0, :hidden, :at)"""
BY_ID = f"SELECT {COLUMNS} FROM web_messages WHERE id = :id AND chat = :chat AND hidden = 0"
BY_CLIENT = f"SELECT {COLUMNS} FROM web_messages WHERE chat = :chat AND author = :author AND client = :client"
NEWEST = f"""
    SELECT {COLUMNS} FROM web_messages WHERE chat = :chat AND hidden = 0 AND number < :before
    ORDER BY number DESC LIMIT :limit"""
CHANGED = f"""
    SELECT {COLUMNS} FROM web_messages WHERE chat = :chat AND hidden = 0 AND changed > :after
    ORDER BY changed LIMIT :limit"""
SHOW = "UPDATE web_messages SET hidden = 0, changed = :change WHERE id = :id AND hidden = 1"
REPLACE = """
    UPDATE web_messages SET body_sealed = :body, chosen = NULL, edited = :edited, changed = :change
    WHERE id = :id AND chat = :chat"""
CHOOSE = """
    UPDATE web_messages SET chosen = :choice, changed = :change
    WHERE id = :id AND chat = :chat AND changed = :seen"""
ADD_MEDIUM = """
    INSERT INTO web_media (message_id, chat, digest, mime) VALUES (:id, :chat, :digest, :mime)
    ON CONFLICT DO NOTHING"""
DROP_MEDIA = "DELETE FROM web_media WHERE message_id = :id"
MEDIUM = """
    SELECT m.mime FROM web_media m JOIN web_messages w ON w.id = m.message_id
    WHERE m.chat = :chat AND m.digest = :digest AND w.hidden = 0 LIMIT 1"""
FORGET = (
    "DELETE FROM web_media WHERE chat = :chat",
    "DELETE FROM web_messages WHERE chat = :chat",
    "UPDATE web_chats SET menu = NULL WHERE chat = :chat",  # the count goes on: an open page must see what comes next
)
FAR = 2**62


@dataclass(frozen=True, slots=True)
class Bubble:
    """One shown message. `body` is the channel's own JSON; `author` is None for the service's words."""

    id: int
    chat: str
    number: int
    changed: int
    author: str | None
    client: str | None
    body: str
    chosen: int | None
    edited: bool
    hidden: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ChatState:
    """The number of the last change in a chat (0: none yet), and the menu it offers as the channel's own JSON."""

    last_change: int = 0
    menu: str | None = None


def add(tx: Transaction, chat: str, body: str, media: Mapping[str, str], *, now: datetime) -> int:
    """Shows the service's words; `media` maps digests to MIME types. Returns the bubble's id."""
    return _insert(tx, chat, _next_change(tx, chat), body, media, now=now)


def reserve(
    tx: Transaction, chat: str, author: str, client: str, body: str, media: Mapping[str, str], *, now: datetime
) -> int:
    """Takes the place in the chat for a person's own words, not shown yet; the same id again for the same `client`."""
    change = _next_change(tx, chat)  # the lock: of two at once, the second sees the first
    known = tx.one(BY_CLIENT, chat=chat, author=author, client=client)
    if known is not None:
        return int(known["id"])
    return _insert(tx, chat, change, body, media, now=now, writer=(author, client))


def show(tx: Transaction, chat: str, message: int) -> Bubble:
    """Shows what was reserved (shown already: nothing changes). Raises NotFound."""
    change = _next_change(tx, chat)
    tx.run(SHOW, id=message, change=change)
    return _bubble(tx, tx.get(BY_ID, id=message, chat=chat))


def replace(
    tx: Transaction, chat: str, message: int, body: str, media: Mapping[str, str], *, edited: bool = False
) -> bool:
    """Changes a bubble; its choices are open again. `edited` marks it for the readers. False: there is no such one."""
    change = _next_change(tx, chat)
    sealed = tx.seal(BODY, message, body)
    if not tx.run(REPLACE, id=message, chat=chat, body=sealed, edited=int(edited), change=change):
        return False
    tx.run(DROP_MEDIA, id=message)
    _add_media(tx, chat, message, media)
    return True


def choose(tx: Transaction, chat: str, message: int, choice: int, *, seen: int) -> bool:
    """Marks a choice (its index) as the chosen one, unless the bubble changed after the change number `seen`."""
    change = _next_change(tx, chat)
    return tx.run(CHOOSE, id=message, chat=chat, choice=choice, seen=seen, change=change) == 1


def offer_menu(tx: Transaction, chat: str, menu: str) -> None:
    """Keeps the menu (the channel's own JSON) that a chat offers from now on."""
    _next_change(tx, chat)
    tx.run(SET_MENU, chat=chat, menu=menu)


def find(tx: Transaction, chat: str, message: int) -> Bubble | None:
    """A shown bubble of this chat, or None."""
    row = tx.one(BY_ID, id=message, chat=chat)
    return None if row is None else _bubble(tx, row)


def find_own(tx: Transaction, chat: str, author: str, client: str) -> Bubble | None:
    """What this author wrote under this name of the page's, hidden or shown, or None."""
    row = tx.one(BY_CLIENT, chat=chat, author=author, client=client)
    return None if row is None else _bubble(tx, row)


def state(tx: Transaction, chat: str) -> ChatState:
    """Where a chat stands."""
    row = tx.one(LAST_CHANGE, chat=chat)
    return ChatState() if row is None else ChatState(row["last_change"], row["menu"])


def last_changes(tx: Transaction, chats: Sequence[str]) -> dict[str, int]:
    """The number of the last change for each of these chats that has one."""
    if not chats:
        return {}
    values = {f"chat_{index}": chat for index, chat in enumerate(chats)}
    sql = LAST_CHANGES.format(names=", ".join(f":{name}" for name in values))
    return {row["chat"]: row["last_change"] for row in tx.all(sql, **values)}


def newest(tx: Transaction, chat: str, limit: int, *, before: int = FAR) -> list[Bubble]:
    """The newest bubbles whose place is below `before`, the oldest of them first."""
    rows = tx.all(NEWEST, chat=chat, limit=limit, before=before)
    return [_bubble(tx, row) for row in reversed(rows)]


def changes(tx: Transaction, chat: str, after: int, limit: int) -> list[Bubble]:
    """The bubbles that changed after change number `after`, in the order of their changes."""
    return [_bubble(tx, row) for row in tx.all(CHANGED, chat=chat, after=after, limit=limit)]


def mime_of(tx: Transaction, chat: str, digest: str) -> str | None:
    """The MIME type of a file that this chat shows; None where it shows no such file."""
    row = tx.one(MEDIUM, chat=chat, digest=digest)
    return None if row is None else str(row["mime"])


def forget(tx: Transaction, chat: str) -> None:
    """Removes everything a chat shows (its owner left). The files themselves are kept by their own rules."""
    for sql in FORGET:
        tx.run(sql, chat=chat)


def _insert(
    tx: Transaction,
    chat: str,
    change: int,
    body: str,
    media: Mapping[str, str],
    *,
    now: datetime,
    writer: tuple[str | None, str | None] = (None, None),
) -> int:
    message = tx.new_id()
    tx.run(
        INSERT,
        id=message,
        chat=chat,
        change=change,
        author=writer[0],
        client=writer[1],
        body=tx.seal(BODY, message, body),
        hidden=int(writer[0] is not None),
        at=to_ms(now),
    )
    _add_media(tx, chat, message, media)
    return message


def _add_media(tx: Transaction, chat: str, message: int, media: Mapping[str, str]) -> None:
    for digest, mime in media.items():
        tx.run(ADD_MEDIUM, id=message, chat=chat, digest=digest, mime=mime)


def _next_change(tx: Transaction, chat: str) -> int:
    return int(tx.get(NEXT_CHANGE, chat=chat)["last_change"])


def _bubble(tx: Transaction, row: Row) -> Bubble:
    return Bubble(
        id=row["id"],
        chat=row["chat"],
        number=row["number"],
        changed=row["changed"],
        author=row["author"],
        client=row["client"],
        body=tx.unseal(BODY, row["id"], bytes(row["body_sealed"])),
        chosen=row["chosen"],
        edited=bool(row["edited"]),
        hidden=bool(row["hidden"]),
        at=from_ms(row["created_at"]),
    )
