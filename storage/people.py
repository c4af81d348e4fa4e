"""People: who they are to us. Names, phones and doors are sealed; a phone is found by its keyed hash."""

from dataclasses import dataclass
from datetime import datetime

from storage.phones import Phone
from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

NAME = "people.name_sealed"
PHONE = "people.phone_sealed"
DOOR = "people.door_sealed"

COLUMNS = """p.id, p.state, p.language, p.name_sealed, p.phone_sealed, p.door_sealed, p.place_id, p.consented_at,
    p.born_year, p.elder, p.elder_offered_at, p.unsubscribed_at"""
READ = f"SELECT {COLUMNS} FROM people p WHERE p.id = :id"
READ_BY_CODE = f"SELECT {COLUMNS} FROM people p WHERE p.code = :code"
ELDER_AT = "SELECT p.elder FROM addresses a JOIN people p ON p.id = a.person_id WHERE a.id = :id"
ELDER_BY_USER = """
SELECT p.elder FROM addresses a JOIN people p ON p.id = a.person_id WHERE a.account = :account AND a.user_key = :user
"""
READ_BY_PHONE = f"SELECT {COLUMNS} FROM people p WHERE p.phone_hash = :hash ORDER BY p.id"
CREATE = """
INSERT INTO people (id, code, state, language, created_at) VALUES (:id, :code, :state, :language, :at)
"""
SAVE = """
UPDATE people SET state = :state, language = :language, name_sealed = :name, phone_sealed = :phone,
    phone_hash = :phone_hash, door_sealed = :door, place_id = :place_id, consented_at = :consented_at,
    born_year = :born_year, elder = :elder, elder_offered_at = :elder_offered_at, unsubscribed_at = :unsubscribed_at
WHERE id = :id
"""


@dataclass(slots=True)
class Person:
    """Somebody who writes to us, or for whom somebody does. `door` is unit and door number.

    `state`: new, joined, refused, left, merged, died, or known (a caller or neighbour, who never wrote). `elder`:
    large letters, and numbers to answer with. `unsubscribed_at`: since when they want no broadcasts but emergencies.
    """

    id: int
    state: str = "new"
    language: str = "zh-CN"
    name: str = ""
    phone: Phone | None = None
    door: str = ""
    place_id: int | None = None
    consented_at: datetime | None = None
    born_year: int | None = None
    elder: bool = False
    elder_offered_at: datetime | None = None
    unsubscribed_at: datetime | None = None


def read(tx: Transaction, person_id: int) -> Person:
    """A person by id. Raises NotFound."""
    return opened(tx, tx.get(READ, id=person_id))


def read_by_code(tx: Transaction, code: str) -> Person | None:
    """A person by the code that the pack gives them."""
    row = tx.one(READ_BY_CODE, code=code)
    return None if row is None else opened(tx, row)


def elder_at(tx: Transaction, address_id: int) -> bool:
    """Whether who reads at an address chose large letters and digits; False for a group."""
    row = tx.one(ELDER_AT, id=address_id)
    return row is not None and bool(row["elder"])


def elder_by_user(tx: Transaction, account: str, user: str) -> bool:
    """The same, by the channel's user id; False for somebody we have not met."""
    row = tx.one(ELDER_BY_USER, account=account, user=user)
    return row is not None and bool(row["elder"])


def with_phone(tx: Transaction, phone: Phone) -> list[Person]:
    """Everybody who gave this number, oldest first."""
    return [opened(tx, row) for row in tx.all(READ_BY_PHONE, hash=tx.keyed_hash(phone.e164))]


def create(tx: Transaction, language: str, now: datetime, code: str | None = None) -> Person:
    """Somebody new, of whom nothing is known but a language."""
    person = Person(tx.new_id(), language=language)
    tx.run(CREATE, id=person.id, code=code, state=person.state, language=language, at=to_ms(now))
    return person


def save(tx: Transaction, person: Person) -> None:
    """Keeps what is known of a person now."""
    phone = person.phone
    tx.run(
        SAVE,
        id=person.id,
        state=person.state,
        language=person.language,
        name=_sealed(tx, NAME, person.id, person.name),
        phone=None if phone is None else tx.seal(PHONE, person.id, phone.e164),
        phone_hash=None if phone is None else tx.keyed_hash(phone.e164),
        door=_sealed(tx, DOOR, person.id, person.door),
        place_id=person.place_id,
        consented_at=to_ms_or_none(person.consented_at),
        born_year=person.born_year,
        elder=int(person.elder),
        elder_offered_at=to_ms_or_none(person.elder_offered_at),
        unsubscribed_at=to_ms_or_none(person.unsubscribed_at),
    )


def opened(tx: Transaction, row: Row) -> Person:
    """The person in a row that holds COLUMNS, with what is sealed opened."""
    phone = _opened(tx, PHONE, row["id"], row["phone_sealed"])
    return Person(
        id=row["id"],
        state=row["state"],
        language=row["language"],
        name=_opened(tx, NAME, row["id"], row["name_sealed"]),
        phone=Phone(phone) if phone else None,
        door=_opened(tx, DOOR, row["id"], row["door_sealed"]),
        place_id=row["place_id"],
        consented_at=from_ms_or_none(row["consented_at"]),
        born_year=row["born_year"],
        elder=bool(row["elder"]),
        elder_offered_at=from_ms_or_none(row["elder_offered_at"]),
        unsubscribed_at=from_ms_or_none(row["unsubscribed_at"]),
    )


def _sealed(tx: Transaction, column: str, row: int, text: str) -> bytes | None:
    return tx.seal(column, row, text) if text else None


def _opened(tx: Transaction, column: str, row: int, sealed: bytes | None) -> str:
    return "" if sealed is None else tx.unseal(column, row, sealed)
