"""Addresses: where a person, or a team's group, is reached on a channel."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import volunteers
from storage.times import to_ms
from storage.transaction import Row, Transaction

GROUP, TOPIC = "group:", "topic:"  # what invented user keys begin with
WEB = "web"  # the account of the web chat
SEEN_EVERY = timedelta(minutes=1)  # "seen" need not be finer than this, and a write less in most turns

COLUMNS = "id, account, user_key, chat_key, thread_key, person_id, team_id, language, state, seen_at"
FIND = f"SELECT {COLUMNS} FROM addresses WHERE account = :account AND user_key = :user"
READ = f"SELECT {COLUMNS} FROM addresses WHERE id = :id"
# Open before gone, then the one that was used last.
OF_PERSON = f"""
SELECT {COLUMNS} FROM addresses WHERE person_id = :person_id ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END,
    seen_at DESC, id
"""
OF_TEAM = f"SELECT {COLUMNS} FROM addresses WHERE team_id = :team_id AND state = 'open' ORDER BY id"
OF_CHAT = f"SELECT {COLUMNS} FROM addresses WHERE account = :account AND chat_key = :chat ORDER BY id"
CREATE = """
INSERT INTO addresses (id, account, user_key, chat_key, thread_key, person_id, team_id, language, state, seen_at,
    created_at)
VALUES (:id, :account, :user, :chat, :thread, :person_id, :team_id, :language, :state, :at, :at)
ON CONFLICT (account, user_key) DO NOTHING
"""
CREATE_TOPIC = """
INSERT INTO addresses (id, account, user_key, chat_key, thread_key, topic, language, state, seen_at, created_at)
VALUES (:id, :account, :user, :chat, NULL, :topic, :language, 'open', :at, :at)
"""
# Somebody has written in it before we noted which one it is.
GIVE_WAY = "UPDATE addresses SET user_key = :gone, state = 'gone' WHERE account = :account AND user_key = :user"
TOPIC_OPENED = "UPDATE addresses SET thread_key = :thread, user_key = :user WHERE id = :id AND thread_key IS NULL"
TOPICS_MOVE = "UPDATE desk_groups SET address_id = :to WHERE address_id = :from"
SEEN = "UPDATE addresses SET seen_at = :at, state = 'open', reason = NULL, chat_key = :chat WHERE id = :id"
MARK = "UPDATE addresses SET state = :state, reason = :reason WHERE id = :id AND state <> :state"
GIVE = "UPDATE addresses SET person_id = :person_id WHERE id = :id"
BIND = "UPDATE addresses SET team_id = :team_id, state = 'open', reason = NULL WHERE id = :id"
RENAME = "UPDATE addresses SET chat_key = :chat, user_key = :user WHERE id = :id"
# The new group counts its messages anew: an old number may be another message there.
FORGET_MESSAGES = "UPDATE outbox SET message_id = NULL WHERE address_id = :id AND message_id IS NOT NULL"
# The longer list of states is the index's own condition: SQLite takes the index only where it stands word for word.
MOVE_WAITING = """
UPDATE outbox SET address_id = :to, edits_message = NULL
WHERE address_id = :from AND state = 'waiting' AND state IN ('waiting', 'sending')
"""
# A web room is read by nobody unless a member of the team is on the web.
SOMEBODY_READS = """
SELECT 1 AS yes FROM addresses g WHERE g.team_id = :team_id AND g.state = 'open' AND (
    g.account <> :web OR EXISTS (
        SELECT 1 FROM roles r JOIN addresses m ON m.person_id = r.person_id
        WHERE r.team_id = :team_id AND r.ended_at IS NULL AND m.account = :web AND m.state = 'open'))
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Address:
    """One place to reach somebody: `account` and `chat` (and a topic's `thread`). `team_id` for a team's group.

    `state`: open, gone (blocked, deleted, thrown out), or unmet (seen in a group, never wrote to us privately).
    """

    id: int
    account: str
    user: str
    chat: str
    thread: str | None
    person_id: int | None
    team_id: int | None
    language: str
    state: str
    seen_at: int


def group_user(chat: str, thread: str | None) -> str:
    """The invented user key of a group (or of one topic in it)."""
    return f"{GROUP}{chat}" if thread is None else f"{GROUP}{chat}:{thread}"


def is_group_user(user: str) -> bool:
    """Whether a user key is the invented one of a group, or of a topic in it, open or not."""
    return user.startswith((GROUP, TOPIC))


def find(tx: Transaction, account: str, user: str) -> Address | None:
    """An address by the channel's user id (or by `group_user`)."""
    row = tx.one(FIND, account=account, user=user)
    return None if row is None else _address(row)


def read(tx: Transaction, address_id: int) -> Address:
    """An address by id. Raises NotFound."""
    return _address(tx.get(READ, id=address_id))


