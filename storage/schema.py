"""Which tables there are, asked of the database itself: for what goes over all of them (backup, rotation of keys)."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter

from storage.transaction import Row, Transaction

SEALED = "_sealed"

COLUMNS = {
    "sqlite": """
SELECT t.name AS table_name, c.name AS column_name, c.pk AS key_place
FROM sqlite_schema t JOIN pragma_table_info(t.name) c
WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY t.name, c.cid
""",
    "postgresql": """
SELECT t.relname AS table_name, a.attname AS column_name,
    COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS key_place
FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace ORDER BY t.relname, a.attnum
""",
}
REFERENCES = {
    "sqlite": """
SELECT t.name AS table_name, f."table" AS refers_to
FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
""",
    "postgresql": """
SELECT t.relname AS table_name, other.relname AS refers_to
FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid JOIN pg_class other ON other.oid = f.confrelid
WHERE f.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
""",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, the columns of its primary key, and the other tables that its rows refer to."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    refers_to: frozenset[str]

    @property
    def sealed(self) -> tuple[str, ...]:
        """The columns that hold sealed values."""
        return tuple(column for column in self.columns if column.endswith(SEALED))


def tables(tx: Transaction, engine: str) -> list[Table]:
    """Every table of the database; those that others refer to come before them."""
    columns: dict[str, list[Row]] = {}
    for row in tx.all(COLUMNS[engine]):
        columns.setdefault(row["table_name"], []).append(row)
    references: dict[str, set[str]] = {name: set() for name in columns}
    for row in tx.all(REFERENCES[engine]):
        references[row["table_name"]].add(row["refers_to"])
    order = TopologicalSorter({name: others - {name} for name, others in references.items()}).static_order()
    return [_table(name, columns[name], references[name]) for name in order]


def rows(tx: Transaction, table: Table, slice_size: int) -> Iterator[Row]:
    """All rows of a table in the order of its key, fetched a slice at a time. Use it within one turn or read."""
    key = ", ".join(f'"{column}"' for column in table.key)
    after = ", ".join(f":k{place}" for place in range(len(table.key)))
    select = f'SELECT {", ".join(quoted(table.columns))} FROM "{table.name}"'
    found = tx.all(f"{select} ORDER BY {key} LIMIT :slice", slice=slice_size)
    while found:
        yield from found
        last = {f"k{place}": found[-1][column] for place, column in enumerate(table.key)}
        found = tx.all(f"{select} WHERE ({key}) > ({after}) ORDER BY {key} LIMIT :slice", slice=slice_size, **last)


def quoted(columns: tuple[str, ...]) -> list[str]:
    """Names of columns as SQL wants them."""
    return [f'"{column}"' for column in columns]


def _table(name: str, columns: list[Row], references: set[str]) -> Table:
    key = sorted((row for row in columns if row["key_place"]), key=lambda row: int(row["key_place"]))
    return Table(
        name=name,
        columns=tuple(row["column_name"] for row in columns),
        key=tuple(row["column_name"] for row in key),
        refers_to=frozenset(references - {name}),
    )
