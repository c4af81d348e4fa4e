"""Sheets of a workbook as parts of a pack: one row an entry, the columns named by the first row. Pure: no file is read.

A sheet becomes the same tree that YAML gives, so that it is checked by the same rules; its faults name the file, the
sheet and the row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlers.packs.cards import CARDS
from handlers.packs.faults import PackFault
from handlers.packs.rows import RowMark

Cell = str | int | float | bool | date | datetime | None
FACILITIES, QUESTIONS = "facilities", "faq"
SAID, ASKED = "item_phrases", "question_phrases"
LISTS = frozenset(("keywords", "keywords_en", "variants", "variants_en"))
CODES = frozenset(("items", "needs", "handled_by", "groups"))
PHRASES = "phrases.xlsx"  # the place of both sheets of phrases among the pack's files; no file of this name is needed
# By the name of the sheet: the file that it is a part of, the name there, and the column that is the key of a table.
SHEETS: dict[str, tuple[str, str, str | None]] = {
    FACILITIES: ("faq.yaml", "facilities", "code"),
    QUESTIONS: ("faq.yaml", "faq", None),
    "tiers": ("catalogue.yaml", "tiers", "code"),
    "needs_fields": ("catalogue.yaml", "needs_fields", "code"),
    "care_triggers": ("catalogue.yaml", "care_triggers", "code"),
    "handlers": ("catalogue.yaml", "handlers", "code"),
    "series": ("catalogue.yaml", "series", None),
    "items": ("catalogue.yaml", "items", None),
    SAID: (PHRASES, "items", "code"),
    ASKED: (PHRASES, "questions", "code"),
    "cards": (CARDS, "cards", None),
}
_TAG = "tag:yaml.org,2002:"
_WORDS = {"true": "true", "false": "false", "是": "true", "否": "false"}
FLAGS = frozenset(("sensitive", "phone_checked", "member"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it was read: its file, its name, and its rows, the first of which names the columns."""

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]


def targets(sheets: Sequence[Sheet]) -> frozenset[str]:
    """The files of a pack that these sheets are parts of."""
    return frozenset(SHEETS[sheet.name][0] for sheet in sheets if sheet.name in SHEETS)


def with_sheets(name: str, node: Node | None, sheets: Sequence[Sheet], faults: list[PackFault]) -> Node | None:
    """The tree of the file `name` with what its sheets add; `node` is what the file itself says, if it is there.

    A part that stands both in the file and in a sheet is a fault: nobody could tell which one counts.
    """
    added = [sheet for sheet in sheets if sheet.name in SHEETS and SHEETS[sheet.name][0] == name]
    if not added or not (node is None or isinstance(node, MappingNode)):
        return node
    mark = RowMark(added[0].file, 0)
    pairs = list(node.value) if node is not None else [(_text("version", mark), _scalar("int", "1", mark))]
    for sheet in added:
        part, start = SHEETS[sheet.name][1], RowMark(f"{sheet.file}, sheet {sheet.name}", 1)
        if any(key.value == part for key, _ in pairs):
            faults.append(PackFault(start.name, 0, f"{part} stands elsewhere too (in {name}?); keep one of them"))
        else:
            pairs.append((_text(part, start), _part(sheet, faults)))
    return MappingNode(_TAG + "map", pairs, node.start_mark if node is not None else mark)


def phrase_sheets(sheets: Sequence[Sheet]) -> dict[str, list[Sheet]]:
    """The sheets of phrases by their file: each file is one of its own, as in the folder of phrases."""
    found: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        if sheet.name in (SAID, ASKED):
            found.setdefault(sheet.file, []).append(sheet)
    return found


def as_yaml(node: Node) -> str:
    """The tree as a YAML file, the way it is kept in the database."""
    text = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True)
    return str(text)


