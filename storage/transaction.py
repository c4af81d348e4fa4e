"""Transaction: what a turn may do to the tables. There is no commit and no script in it, on purpose."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from storage.errors import NotFound, StorageError
from storage.ids import IdMaker
from storage.memory import Memory, Row
from storage.sealing import Keyring

__all__ = ["Row", "Transaction", "Work"]

T = TypeVar("T")
Work: TypeAlias = Callable[["Transaction"], T]
"""A turn's work. It may run more than once (a replay after a full disk, a deadlock), so it must hold no state."""


class Transaction(ABC):
    """Plain SQL with named parameters (`:name`), the same on both engines, and sealing bound to the row.

    After a statement has failed the turn cannot go on, whoever catches the error: PostgreSQL refuses what follows, and
    SQLite may have rolled everything back, so that what follows would be stored at once and by itself.
    """

    __slots__ = ("_ids", "_memory", "_opened", "failure", "keys")

    def __init__(self, keys: Keyring, ids: IdMaker) -> None:
        self.keys = keys
        self._ids = ids
        self._memory = Memory()
        self._opened: dict[tuple[str, int, bytes], str] = {}
        self.failure: StorageError | None = None

    def must_be_sound(self) -> None:
        """Raises the first error of a statement again, if there was one. Engines ask before COMMIT."""
        if self.failure is not None:
            raise self.failure

    @abstractmethod
    def _all(self, sql: str, values: dict[str, Any]) -> list[Row]:
        """Asks the engine."""

    @abstractmethod
    def _run(self, sql: str, values: dict[str, Any]) -> int:
        """Has the engine run it."""

    def all(self, sql: str, **values: Any) -> list[Row]:
        """The rows of a query: as this turn has read them, where nothing of it was written since.

        Raises Conflict, Unavailable or StorageError.
        """
        self.must_be_sound()
        known = self._memory.recall(sql, values)
        if known is not None:
            return known
        rows = self._all(sql, values)
        self._memory.note(sql, values, rows)
        return rows

    def one(self, sql: str, **values: Any) -> Row | None:
        """The first row of a query, or None."""
        rows = self.all(sql, **values)
        return rows[0] if rows else None

    def run(self, sql: str, **values: Any) -> int:
        """Runs a statement; returns how many rows it touched."""
        self.must_be_sound()
        self._memory.forget(sql)
        return self._run(sql, values)

    def get(self, sql: str, **values: Any) -> Row:
        """The first row of a query that must have one. Raises NotFound."""
        row = self.one(sql, **values)
        if row is None:
            raise NotFound("a row that must exist does not")
        return row

    def new_id(self) -> int:
        """A new row id (63 bits, rising with time)."""
        return self._ids.next()

    def new_ids(self, number: int) -> int:
        """The first of so many new row ids, one upon the other: for a statement that makes many rows."""
        return self._ids.block(number)

    def seal(self, column: str, row: int, text: str) -> bytes:
        """Seals text for one place, for example `seal("people.name_sealed", person_id, "王秀英")`."""
        return self.keys.seal(f"{column}:{row}", text.encode())

    def unseal(self, column: str, row: int, sealed: bytes) -> str:
        """Opens what `seal` made for the same place. Raises SealBroken."""
        place = (column, row, sealed)
        if place not in self._opened:
            self._opened[place] = self.keys.open(f"{column}:{row}", sealed).decode()
        return self._opened[place]

    def keyed_hash(self, value: str) -> bytes:
        """What a phone number is found by."""
        return self.keys.keyed_hash(value.encode())