def of_person(tx: Transaction, person_id: int) -> list[Address]:
    """Every address of a person, the best first: open ones, and of those the one used last."""
    return [_address(row) for row in tx.all(OF_PERSON, person_id=person_id)]


def reachable(tx: Transaction, person_id: int) -> Address | None:
    """The open address that a person used last; None where nothing that we say reaches them."""
    best = next(iter(of_person(tx, person_id)), None)
    return best if best is not None and best.state == "open" else None


def of_team(tx: Transaction, team_id: int) -> list[Address]:
    """The groups in which a team reads."""
    return [_address(row) for row in tx.all(OF_TEAM, team_id=team_id)]


def of_chat(tx: Transaction, account: str, chat: str) -> list[Address]:
    """Every address in one chat: a group and its topics."""
    return [_address(row) for row in tx.all(OF_CHAT, account=account, chat=chat)]


def create(
    tx: Transaction,
    *,
    account: str,
    user: str,
    chat: str,
    now: datetime,
    language: str = "zh-CN",
    thread: str | None = None,
    person_id: int | None = None,
    team_id: int | None = None,
    state: str = "open",
) -> Address | None:
    """A new address; None if another process has just made the same one."""
    number = tx.new_id()
    made = tx.run(
        CREATE,
        id=number,
        account=account,
        user=user,
        chat=chat,
        thread=thread,
        person_id=person_id,
        team_id=team_id,
        language=language,
        state=state,
        at=to_ms(now),
    )
    if made and person_id is not None:
        volunteers.add_news(tx, person_id)
    return read(tx, number) if made else None


def create_topic(tx: Transaction, group: Address, name: str, now: datetime) -> Address:
    """The address of a new topic in a group; it is opened, under this name, before the first thing is said in it."""
    number = tx.new_id()
    tx.run(
        CREATE_TOPIC,
        id=number,
        account=group.account,
        user=f"{TOPIC}{number}",
        chat=group.chat,
        topic=name,
        language=group.language,
        at=to_ms(now),
    )
    return read(tx, number)


def topic_opened(tx: Transaction, address: Address, thread: str) -> None:
    """A topic stands in its group under this id."""
    user = group_user(address.chat, thread)
    tx.run(GIVE_WAY, account=address.account, user=user, gone=f"gone:{address.id}")
    tx.run(TOPIC_OPENED, id=address.id, thread=thread, user=user)


def seen(tx: Transaction, address: Address, chat: str, now: datetime) -> None:
    """Notes that somebody wrote from here: the address is open again, and the best one."""
    stale = to_ms(now - SEEN_EVERY) > address.seen_at
    if stale or address.state != "open" or address.chat != chat:
        tx.run(SEEN, id=address.id, chat=chat, at=to_ms(now))
    if address.state != "open" and address.person_id is not None:
        volunteers.add_news(tx, address.person_id)


def mark(tx: Transaction, address_id: int, state: str, reason: str) -> bool:
    """Marks an address `gone` or `open`, with the channel's reason; False where it was so already."""
    return tx.run(MARK, id=address_id, state=state, reason=reason) > 0


def give(tx: Transaction, address_id: int, person_id: int) -> None:
    """The address belongs to this person from now on."""
    tx.run(GIVE, id=address_id, person_id=person_id)


def bind(tx: Transaction, address_id: int, team_id: int | None) -> None:
    """The group is this team's from now on (None: nobody's)."""
    tx.run(BIND, id=address_id, team_id=team_id)


def migrate_chat(tx: Transaction, account: str, old: str, new: str) -> bool:
    """A group got a new id: its team and what waits for it move along. False where the old group is not known."""
    before, after = find(tx, account, group_user(old, None)), find(tx, account, group_user(new, None))
    if before is None:
        return False
    if after is None:
        tx.run(RENAME, id=before.id, chat=new, user=group_user(new, None))
        tx.run(FORGET_MESSAGES, id=before.id)
        tx.run(MOVE_WAITING, **{"from": before.id, "to": before.id})
        return True
    if before.team_id is not None:
        bind(tx, before.id, None)
        bind(tx, after.id, before.team_id)
    tx.run(TOPICS_MOVE, **{"from": before.id, "to": after.id})
    mark(tx, before.id, "gone", "migrated")
    tx.run(MOVE_WAITING, **{"from": before.id, "to": after.id})
    return True


def somebody_reads(tx: Transaction, team_id: int) -> bool:
    """Whether a team's group has readers: a bound group, or a member on the web."""
    return tx.one(SOMEBODY_READS, team_id=team_id, web=WEB) is not None


def _address(row: Row) -> Address:
    return Address(
        id=row["id"],
        account=row["account"],
        user=row["user_key"],
        chat=row["chat_key"],
        thread=row["thread_key"],
        person_id=row["person_id"],
        team_id=row["team_id"],
        language=row["language"],
        state=row["state"],
        seen_at=row["seen_at"],
    )
