"""Homes: which people live behind one door, however each of them has written it."""

import re

from handlers.understanding.normal import fold
from handlers.understanding.numbers import chinese_number
from storage.people import Person

_FLOOR = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[楼层](?!号)")  # the number of the room says it too
_PART = re.compile(r"[0-9]+|[一二三四五六七八九十]{1,3}|[a-z]+")


def key(person: Person) -> str | None:
    """What all people of a household have in common; None where it is not known where somebody lives."""
    door = door_key(person.door)
    return None if person.place_id is None or not door else f"home:{person.place_id}:{door}"


def door_key(door: str) -> str:
    """A door without how it is written: 2单元 502, 二单元502室 and 2-5楼-502 are the same one; empty for none."""
    folded = fold(door)
    parts = _PART.findall(_FLOOR.sub(" ", folded)) or _PART.findall(folded)
    numbers = [chinese_number(part) if not part.isascii() else part.lstrip("0") or "0" for part in parts]
    return "-".join(str(each) for each in numbers if each is not None) or "".join(folded.split())
