"""A pack's folder: YAML and workbooks, read together."""

from dataclasses import dataclass
from pathlib import Path

from bot.community import pack_files
from bot.workbooks import read_sheets
from handlers.packs import Pack, read_pack


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pack as it was read, and its files as they are to be kept."""

    pack: Pack
    files: dict[str, str]


def read_folder(folder: Path) -> Wanted:
    """A pack with its workbooks. Raises PackInvalid with all its faults."""
    sheets = read_sheets(folder)
    return Wanted(read_pack(folder, sheets), pack_files(folder, sheets))
