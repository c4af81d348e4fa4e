"""Homes: which building a cell of a list means: 和顺里小区3号楼, 和顺里3栋 2单元502, 小区 and 楼栋 apart. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.rosters.roster_words import MOST_DOOR, BadCell
from handlers.understanding.normal import fold
from handlers.understanding.numbers import chinese_number

_ENDS = re.compile(r"号楼|栋|幢|座")
_CHINESE = re.compile(r"[一二三四五六七八九十]+(?=号楼|栋|幢|座|单元)")
_BLANKS = re.compile(r"[\s·,，.。、]+")
_SORTS = re.compile(r"(?:小区|社区|宿舍|新村)$")


@dataclass(frozen=True, slots=True)
class Building:
    """A building of the station: the names of what it stands in (estate, community …), the nearest last."""

    place_id: int
    name: str
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """A building, and what the cell said of the door behind it."""

    place_id: int
    door: str


class Homes:
    """All buildings of a station, by whatever a list may call them."""

    def __init__(self, buildings: Iterable[Building]) -> None:
        self._by_name: dict[str, set[int]] = {}
        for building in buildings:
            for name in _names(building):
                self._by_name.setdefault(name, set()).add(building.place_id)
        self._longest = max((len(name) for name in self._by_name), default=0)

    def find(self, estate: str | None, home: str) -> Home:
        """The building that a list means. Raises BadCell: none of this station, or one of several."""
        whole = _folded((estate or "") + home)
        for text in (whole, _folded(home)):
            for size in range(min(len(text), self._longest), 0, -1):
                found = self._by_name.get(text[:size], set())
                if not found or not _ends_here(text, size):
                    continue
                if len(found) > 1:
                    raise BadCell("home-several")
                return Home(next(iter(found)), text[size:].strip("-号")[:MOST_DOOR])
        raise BadCell("home")


def _ends_here(text: str, size: int) -> bool:
    """Whether a name ends where it seems to: 1号楼 is no part of 11号楼, and 3 alone no part of 302."""
    return size == len(text) or not (text[size - 1].isdigit() and text[size].isdigit())


def _names(building: Building) -> set[str]:
    """Bare, with its estate, and with what that lies in before it; each place also without the word for its sort."""
    name = _folded(building.name)
    *outer, estate = building.within or ("",)
    wholes = _variants(estate)
    for place in reversed(outer):
        wholes |= {before + whole for before in _variants(place) for whole in wholes}
    short = {whole + name.removesuffix("号楼") for whole in wholes if whole}
    return {name} | {whole + name for whole in wholes} | short


def _variants(place: str) -> set[str]:
    return {_folded(place), _folded(_SORTS.sub("", place))}


def _folded(text: str) -> str:
    """One way to write it: no blanks and signs, digits for numbers, 号楼 for 栋, 幢 and 座."""
    bare = _BLANKS.sub("", fold(text))
    return _ENDS.sub("号楼", _CHINESE.sub(lambda found: str(chinese_number(found[0]) or found[0]), bare))
