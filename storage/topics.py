"""Topics: the group in which a desk works, and the topic in it of each resident who talks with the desk."""

from dataclasses import dataclass
from datetime import datetime

from storage import addresses
from storage.addresses import Address
from storage.times import to_ms
from storage.transaction import Row, Transaction

BIND = """
INSERT INTO desk_groups (id, address_id, place_id, bound_at) VALUES (:id, :address_id, :place_id, :at)
ON CONFLICT (place_id) DO UPDATE SET address_id = excluded.address_id, bound_at = excluded.bound_at
"""
FORGET_TOPICS = """
DELETE FROM topics WHERE group_id IN (SELECT id FROM desk_groups WHERE place_id = :place_id OR address_id = :address_id)
"""
UNBIND = "DELETE FROM desk_groups WHERE address_id = :address_id"
OF_PLACE = """
SELECT g.id, g.address_id, g.place_id FROM desk_groups g JOIN addresses a ON a.id = g.address_id
WHERE g.place_id = :place_id AND a.state = 'open'
"""
COLUMNS = "t.id, t.group_id, t.person_id, t.address_id, t.number, t.worker_id"
OF_PERSON = f"SELECT {COLUMNS} FROM topics t WHERE t.person_id = :person_id AND t.group_id = :group_id"
OF_ADDRESS = f"SELECT {COLUMNS} FROM topics t WHERE t.address_id = :address_id"
LAST_NUMBER = "SELECT MAX(number) AS number FROM topics WHERE group_id = :group_id"
CREATE = """
INSERT INTO topics (id, group_id, person_id, address_id, number, opened_at)
VALUES (:id, :group_id, :person_id, :address_id, :number, :at)
"""
MOVE = "UPDATE topics SET address_id = :address_id WHERE id = :id"
SET_WORKER = "UPDATE topics SET worker_id = :worker_id WHERE id = :id"
FORGET = "DELETE FROM topics WHERE person_id = :person_id"
# Of two topics in one group the first person's goes on.
MERGE = """
UPDATE topics SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM topics o WHERE o.person_id = :into AND o.group_id = topics.group_id)
"""


@dataclass(frozen=True, slots=True)
class DeskGroup:
    """The group (its address) in which the desk of a place works."""

    id: int
    address_id: int
    place_id: int


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic of a resident in a desk's group. `worker_id`: who answers there now."""

    id: int
    group_id: int
    person_id: int
    address_id: int
    number: int
    worker_id: int | None


def bind(tx: Transaction, address_id: int, place_id: int, now: datetime) -> None:
    """The group is where the desk of this place works from now on; the topics of an earlier group are no more."""
    tx.run(FORGET_TOPICS, place_id=place_id, address_id=address_id)
    tx.run(UNBIND, address_id=address_id)
    tx.run(BIND, id=tx.new_id(), address_id=address_id, place_id=place_id, at=to_ms(now))


def unbind(tx: Transaction, address_id: int) -> None:
    """The group is the desk's no more."""
    tx.run(FORGET_TOPICS, place_id=None, address_id=address_id)
    tx.run(UNBIND, address_id=address_id)


def group_of(tx: Transaction, place_id: int) -> DeskGroup | None:
    """The group in which the desk of a place works, as long as we are in it."""
    row = tx.one(OF_PLACE, place_id=place_id)
    return None if row is None else DeskGroup(row["id"], row["address_id"], row["place_id"])


def next_number(tx: Transaction, group: DeskGroup) -> int:
    """What the next topic of a group is called by. Two made at one moment may share it: it is a name, not a key."""
    return int(tx.get(LAST_NUMBER, group_id=group.id)["number"] or 0) + 1


def find(tx: Transaction, group: DeskGroup, person_id: int) -> Topic | None:
    """A resident's topic in a group, open or not."""
    row = tx.one(OF_PERSON, person_id=person_id, group_id=group.id)
    return None if row is None else _topic(row)


def open_new(tx: Transaction, group: DeskGroup, person_id: int, number: int, name: str, now: datetime) -> Topic:
    """A topic for a resident, to be opened under this name with the first thing that is said in it.

    Where they had one that is gone, theirs is the new one.
    """
    made = _address(tx, group, name, now)
    known = find(tx, group, person_id)
    if known is not None:
        tx.run(MOVE, id=known.id, address_id=made.id)
        return Topic(known.id, group.id, person_id, made.id, known.number, None)
    row_id = tx.new_id()
    tx.run(CREATE, id=row_id, group_id=group.id, person_id=person_id, address_id=made.id, number=number, at=to_ms(now))
    return Topic(row_id, group.id, person_id, made.id, number, None)


def at(tx: Transaction, address_id: int) -> Topic | None:
    """The topic at this address; None where it is a resident's no more, or never was."""
    row = tx.one(OF_ADDRESS, address_id=address_id)
    return None if row is None else _topic(row)


def set_worker(tx: Transaction, topic_id: int, worker_id: int | None) -> None:
    """Who answers in a topic from now on; None: nobody."""
    tx.run(SET_WORKER, id=topic_id, worker_id=worker_id)


def forget(tx: Transaction, person_id: int) -> None:
    """Somebody's topic is nobody's from now on."""
    tx.run(FORGET, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two are one person from now on, with one topic in each group."""
    tx.run(MERGE, into=into, gone=gone)
    forget(tx, gone)


def _address(tx: Transaction, group: DeskGroup, name: str, now: datetime) -> Address:
    home = addresses.read(tx, group.address_id)
    return addresses.create_topic(tx, home, name, now)


def _topic(row: Row) -> Topic:
    return Topic(row["id"], row["group_id"], row["person_id"], row["address_id"], row["number"], row["worker_id"])
