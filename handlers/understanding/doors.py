"""Unit, floor and door that a text names behind a building: 3号楼2单元502, building 3, unit 2, door 502."""

import re

from handlers.understanding.normal import fold

_N = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_CHINESE = re.compile(
    rf"(?:{_N})(?:号楼|号院|栋|幢|座)[ ,、-]{{0,2}}"
    rf"(?P<unit>(?:{_N})单元)?[ ,、-]{{0,2}}(?P<floor>(?:{_N})[楼层])?[ ,、-]{{0,2}}"
    r"(?P<door>[0-9]{3,4}(?![0-9])(?:号房|室|房|号)?)?"
)
_ENGLISH = re.compile(
    r"\bbuilding [0-9]{1,3}(?:,? (?P<unit>unit [0-9]{1,2}))?"
    r"(?:,? (?:door |room |flat |apt\.? |apartment |no\.? |#)?(?P<door>[0-9]{3,4})\b)?"
)


def find_door(text: str) -> str:
    """What stands behind the building: unit, floor and door, as they are written; empty where nothing does."""
    folded = fold(text)
    found = _CHINESE.search(folded) or _ENGLISH.search(folded)
    if found is None:
        return ""
    parts = found.groupdict()
    return " ".join(part for part in (parts["unit"], parts.get("floor"), parts["door"]) if part)
