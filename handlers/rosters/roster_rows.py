"""Rows: a list as a spreadsheet gives it becomes rows with values, or faults named by line and column. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.packs import birthdays
from handlers.packs.birthdays import NoBirthday
from handlers.packs.sheets import Cell
from handlers.rosters import roster_words as words
from handlers.rosters.roster_words import BadCell
from storage.cards import Birthday

TITLE_WITHIN = 10  # a heading and a date may stand above the titles
MOST_ROWS = 3_000  # taken in one turn, which holds up others for about a millisecond a person


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the line as a spreadsheet program counts it (0: the list as a whole), the column ("": none), and
    the end of a text's key with its values."""

    line: int
    column: str
    key: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list. What the list says nothing about is None; `cleared` are columns that say "none"."""

    line: int
    name: str
    number: str | None = None
    phone: str | None = None
    estate: str | None = None
    home: str | None = None
    door: str | None = None
    member: bool | None = None
    groups: tuple[str, ...] | None = None
    birthday: Birthday | None = None
    liaison: str | None = None
    deputy: str | None = None
    wish: str | None = None
    cleared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it was read: sound rows, all faults, and the titles of columns that are not ours and were left."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    left: tuple[str, ...] = ()


def read(table: Sequence[Sequence[Cell]]) -> Reading:
    """A list out of the cells of a sheet; its titles stand in one of the first lines."""
    lines = [[words.plain(cell) for cell in line] for line in table]
    start = next((at for at, line in enumerate(lines[:TITLE_WITHIN]) if _is_title(line)), None)
    if start is None:
        return Reading((), (Fault(0, "", "no-titles"),))
    titles = [words.column(title) if title else None for title in lines[start]]
    faults = [Fault(start + 1, name, "column-twice") for name in sorted(_twice(titles))]
    left = tuple(title for title, name in zip(lines[start], titles, strict=True) if title and name is None)
    filled = [(at, line) for at, line in enumerate(lines[start + 1 :], start + 2) if any(line)]
    if len(filled) > MOST_ROWS:
        return Reading((), (Fault(0, "", "too-many", {"most": MOST_ROWS, "n": len(filled)}),), left)
    if not filled:
        faults.append(Fault(0, "", "empty"))
    rows = [_row(at, titles, line, faults) for at, line in filled]
    sound = [row for row in rows if row is not None]
    return Reading(tuple(sound), tuple(faults), left)


def _is_title(line: Sequence[str]) -> bool:
    known = {words.column(title) for title in line if title}
    return "name" in known and len(known - {None}) > 1


def _twice(titles: Sequence[str | None]) -> set[str]:
    return {name for name in titles if name is not None and titles.count(name) > 1}


def _row(at: int, titles: Sequence[str | None], line: Sequence[str], faults: list[Fault]) -> Row | None:
    """A row of the list; None where something is wrong with it, which is noted."""
    before = len(faults)
    said = {name: cell for name, cell in zip(titles, line, strict=False) if name is not None and cell}
    cleared = frozenset(name for name, cell in said.items() if cell in words.CLEARED and name != "member")
    values: dict[str, Any] = {"cleared": cleared & CLEARABLE}
    for name, cell in said.items():
        if name not in cleared:
            values[name] = _value(at, name, cell, faults)
    if "name" not in values:
        faults.append(Fault(at, "name", "missing"))
    if values.get("liaison") and values.get("liaison") == values.get("deputy"):
        faults.append(Fault(at, "deputy", "deputy-same"))
    return Row(at, **values) if len(faults) == before else None


def _value(at: int, name: str, cell: str, faults: list[Fault]) -> Any:
    try:
        return READ[name](cell)
    except BadCell as bad:
        faults.append(Fault(at, name, bad.key, bad.values))
    return None


def _birthday(text: str) -> Birthday:
    try:
        return birthdays.parse(text)
    except NoBirthday as error:
        raise BadCell("no-day", day=error.day) if error.day else BadCell("birthday") from error


def _within(most: int) -> Callable[[str], str]:
    def read_text(text: str) -> str:
        if len(text) > most:
            raise BadCell("too-long", most=most)
        return text

    return read_text


CLEARABLE = frozenset(("groups", "birthday", "liaison", "deputy"))
READ: dict[str, Callable[[str], Any]] = {
    "number": _within(words.MOST_NAME),
    "name": _within(words.MOST_NAME),
    "phone": words.phone,
    "estate": _within(words.MOST_DOOR),
    "home": _within(2 * words.MOST_DOOR),
    "door": _within(words.MOST_DOOR),
    "member": words.flag,
    "groups": words.groups,
    "birthday": _birthday,
    "liaison": _within(words.MOST_NAME),
    "deputy": _within(words.MOST_NAME),
    "wish": words.wish,
}
