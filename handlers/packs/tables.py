"""A pack's questions, catalogue and phrases as tables: what a workbook shows, and gives back when it is read."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import yaml

from handlers.packs.cards import CARDS
from handlers.packs.phrases import FOLDER
from handlers.packs.sheets import ASKED, PHRASES, SAID, SHEETS
from storage.answers import Edited
from storage.facility_changes import FacilityEdited

_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Value = str | int | float | bool
Table = list[list[Value]]  # the first row names the columns; nothing is an empty text


def tables_of(
    files: Mapping[str, str], edits: Iterable[Edited] = (), facilities: Iterable[FacilityEdited] = ()
) -> dict[str, Table]:
    """The tables by the names of their sheets, from the files of a sound pack (name to YAML).

    `edits` and `facilities` are what chat says of answers and facilities: it is laid over the pack.
    """
    read = {name: yaml.load(body, Loader=_LOADER) for name, body in files.items()}
    faq = read.get("faq.yaml", {})
    faq["faq"] = _with_edits(faq.get("faq", []), edits)
    known = faq.get("facilities", {})
    for edited in facilities:
        if edited.code in known:
            said = {**known[edited.code], **edited.fields}
            known[edited.code] = {name: value for name, value in said.items() if value}
    found: dict[str, Table] = {}
    for sheet, (file, part, key) in SHEETS.items():
        if file not in (PHRASES, CARDS):  # cards are sealed elsewhere, and go out as a list of their station
            found[sheet] = _table(read.get(file, {}).get(part), key)
    spoken = [body for name, body in sorted(read.items()) if PurePosixPath(name).parent.name == FOLDER]
    for sheet in (SAID, ASKED):
        rows = [
            [code, text] for body in spoken for code, said in body.get(SHEETS[sheet][1], {}).items() for text in said
        ]
        found[sheet] = [["code", "text"], *rows]
    return found


def _with_edits(entries: list[dict[str, Any]], edits: Iterable[Edited]) -> list[dict[str, Any]]:
    found = {entry["id"]: entry for entry in entries}
    for edited in edits:
        if edited.retired:
            found.pop(edited.code, None)
        elif edited.made or edited.code in found:
            entry = {"id": edited.code} | found.get(edited.code, {}) | edited.fields
            found[edited.code] = {name: value for name, value in entry.items() if value}
    return list(found.values())


def _table(part: Any, key: str | None) -> Table:
    """A list of mappings, or a mapping of them whose name becomes the first column."""
    entries: list[dict[str, Any]] = list(part or [])
    if key is not None:
        entries = [{key: code, **entry} for code, entry in (part or {}).items()]
    names = list(dict.fromkeys(name for entry in entries for name in entry))
    return [list(names), *([_cell(name, entry.get(name)) for name in names] for entry in entries)]


def _cell(name: str, value: Any) -> Value:
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return (", " if name == "at" else " | ").join(str(one) for one in value)
    return value if isinstance(value, str | bool | int | float) else str(value)
