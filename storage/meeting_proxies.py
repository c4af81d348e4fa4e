"""Proxies: who comes to a meeting for somebody who was invited. The name is sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Row, Transaction

NAME = "meeting_proxies.name_sealed"
NAMED, AGREED, DECLINED = "named", "agreed", "declined"

COLUMNS = "id, broadcast_id, person_id, proxy_id, name_sealed, state"
# The id is not changed by an upsert, and the name is sealed to it: the earlier row goes first.
CREATE = """
INSERT INTO meeting_proxies (id, broadcast_id, person_id, proxy_id, name_sealed, state, named_at)
VALUES (:id, :broadcast_id, :person_id, :proxy_id, :name, 'named', :at)
"""
READ = f"SELECT {COLUMNS} FROM meeting_proxies WHERE id = :id"
FOR_PERSON = f"""
SELECT {COLUMNS} FROM meeting_proxies WHERE broadcast_id = :broadcast_id AND person_id = :person_id
"""
OF_INVITATION = f"""
SELECT {COLUMNS} FROM meeting_proxies WHERE broadcast_id = :broadcast_id ORDER BY person_id LIMIT :limit
"""
OF_PERSON = f"SELECT {COLUMNS} FROM meeting_proxies WHERE person_id = :person_id ORDER BY id LIMIT :limit"
OF_PROXY = f"""
SELECT {COLUMNS} FROM meeting_proxies WHERE proxy_id = :person_id AND proxy_id IS NOT NULL ORDER BY id LIMIT :limit
"""
ANSWER = "UPDATE meeting_proxies SET state = :state WHERE id = :id AND proxy_id = :person_id"
DROP = "DELETE FROM meeting_proxies WHERE broadcast_id = :broadcast_id AND person_id = :person_id"


@dataclass(frozen=True, slots=True)
class Proxy:
    """Somebody (`name`; `proxy_id` where we know them) who comes for `person_id`."""

    id: int
    broadcast_id: int
    person_id: int
    proxy_id: int | None
    name: str = field(repr=False)
    state: str


def name(tx: Transaction, broadcast_id: int, person_id: int, called: str, proxy_id: int | None, now: datetime) -> Proxy:
    """Somebody names who comes for them, instead of whom they named before."""
    tx.run(DROP, broadcast_id=broadcast_id, person_id=person_id)
    number = tx.new_id()
    sealed = tx.seal(NAME, number, called)
    values = {"broadcast_id": broadcast_id, "person_id": person_id, "proxy_id": proxy_id, "at": to_ms(now)}
    tx.run(CREATE, id=number, name=sealed, **values)
    return _proxy(tx, tx.get(READ, id=number))


def read(tx: Transaction, proxy_id: int) -> Proxy | None:
    """A row by id."""
    row = tx.one(READ, id=proxy_id)
    return None if row is None else _proxy(tx, row)


def for_person(tx: Transaction, broadcast_id: int, person_id: int) -> Proxy | None:
    """Who comes for somebody."""
    row = tx.one(FOR_PERSON, broadcast_id=broadcast_id, person_id=person_id)
    return None if row is None else _proxy(tx, row)


def of_invitation(tx: Transaction, broadcast_id: int, limit: int) -> list[Proxy]:
    """Who comes for others."""
    return [_proxy(tx, row) for row in tx.all(OF_INVITATION, broadcast_id=broadcast_id, limit=limit)]


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Proxy]:
    """Whom somebody sent in their place."""
    return [_proxy(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def of_proxy(tx: Transaction, person_id: int, limit: int) -> list[Proxy]:
    """For whom somebody comes."""
    return [_proxy(tx, row) for row in tx.all(OF_PROXY, person_id=person_id, limit=limit)]


def answer(tx: Transaction, proxy_id: int, person_id: int, state: str) -> bool:
    """Whether they come (AGREED, DECLINED); False where it is not for them to say."""
    return tx.run(ANSWER, id=proxy_id, person_id=person_id, state=state) > 0


def drop(tx: Transaction, broadcast_id: int, person_id: int) -> bool:
    """Nobody comes for them any more; False where nobody did."""
    return tx.run(DROP, broadcast_id=broadcast_id, person_id=person_id) > 0


def _proxy(tx: Transaction, row: Row) -> Proxy:
    sealed = bytes(row["name_sealed"])
    return Proxy(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        person_id=row["person_id"],
        proxy_id=row["proxy_id"],
        name=tx.unseal(NAME, row["id"], sealed),
        state=row["state"],
    )
