"""Memory: a turn asks the database once for what it needs, however many functions need it.

A turn reads the same few rows (a person, a place, who holds a request) over and over; asking again cost half of its
time. What was read is remembered until the turn writes to one of the tables it came from, or locks a row: a lock may
have waited for another's commit, so what came before it is not trusted any more.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Key: TypeAlias = tuple[str, frozenset[tuple[str, Any]]]

NAMED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)")
DATA = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")  # anything else changes the tables themselves
MOST_ROWS = 16  # of a result that is remembered: long lists are read once
MOST_RESULTS = 400


class Memory:
    """What one turn has read."""

    __slots__ = ("_results", "_writes")

    def __init__(self) -> None:
        self._results: dict[Key, tuple[tuple[int, ...], list[Row]]] = {}
        self._writes: dict[str, int] = {}

    def recall(self, sql: str, values: dict[str, Any]) -> list[Row] | None:
        """The rows of the same query, where they still hold; None where the database must be asked."""
        tables, remembered = _facts(sql)
        if not remembered:
            self.forget(sql)
            return None
        found = self._results.get((sql, frozenset(values.items())))
        return found[1] if found is not None and found[0] == self._state(tables) else None

    def note(self, sql: str, values: dict[str, Any], rows: list[Row]) -> None:
        """Remembers what a query found."""
        tables, remembered = _facts(sql)
        if remembered and len(rows) <= MOST_ROWS and len(self._results) < MOST_RESULTS:
            self._results[(sql, frozenset(values.items()))] = (self._state(tables), rows)

    def forget(self, sql: str) -> None:
        """A statement that writes: what was read from its tables holds no more. After a lock, or a change of the
        tables themselves, nothing does."""
        tables, remembered = _facts(sql)
        if remembered:
            return
        if "FOR UPDATE" in sql or not DATA.match(sql):
            self._results.clear()
        for table in tables:
            self._writes[table] = self._writes.get(table, 0) + 1

    def _state(self, tables: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self._writes.get(table, 0) for table in tables)


@lru_cache(maxsize=2048)
def _facts(sql: str) -> tuple[tuple[str, ...], bool]:
    """The tables that a statement names, and whether its result may be remembered."""
    tables = tuple(sorted(set(NAMED.findall(sql))))
    reads = sql.lstrip().startswith("SELECT") and "FOR UPDATE" not in sql
    return tables, reads and bool(tables)
