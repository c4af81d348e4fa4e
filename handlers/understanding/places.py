"""Places that a text names: 和顺里3号楼, 青禾苑二栋, Building 3."""

import re
from collections.abc import Iterable

from handlers.packs.model import Place
from handlers.understanding.numbers import chinese_number

_BUILDING = re.compile(
    r"(?<![0-9])([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|号院|栋|幢|座|#)|\bbuilding ([0-9]{1,3})\b"
)
_TAILS = ("小区", "社区", "街道", "新村")
_MOST = 8


class PlaceBook:
    """The names of places, made ready once."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.code: place for place in places}
        self._names: dict[str, list[str]] = {}
        for place in self._places.values():
            if place.kind != "building":
                for name in _short_and_long(place):
                    self._names.setdefault(name, []).append(place.code)
        self._buildings: dict[int, list[str]] = {}
        for place in self._places.values():
            match = _BUILDING.search(place.name.lower()) if place.kind == "building" else None
            if match:
                self._buildings.setdefault(_number(match), []).append(place.code)

    @property
    def areas(self) -> tuple[str, ...]:
        """The names of all places but buildings, in full and short, in small letters."""
        return tuple(self._names)

    def find(self, folded: str) -> tuple[str, ...]:
        """Codes of the places that a folded text may mean, the narrowest first, at most eight.

        A building counts only within the narrowest place that the text names as well, if it names one.
        """
        names = [name for name in self._names if name in folded]
        whole = [name for name in names if not any(name != other and name in other for other in names)]
        named = sorted((code for name in whole for code in self._names[name]), key=self._depth, reverse=True)
        match = _BUILDING.search(folded)
        numbered = self._buildings.get(_number(match), []) if match else []
        if named:
            numbered = self._within_the_narrowest(numbered, named)
        return tuple(dict.fromkeys([*numbered, *named]))[:_MOST]

    def _within_the_narrowest(self, buildings: list[str], areas: list[str]) -> list[str]:
        """The buildings in the first of the areas that has any."""
        within = ([code for code in buildings if self._lies_in(code, area)] for area in areas)
        return next((some for some in within if some), [])

    def _lies_in(self, code: str, area: str) -> bool:
        here: str | None = code
        while here is not None and here != area:
            here = self._places[here].parent
        return here == area

    def _depth(self, code: str) -> int:
        depth = 0
        parent = self._places[code].parent
        while parent is not None:
            depth, parent = depth + 1, self._places[parent].parent
        return depth


def _short_and_long(place: Place) -> list[str]:
    """The names that people use for a place: in full, without 小区 or 社区, in English."""
    names = [place.name.lower(), place.name_en.lower()]
    names += [place.name.lower().removesuffix(tail) for tail in _TAILS if place.name.endswith(tail)]
    return [name for name in dict.fromkeys(names) if len(name) >= 2]


def _number(match: re.Match[str]) -> int:
    digits = match.group(1) or match.group(2)
    return int(digits) if digits.isdigit() else chinese_number(digits) or 0