def _part(sheet: Sheet, faults: list[PackFault]) -> Node:
    _, _, key = SHEETS[sheet.name]
    entries = list(_entries(sheet, faults))
    start = RowMark(f"{sheet.file}, sheet {sheet.name}", 1)
    if sheet.name in (SAID, ASKED):
        return _phrases(entries, start, faults)
    if key is None:
        return SequenceNode(_TAG + "seq", [_mapping(cells, mark) for mark, cells in entries], start)
    pairs = []
    for mark, cells in entries:
        code = cells.pop(key, None)
        if code is None:
            faults.append(PackFault(mark.name, mark.line + 1, f"{key} is missing"))
        else:
            pairs.append((_text(_plain(code), mark), _mapping(cells, mark)))
    return MappingNode(_TAG + "map", pairs, start)


def _phrases(entries: list[tuple[RowMark, dict[str, Cell]]], start: RowMark, faults: list[PackFault]) -> Node:
    """Rows of code and text, as lists by code."""
    lists: dict[str, tuple[RowMark, list[Node]]] = {}
    for mark, cells in entries:
        code, text = cells.pop("code", None), cells.pop("text", None)
        for name in cells:
            faults.append(PackFault(mark.name, 1, f"{name} is not known here"))
        if code is None or text is None:
            faults.append(PackFault(mark.name, mark.line + 1, "code or text is missing"))
        else:
            lists.setdefault(_plain(code), (mark, []))[1].append(_text(_plain(text), mark))
    pairs = [(_text(code, mark), SequenceNode(_TAG + "seq", said, mark)) for code, (mark, said) in lists.items()]
    return MappingNode(_TAG + "map", pairs, start)


def _entries(sheet: Sheet, faults: list[PackFault]) -> Iterator[tuple[RowMark, dict[str, Cell]]]:
    """The rows below the first, without what is empty, each with its mark."""
    where = f"{sheet.file}, sheet {sheet.name}"
    names = [_plain(cell).strip().lower() for cell in sheet.rows[0]] if sheet.rows else []
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        faults.append(PackFault(where, 1, f"the column {name} stands here twice"))
    for number, row in enumerate(sheet.rows[1:], start=2):
        filled = {index: cell for index, cell in enumerate(row) if _plain(cell).strip()}
        if any(index >= len(names) or not names[index] for index in filled):
            faults.append(PackFault(where, number, "a cell has no name above it in row 1"))
        elif filled:
            yield RowMark(where, number), {names[index]: cell for index, cell in filled.items()}


def _mapping(cells: dict[str, Cell], mark: RowMark) -> MappingNode:
    pairs: list[tuple[Node, Node]] = [(_text(name, mark), _value(name, cell, mark)) for name, cell in cells.items()]
    return MappingNode(_TAG + "map", pairs, mark)


def _value(name: str, cell: Cell, mark: RowMark) -> Node:
    """One cell, as the column asks for it: a list, codes, a point, true or false, a day, a text."""
    plain = _plain(cell).strip()
    if name in LISTS:
        return _list(re.split(r"[|｜\n]", plain), mark)
    if name in CODES:
        return _list(re.split(r"[|｜,，、;；\s]", plain), mark)
    if name == "at":
        return _list(re.split(r"[,，\s]+", plain.strip("[]")), mark)
    if name in FLAGS and plain.lower() in _WORDS:
        return _scalar("bool", _WORDS[plain.lower()], mark)
    if name == "helpers" or (isinstance(cell, date) and name != "birthday"):
        return _scalar("int" if name == "helpers" else "timestamp", plain, mark)
    return _text(plain, mark)


def _plain(cell: Cell) -> str:
    """A cell as it is read by eye: 110 and not 110.0, a day without its midnight."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _list(words: Sequence[str], mark: RowMark) -> SequenceNode:
    return SequenceNode(_TAG + "seq", [_text(word.strip(), mark) for word in words if word.strip()], mark)


def _text(text: str, mark: RowMark) -> ScalarNode:
    return _scalar("str", text, mark)


def _scalar(kind: str, text: str, mark: RowMark) -> ScalarNode:
    return ScalarNode(_TAG + kind, text, mark)
