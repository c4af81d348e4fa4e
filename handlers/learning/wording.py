"""Wording: residents' words as they may be kept to learn from: without names, phones, doors and places."""

import re

from handlers.turn import Turn
from handlers.understanding import HIDDEN, redact

MOST_PHRASE = 80  # characters; a longer text is a story, and would teach something else with it
MOST_KEPT = 300  # characters of a question without an answer
LEAST = 2  # letters or characters of Chinese
INTRODUCES = 4  # so few characters beside something hidden are its introduction: 我是 …, 电话 …, 家住 …
_GAPS = re.compile(rf"(?:{HIDDEN}|\s)+")
_PARTS = re.compile(r"[^,，.。;；!！?？\n]+[,，.。;；!！?？\n]*")
_EDGES = " ,，….。;；:：、!！?？~～-"
_ADDRESS = re.compile(r"[0-9一二三四五六七八九十]{1,4} ?(?:号楼|号院|栋|幢|座|弄|单元|楼|层)")


def phrase(turn: Turn, words: str, *names: str) -> str:
    """Words as a phrase that may be learned; empty where too little is left, or too much was said.

    `names`: more that must not be kept, beside the person's own name.
    """
    if len(words) > MOST_PHRASE * 2:
        return ""
    known = [turn.person.name, *names, *_places(turn)]
    hidden = _ADDRESS.sub(HIDDEN, redact(words, [each for each in known if each]))
    told = [part for part in _PARTS.findall(hidden) if HIDDEN not in part or len(_bare(part)) > INTRODUCES]
    left = _GAPS.sub(" ", "".join(told)).strip(_EDGES)
    letters = sum(char.isalnum() for char in left)
    return left if letters >= LEAST and len(left) <= MOST_PHRASE else ""


def question(turn: Turn, words: str, *names: str) -> str:
    """Words as a question that staff will read: what was hidden is marked."""
    known = [each for each in (turn.person.name, *names) if each]
    return redact(" ".join(words.split())[:MOST_KEPT], known)


def _bare(part: str) -> str:
    return part.replace(HIDDEN, "").strip(_EDGES)


def _places(turn: Turn) -> list[str]:
    """The names of the places here, the longer ones first."""
    found = {name for place in turn.community.pack.places for name in (place.name, place.name_en) if name}
    return sorted(found, key=len, reverse=True)
