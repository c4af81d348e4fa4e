"""The catalogue: series of services and their items, as the pack gives them."""

import json
from dataclasses import dataclass
from datetime import timedelta

from storage.transaction import Row, Transaction

ITEM = """code, series, name, name_en, urgency, respond_within_s, resolve_within_s, needs, handled_by, sensitive,
    calendar, helpers, shared"""
READ = f"SELECT {ITEM} FROM items WHERE code = :code"
ALL_SERIES = "SELECT code, name, name_en FROM series ORDER BY position"
READ_SERIES = "SELECT code, name, name_en FROM series WHERE code = :code"
OF_SERIES = f"""
SELECT {ITEM} FROM items WHERE series = :series AND retired = 0 ORDER BY position LIMIT :limit OFFSET :offset
"""
WRITE_SERIES = """
INSERT INTO series (code, name, name_en, position) VALUES (:code, :name, :name_en, :position)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, position = excluded.position
"""
# Two statements: where one both inserts and updates, SQLite looks through all requests that may refer to a new item.
CHANGE_ITEM = """
UPDATE items SET series = :series, name = :name, name_en = :name_en, urgency = :urgency,
    respond_within_s = :respond_within_s, resolve_within_s = :resolve_within_s, needs = :needs,
    handled_by = :handled_by, sensitive = :sensitive, calendar = :calendar, helpers = :helpers, shared = :shared,
    position = :position, retired = 0
WHERE code = :code
"""
CREATE_ITEM = """
INSERT INTO items (code, series, name, name_en, urgency, respond_within_s, resolve_within_s, needs, handled_by,
    sensitive, calendar, helpers, shared, position, retired)
VALUES (:code, :series, :name, :name_en, :urgency, :respond_within_s, :resolve_within_s, :needs, :handled_by,
    :sensitive, :calendar, :helpers, :shared, :position, 0)
"""
RETIRE_ALL = "UPDATE items SET retired = 1"


@dataclass(frozen=True, slots=True)
class Series:
    """A series of services, such as 公共设施报修."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Item:
    """A service that can be asked for: how urgent, what must be known (`needs`), who does it (`handled_by`).

    `calendar`: wall or working (only working days count). `helpers`: how many volunteers go together. `shared`: whether
    one outage may be the whole building's or estate's; empty where each report is its own.
    """

    code: str
    series: str
    name: str
    name_en: str
    urgency: str
    respond_within: timedelta
    resolve_within: timedelta
    needs: tuple[str, ...]
    handled_by: tuple[str, ...]
    sensitive: bool
    calendar: str = "wall"
    helpers: int = 1
    shared: str = ""


def read(tx: Transaction, code: str) -> Item | None:
    """An item by its code."""
    row = tx.one(READ, code=code)
    return None if row is None else _item(row)


def all_series(tx: Transaction) -> list[Series]:
    """Every series, in the pack's order."""
    return [Series(row["code"], row["name"], row["name_en"]) for row in tx.all(ALL_SERIES)]


def read_series(tx: Transaction, code: str) -> Series | None:
    """A series by its code."""
    row = tx.one(READ_SERIES, code=code)
    return None if row is None else Series(row["code"], row["name"], row["name_en"])


def of_series(tx: Transaction, series: str, limit: int = 21, offset: int = 0) -> list[Item]:
    """The items of a series, in the pack's order."""
    return [_item(row) for row in tx.all(OF_SERIES, series=series, limit=limit, offset=offset)]


def write_series(tx: Transaction, series: Series, position: int) -> None:
    """Makes or changes a series."""
    tx.run(WRITE_SERIES, code=series.code, name=series.name, name_en=series.name_en, position=position)


def retire_all(tx: Transaction) -> None:
    """No item is offered any more; those written afterwards are again. Old requests keep theirs."""
    tx.run(RETIRE_ALL)


def write_item(tx: Transaction, item: Item, position: int) -> None:
    """Makes or changes an item."""
    values = {
        "code": item.code,
        "series": item.series,
        "name": item.name,
        "name_en": item.name_en,
        "urgency": item.urgency,
        "respond_within_s": int(item.respond_within.total_seconds()),
        "resolve_within_s": int(item.resolve_within.total_seconds()),
        "needs": json.dumps(item.needs),
        "handled_by": json.dumps(item.handled_by),
        "sensitive": int(item.sensitive),
        "calendar": item.calendar,
        "helpers": item.helpers,
        "shared": item.shared,
        "position": position,
    }
    if not tx.run(CHANGE_ITEM, **values):
        tx.run(CREATE_ITEM, **values)


def _item(row: Row) -> Item:
    return Item(
        code=row["code"],
        series=row["series"],
        name=row["name"],
        name_en=row["name_en"],
        urgency=row["urgency"],
        respond_within=timedelta(seconds=row["respond_within_s"]),
        resolve_within=timedelta(seconds=row["resolve_within_s"]),
        needs=tuple(json.loads(row["needs"])),
        handled_by=tuple(json.loads(row["handled_by"])),
        sensitive=bool(row["sensitive"]),
        calendar=row["calendar"],
        helpers=row["helpers"],
        shared=row["shared"],
    )
